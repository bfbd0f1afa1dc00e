"""Smooth curves through points."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_MOST_PIECES: Final = 32
_TINY: Final = 1e-300

# In tolerances of a curve.
_SAME: Final = 1e-6

_Floats = NDArray[np.float64]


class Curve(NamedTuple):
    """A polyline along a curve, `line` of shape (m, 2), through points, which are at `knots`, (n,).

    A point more changes nothing before the last of them but one.
    """

    line: _Floats
    knots: NDArray[np.intp]


def moving(points: _Floats, tolerance: float) -> NDArray[np.bool_]:
    """Tell of points, (n, 2), which are not where the one before is, shape (n,).

    For curves drawn to this tolerance, a millionth of it is no distance: it may be what is left of
    a rounding, and a curve turns sharply at two points that nearly are one.
    """
    steps = np.abs(points[1:] - points[:-1])
    return np.append(True, (steps > _SAME * tolerance).any(axis=1))


def distinct(points: _Floats, tolerance: float) -> _Floats:
    """Return points, (n, 2), each but once where it is repeated at once, as `moving` tells."""
    moved = moving(points, tolerance)
    return points if moved.all() else points[moved]


def smooth(points: _Floats, tolerance: float) -> Curve:
    """Return a curve through distinct points, (n, 2) with n >= 1, as a hand left them.

    It is the centripetal curve of Catmull and Rom (Yuksel, Schaefer and Keyser 2011), which has
    no loops between its points, and at its ends a parabola. The polyline is off it by about
    `tolerance` at most, in the points' unit; where they lie dense, they are the polyline.
    """
    if len(points) < 3:
        return Curve(points, np.arange(len(points)))
    chords = np.diff(points, axis=0)
    # The square root makes it centripetal.
    times = np.sqrt(np.hypot(*chords.T))[:, None]
    speeds = chords / times
    inner = speeds[:-1] + speeds[1:] - (chords[:-1] + chords[1:]) / (times[:-1] + times[1:])
    first, last = 2 * speeds[:1] - inner[:1], 2 * speeds[-1:] - inner[-1:]
    tangents = np.concatenate([first, inner, last])
    leaving, arriving = tangents[:-1] * times, tangents[1:] * times
    pieces = _pieces(chords, leaving, arriving, tolerance)
    knots = np.append(0, np.cumsum(pieces))
    if knots[-1] == len(pieces):
        return Curve(points, knots)
    # One entry is one point of the polyline but the last; t is how far it is along its span.
    span = np.repeat(np.arange(len(pieces)), pieces)
    t = ((np.arange(knots[-1]) - knots[span]) / pieces[span])[:, None]
    chord, start, end = chords[span], leaving[span], arriving[span]
    bend = (3 * chord - 2 * start - end) * t**2 + (start + end - 2 * chord) * t**3
    curve = points[span] + start * t + bend
    return Curve(np.concatenate([curve, points[-1:]]), knots)


def _pieces(
    chords: _Floats, leaving: _Floats, arriving: _Floats, tolerance: float
) -> NDArray[np.intp]:
    """Return into how many lines each span is cut, (n,), for vectors of shape (n, 2)."""
    # A cubic is off n lines by its second derivative / 8n². That is greatest at an end, and what
    # it has along the chord changes the pen's speed alone.
    ends = np.stack([4 * leaving + 2 * arriving, 2 * leaving + 4 * arriving])
    across = ends[..., 0] * chords[:, 1] - ends[..., 1] * chords[:, 0]
    off = np.abs(across).max(axis=0) / np.maximum(np.hypot(*chords.T), _TINY)
    pieces = np.clip(np.ceil(np.sqrt(off / (8 * tolerance))), 1, _MOST_PIECES)
    whole: NDArray[np.intp] = pieces.astype(np.intp)
    return whole


def through(points: _Floats, *, tension: float = 0.5, points_per_span: int = 8) -> _Floats:
    """Return a cardinal spline through points, (n, d) with n >= 2; the first and last are on it.

    It has (n - 1) * points_per_span + 1 points. `tension` scales the tangents: 0.5 is the curve
    of Catmull and Rom (1974), 0 the straight lines between the points.
    """
    # The first and the last point lack a neighbour: the one made up goes straight on.
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    # (n - 1, 1, d) each: a row for each span, against the (1, t, 1) of places along it.
    before, start, end, after = (padded[i : len(padded) - 3 + i, None] for i in range(4))
    t = np.linspace(0, 1, points_per_span, endpoint=False)[None, :, None]
    leaving, arriving = tension * (end - before), tension * (after - start)
    curve = (
        start
        + leaving * t
        + (3 * (end - start) - 2 * leaving - arriving) * t**2
        + (2 * (start - end) + leaving + arriving) * t**3
    )
    return np.concatenate([curve.reshape(-1, points.shape[1]), points[-1:]])
