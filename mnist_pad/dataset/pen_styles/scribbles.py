"""Scribbles made at random: walks, polylines, heaps of strokes and arcs."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.curves import through
from mnist_pad.ink.strokes import Stroke

_Floats = NDArray[np.float64]

# A walk of fewer bends, or a polyline of fewer corners, often is a 1, a 2 or a 7.
_BENDS: Final = (9, 22)
_CORNERS: Final = (6, 13)


def draw_scribble(random: np.random.Generator) -> list[Stroke]:
    """Return the strokes of one scribble, each (n, 2), y down, about 1 wide or high."""
    make = (_walk, _polyline, _heap, _arcs)[random.integers(4)]
    strokes = make(random)
    proportion = np.exp(random.normal(0.0, 0.3, 2))
    return [stroke * proportion for stroke in strokes]


def _walk(random: np.random.Generator) -> list[_Floats]:
    """Walk smoothly, turning at random, kept from straying by a pull to the middle."""
    bends = int(random.integers(*_BENDS))
    turns = random.normal(random.normal(0.0, 0.6), 1.1, bends)
    headings = random.uniform(0, 2 * np.pi) + np.cumsum(turns)
    steps = random.uniform(0.2, 0.5, (bends, 1))
    moves = steps * np.stack([np.cos(headings), np.sin(headings)], axis=1)
    places = np.zeros((bends + 1, 2))
    for i in range(bends):
        places[i + 1] = 0.85 * places[i] + moves[i]
    return [through(places, points_per_span=4)]


def _polyline(random: np.random.Generator) -> list[_Floats]:
    return [random.uniform(0, 1, (int(random.integers(*_CORNERS)), 2))]


def _heap(random: np.random.Generator) -> list[_Floats]:
    """Lay two to five strokes over each other; two are always wriggly, more may be straight."""
    count = int(random.integers(2, 6))
    least = 5 if count == 2 else 2
    return [_wriggle(int(random.integers(least, 7)), random) for _ in range(count)]


def _wriggle(points: int, random: np.random.Generator) -> _Floats:
    spread = random.uniform(0.25, 0.7)
    control = random.uniform(0, 1, 2) + spread * random.uniform(-1, 1, (points, 2))
    return through(control, tension=random.uniform(0, 0.6), points_per_span=5)


def _arcs(random: np.random.Generator) -> list[_Floats]:
    return [_arc(random) for _ in range(int(random.integers(3, 7)))]


def _arc(random: np.random.Generator) -> _Floats:
    angles = random.uniform(0, 2 * np.pi) + np.linspace(0, random.uniform(1, 5), 14)
    radii = random.uniform(0.12, 0.5, 2)
    middle: _Floats = random.uniform(0, 1, 2)
    return middle + radii * np.stack([np.cos(angles), np.sin(angles)], axis=1)
