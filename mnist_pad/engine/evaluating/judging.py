"""One network's answers to images that come piece by piece, and what is made of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.engine.evaluating import pictures
from mnist_pad.engine.evaluating.findings import Answers
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.evaluating.pictures import ReadPicture
from mnist_pad.recognizer.evaluation import evaluate
from mnist_pad.recognizer.per_digit import per_digit
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.reliability import reliability
from mnist_pad.recognizer.robustness import Change, Curve
from mnist_pad.recognizer.weights import CLASSES, Weights

# Some hundredths of a second: so soon is a stop heeded.
_PRODUCTS_AT_ONCE: Final = 1e9
_FEWEST_AT_ONCE: Final = 16
_MOST_AT_ONCE: Final = 1_000


class Judge:
    """Reads images with one network, and remembers what it answered."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.count = 0
        self.curves: Mapping[Change, Curve] = MappingProxyType({})
        self._recognizer = Recognizer(weights)
        self._probabilities: list[NDArray[np.float32]] = []
        self._rejected: list[NDArray[np.bool_]] = []
        self._pictures: list[ReadPicture] = []

    def read(self, images: NDArray[np.uint8]) -> None:
        """Read the next images, (n, 28, 28)."""
        probabilities, rejected = self._recognizer.judge(images)
        self.count += len(images)
        self._probabilities.append(probabilities)
        self._rejected.append(rejected)

    def read_pictures(self, images: LabelledImages) -> None:
        """Read the whole pictures that are new among them."""
        new = images.pictures[len(self._pictures) :]
        self._pictures += [pictures.read(picture, self._recognizer) for picture in new]

    def answers(self, images: LabelledImages) -> Answers:
        """Return the answers, and the figures, to all images so far: those that were read."""
        probabilities = np.concatenate([np.empty((0, CLASSES), np.float32), *self._probabilities])
        rejected = np.concatenate([images.blank[:0], *self._rejected]) | images.blank
        labels, blank = images.labels, images.blank
        # One piece from now on: the next time, they are not put together again.
        self._probabilities, self._rejected = [probabilities], [rejected]
        evaluation = evaluate(probabilities, labels, rejected=rejected, blank=blank)
        return Answers(
            weights=self.weights,
            probabilities=probabilities,
            rejected=rejected,
            evaluation=evaluation,
            digits=per_digit(evaluation),
            bins=reliability(probabilities, labels, blank=blank),
            curves=self.curves,
            pictures=tuple(self._pictures),
        )


def images_at_once(weights: Weights) -> int:
    """Return how many images a network reads in a moment."""
    products = sum(array.size for array in weights.parameters)
    return int(np.clip(_PRODUCTS_AT_ONCE // products, _FEWEST_AT_ONCE, _MOST_AT_ONCE))
