"""Images of what is no digit, as many as are asked for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.pen_styles.hands import as_hands_do
from mnist_pad.dataset.pen_styles.letters import LETTERS
from mnist_pad.dataset.pen_styles.scribbles import draw_scribble
from mnist_pad.dataset.pen_styles.signs import SIGNS
from mnist_pad.dataset.pen_styles.style import Style
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments
from mnist_pad.ink.strokes import Stroke

Kind = Literal["letter", "sign", "pair", "scribble"]

SHARES: Final[Mapping[Kind, float]] = MappingProxyType(
    {"letter": 0.38, "sign": 0.27, "pair": 0.15, "scribble": 0.2}
)
"""The part of the images that is of each kind."""

# In heights of a digit. Digits closer than this may merge into one, as 1 and 3 do into a B.
_LEAST_GAP: Final = 0.14
_GREATEST_GAP: Final = 0.45


def write_others(count: int, seed: int) -> NDArray[np.uint8]:
    """Return `count` images of no digit; the same for the same seed, in random order.

    Images are uint8, shape (count, 28, 28), 0 (paper) to 255 (ink), drawn as the pad draws them;
    kinds come by `SHARES`, templates by their weight. One image takes about half a millisecond.
    """
    random = np.random.default_rng(seed)
    images = np.empty((count, 28, 28), np.uint8)
    kinds = get_args(Kind)
    chosen = random.choice(len(kinds), count, p=[SHARES[kind] for kind in kinds])
    for place, number in enumerate(chosen):
        strokes = as_hands_do(draw_other(kinds[number], random), random)
        images[place] = draw_digit(segments(tuple(strokes))).image
    return images


def draw_other(kind: Kind, random: np.random.Generator) -> list[Stroke]:
    """Return the strokes of one drawing of a kind, each (n, 2), y down, in no fixed unit.

    A `pair` is two digits side by side.
    """
    match kind:
        case "letter":
            return draw_strokes(_chosen(LETTERS, random), random)
        case "sign":
            return draw_strokes(_chosen(SIGNS, random), random)
        case "pair":
            return _draw_pair(random)
        case "scribble":
            return draw_scribble(random)


def _draw_pair(random: np.random.Generator) -> list[Stroke]:
    """Write any two digits, nearly as high as each other and nearly on one line."""
    strokes: list[Stroke] = []
    right = 0.0
    for digit in random.integers(10, size=2):
        style = _chosen(tuple(style for style in STYLES if style.digit == digit), random)
        drawn = draw_strokes(style, random)
        points = np.concatenate(drawn)  # (n, 2)
        low, size = points.min(axis=0), np.ptp(points, axis=0)
        # By their heights: digits in a number are as high as each other, not as wide.
        scale = np.exp(np.clip(random.normal(0.0, 0.08), -0.2, 0.2)) / size[1]
        corner = np.array([right, np.clip(random.normal(0.0, 0.05), -0.15, 0.15)])
        strokes += [(stroke - low) * scale + corner for stroke in drawn]
        right += size[0] * scale + random.uniform(_LEAST_GAP, _GREATEST_GAP)
    return strokes


def _chosen(styles: tuple[Style, ...], random: np.random.Generator) -> Style:
    """Choose a style by weight."""
    reached = np.cumsum([style.weight for style in styles])
    return styles[int(np.searchsorted(reached, random.uniform(0, reached[-1]), side="right"))]
