"""Ink: what the pen left on the pad, as vectors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

Stroke = NDArray[np.float64]
"""One pen-down to pen-up path, shape (n, 2) with n >= 1: x and y in pad pixels, y down."""


_FIRST_ROOM: Final = 64


class GrowingStroke:
    """A stroke in progress: a point more costs the same however many there are."""

    def __init__(self, x: float, y: float) -> None:
        self._room = np.empty((_FIRST_ROOM, 2))
        self._room[0] = self._last = (x, y)
        self._count = 1

    @property
    def points(self) -> Stroke:
        """The points so far, shape (n, 2), not to be written to; they stay when it grows."""
        points = self._room[: self._count]
        points.flags.writeable = False
        return points

    def extend(self, x: float, y: float) -> None:
        """Add a point, unless that is where the stroke ends already."""
        if (x, y) == self._last:
            return
        if self._count == len(self._room):
            # Twice as large each time, the copying costs two points a point at most.
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
        self._room[self._count] = self._last = (x, y)
        self._count += 1


@dataclass(frozen=True, eq=False)
class Ink:
    """A drawing.

    `strokes` are in pad pixels, `pad` is the pad's (width, height) in pixels, `pen` the width in
    pixels of the pen that drew them. The pen's width never reaches the network.
    """

    strokes: tuple[Stroke, ...]
    pad: tuple[float, float]
    pen: float

    def part(self, numbers: Iterable[int]) -> "Ink":
        """Return some of the strokes alone, by their numbers."""
        return replace(self, strokes=tuple(self.strokes[number] for number in numbers))

    @classmethod
    def from_points(
        cls,
        strokes: Iterable[Sequence[Sequence[float]]],
        *,
        pad: tuple[float, float],
        pen: float,
    ) -> "Ink":
        """Build ink from nested sequences of [x, y]; strokes without a point are left out."""
        arrays = (np.asarray(points, dtype=np.float64).reshape(-1, 2) for points in strokes)
        return cls(tuple(array for array in arrays if len(array)), pad, pen)
