"""The training digits that are most like a picture to the network: in its last hidden layer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.forward import Activations, activations
from mnist_pad.recognizer.weights import INPUTS, Weights

_IMAGES_AT_ONCE: Final = 1_000

MOST_BYTES: Final = 2**29
"""So much memory an index takes at most; the images that are beyond it are left out."""

# Squares of what is larger, summed up, would overflow float32.
_LARGEST: Final = 1e15
# How many more than asked for are measured exactly: products in float32 may swap close ones.
_SPARE: Final = 32


@dataclass(frozen=True)
class Neighbour:
    """A training image: its place among them, its label, and how far it is, Euclid's distance."""

    index: int
    label: int
    distance: float


class LastHidden:
    """What the last hidden layer answers to training images, to find those like a picture.

    A network without hidden layers has the scaled input for it. `units` is how many numbers that
    is. `len()` is how many images are known: less than were given where all would take more than
    MOST_BYTES, and none where weights overflow, so that no distance means anything.
    """

    def __init__(
        self,
        weights: Weights,
        images: NDArray[np.uint8],
        labels: NDArray[np.integer[Any]],
        go_on: Callable[[], object] = bool,
    ) -> None:
        """Take in images, uint8 (n, 28, 28), labels (n,); 60,000 take about a second.

        `go_on` is called before each thousand; what it raises ends it.
        """
        self.units = weights.layer_sizes[-2]
        count = min(len(images), MOST_BYTES // (4 * self.units))
        # A unit's answers side by side: so laid out, the product below takes half the time.
        hidden = np.empty((self.units, count), np.float32)
        for start in range(0, count, _IMAGES_AT_ONCE):
            go_on()
            some = slice(start, min(start + _IMAGES_AT_ONCE, count))
            answers = last_hidden(weights, scale(images[some], weights.meta.scaling))
            if np.abs(answers).max(initial=0) > _LARGEST:
                hidden = hidden[:, :0]
                break
            hidden[:, some] = answers.T
        self._hidden = hidden
        self._labels = labels[: hidden.shape[1]]
        self._squares = np.einsum("un,un->n", hidden, hidden)

    def __len__(self) -> int:
        return len(self._squares)

    def nearest(self, hidden: NDArray[Any], count: int) -> tuple[Neighbour, ...]:
        """Return the `count` nearest images to what the layer answers, (units,), nearest first.

        `last_hidden` gives that. Of those equally near, the earlier comes first.
        """
        if not len(self) or not np.abs(hidden).max(initial=0) <= _LARGEST:
            return ()
        wanted = hidden.reshape(-1).astype(np.float32)
        # |a|² - 2ab + |b|², less |a|², which is the same for all.
        rough = self._squares - 2 * (wanted @ self._hidden)  # (units,) @ (units, n)
        close = _least(rough, count + _SPARE)
        gaps = self._hidden[:, close].T.astype(np.float64) - wanted
        distances = np.sqrt(np.einsum("nu,nu->n", gaps, gaps))
        order = np.lexsort((close, distances))[:count]
        return tuple(
            Neighbour(int(index), int(self._labels[index]), float(distance))
            for index, distance in zip(close[order], distances[order], strict=True)
        )


def last_hidden(weights: Weights, inputs: NDArray[np.float32]) -> NDArray[Any]:
    """Return what the last hidden layer answers to scaled pixels, (n, 784): shape (n, units)."""
    return hidden_of(activations(weights, inputs), inputs)


def hidden_of(layers: Activations, inputs: NDArray[np.float32]) -> NDArray[Any]:
    """Return the last hidden of a picture's activations; without any, its scaled input."""
    return layers[-2] if len(layers) > 1 else inputs.reshape(*layers[-1].shape[:-1], INPUTS)


def _least(values: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Return where at least `count` of the least values are, the first of those that are equal."""
    if count >= len(values):
        return np.arange(len(values))
    limit = np.partition(values, count)[count]
    less, equal = np.flatnonzero(values < limit), np.flatnonzero(values == limit)
    return np.concatenate([less, equal[:count]])
