"""How well digits are still read that are turned, squeezed, thickened or moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import scale
from mnist_pad.ink.scaling import scaled
from mnist_pad.recognizer.forward import logits
from mnist_pad.recognizer.weights import INPUTS, Weights

Change = Literal["turn", "width", "thickness", "shift"]
"""`turn`: degrees, clockwise; `width`: times as wide; `thickness`: so many pixels of ink more on
either side of a line; `shift`: pixels to the right."""

AMOUNTS: Final[Mapping[Change, tuple[float, ...]]] = {
    "turn": tuple(7.5 * step for step in range(-6, 7)),
    "width": (0.4, 0.55, 0.7, 0.85, 1.0, 1.15, 1.3, 1.45, 1.6),
    "thickness": tuple(0.25 * step for step in range(-4, 5)),
    "shift": tuple(map(float, range(-4, 5))),
}
"""What is tried of each, from the least to the most."""

AS_THEY_ARE: Final[Mapping[Change, float]] = {
    "turn": 0.0,
    "width": 1.0,
    "thickness": 0.0,
    "shift": 0.0,
}
"""The amounts that change nothing."""

_SIDE: Final = 28
_MIDDLE: Final = (_SIDE - 1) / 2

_Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Curve:
    """How `count` labelled images are read, changed by each of `amounts`.

    `accuracies` are the fractions whose likeliest digit is right, whatever the verdict, `refused`
    those judged no digit. While it is being measured, there are fewer of all three.
    """

    change: Change
    count: int
    amounts: tuple[float, ...] = ()
    accuracies: tuple[float, ...] = ()
    refused: tuple[float, ...] = ()

    def with_point(self, amount: float, *, right: int, refused: int) -> "Curve":
        """Return the curve with one point more, counted."""
        return replace(
            self,
            amounts=(*self.amounts, amount),
            accuracies=(*self.accuracies, right / self.count),
            refused=(*self.refused, refused / self.count),
        )


class ChangedImages:
    """Images, uint8 (n, 28, 28), that a network reads again and again, all changed alike.

    To turn, squeeze or move images is a linear map of their pixels. It is the first layer that is
    multiplied by it, once: then reading changed images takes no longer than reading others.
    """

    def __init__(self, images: NDArray[np.uint8], weights: Weights, *, at_once: int) -> None:
        """Read so many images at a time; 6 KB are kept of each."""
        self._images = images
        self._weights = weights
        self._at_once = at_once
        self._inputs = scale(images, weights.meta.scaling)

    def logits(self, change: Change, amount: float) -> Iterator[NDArray[np.float64]]:
        """Yield the raw outputs for the changed images, (m, 10) at a time, in their order."""
        unchanged = amount == AS_THEY_ARE[change]
        linear = change != "thickness" and not unchanged
        weights = self._weights
        if linear:
            weights = _seeing_through(weights, sampling(change, amount))
        for start in range(0, len(self._images), self._at_once):
            some = slice(start, start + self._at_once)
            if linear or unchanged:
                yield logits(weights, self._inputs[some])
            else:
                seen = thickened(self._images[some], amount).reshape(-1, INPUTS)
                yield logits(weights, scaled(seen, weights.meta.scaling))


def changed(images: NDArray[np.uint8], change: Change, amount: float) -> _Floats:
    """Return changed images, grey levels from 0 (paper) to 255, shape (n, 28, 28).

    Levels between two whole numbers stay so. What leaves the image is lost; what comes in is paper.
    """
    if change == "thickness":
        return thickened(images, amount)
    flat = images.reshape(-1, INPUTS).astype(np.float32)
    return (flat @ sampling(change, amount)).reshape(-1, _SIDE, _SIDE)


def sampling(change: Change, amount: float) -> _Floats:
    """Return what images, (n, 784), are multiplied by to be turned, squeezed or moved.

    Shape (784, 784), row: pixel of the image, column: pixel of the changed one, which is sampled
    bilinearly; where it is squeezed, as often as there are pixels for one, so that none is missed.
    """
    samples = int(np.ceil(1 / amount)) if change == "width" else 1
    matrix = np.zeros((INPUTS, INPUTS), np.float32)
    down, across = np.divmod(np.arange(INPUTS), _SIDE)
    for offset in (np.arange(samples) + 0.5) / samples - 0.5:
        x, y = _origin(across + offset - _MIDDLE, down - _MIDDLE, change, amount)
        _spread(matrix, x + _MIDDLE, y + _MIDDLE, 1 / samples)
    return matrix


def thickened(images: NDArray[np.uint8], by_px: float) -> _Floats:
    """Return images, (n, 28, 28), with lines thicker by so many pixels on either side, −1 to 1.

    Below 0, thinner. A pixel becomes the darkest, or the lightest, of itself and its four
    neighbours (grey-level dilation and erosion; Serra 1982); of less than a pixel, a mixture.
    """
    plain = images.astype(np.float32)
    if not by_px:
        return plain
    darker = by_px > 0
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    extreme = np.maximum if darker else np.minimum
    moved = images
    for rows, columns in ((0, 1), (2, 1), (1, 0), (1, 2)):
        moved = extreme(moved, padded[:, rows : rows + _SIDE, columns : columns + _SIDE])
    mixed: _Floats = plain + np.float32(abs(by_px)) * (moved - plain)
    return mixed


def _origin(
    x: NDArray[Any], y: NDArray[Any], change: Change, amount: float
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return where in the image is what comes to (x, y) from the middle, y down, in pixels."""
    if change == "turn":
        cosine, sine = np.cos(np.radians(amount)), np.sin(np.radians(amount))
        return cosine * x + sine * y, cosine * y - sine * x
    return (x / amount, y) if change == "width" else (x - amount, y)


def _spread(matrix: _Floats, x: NDArray[Any], y: NDArray[Any], share: float) -> None:
    """Add to each pixel's column the four pixels around (x, y), as near as they are."""
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    for column, row in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)):
        weights = (1 - abs(x - column)) * (1 - abs(y - row)) * share
        inside = (column >= 0) & (column < _SIDE) & (row >= 0) & (row < _SIDE)
        # No two of the four are the same pixel: nothing is added twice to one place.
        pixels = np.flatnonzero(inside)
        matrix[(row * _SIDE + column)[inside], pixels] += weights[inside].astype(np.float32)


def _seeing_through(weights: Weights, matrix: _Floats) -> Weights:
    """Return a network that reads images as `weights` would read them multiplied by `matrix`."""
    theta, bias, *others = weights.parameters
    # Scaled, paper is not 0: what it adds up to has to stay what it was.
    paper = float(scaled(0.0, weights.meta.scaling))
    with np.errstate(over="ignore", invalid="ignore"):  # of weights about to diverge
        through = matrix @ theta
        moved = bias + paper * (theta.sum(axis=0) - through.sum(axis=0))
    return replace(weights, parameters=(through, moved.astype(np.float32), *others))
