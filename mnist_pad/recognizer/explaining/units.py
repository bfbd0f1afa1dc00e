"""What units answer to the training images: which excite each most, and how often it is dead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.forward import activations
from mnist_pad.recognizer.weights import Weights

# Through layers of 8,192 units, each takes some tens of megabytes.
_IMAGES_AT_ONCE: Final = 500
_UNITS_AT_ONCE: Final = 512


@dataclass(frozen=True, eq=False)
class LayerUnits:
    """A layer's units over n images.

    `exciting`, (units, count), are the images that excite each unit most, by their number, the
    strongest first and of equal ones the earlier; `answers`, (units, count), is what it answers to
    them. `dead`, (units,), is the share of images, in [0, 1], to which a unit answers 0 after the
    ReLU; None where there is no ReLU or no image.
    """

    exciting: NDArray[np.intp]
    answers: NDArray[np.float64]
    dead: NDArray[np.float64] | None


def layer_units(
    weights: Weights,
    images: NDArray[np.uint8],
    layer: int,
    count: int,
    go_on: Callable[[], object] = bool,
) -> LayerUnits:
    """Look at a layer's units over images, uint8 (n, 28, 28); the `count` most exciting are kept.

    Layer 0 is the first hidden one; the last one is the ten logits, which are never dead. 60,000
    images take about a second through the layers that ship. `go_on` is called before every five
    hundred; what it raises ends it.
    """
    units = weights.layer_sizes[layer + 1]
    best = _Best(units, min(count, len(images)))
    zeros = np.zeros(units, np.intp)
    for start in range(0, len(images), _IMAGES_AT_ONCE):
        go_on()
        some = scale(images[start : start + _IMAGES_AT_ONCE], weights.meta.scaling)
        answers = activations(weights, some)[layer]  # (some, units)
        zeros += np.count_nonzero(answers == 0, axis=0)
        best.take(answers, start)
    hidden = layer < len(weights.layer_sizes) - 2
    can_die = hidden and weights.meta.activation == "relu" and len(images) > 0
    dead = zeros / len(images) if can_die else None
    return LayerUnits(best.images, best.answers, dead)


class _Best:
    """The largest answers of each unit so far, (units, count), and the images they are of."""

    def __init__(self, units: int, count: int) -> None:
        self.answers = np.full((units, count), -np.inf)
        self.images = np.zeros((units, count), np.intp)

    def take(self, answers: NDArray[Any], start: int) -> None:
        """Take in what the images from `start` on are answered, (some, units)."""
        if not self.answers.size:
            return
        # The longer it goes on, the fewer units have anything new among their largest.
        changed = np.flatnonzero((answers > self.answers[:, -1]).any(axis=0))
        for first in range(0, len(changed), _UNITS_AT_ONCE):
            self._sort_in(changed[first : first + _UNITS_AT_ONCE], answers, start)

    def _sort_in(self, units: NDArray[np.intp], answers: NDArray[Any], start: int) -> None:
        count = self.answers.shape[1]
        together = np.concatenate([self.answers[units], answers[:, units].T], axis=1)
        # Stable: of equal answers, the earlier images stay.
        order = np.argsort(-together, axis=1, kind="stable")[:, :count]
        known = np.take_along_axis(self.images[units], np.minimum(order, count - 1), axis=1)
        self.images[units] = np.where(order < count, known, order - count + start)
        self.answers[units] = np.take_along_axis(together, order, axis=1)
