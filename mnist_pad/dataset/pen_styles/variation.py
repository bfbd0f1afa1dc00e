"""One drawing of a style, varied as hands vary."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.pen_styles.style import Style
from mnist_pad.ink.curves import through
from mnist_pad.ink.strokes import Stroke

_Floats = NDArray[np.float64]

_POINTS_PER_SPAN: Final = 5

# Lengths along the stroke, in sides of the template's square: how far speed cuts corners, and
# how long the waves of a tremor are.
_HASTE_LENGTH: Final = 0.07
_TREMOR_LENGTH: Final = 0.12

# The part of drawings done carelessly, and how much more they stray.
_SLOPPY_SHARE: Final = 0.25
_SLOPPY: Final = 1.6


def draw_strokes(style: Style, random: np.random.Generator) -> list[Stroke]:
    """Return the strokes of one drawing, each (n, 2), y down; the digit is about 1 high.

    Most drawings are tidy and a quarter sloppy. They differ in proportions, joints, gaps, round
    or angular curves, corners cut at speed, tremor, width, slant and turn.
    """
    layout = _layout(style)
    stray = style.freedom * (_SLOPPY if random.random() < _SLOPPY_SHARE else 1.0)
    control = _proportioned(layout.control, random, stray)
    control = _jointed(control, layout, random, stray)
    # Between a polyline and curves a little rounder than Catmull-Rom's, mostly near those.
    roundness = 1.25 * random.beta(3.0, 1.2)
    path = layout.straight @ control  # (p, k) @ (k, 2)
    path += roundness * (layout.bent @ control)
    path += random.beta(1.2, 2.0) * (layout.blur @ path - path)
    tremor = random.normal(size=(layout.tremor.shape[1], 2))
    path += stray * abs(random.normal(0.0, 0.008)) * (layout.tremor @ tremor)
    return np.split(_leaning(path, style, random, stray), layout.ends[:-1])


@dataclass(frozen=True, eq=False)
class _Layout:
    """A style's template, and the linear maps that make a path of its control points.

    With k control points and p points of the path: `control` is (k, 2), `stroke_of`, (k,), the
    number of the stroke each belongs to, and `from_middle`, (k, 2), its offset from that stroke's
    mean. `straight` and `bent`, (p, k), give the polyline and what makes it a curve; `blur`,
    (p, p), smooths along the path; `tremor`, (p, p), makes smooth noise of white. `ends` are where
    strokes end among the points of the path.
    """

    control: _Floats
    stroke_of: NDArray[np.intp]
    from_middle: _Floats
    straight: _Floats
    bent: _Floats
    blur: _Floats
    tremor: _Floats
    ends: tuple[int, ...]


# A style is drawn thousands of times, and its maps stay the same.
@cache
def _layout(style: Style) -> _Layout:
    strokes = [text.split() for text in style.strokes]
    names = [name for stroke in strokes for name in stroke]
    control = np.array([[float(x) for x in name.rstrip("!").split(",")] for name in names]) / 100
    straight, bent, ends = [], [], []
    # A curve is linear in its control points: that of unit vectors is the map, for any points.
    unit, first = np.eye(len(names)), 0
    for stroke in strokes:
        corners = [i for i, name in enumerate(stroke) if name.endswith("!")]
        bounds = [0, *corners, len(stroke) - 1]
        # Neighbouring pieces share their corner.
        pieces = [unit[first + a : first + b + 1] for a, b in pairwise(bounds)]
        line, curve = (_joined(pieces, tension) for tension in (0.0, 0.5))
        straight.append(line)
        bent.append(curve - line)
        ends.append(len(line))
        first += len(stroke)
    # Of the usual roundness: along this path, distances are measured for all.
    path = (np.concatenate(straight) + np.concatenate(bent)) @ control
    # So far, `ends` holds lengths; they are added up below.
    number = np.repeat(np.arange(len(ends)), ends)
    blur = _neighbourhood(path, number, _HASTE_LENGTH)
    waves = _neighbourhood(path, number, _TREMOR_LENGTH)
    lengths = [len(stroke) for stroke in strokes]
    parts = np.split(control, np.cumsum(lengths)[:-1])
    return _Layout(
        control=control,
        stroke_of=np.repeat(np.arange(len(strokes)), lengths),
        from_middle=np.concatenate([part - part.mean(axis=0) for part in parts]),
        straight=np.concatenate(straight),
        bent=np.concatenate(bent),
        blur=blur,
        # Rows of length 1, so that the noise keeps its deviation.
        tremor=waves / np.linalg.norm(waves, axis=1, keepdims=True),
        ends=tuple(np.cumsum(ends).tolist()),
    )


def _joined(pieces: list[_Floats], tension: float) -> _Floats:
    """Return the curve of a stroke's pieces from corner to corner, corners once."""
    curves = [through(piece, tension=tension, points_per_span=_POINTS_PER_SPAN) for piece in pieces]
    return np.concatenate([curves[0], *(curve[1:] for curve in curves[1:])])


def _neighbourhood(path: _Floats, stroke_of: NDArray[np.intp], length: float) -> _Floats:
    """Return the weights, (p, p), of a Gaussian mean along each stroke, `length` its deviation."""
    steps = np.hypot(*np.diff(path, axis=0, prepend=path[:1]).T)  # (p,)
    along = np.cumsum(steps)
    # Each point stands for the path half-way to its neighbours.
    share = (steps + np.append(steps[1:], 0.0)) / 2 + 1e-6
    weights = np.exp(-(((along[:, None] - along) / length) ** 2) / 2) * share
    weights *= stroke_of[:, None] == stroke_of
    normalized: _Floats = weights / weights.sum(axis=1, keepdims=True)
    return normalized


def _proportioned(control: _Floats, random: np.random.Generator, stray: float) -> _Floats:
    """Vary what is large and what is small, all points together."""
    # Cut off, here and below: a normal distribution has tails that no hand has.
    powers = np.exp(np.clip(random.normal(0.0, 0.2, 2), -0.4, 0.4) * stray * (0.6, 1.0))
    # Powers keep the square's rim where it is; what lies outside keeps its distance to it.
    inside = np.clip(control, 0.0, 1.0)
    x, y = (inside**powers + control - inside).T
    taper, bow, wave = random.normal(0.0, (0.12, 0.03, 0.02)) * stray
    x = 0.5 + (x - 0.5) * (1 + np.clip(taper, -0.35, 0.35) * (2 * y - 1))
    x = x + bow * np.sin(np.pi * y) + wave * np.sin(2 * np.pi * y)
    return np.stack([x, y], axis=1)


def _jointed(
    control: _Floats, layout: _Layout, random: np.random.Generator, stray: float
) -> _Floats:
    """Move single points, whole strokes and the strokes' ends."""
    strokes = len(layout.ends)
    moved = control + random.normal(0.0, 0.017 * stray, control.shape)
    if strokes > 1:
        moved += random.normal(0.0, 0.018 * stray, (strokes, 2))[layout.stroke_of]
        # A matrix each, near nothing: it turns, stretches and shears the stroke a little.
        turns = random.normal(0.0, 0.06 * stray, (strokes, 2, 2))[layout.stroke_of]
        moved += np.einsum("ki,kij->kj", layout.from_middle, turns)  # (k, 2) by (k, 2, 2)
    changes = np.flatnonzero(np.diff(layout.stroke_of, prepend=-1, append=strokes))
    firsts, lasts = changes[:-1], changes[1:] - 1
    for tips, inner in ((firsts, firsts + 1), (lasts, lasts - 1)):
        away = moved[tips] - moved[inner]
        # Two points on one spot have no direction.
        away /= np.hypot(*away.T)[:, None] + 1e-6
        moved[tips] += away * random.normal(0.0, 0.03 * stray, (strokes, 1))
    return moved


def _leaning(path: _Floats, style: Style, random: np.random.Generator, stray: float) -> _Floats:
    """Narrow or widen, shear and turn the whole drawing."""
    width = np.exp(np.clip(random.normal(0.0, 0.2), -0.45, 0.45) * style.freedom)
    slant = np.clip(random.normal(0.08, 0.17), *style.slant)
    turn = np.deg2rad(np.clip(random.normal(0.0, 4.0), -9.0, 9.0)) * min(stray, 1.0)
    leaning = np.array([[width, 0.0], [-slant, 1.0]])
    turned = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    # Points are rows: what stands first is done first.
    moved: _Floats = (path - 0.5) @ (leaning @ turned) + 0.5
    return moved
