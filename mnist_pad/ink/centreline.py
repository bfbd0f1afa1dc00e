"""The centre lines of strokes in a picture, and how wide the strokes are."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.strokes import Stroke

_Floats = NDArray[np.float64]
_Mask = NDArray[np.bool_]

# The eight neighbours of a pixel (row, column), in a circle from above.
_CIRCLE: Final = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


def stroke_width(coverage: _Floats) -> float:
    """Return the mean width in pixels of the strokes of a picture, 0 to 1, not all 0.

    A stroke's area is its length times its width, and its outline is twice as long as it. The
    outline's length comes from crossings along lines in four directions (Crofton's formula).
    """
    padded = np.pad(coverage, 1)
    straight = sum(float(np.abs(np.diff(padded, axis=axis)).sum()) for axis in (0, 1))
    falling = float(np.abs(padded[1:, 1:] - padded[:-1, :-1]).sum())
    rising = float(np.abs(padded[1:, :-1] - padded[:-1, 1:]).sum())
    outline = np.pi / 8 * (straight + (falling + rising) / np.sqrt(2))
    return float(2 * coverage.sum() / outline)


def centre_lines(ink: _Mask) -> tuple[Stroke, ...]:
    """Return the centre lines of ink, (h, w), as short strokes in its pixels; none if blank."""
    thin = _thinned(ink)
    strokes = []
    for down, right in ((0, 0), (0, 1), (1, 0), (1, 1), (1, -1)):
        linked = thin & np.roll(thin, (-down, -right), axis=(0, 1))
        starts = np.argwhere(linked)[:, ::-1] + 0.5
        ends = starts + np.array([right, down])
        strokes += list(np.stack([starts, ends], axis=1))
    return tuple(strokes)


def _thinned(ink: _Mask) -> _Mask:
    """Peel ink down to lines one pixel wide (Zhang and Suen 1984), with a rim of paper added."""
    ink = np.pad(ink, 1)
    while True:
        before = np.count_nonzero(ink)
        for corner in (0, 4):
            ink = ink & ~_peel(ink, corner)
        if np.count_nonzero(ink) == before:
            return ink


def _peel(ink: _Mask, corner: int) -> _Mask:
    """Return the pixels of the outline that two of the four sides may lose without a break."""
    around = np.stack([np.roll(ink, (-down, -right), axis=(0, 1)) for down, right in _CIRCLE])
    neighbours = around.sum(axis=0)
    lines = (~around & np.roll(around, -1, axis=0)).sum(axis=0)
    # One sub-pass peels south and east, the other north and west.
    first, second, third, fourth = (around[(corner + turn) % 8] for turn in (0, 2, 4, 6))
    open_side = ~(first & second & third) & ~(second & third & fourth)
    peeled: _Mask = ink & (neighbours >= 2) & (neighbours <= 6) & (lines == 1) & open_side
    return peeled
