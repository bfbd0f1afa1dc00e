"""Numbers: ink taken apart into marks, each of them read.

Where geometry leaves open whether neighbours are one digit or two, the network decides: how far it
holds them for digits stands against what the gap between them makes likely.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from mnist_pad.base.wording import translatable
from mnist_pad.ink.apart import PART, Apart, Layout, Piece, Row
from mnist_pad.ink.cutting import cuts
from mnist_pad.ink.found import Box, Found
from mnist_pad.ink.path import bounds_of
from mnist_pad.ink.raster import Rasterizer, Stages
from mnist_pad.ink.strokes import Ink, Stroke
from mnist_pad.recognizer.calibration import prominence
from mnist_pad.recognizer.marks import Mark, Said, mark_of
from mnist_pad.recognizer.recognizer import Recognizer, nothing

MAX_STROKES: Final = 1000
"""More are not taken apart: some hundred digits would be no drawing any more."""

# At this gap, in heights of a digit, neighbours are as likely one digit as two; a tenth of a
# height more or less makes either three times as likely. Weighed on pairs of digits set so close
# that they overlap, and on digits of two and more strokes.
_EVEN_GAP: Final = 0.08
_LOG_ODDS_PER_HEIGHT: Final = 12.0

_UNEVEN: Final = 0.17
"""The deviation of a hand's digits in height."""

_LARGEST_GAP: Final = 0.35
"""Pieces farther from each other are never one digit."""

_MOST_PIECES: Final = 3
"""A digit falls into so many pieces at most."""

_NETWORK: Final = 3.0
"""How much more the network's opinion counts than the gap."""

_TOUCHING_GAP: Final = 0.05
_CLEAR: Final = 0.75
"""Neighbours that are no farther apart are two digits where both are so prominent."""

_SURE: Final = 0.5
"""From this prominence on, half of a wide mark that is no digit is taken for one."""

_Key = tuple[int, ...]
_Run = tuple[int, int]


@dataclass(eq=False)
class _Group:
    """Strokes that may be one mark, what they are brought down to, and what is said of that.

    `prominence` is how far one class stands out, as `calibration.prominence` has it; 1 where there
    is nothing to read: of a point, the gap alone says whether it is a sign or part of a digit.
    """

    strokes: tuple[Stroke, ...]
    stages: Stages | None
    said: Said | None = None
    prominence: float = 1.0
    touching: bool | None = None


class _Known(NamedTuple):
    """What was brought down, by the ids of its strokes, and what brought down a growing stroke.

    The groups hold their strokes, so that no other takes an id; `growing` goes by those of the
    other strokes of its group.
    """

    groups: dict[_Key, _Group]
    growing: dict[_Key, Rasterizer]


class _Choice(NamedTuple):
    """A layout, which pieces are a mark in each of its rows, and how likely: a logarithm."""

    likelihood: float
    layout: Layout
    runs: tuple[tuple[_Run, ...], ...]


class _Settled(NamedTuple):
    """A mark: its row and strokes, and the prominence of the least prominent of its parts."""

    row: int
    piece: Piece
    least: float
    touching: bool = False


class InkReader:
    """Reads drawings that grow: what is as it was is neither drawn nor read again."""

    def __init__(self, recognizer: Recognizer) -> None:
        self.recognizer = recognizer
        self._apart = Apart()
        self._known = _Known({}, {})

    def read_with(self, recognizer: Recognizer) -> None:
        """Read with another network from now on."""
        self.recognizer = recognizer
        for group in self._known.groups.values():
            group.said = group.touching = None

    def read(self, ink: Ink, *, growing: bool = False) -> tuple[Mark, ...]:
        """Return the marks row by row, from left to right; none of ink without strokes.

        Of ink whose last stroke is `growing`, that stroke's points alone are new; whether digits
        touch is looked at when it ends.
        """
        if len(ink.strokes) > MAX_STROKES:
            return (_too_many(ink),)
        layouts = self._apart.layouts(ink.strokes)
        before, self._known = self._known, _Known({}, {})
        rows = [row for layout in layouts for row in layout.rows]
        runs = ((row, run) for row in rows for run in _runs(row))
        pieces = dict.fromkeys(_joined(row, run) for row, run in runs)
        last = len(ink.strokes) - 1 if growing else None
        self._bring_down(ink, pieces, before, last)
        if not layouts:
            return ()
        likeliest = max(
            (self._best(ink, layout) for layout in layouts), key=lambda choice: choice.likelihood
        )
        marks = self._settled(ink, likeliest)
        self._bring_down(ink, (mark.piece for mark in marks), before, last)
        return tuple(self._mark(ink, mark, growing=growing) for mark in marks)

    def _bring_down(
        self, ink: Ink, pieces: Iterable[Piece], before: _Known, last: int | None
    ) -> None:
        """Bring down what may be a mark, and have it read; what was known before stays.

        `last` is the number of the stroke in progress.
        """
        for piece in pieces:
            key = _key(ink, piece)
            group = self._known.groups.get(key) or before.groups.get(key)
            if group is None:
                rasterizer, others = Rasterizer(), key[:-1]
                if piece[-1] == last:
                    rasterizer = before.growing.get(others, rasterizer)
                    self._known.growing[others] = rasterizer
                part = ink.part(piece)
                group = _Group(part.strokes, rasterizer.rasterize(part))
            self._known.groups[key] = group
        self._ask()

    def _ask(self) -> None:
        """Ask the network about all that is new at once: one by one would take far longer."""
        images, new = [], []
        for group in self._known.groups.values():
            if group.said is None and group.stages is not None:
                new.append(group)
                images.append(group.stages.image)
        if not images:
            return
        for group, said in zip(new, self.recognizer.read_several(np.stack(images)), strict=True):
            group.said = said
            group.prominence = float(prominence(said[1][-1].astype(np.float64)))

    def _best(self, ink: Ink, layout: Layout) -> _Choice:
        rows = [self._best_of_row(ink, row) for row in layout.rows]
        likelihood = 0.0 if layout.gap is None else _apart(layout.gap)
        likelihood += sum(in_row for in_row, _ in rows)
        return _Choice(likelihood, layout, tuple(runs for _, runs in rows))

    def _best_of_row(self, ink: Ink, row: Row) -> tuple[float, tuple[_Run, ...]]:
        # Viterbi's way: the best for the first pieces, so many, whatever follows them.
        best: list[tuple[float, tuple[_Run, ...]]] = [(0.0, ())]
        best += [(-np.inf, ())] * len(row.pieces)
        for first, end in _runs(row):
            likelihood, runs = best[first]
            group = self._group(ink, row, (first, end))
            # For each piece once: a reading of fewer marks is not the likelier for that.
            likelihood += _NETWORK * (end - first) * float(np.log(group.prominence))
            likelihood += _as_high(_height(group.strokes) / row.height)
            likelihood += sum(map(_together, row.gaps[first : end - 1]))
            likelihood += _apart(row.gaps[first - 1]) if first else 0.0
            if likelihood > best[end][0]:
                best[end] = likelihood, (*runs, (first, end))
        return best[-1]

    def _settled(self, ink: Ink, choice: _Choice) -> list[_Settled]:
        """Return the marks; where digits touch and are not clear, they stay together."""
        marks: list[_Settled] = []
        for number, (row, runs) in enumerate(zip(choice.layout.rows, choice.runs, strict=True)):
            for run in runs:
                mark = _Settled(number, _joined(row, run), self._group(ink, row, run).prominence)
                if run[0] and row.gaps[run[0] - 1] < _TOUCHING_GAP:
                    least = min(marks[-1].least, mark.least)
                    if least < _CLEAR:
                        piece = tuple(sorted((*marks.pop().piece, *mark.piece)))
                        mark = _Settled(number, piece, least, touching=least >= _SURE)
                marks.append(mark)
        return marks

    def _group(self, ink: Ink, row: Row, run: _Run) -> _Group:
        return self._known.groups[_key(ink, _joined(row, run))]

    def _mark(self, ink: Ink, mark: _Settled, *, growing: bool) -> Mark:
        group = self._known.groups[_key(ink, mark.piece)]
        refused = group.said is not None and group.said[0].digit is None
        touching = refused and mark.touching
        if refused and not (touching or growing):
            if group.touching is None:
                group.touching = self._touches(ink.part(mark.piece))
            touching = group.touching
        found = Found(_box(group.strokes, ink.pen), group.stages, mark.row, touching)
        return mark_of(found, group.said, mark.piece)

    def _touches(self, ink: Ink) -> bool:
        """Tell whether ink that is no digit is several that touch."""
        halves = [half for pair in cuts(ink.strokes) for half in pair]
        stages = [Rasterizer().rasterize(Ink(half, ink.pad, ink.pen)) for half in halves]
        images = [each.image for each in stages if each is not None]
        # Half of a mark that is too small to be one tells of no digit.
        if not images or len(images) < len(stages):
            return False
        prominences = prominence(self.recognizer.logits(np.stack(images))).reshape(-1, 2)
        return bool((prominences.min(axis=1) >= _SURE).any())


def _runs(row: Row) -> Iterator[_Run]:
    """Yield what may be one mark: the first piece and the one after the last."""
    for first in range(len(row.pieces)):
        for end in range(first + 1, min(first + _MOST_PIECES, len(row.pieces)) + 1):
            if end > first + 1 and row.gaps[end - 2] > _LARGEST_GAP:
                break
            yield first, end


def _joined(row: Row, run: _Run) -> Piece:
    return tuple(sorted(number for piece in row.pieces[slice(*run)] for number in piece))


def _key(ink: Ink, piece: Piece) -> _Key:
    return tuple(id(ink.strokes[number]) for number in piece)


def _apart(gap: float) -> float:
    """Return the logarithm of how likely neighbours are two digits, by the gap alone."""
    return _together(2 * _EVEN_GAP - gap)


def _together(gap: float) -> float:
    """Return the logarithm of how likely neighbours are one digit, by the gap alone."""
    return -float(np.logaddexp(0.0, _LOG_ODDS_PER_HEIGHT * (gap - _EVEN_GAP)))


def _as_high(height: float) -> float:
    """Return the logarithm of how likely a mark of that height is a digit, in heights of a digit.

    What is lower than a part of a digit is none, and may be a sign.
    """
    return -(((1.0 - height) / _UNEVEN) ** 2) / 2 if PART <= height < 1.0 else 0.0


def _height(strokes: Sequence[Stroke]) -> float:
    low, high = bounds_of(np.concatenate(strokes))
    return float(high[1] - low[1])


def _box(strokes: Sequence[Stroke], pen: float) -> Box:
    low, high = bounds_of(np.concatenate(strokes))
    (x, y), (right, bottom) = (low - pen / 2).tolist(), (high + pen / 2).tolist()
    return x, y, right - x, bottom - y


def _too_many(ink: Ink) -> Mark:
    found = Found(_box(ink.strokes, ink.pen), None)
    everything = tuple(range(len(ink.strokes)))
    # A sentence without placeholders: whoever shows it has it translated as it is.
    reason = translatable("Reasons", "More than 1,000 strokes: too many to read")
    return Mark(found, nothing(reason), (), everything)
