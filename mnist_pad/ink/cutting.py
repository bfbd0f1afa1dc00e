"""Where a wide mark may be cut in two: what is drawn without a gap may be several digits."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.strokes import Stroke

NARROWEST: Final = 0.7
"""Two digits that touch are so wide at least, in heights."""

_PLACES: Final = np.linspace(0.25, 0.75, 11)
"""Where a mark is cut, in its widths."""

_CROSSINGS: Final = 2
"""Digits are joined by so many lines at most."""

Half = tuple[Stroke, ...]


def cuts(strokes: Sequence[Stroke]) -> Iterator[tuple[Half, Half]]:
    """Yield the left and the right half for each upright line that may lie between two digits."""
    points = np.concatenate(strokes)
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    if size[0] < NARROWEST * size[1]:
        return
    for x in (low[0] + _PLACES * size[0]).tolist():
        sides = [points[:, 0] < x for points in strokes]
        if sum(np.count_nonzero(np.diff(side)) for side in sides) <= _CROSSINGS:
            pieces = [
                (bool(part[0]), piece)
                for points, side in zip(strokes, sides, strict=True)
                for piece, part in _pieces(points, side)
            ]
            left, right = (
                tuple(piece for is_left, piece in pieces if is_left == wanted)
                for wanted in (True, False)
            )
            if left and right:
                yield left, right


def _pieces(points: Stroke, side: NDArray[np.bool_]) -> Iterator[tuple[Stroke, NDArray[np.bool_]]]:
    """Yield a stroke's pieces on either side; none gets a point more where it is cut."""
    edges = np.flatnonzero(np.diff(side)) + 1
    yield from zip(np.split(points, edges), np.split(side, edges), strict=True)
