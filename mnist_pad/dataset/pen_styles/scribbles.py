"""Scribbles made at random: walks, polylines, heaps of strokes and arcs."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.curves import through
from mnist_pad.ink.strokes import Stroke

_Floats = NDArray[np.float64]

_BENDS: Final = (10, 26)
_CORNERS: Final = (6, 13)

# What chance makes is often a digit. It is none that is wider than high by this much, or whose
# line is so many times as long as its longer side: an 8 has 3, a slashed 0 at most 4.2.
_WIDE: Final = 1.9
_LONG: Final = 5.4

# Strokes so many and so apart are no digit either, at less length.
_MANY: Final = 4
_LONG_OF_MANY: Final = 3.6


def draw_scribble(random: np.random.Generator) -> list[Stroke]:
    """Return the strokes of one scribble, each (n, 2), y down, about 1 wide or high.

    Those that could be a digit, being short and not wide, are thrown away.
    """
    make = (_walk, _polyline, _heap, _arcs)[random.integers(4)]
    while True:
        # Twice as wide comes as often as half as wide.
        proportions = np.exp(random.normal(0.0, 0.25, 2))
        strokes = [stroke * proportions for stroke in make(random)]
        if _is_no_digit(strokes):
            return strokes


def _is_no_digit(strokes: list[_Floats]) -> bool:
    width, height = np.ptp(np.concatenate(strokes), axis=0)
    length = sum(np.hypot(*np.diff(stroke, axis=0).T).sum() for stroke in strokes)
    enough = _LONG_OF_MANY if len(strokes) >= _MANY else _LONG
    return bool(width > _WIDE * height or length > enough * max(width, height))


def _walk(random: np.random.Generator) -> list[_Floats]:
    """Walk smoothly, turning at random, kept from straying by a pull to the middle."""
    bends = int(random.integers(*_BENDS))
    # A walk has a side that it prefers; where that is strong, it curls up.
    turns = random.normal(random.normal(0.0, 0.5), 1.1, bends)
    headings = random.uniform(0, 2 * np.pi) + np.cumsum(turns)
    steps = random.uniform(0.2, 0.5, (bends, 1))
    moves = steps * np.stack([np.cos(headings), np.sin(headings)], axis=1)  # (bends, 2)
    pull = random.uniform(0.05, 0.3)
    places = np.zeros((bends + 1, 2))
    # One after the other: each place is pulled from where the one before ended up.
    for i in range(bends):
        places[i + 1] = (1 - pull) * places[i] + moves[i]
    return [through(places, points_per_span=4)]


def _polyline(random: np.random.Generator) -> list[_Floats]:
    return [random.uniform(0, 1, (int(random.integers(*_CORNERS)), 2))]


def _heap(random: np.random.Generator) -> list[_Floats]:
    """Lay two to five strokes over each other, from straight to wriggly."""
    count = int(random.integers(2, 6))
    return [_wriggle(int(random.integers(2, 7)), random) for _ in range(count)]


def _wriggle(points: int, random: np.random.Generator) -> _Floats:
    spread = random.uniform(0.25, 0.7)
    control = random.uniform(0, 1, 2) + spread * random.uniform(-1, 1, (points, 2))
    return through(control, tension=random.uniform(0, 0.6), points_per_span=5)


def _arcs(random: np.random.Generator) -> list[_Floats]:
    return [_arc(random) for _ in range(int(random.integers(3, 7)))]


def _arc(random: np.random.Generator) -> _Floats:
    angles = random.uniform(0, 2 * np.pi) + np.linspace(0, random.uniform(1, 5), 14)
    radii = random.uniform(0.12, 0.5, 2)
    round_middle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    moved: _Floats = random.uniform(0, 1, 2) + radii * round_middle
    return moved
