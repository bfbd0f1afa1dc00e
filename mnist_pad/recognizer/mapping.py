"""A map of digits: the plane in which a network's last hidden layer varies the most.

The plane is that of the first two principal components (Pearson 1901; Jolliffe 2002, chapter 1).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import scale
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer.forward import Activations, activations
from mnist_pad.recognizer.weights import Weights

WIDE: Final = 1_024
"""A layer of more units than this is fitted to by FEW images alone."""

FEW: Final = 1_000

_Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Plane:
    """Where to put what a layer of so many units answers.

    `middle` is the mean answer, (units,), `axes`, (units, 2), are the first two principal
    components, of length 1; `explained` is the fraction of the variance along each.
    """

    middle: _Floats
    axes: _Floats
    explained: tuple[float, float]

    def place(self, answers: NDArray[Any]) -> _Floats:
        """Return the points, (n, 2), of answers of shape (n, units)."""
        return np.asarray((answers - self.middle) @ self.axes, np.float64)


def fit(answers: NDArray[Any]) -> Plane | None:
    """Return the plane for a layer's answers to n images, (n, units), n at least 3.

    None where they do not vary in two directions. Takes about a thousand units, or a thousand
    images of wider layers: the smaller of the two is what the time goes with, cubed.
    """
    exact = answers.astype(np.float64)
    middle = exact.mean(axis=0)
    centred = exact - middle
    count, units = centred.shape
    # The products of units and of images have the same values; the vectors lead to each other.
    if units <= count:
        values, vectors = np.linalg.eigh(centred.T @ centred)
        axes = vectors[:, :-3:-1]
    else:
        values, vectors = np.linalg.eigh(centred @ centred.T)
        axes = centred.T @ vectors[:, :-3:-1]
        axes /= np.maximum(np.linalg.norm(axes, axis=0), np.finfo(np.float64).tiny)
    total = float(np.square(centred).sum())
    # What rounding leaves of a direction in which nothing varies.
    if units < 2 or not values[-2] > 1e-12 * total:
        return None
    first, second = (float(value) / total for value in values[:-3:-1])
    return Plane(middle, axes * _signs(axes), (first, second))


def last_hidden(layers: Activations, image: NDArray[np.uint8], scaling: Scaling) -> NDArray[Any]:
    """Return what the output layer gets of an image, (units,): the last hidden layer's answers.

    `layers` are what the network's layers answered to it, (units,) each, as `read_whole` has them.
    A network without hidden layers gets the scaled pixels.
    """
    return layers[-2] if len(layers) > 1 else scale(image, scaling)


def last_hidden_of_all(weights: Weights, inputs: NDArray[np.float32]) -> NDArray[Any]:
    """Return the same, (n, units), of many images, scaled, (n, 784)."""
    layers = activations(weights, inputs)
    return layers[-2] if len(layers) > 1 else inputs


def _signs(axes: _Floats) -> _Floats:
    """Return what turns axes so that the largest part of each is above 0: maps stay as they are."""
    largest = np.abs(axes).argmax(axis=0)
    return np.where(axes[largest, range(axes.shape[1])] < 0, -1.0, 1.0)
