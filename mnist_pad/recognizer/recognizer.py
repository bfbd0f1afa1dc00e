"""What the network says of a picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.calibration import prominence
from mnist_pad.recognizer.forward import Activations, activations, logits, softmax
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.weights import CLASSES, Weights

UNSURE_MARGIN: Final = 0.1
"""Two largest probabilities closer than this leave the answer open."""

_INK: Final = 64
_TALL: Final = 0.6

# A thousand images through layers of 8,192 units stay within some tens of megabytes.
_IMAGES_AT_ONCE: Final = 1_000


class Recognizer:
    """Reads pictures with given weights, scaled and judged as their meta says."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def read(self, image: NDArray[np.uint8]) -> Prediction:
        """Judge one picture, shape (28, 28), 0 (paper) to 255 (ink)."""
        return self.read_whole(image)[0]

    def read_whole(self, image: NDArray[np.uint8]) -> tuple[Prediction, Activations]:
        """Judge one picture as `read` does; return what its layers answered, (units,) each, too."""
        meta = self.weights.meta
        # (784,) -> (1, 784) -> (1, units) for each layer
        layers = activations(self.weights, scale(image, meta.scaling)[np.newaxis])
        outputs = layers[-1].astype(np.float64)
        (probabilities,) = softmax(outputs, meta.temperature)
        no_digit = bool(prominence(outputs)[0] < meta.rejection_threshold)
        prediction = self._judged(image, probabilities, no_digit)
        return prediction, tuple(layer[0] for layer in layers)

    def _judged(
        self, image: NDArray[np.uint8], probabilities: NDArray[np.float32], no_digit: bool
    ) -> Prediction:
        if no_digit:
            return Prediction(probabilities, "not_a_digit", None, _why_none(image))
        second, first = np.argsort(probabilities)[-2:]
        digit = int(first)
        if probabilities[first] - probabilities[second] < UNSURE_MARGIN:
            return Prediction(probabilities, "unsure", digit, f"{digit} or {second}?")
        return Prediction(probabilities, "digit", digit)

    def probabilities(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return each class's probability, shape (n, 10), for pictures of shape (n, 28, 28)."""
        return self.judge(images)[0]

    def judge(self, images: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return the probabilities, (n, 10), of pictures, (n, 28, 28), and which are no digit."""
        meta, outputs = self.weights.meta, self.logits(images)
        return softmax(outputs, meta.temperature), prominence(outputs) < meta.rejection_threshold

    def logits(self, images: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return the network's raw outputs, shape (n, 10), for pictures of shape (n, 28, 28)."""
        outputs = np.empty((len(images), CLASSES))
        for start in range(0, len(images), _IMAGES_AT_ONCE):
            some = slice(start, start + _IMAGES_AT_ONCE)
            outputs[some] = logits(self.weights, scale(images[some], self.weights.meta.scaling))
        return outputs


def nothing(reason: str) -> Prediction:
    """Return the answer where there is no digit to read; `reason` says why, for people."""
    uniform = np.full(CLASSES, 1 / CLASSES, np.float32)
    return Prediction(uniform, "not_a_digit", None, reason)


def _why_none(image: NDArray[np.uint8]) -> str:
    inked = image > _INK
    columns = inked.any(axis=0)
    # Runs of columns with ink, each from where it starts to where the next blank one is.
    edges = np.flatnonzero(np.diff(columns, prepend=False, append=False)).reshape(-1, 2)
    heights = [np.ptp(np.flatnonzero(inked[:, start:end].any(axis=1))) for start, end in edges]
    tall = sum(height >= _TALL * max(heights) for height in heights)
    return "Several digits side by side?" if tall > 1 else "Not like any digit"
