"""The eraser: strokes are cut exactly where its rim crossed them."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.strokes import Stroke

# Two neighbouring steps of the eraser share a rim; rounding may leave this much between them,
# counted in segments. It is no ink anyone drew.
_SLIVER: Final = 1e-9

# A shorter way is none; to divide by it would overflow.
_TINY_PX: Final = 1e-12

_Floats = NDArray[np.float64]

# Where segments enter and leave something, each as a part of the segment's length, shape (n,); a
# segment that stays outside leaves before it enters.
_Interval = tuple[_Floats, _Floats]


def erase(strokes: tuple[Stroke, ...], path: Stroke, radius: float) -> tuple[Stroke, ...]:
    """Return what is left of strokes when a round eraser went along a path.

    Exactly what lies within `radius` of `path`, shape (m, 2), is removed; a stroke may fall into
    pieces, which keep its order. Strokes it did not touch come back as the same arrays. What a
    stroke has beside x and y, such as a width, is cut with it.
    """
    for start, end in zip(np.concatenate([path[:1], path[:-1]]), path, strict=True):
        strokes = tuple(piece for points in strokes for piece in _cut(points, start, end, radius))
    return strokes


def _cut(points: Stroke, start: _Floats, end: _Floats, radius: float) -> Iterator[Stroke]:
    """Yield the pieces of one stroke outside the capsule around the segment start, end."""
    low, high = np.minimum(start, end) - radius, np.maximum(start, end) + radius
    places = points[:, :2]
    if (places.max(axis=0) < low).any() or (places.min(axis=0) > high).any():
        yield points
        return
    # A dot is a segment of no length.
    line = points if len(points) > 1 else np.repeat(points, 2, axis=0)
    enters, leaves = _inside(line[:, :2], start, end, radius)
    hit = np.flatnonzero(leaves > enters)
    if not len(hit):
        yield points
        return
    for first, last in _kept(hit + enters[hit], hit + leaves[hit], len(line) - 1):
        yield _piece(line, first, last)


def _inside(line: Stroke, start: _Floats, end: _Floats, radius: float) -> _Interval:
    """Return the part of each segment of a line that lies inside the capsule.

    A capsule is two discs and the rectangle between them. It is convex, so a segment's first entry
    and last exit of the three bound one interval.
    """
    direction = np.diff(line, axis=0)
    parts = [_inside_disc(line[:-1] - centre, direction, radius) for centre in (start, end)]
    length = float(np.hypot(*(end - start)))
    if length > _TINY_PX:
        along = (end - start) / length
        across = np.array([-along[1], along[0]])
        offset = line[:-1] - start
        lengthwise = _inside_slab(offset @ along, direction @ along, (0.0, length))
        crosswise = _inside_slab(offset @ across, direction @ across, (-radius, radius))
        parts.append(_common(lengthwise, crosswise))
    parts = [_common(part, (np.zeros(1), np.ones(1))) for part in parts]
    enters = np.min([np.where(leaves > enters, enters, 1.0) for enters, leaves in parts], axis=0)
    leaves = np.max([np.where(leaves > enters, leaves, 0.0) for enters, leaves in parts], axis=0)
    return enters, leaves


def _inside_disc(offset: _Floats, direction: _Floats, radius: float) -> _Interval:
    """Solve |offset + t direction| = radius for t."""
    square = np.sum(direction * direction, axis=1)
    half = -np.sum(offset * direction, axis=1)
    excess = np.sum(offset * offset, axis=1) - radius * radius
    still = square <= _TINY_PX**2
    square = np.where(still, 1.0, square)
    root = np.sqrt(np.maximum(half * half - square * excess, 0.0))
    enters, leaves = (half - root) / square, (half + root) / square
    whole = np.where(excess <= 0.0, np.inf, -np.inf)
    return np.where(still, -whole, enters), np.where(still, whole, leaves)


def _inside_slab(offset: _Floats, direction: _Floats, bounds: tuple[float, float]) -> _Interval:
    """Solve bounds[0] <= offset + t direction <= bounds[1] for t."""
    low, high = bounds
    still = np.abs(direction) <= _TINY_PX
    steady = np.where(still, 1.0, direction)
    crossings = np.sort([(low - offset) / steady, (high - offset) / steady], axis=0)
    whole = np.where((offset >= low) & (offset <= high), np.inf, -np.inf)
    return np.where(still, -whole, crossings[0]), np.where(still, whole, crossings[1])


def _common(one: _Interval, other: _Interval) -> _Interval:
    return np.maximum(one[0], other[0]), np.minimum(one[1], other[1])


def _kept(enters: _Floats, leaves: _Floats, end: int) -> Iterator[tuple[float, float]]:
    """Yield what ascending, perhaps touching intervals leave of 0 to end."""
    reach = np.maximum.accumulate(np.append(0.0, leaves))
    for first, last in zip(reach, np.append(enters, float(end)), strict=True):
        if last - first > _SLIVER:
            yield float(first), float(last)


def _piece(line: Stroke, first: float, last: float) -> Stroke:
    """Cut a line, its points numbered from 0, from one place to another."""
    between = np.arange(np.floor(first) + 1, np.ceil(last))
    places = np.concatenate([[first], between, [last]])
    numbers = np.arange(len(line))
    return np.stack([np.interp(places, numbers, axis) for axis in line.T], axis=1)
