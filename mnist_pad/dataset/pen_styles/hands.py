"""How far hands go: drawings squeezed, stretched, sheared, turned, or left in few points."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from mnist_pad.ink.curves import distinct, smooth
from mnist_pad.ink.strokes import Stroke

_FAR_SHARE: Final = 0.25
_TURN: Final = np.deg2rad(27.0)
_SHEAR: Final = 0.6
# A third of its width, or half as wide again.
_WIDTH: Final = (1 / 3, 1.5)

_FAST_SHARE: Final = 0.25
# Between two points, in heights of a digit.
_FAST_STEP: Final = (0.15, 0.45)
_SMOOTHING: Final = 0.001


def as_hands_do(strokes: Sequence[Stroke], random: np.random.Generator) -> list[Stroke]:
    """Return strokes, each (n, 2) and together about 1 high, as they are or changed by chance.

    A quarter of all drawings is squeezed or stretched, sheared and turned; a quarter is drawn so
    fast that few points are left, and curves through these.
    """
    if random.random() < _FAR_SHARE:
        strokes = _far(strokes, random)
    if random.random() < _FAST_SHARE:
        step = random.uniform(*_FAST_STEP)
        strokes = [_fast(stroke, step, random) for stroke in strokes]
    return list(strokes)


def _far(strokes: Sequence[Stroke], random: np.random.Generator) -> list[Stroke]:
    width = np.exp(random.uniform(*np.log(_WIDTH)))
    shear = random.uniform(-_SHEAR, _SHEAR)
    turn = random.uniform(-_TURN, _TURN)
    cos, sin = np.cos(turn), np.sin(turn)
    # Points are rows: what stands first is done first.
    change = np.array([[width, 0.0], [-shear, 1.0]]) @ np.array([[cos, sin], [-sin, cos]])
    return [stroke @ change for stroke in strokes]


def _fast(stroke: Stroke, step: float, random: np.random.Generator) -> Stroke:
    along = np.cumsum(np.hypot(*np.diff(stroke, axis=0, prepend=stroke[:1]).T))
    # Where between two samples the pen goes down is chance.
    places = np.arange(random.uniform(0.0, step), along[-1], step)
    left = np.unique(np.concatenate([[0], np.searchsorted(along, places), [len(along) - 1]]))
    return smooth(distinct(stroke[left], _SMOOTHING), _SMOOTHING).line
