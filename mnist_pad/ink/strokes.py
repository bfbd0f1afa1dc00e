"""Ink: what the pen left on the pad, as vectors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

Stroke = NDArray[np.float64]
"""One pen-down to pen-up path, shape (n, 2) with n >= 1: x and y in pad pixels, y down."""

Widths = NDArray[np.float64]
"""The line's width in pixels at each point of a stroke, shape (n,), as it was pressed."""


_FIRST_ROOM: Final = 64


class GrowingStroke:
    """A stroke in progress: a point more costs the same however many there are.

    `width` is the line's at a point, None where pressure is not felt; that is told at the first.
    """

    def __init__(self, x: float, y: float, width: float | None = None) -> None:
        self._room = np.empty((_FIRST_ROOM, 2))
        self._room[0] = self._last = (x, y)
        self._widths = None if width is None else np.full(_FIRST_ROOM, width)
        self._count = 1

    @property
    def points(self) -> Stroke:
        """The points so far, shape (n, 2), not to be written to; they stay when it grows."""
        points = self._room[: self._count]
        points.flags.writeable = False
        return points

    @property
    def widths(self) -> Widths | None:
        """The line's width at each point so far, shape (n,), in the same way."""
        if self._widths is None:
            return None
        widths = self._widths[: self._count]
        widths.flags.writeable = False
        return widths

    def extend(self, x: float, y: float, width: float | None = None) -> None:
        """Add a point; where the stroke ends already, it can only become wider.

        Without a `width`, the line stays as wide as it was.
        """
        if (x, y) == self._last:
            self._press(width)
            return
        if self._count == len(self._room):
            # Twice as large each time, the copying costs two points a point at most.
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
            if self._widths is not None:
                self._widths = np.concatenate([self._widths, np.empty_like(self._widths)])
        self._room[self._count] = self._last = (x, y)
        if self._widths is not None:
            self._widths[self._count] = self._widths[self._count - 1] if width is None else width
        self._count += 1

    def _press(self, width: float | None) -> None:
        if self._widths is not None and width is not None and width > self._widths[self._count - 1]:
            # Whoever has the widths so far keeps them as they were.
            self._widths = self._widths.copy()
            self._widths[self._count - 1] = width


@dataclass(frozen=True, eq=False)
class Ink:
    """A drawing.

    `strokes` are in pad pixels, `pad` is the pad's (width, height) in pixels, `pen` the width in
    pixels of the pen that drew them. `widths` are how wide each stroke became where pressure was
    felt, None for one without; empty where none was. No width ever reaches the network.
    """

    strokes: tuple[Stroke, ...]
    pad: tuple[float, float]
    pen: float
    widths: tuple[Widths | None, ...] = ()

    def part(self, numbers: Iterable[int]) -> "Ink":
        """Return some of the strokes alone, by their numbers."""
        numbers = tuple(numbers)
        strokes = tuple(self.strokes[number] for number in numbers)
        widths = tuple(self.widths[number] for number in numbers) if self.widths else ()
        return replace(self, strokes=strokes, widths=widths)

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
