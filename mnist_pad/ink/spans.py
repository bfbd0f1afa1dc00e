"""Exact horizontal coverage of a round pen's path, scanline by scanline.

Each segment of a path, drawn with a round pen, is a capsule. A capsule is convex, so a scanline
meets it in one interval whose ends are known exactly; the union of the intervals is the ink. No
vertex is rounded, so a drawing that moves by a hair changes the picture by a hair.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.strokes import Stroke

# Where in its band a scanline lies. It is off the middle by an irrational amount, so that a flat
# edge at a plain fraction of a pixel is never level with a scanline, where rounding would decide.
_SCANLINE_OFFSET: Final = 0.5 + np.pi / 100

# Bounds the memory of one step; 1,024 segments make 330,000 intervals at the very most.
_SEGMENTS_PER_STEP: Final = 1024

_TINY: Final = 1e-12

_HALVINGS: Final = 6

THIN_BLOCK: Final = 1 << _HALVINGS
"""So many segments at most become one."""

_Floats = NDArray[np.float64]
_Point = tuple[_Floats, _Floats]


@dataclass(frozen=True, eq=False)
class Spans:
    """The intervals that ink covers, of `width` x `height` pixels, without overlap.

    The scanlines, `fineness` to a pixel, lie end to end on one tape: scanline k takes the
    positions from k * width to (k + 1) * width. `starts` and `ends`, shape (n,), ascend on it.
    """

    starts: _Floats
    ends: _Floats
    width: int
    height: int
    fineness: int

    def lengths(self, edges: _Floats) -> _Floats:
        """Return how much is covered between neighbouring edges, on every scanline.

        `edges`, shape (k + 1,), are x in pixels, ascending; the result has shape
        (height * fineness, k).
        """
        knots = np.append(0.0, np.stack([self.starts, self.ends], axis=1))
        covered = np.append(0.0, np.repeat(np.cumsum(self.ends - self.starts), 2))
        covered = np.append(0.0, covered[:-1])
        rows = np.arange(self.height * self.fineness)[:, np.newaxis]
        positions = rows * self.width + np.clip(edges, 0.0, self.width)
        lengths: _Floats = np.diff(np.interp(positions, knots, covered), axis=1)
        return lengths

    def coverage(self) -> _Floats:
        """Return the part of each pixel that is covered, shape (height, width)."""
        lengths = self.lengths(np.arange(self.width + 1.0))
        coverage: _Floats = lengths.reshape(self.height, self.fineness, self.width).mean(axis=1)
        return coverage

    def centre(self) -> tuple[float, float]:
        """Return the centre of mass, x and y in pixels; there must be some ink."""
        # On the tape, x is a remainder and the scanline a quotient; these are sums from its start.
        line, x = np.divmod(np.stack([self.starts, self.ends]), self.width)
        mass = (self.ends - self.starts).sum()
        x_sums = (line * self.width**2 + x**2) / 2
        line_sums = line * (line - 1) / 2 * self.width + line * x
        x_mean = (x_sums[1] - x_sums[0]).sum() / mass
        line_mean = (line_sums[1] - line_sums[0]).sum() / mass
        return float(x_mean), float((line_mean + 0.5) / self.fineness)


def segments(strokes: tuple[Stroke, ...]) -> _Floats:
    """Return the segments of at least one stroke, shape (n, 2, 2): start and end, x and y."""
    # The first point is joined to itself: a stroke of one point is a segment like any other.
    start = np.concatenate([part for points in strokes for part in (points[:1], points[:-1])])
    return np.stack([start, np.concatenate(strokes)], axis=1)


def thin(path: _Floats, tolerance: float) -> tuple[_Floats, NDArray[np.intp]]:
    """Return fewer segments that run where these do, and how many of these each stands for.

    `path` and the result have shape (n, 2, 2). Two neighbours that are joined become one, and two
    such ones one again, six times at most, while that is nowhere off by more than `tolerance`. The
    k-th time only multiples of 2^k begin one, so that what becomes of a segment depends on none
    outside its block of 64, and on none after it once each pair of its own size is whole.
    """
    kept = np.ones(len(path), dtype=np.bool_)
    last = np.arange(len(path))
    start_x, start_y, end_x, end_y = np.ascontiguousarray(path.reshape(-1, 4).T)
    off = np.zeros(len(path))
    for halving in range(_HALVINGS):
        left, right = slice(0, len(off) // 2 * 2, 2), slice(1, len(off) // 2 * 2, 2)
        # One that cannot be drawn straight is infinitely far off, and so is all it is part of.
        joined = (end_x[left] == start_x[right]) & (end_y[left] == start_y[right])
        middle = end_x[left], end_y[left]
        start_x, start_y, end_x, end_y = start_x[left], start_y[left], end_x[right], end_y[right]
        off = np.maximum(off[left], off[right])
        off += _distance(middle, start=(start_x, start_y), end=(end_x, end_y))
        straight = joined & (off <= tolerance)
        off[~straight] = np.inf
        size = 2 << halving
        firsts = np.flatnonzero(straight) * size
        kept[firsts + size // 2] = False
        last[firsts] = firsts + size - 1
    firsts = np.flatnonzero(kept)
    last = last[firsts]
    return np.stack([path[firsts, 0], path[last, 1]], axis=1), last - firsts + 1


def settled(counts: NDArray[np.intp], lasting: int) -> int:
    """Return how many of the first segments that `thin` returned stay when the path grows.

    `counts` are how many each stands for, beginning with a block of 64; the first `lasting` of
    those that were thinned stay.
    """
    ends = np.cumsum(counts)
    pairs = np.minimum(2 * counts, THIN_BLOCK)
    pair_ends = ((ends - counts) // pairs + 1) * pairs
    changing = np.flatnonzero(pair_ends > lasting)
    return int(changing[0]) if len(changing) else len(counts)


def draw(
    path: _Floats,
    radius: float,
    *,
    width: int,
    height: int,
    fineness: int,
    onto: Spans | None = None,
) -> Spans:
    """Draw segments, (n, 2, 2) in pixels, with a round pen; what lies outside is clipped.

    A segment without length is a disc. `fineness` is the number of scanlines to a pixel. With
    `onto`, of the same size and fineness, its ink is there too; drawn in parts or all at once, the
    result is the same to the bit.
    """
    spans = onto or Spans(np.empty(0), np.empty(0), width, height, fineness)
    for first in range(0, len(path), _SEGMENTS_PER_STEP):
        starts, ends = _intervals(path[first : first + _SEGMENTS_PER_STEP], radius, spans)
        spans = _union(np.append(spans.starts, starts), np.append(spans.ends, ends), spans)
    return spans


def _distance(point: _Point, *, start: _Point, end: _Point) -> _Floats:
    """Return how far points are from segments."""
    x, y = end[0] - start[0], end[1] - start[1]
    to_x, to_y = point[0] - start[0], point[1] - start[1]
    along = (to_x * x + to_y * y) / np.maximum(x * x + y * y, _TINY)
    along = np.minimum(np.maximum(along, 0.0), 1.0)
    to_x, to_y = to_x - along * x, to_y - along * y
    distance: _Floats = np.sqrt(to_x * to_x + to_y * to_y)
    return distance


def _intervals(path: _Floats, radius: float, canvas: Spans) -> tuple[_Floats, _Floats]:
    """Return where each capsule meets each scanline, as starts and ends on the canvas's tape."""
    start, end = path[:, 0], path[:, 1]
    downwards = start[:, 1] <= end[:, 1]
    x, y = np.where(downwards, start.T, end.T)
    dx, dy = np.where(downwards, (end - start).T, (start - end).T)
    lean = radius * dx / np.maximum(np.hypot(dx, dy), _TINY)
    bounds = np.stack([y - radius, np.maximum(start[:, 1], end[:, 1]) + radius])
    bounds = bounds * canvas.fineness - _SCANLINE_OFFSET
    bounds = np.clip(bounds, -1.0, canvas.height * canvas.fineness - 1)
    above, last = np.floor(bounds).astype(np.intp)
    counts = last - above

    # From here on one entry is one scanline of one capsule. There are so many that the arrays are
    # worked on in place: fresh memory would take longer than the arithmetic.
    columns = np.stack([x, y, dx, dy, lean, 1.0 / np.maximum(dy, _TINY)])
    x, y, dx, dy, lean, per_dy = np.repeat(columns, counts, axis=1)
    row = np.arange(len(x)) - np.repeat(np.cumsum(counts) - last - 1, counts)
    below = row + _SCANLINE_OFFSET
    below /= canvas.fineness
    below -= y

    def reach(side: float) -> _Floats:
        """How far the pen, slid along the segment, reaches left (-1) or right (1) of x."""
        # Furthest where the capsule's flank meets the scanline, or else at the nearer end.
        along = side * lean
        along += below
        along *= per_dy
        np.minimum(np.maximum(along, 0.0, out=along), 1.0, out=along)
        off = along * dy
        off -= below
        off *= off
        half_chord = np.subtract(radius * radius, off, out=off)
        np.sqrt(np.maximum(half_chord, 0.0, out=half_chord), out=half_chord)
        along *= dx
        along += x
        half_chord *= side
        along += half_chord
        clipped: _Floats = np.minimum(np.maximum(along, 0.0, out=along), canvas.width, out=along)
        return clipped

    left, right = reach(-1.0), reach(1.0)
    inside = right > left
    tape = row * canvas.width
    left += tape
    right += tape
    return (left, right) if inside.all() else (left[inside], right[inside])


def _union(starts: _Floats, ends: _Floats, canvas: Spans) -> Spans:
    # Starts and ends are sorted apart, which NumPy does far faster than to sort them as pairs: ink
    # ends where as many intervals have ended as have started.
    starts, ends = np.sort(starts), np.sort(ends)
    gap = starts[1:] > ends[:-1]
    opens = np.append(True, gap)[: len(starts)]
    closes = np.append(gap, True)[: len(starts)]
    return Spans(starts[opens], ends[closes], canvas.width, canvas.height, canvas.fineness)
