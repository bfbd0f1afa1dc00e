"""The centre lines of strokes in a picture, and how wide the strokes are."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float64]
_Mask = NDArray[np.bool_]

# The eight neighbours of a pixel (row, column), in a circle from above.
_CIRCLE: Final = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


def stroke_width(ink: _Mask) -> float:
    """Return the mean width in pixels of the strokes of ink, (h, w); 0 if blank.

    A stroke's area is its length times its width, and its outline is twice as long as it. The
    outline's length comes from crossings along lines in four directions (Crofton's formula).
    """
    padded = np.pad(ink, 1)
    straight = sum(np.count_nonzero(np.diff(padded, axis=axis)) for axis in (0, 1))
    falling = np.count_nonzero(padded[1:, 1:] != padded[:-1, :-1])
    rising = np.count_nonzero(padded[1:, :-1] != padded[:-1, 1:])
    outline = np.pi / 8 * (straight + (falling + rising) / np.sqrt(2))
    return float(2 * np.count_nonzero(ink) / max(outline, 1.0))


def centre_lines(ink: _Mask) -> _Floats:
    """Return the centre lines of ink, (h, w), as segments (n, 2, 2) in its pixels."""
    thin = _thinned(ink)
    links = []
    for down, right in ((0, 0), (0, 1), (1, 0), (1, 1), (1, -1)):
        linked = thin & np.roll(thin, (-down, -right), axis=(0, 1))
        starts = np.argwhere(linked)[:, ::-1] + 0.5
        ends = starts + np.array([right, down])
        links.append(np.stack([starts, ends], axis=1))
    return np.concatenate(links)


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
