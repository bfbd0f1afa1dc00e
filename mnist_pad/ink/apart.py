"""Ink taken apart: rows of writing, and in each the pieces that are surely of one mark.

It is geometry alone: which strokes touch, lie within each other, or belong as a bar or a dot to
what is next to them. Where two neighbours may be one digit or two, the gap between them says how
likely each is, and whoever knows digits decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.strokes import Stroke

# Lengths below are in heights of a digit, as high as the drawing's own digits are.
_TOUCHING: Final = 0.06
"""Strokes nearer than this touch: a pen has a width, and outlines are sampled coarsely."""

PART: Final = 0.4
"""What is lower than this is no digit but a part of one: a bar, a foot, a dot."""

_PART_BESIDE: Final = 0.05
_PART_AWAY: Final = 0.8
"""A part stands so far beside and so far from its digit at most; farther, it may be a sign."""

_INSIDE: Final = 0.3
"""Two strokes that would have to be moved so far to stand side by side are one digit's."""

_SAME_ROW: Final = 0.4
"""Digits of a row share this part of the lower one's height, whatever the base line does."""

_FAR: Final = 4.0
"""Digits farther apart than this tell nothing of each other's row."""

_ONE_HEIGHT: Final = 1.2
"""One upon the other, two strokes are no higher than this where they are of one digit."""

_STACKED: Final = 0.17
"""Of the height of two strokes, the part that may lie between them where they are of one digit."""

_MOST_PAIRS: Final = 4000
_STEEPEST_SLANT: Final = 0.6
_OUTLINE_POINTS: Final = 64
_TINY_PX: Final = 1e-9

_Floats = NDArray[np.float64]
_Bools = NDArray[np.bool_]
_Numbers = NDArray[np.intp]
Piece = tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One line of writing, from left to right.

    `pieces` are strokes by their number, those that are surely of one mark together. `gaps` are
    what lies between neighbouring pieces, in heights of a digit; below 0 they overlap. `height` is
    how high a digit is, in the strokes' own unit.
    """

    pieces: tuple[Piece, ...]
    gaps: tuple[float, ...]
    height: float


@dataclass(frozen=True)
class Layout:
    """One way in which a drawing falls into rows, from top to bottom.

    `gap` is what lies between rows that the other way takes for one, in heights of a digit; None
    where there is no such.
    """

    rows: tuple[Row, ...]
    gap: float | None = None


class Apart:
    """Takes ink apart again and again as it grows; a finished stroke is measured once."""

    def __init__(self) -> None:
        # With its stroke, so that no other array takes its id meanwhile.
        self._outlines: dict[int, tuple[Stroke, _Floats]] = {}
        self._distances: dict[tuple[int, int], float] = {}

    def layouts(self, strokes: Sequence[Stroke]) -> tuple[Layout, ...]:
        """Return the ways to take strokes, (n, 2) and finite, apart: one or two; none without any.

        Two where parts of a digit, one above the other, may as well be digits of two rows. Every
        stroke is in one piece of each.
        """
        known = self._outlines
        self._outlines = {
            id(stroke): known[id(stroke)] if id(stroke) in known else (stroke, _outline(stroke))
            for stroke in strokes
        }
        if not strokes:
            # Strokes to come may have the ids of these.
            self._distances = {}
            return ()
        outlines = np.stack([self._outlines[id(stroke)][1] for stroke in strokes])
        low, high = outlines.min(axis=1), outlines.max(axis=1)
        if len(strokes) == 1:
            # Most drawings: there is nothing to take apart.
            return (Layout((Row(((0,),), (), _typical(_heights(high - low))),)),)
        # Before it is known how high a digit is: as large as the large strokes are.
        scale = _typical((high - low).max(axis=1))
        distance = self._measured(list(map(id, strokes)), outlines, _away(low, high), scale)
        return _layouts(_Strokes(outlines, low, high, distance), scale)

    def _measured(
        self, ids: Sequence[int], outlines: _Floats, away: _Floats, scale: float
    ) -> _Floats:
        """Return how far strokes are from each other, (n, n); of far ones, as their boxes are."""
        known, self._distances = self._distances, {}
        near = np.argwhere(np.triu(away < scale / 2, 1))
        # Of a tangle that large, nobody can tell which strokes touch.
        for one, other in near if len(near) <= _MOST_PAIRS else ():
            pair = ids[one], ids[other]
            if pair not in known:
                known[pair] = _distance(outlines[one], outlines[other])
            self._distances[pair] = away[one, other] = away[other, one] = known[pair]
        return away


@dataclass(frozen=True, eq=False)
class _Strokes:
    """Strokes as they lie: (n, 64, 2), bounds (n, 2), and distances from each other, (n, n)."""

    outlines: _Floats
    low: _Floats
    high: _Floats
    distance: _Floats

    @cached_property
    def beside(self) -> _Floats:
        """How far strokes would have to be moved to stand just side by side; above 0 they do."""
        return _gaps(self.low[:, 0], self.high[:, 0])

    @cached_property
    def above(self) -> _Floats:
        """What lies between strokes from top to bottom; below 0, so much they have in common."""
        return _clearance(self.low[:, 1], self.high[:, 1])

    @cached_property
    def together(self) -> _Floats:
        """How high two strokes are together."""
        low, high = self.low[:, 1], self.high[:, 1]
        return np.maximum(high[:, None], high) - np.minimum(low[:, None], low)

    @cached_property
    def lower(self) -> _Floats:
        """How high the lower of two strokes is."""
        height = self.high[:, 1] - self.low[:, 1]
        return np.minimum(height[:, None], height)

    @cached_property
    def stacked(self) -> _Bools:
        """Which strokes stand close one above the other."""
        width = self.high[:, 0] - self.low[:, 0]
        across = _clearance(self.low[:, 0], self.high[:, 0])
        level = -self.above >= _SAME_ROW * self.lower
        near = self.above < _STACKED * self.together
        return ~level & near & (-across >= _INSIDE * np.minimum(width[:, None], width))


def _layouts(strokes: _Strokes, scale: float) -> tuple[Layout, ...]:
    touching = strokes.distance < _TOUCHING * scale
    apart, joined = (_height(strokes, g) for g in (touching, touching | strokes.stacked))
    rows = _rows(strokes, joined)
    if joined == apart:
        return (Layout(rows),)
    others = _rows(strokes, apart)
    between = float(strokes.above[strokes.stacked].min()) / apart
    alike = [row.pieces for row in others] == [row.pieces for row in rows]
    return (Layout(rows),) if alike else (Layout(rows), Layout(others, between))


def _rows(strokes: _Strokes, height: float) -> tuple[Row, ...]:
    """Return the rows where a digit is so high."""
    low, high = strokes.low, strokes.high
    tall = np.flatnonzero(high[:, 1] - low[:, 1] >= PART * height)
    if not len(tall):
        return (Row((tuple(range(len(low))),), (), height),)
    # Two views of the same ink: as it is, and with its slant taken away.
    views = [_sides(strokes.outlines, shear) for shear in (0.0, _slant(strokes.outlines[tall]))]
    gaps = np.maximum(*(_gaps(left, right) for left, right in views)) / height
    of_one_height = strokes.together <= _ONE_HEIGHT * height
    level = (-strokes.above >= _SAME_ROW * strokes.lower) | of_one_height
    inside = level & (gaps < -_INSIDE)
    piece_of = _united(tall, inside | (strokes.stacked & of_one_height))
    row_of = _united(tall, level & (strokes.beside < _FAR * height))
    for part in sorted(set(range(len(low))) - set(tall.tolist())):
        whole, attached = _whole(part, tall, strokes, height)
        row_of[part] = row_of[whole]
        piece_of[part] = piece_of[whole] if attached else part
    middle = (low[:, 1] + high[:, 1]) / 2
    rows = [np.flatnonzero(row_of == label) for label in np.unique(row_of)]
    rows.sort(key=lambda members: float(middle[members].mean()))
    return tuple(_in_order(members, piece_of[members], views, height) for members in rows)


def _outline(stroke: Stroke) -> _Floats:
    """Return points at equal distances along a stroke, always as many."""
    lengths = np.append(0.0, np.cumsum(np.hypot(*np.diff(stroke, axis=0).T)))
    places = np.linspace(0.0, lengths[-1], _OUTLINE_POINTS)
    return np.stack([np.interp(places, lengths, axis) for axis in stroke.T], axis=1)


def _away(low: _Floats, high: _Floats) -> _Floats:
    """Return how far boxes are from each other, (n, n)."""
    gaps = [_clearance(low[:, axis], high[:, axis]) for axis in (0, 1)]
    return np.asarray(np.hypot(*np.maximum(gaps, 0.0)), np.float64)


def _distance(one: _Floats, other: _Floats) -> float:
    """Return how far two outlines are from each other."""
    between = one[:, None] - other[None]  # (64, 64, 2)
    return float(np.sqrt(np.einsum("ijk,ijk->ij", between, between).min()))


def _height(strokes: _Strokes, together: _Bools) -> float:
    """Return how high the drawing's digits are where strokes that are together are one."""
    labels = _united(range(len(together)), together)
    groups = [labels == label for label in np.unique(labels)]
    sizes = np.array([strokes.high[g].max(axis=0) - strokes.low[g].min(axis=0) for g in groups])
    return _typical(_heights(sizes))


def _heights(sizes: _Floats) -> _Floats:
    # Bars alone have no height to go by.
    return np.asarray(np.maximum(sizes[:, 1], _INSIDE * sizes[:, 0]), np.float64)


def _typical(sizes: _Floats) -> float:
    return max(float(np.median(sizes[sizes >= PART * sizes.max()])), _TINY_PX)


def _slant(outlines: _Floats) -> float:
    """Return how far the writing leans, x by y, from its steep segments."""
    dx, dy = np.diff(outlines, axis=1).reshape(-1, 2).T
    steep = np.abs(dx) < np.abs(dy)
    slant = float((dx * np.sign(dy))[steep].sum() / max(np.abs(dy[steep]).sum(), _TINY_PX))
    return max(-_STEEPEST_SLANT, min(slant, _STEEPEST_SLANT))


def _sides(outlines: _Floats, shear: float) -> tuple[_Floats, _Floats]:
    """Return where strokes begin and end from left to right once a slant is taken away."""
    across = outlines[..., 0] - shear * outlines[..., 1]
    return across.min(axis=1), across.max(axis=1)


def _clearance(low: _Floats, high: _Floats) -> _Floats:
    """Return what lies between intervals, (n, n); below 0, how much they have in common."""
    return np.maximum(low[:, None], low) - np.minimum(high[:, None], high)


def _gaps(left: _Floats, right: _Floats) -> _Floats:
    """Return what lies between intervals, (n, n); below 0, how far apart they had to be moved."""
    return np.maximum(left[:, None] - right, left - right[:, None])


def _whole(part: int, tall: _Numbers, strokes: _Strokes, height: float) -> tuple[int, bool]:
    """Return the tall stroke that a part is nearest to, and whether it belongs to that."""
    low, high = strokes.low, strokes.high
    beside = np.maximum(low[tall, 0] - high[part, 0], low[part, 0] - high[tall, 0])
    across = np.maximum(low[tall, 0], low[part, 0]) - np.minimum(high[tall, 0], high[part, 0])
    # All that it touches is equally near; what most of it lies within comes first then.
    near = np.maximum(strokes.distance[part, tall], _TOUCHING * height)
    first = int(np.lexsort([across, near])[0])
    attached = near[first] <= _PART_AWAY * height and beside[first] <= _PART_BESIDE * height
    return int(tall[first]), bool(attached)


def _in_order(
    members: _Numbers,
    piece_of: _Numbers,
    views: Sequence[tuple[_Floats, _Floats]],
    height: float,
) -> Row:
    pieces = [members[piece_of == label] for label in np.unique(piece_of)]
    left, right = views[-1]
    pieces.sort(key=lambda piece: float(left[piece].min() + right[piece].max()))
    gaps = [
        max(float(left[after].min() - right[before].max()) for left, right in views) / height
        for before, after in pairwise(pieces)
    ]
    return Row(tuple(tuple(piece.tolist()) for piece in pieces), tuple(gaps), height)


def _united(members: Iterable[int], together: _Bools) -> _Numbers:
    """Return a label for each stroke, (n,), the same for members that are linked."""
    labels, listed = np.arange(len(together)), np.fromiter(members, np.intp)
    linked = together[np.ix_(listed, listed)] | np.eye(len(listed), dtype=bool)
    own = np.arange(len(listed))
    while True:
        # Each takes the least label it is linked with, and then that one's: a chain halves.
        least = np.where(linked, own, len(own)).min(axis=1)
        least = np.minimum(least, least[least])
        if np.array_equal(least, own):
            labels[listed] = listed[own]
            return labels
        own = least
