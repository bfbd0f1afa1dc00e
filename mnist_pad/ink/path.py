"""The way of the pen through a drawing: segments of smooth curves, found anew only as they grow."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.curves import distinct, smooth
from mnist_pad.ink.spans import segments
from mnist_pad.ink.strokes import Stroke

_FIRST_ROOM: Final = 256

_Floats = NDArray[np.float64]

# As bounds: joined with any others, it changes nothing.
_NOWHERE: Final = np.array([[np.inf, np.inf], [-np.inf, -np.inf]])


def bounds_of(points: _Floats) -> _Floats:
    """Return the least and the greatest x and y of points, (n, 2), as (2, 2)."""
    if not len(points):
        return _NOWHERE
    # Axis by axis, NumPy is ten times as fast.
    return np.array([[axis.min() for axis in points.T], [axis.max() for axis in points.T]])


class GrowingPath:
    """The segments, shape (n, 2, 2), of curves through strokes that are drawn on.

    `settled` are those that no later point changes, and `tail` those of the last span, which the
    next point bends.
    """

    def __init__(self) -> None:
        self.tail = np.empty((0, 2, 2))
        self._room = np.empty((_FIRST_ROOM, 2, 2))
        self._count = 0
        self._settled_bounds = _NOWHERE
        # What was followed: all points end to end, and how many each stroke has.
        self._points = np.empty((0, 2))
        self._lengths: list[int] = []
        self._tolerance = 0.0

    @property
    def settled(self) -> _Floats:
        """The first segments, which stay."""
        return self._room[: self._count]

    @property
    def bounds(self) -> _Floats:
        """The least and the greatest x and y of all segments, shape (2, 2)."""
        return _joined(self._settled_bounds, bounds_of(self.tail.reshape(-1, 2)))

    def follow(self, strokes: tuple[Stroke, ...], tolerance: float) -> bool:
        """Go along at least one stroke, finite points; tells whether `settled` only grew.

        `tolerance` is how far off the curves the segments may run.
        """
        strokes = tuple(distinct(stroke, tolerance) for stroke in strokes)
        points, lengths = np.concatenate(strokes), [len(points) for points in strokes]
        grew = tolerance == self._tolerance and self._goes_on(points, lengths)
        if not grew:
            self._count, self._lengths = 0, []
            self._settled_bounds = _NOWHERE
        begun = max(len(self._lengths) - 1, 0)
        goes_on = bool(self._lengths)
        # Of the stroke that was last, all but its last span has been gone along.
        first = max(self._lengths[-1] - 2, 0) if goes_on else 0
        more = []
        for stroke in strokes[begun:]:
            path, last_span = _segments(stroke, first, tolerance, goes_on=goes_on)
            more.append(path)
            first, goes_on = 0, False
        *whole, path = more
        self._settle(np.concatenate([*whole, path[:last_span]]))
        self.tail = path[last_span:]
        self._points, self._lengths, self._tolerance = points, lengths, tolerance
        return grew

    def _goes_on(self, points: _Floats, lengths: list[int]) -> bool:
        *before, last = self._lengths or [0]
        return (
            len(lengths) > len(before)
            and lengths[: len(before)] == before
            and lengths[len(before)] >= last
            and np.array_equal(points[: len(self._points)], self._points)
        )

    def _settle(self, more: _Floats) -> None:
        count = self._count + len(more)
        if count > len(self._room):
            room = np.empty((2 * count, 2, 2))
            room[: self._count] = self.settled
            self._room = room
        self._room[self._count : count] = more
        self._count = count
        self._settled_bounds = _joined(self._settled_bounds, bounds_of(more.reshape(-1, 2)))


def _segments(
    stroke: Stroke, first: int, tolerance: float, *, goes_on: bool
) -> tuple[_Floats, int]:
    """Return a stroke's segments from its point `first` on, and where its last span begins."""
    # A span bends towards the point before it as well.
    before = max(first - 1, 0)
    line, knots = smooth(stroke[before:], tolerance)
    begin = knots[first - before]
    # A stroke begins with its first point alone.
    path = segments((line[begin:],))[int(goes_on) :]
    last_span = knots[max(len(knots) - 2, 0)] - begin + 1 - goes_on
    return path, int(last_span)


def _joined(one: _Floats, other: _Floats) -> _Floats:
    return np.stack([np.minimum(one[0], other[0]), np.maximum(one[1], other[1])])
