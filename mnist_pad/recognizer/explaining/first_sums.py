"""The network from its first layer's sums on: one pixel's change is one row of weights added."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.scaling import scaled
from mnist_pad.recognizer.activation import Activation, activated
from mnist_pad.recognizer.explaining.gradient import slope
from mnist_pad.recognizer.explaining.pixels import per_grey_level
from mnist_pad.recognizer.weights import CLASSES, Weights

_LARGEST_ACTIVATION: Final = 1e200

_STEEPEST: Final[dict[Activation, float]] = {"relu": 1.0, "sigmoid": 0.25, "tanh": 1.0}


class FirstSums:
    """A network asked of many pictures that differ in few pixels from each other.

    `cost` is how many multiplications the layers after the first take for one picture.
    """

    def __init__(self, weights: Weights, *, wide: bool = False) -> None:
        """Take weights as they are, in float32, or, `wide`, those that overflow it in float64."""
        kind = np.float64 if wide else np.float32
        self._parameters = [array.astype(kind, copy=False) for array in weights.parameters]
        self._scaling = weights.meta.scaling
        self._activation = weights.meta.activation
        self._ceiling = _LARGEST_ACTIVATION if wide else np.inf
        self._step = kind(per_grey_level(self._scaling))
        self.cost = sum(theta.size for theta in self._parameters[2::2])

    def of(self, levels: NDArray[np.float32]) -> NDArray[Any]:
        """Return the sums of pictures, grey levels of shape (n, 784): shape (n, units)."""
        theta, bias = self._parameters[:2]
        sums: NDArray[Any] = scaled(levels.astype(theta.dtype), self._scaling) @ theta + bias
        return sums

    def changes(self, pixels: NDArray[np.intp], levels: NDArray[Any]) -> NDArray[Any]:
        """Return what is added to the sums where each pixel grows by so many grey levels.

        Both have any one shape; the result has (*shape, units).
        """
        rows: NDArray[Any] = self._parameters[0][pixels]
        rows *= (levels * self._step)[..., np.newaxis]
        return rows

    def outputs(self, sums: NDArray[Any]) -> NDArray[Any]:
        """Return the logits, (..., 10), of sums, (..., units)."""
        values = sums.reshape(-1, sums.shape[-1])
        for theta, bias in zip(self._parameters[2::2], self._parameters[3::2], strict=True):
            hidden = activated(values, self._activation, ceiling=self._ceiling)
            values = hidden @ theta + bias  # (n, inputs) -> (n, units)
        return values.reshape(*sums.shape[:-1], CLASSES)

    def gradient(self, sums: NDArray[Any], seeds: NDArray[Any], leak: float) -> NDArray[Any]:
        """Return the gradient by scaled pixels, (n, 784), of logits weighed by `seeds`, (n, 10).

        `leak`, in [0, 1], is how far every unit is taken to be as steep as it can be: through units
        that are dead, or saturated, the gradient then sees what they would let through.
        """
        layers, values = [], sums
        for theta, bias in zip(self._parameters[2::2], self._parameters[3::2], strict=True):
            hidden = activated(values, self._activation, ceiling=self._ceiling)
            layers.append(hidden)
            values = hidden @ theta + bias
        gradient = seeds.astype(sums.dtype)
        for theta, hidden in zip(reversed(self._parameters[2::2]), reversed(layers), strict=True):
            steepness = slope(hidden, self._activation)
            steepness += leak * (_STEEPEST[self._activation] - steepness)
            gradient = (gradient @ theta.T) * steepness
        return np.asarray(gradient @ self._parameters[0].T)
