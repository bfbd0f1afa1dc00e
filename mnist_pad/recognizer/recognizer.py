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
        return self.read_several(image[np.newaxis])[0]

    def read_several(self, images: NDArray[np.uint8]) -> list[tuple[Prediction, Activations]]:
        """Judge some pictures, shape (n, 28, 28), at once, each as `read_whole` does."""
        meta = self.weights.meta
        layers = activations(self.weights, scale(images, meta.scaling))  # (n, units) each
        outputs = layers[-1].astype(np.float64)
        no_digit = (prominence(outputs) < meta.rejection_threshold).tolist()
        predictions = map(self._judged, softmax(outputs, meta.temperature), no_digit)
        return [
            (prediction, tuple(layer[number] for layer in layers))
            for number, prediction in enumerate(predictions)
        ]

    def _judged(self, probabilities: NDArray[np.float32], no_digit: bool) -> Prediction:
        if no_digit:
            return Prediction(probabilities, "not_a_digit", None, "Not like any digit")
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
