"""In which manner a digit is written, in people's words: a flagged 1, a crossed 7."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.placement import FIELD_PX
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments

_Floats = NDArray[np.float64]
_Table = Mapping[str, tuple[str, ...]]


def _all_of(digit: int) -> tuple[str, ...]:
    return tuple(style.name for style in STYLES if style.digit == digit)


# At 28x28 a small loop fills with ink and a small gap or hook vanishes: in people's drawings,
# looped 0s and 2s, flat-topped 3s, s-like 5s, curled 6s, hooked 7s and open 8s were seen where
# there were none, or missed.
MANNERS: Final[Mapping[int, _Table]] = MappingProxyType(
    {
        0: {
            "plain": (
                "closed",
                "from the right",
                "not quite closed",
                "open at the left",
                "overlapping",
                "looped",
            ),
            "slashed": (
                "slashed",
                "slashed through",
                "slashed in one stroke",
                "slashed upright",
                "slashed far through",
                "slashed far through, small ring",
                "slashed backwards",
            ),
            "barred": ("barred", "barred through"),
            "dotted": ("dotted",),
        },
        1: {
            "bar": ("bar", "begun from below", "like an l"),
            "flagged": (
                "short flag",
                "long flag",
                "very long flag",
                "curved flag",
                "wide flag",
                "flag as wide as high",
                "flag to the line",
                "square flag",
                "entry stroke",
            ),
            "flagged and footed": (
                "flag and foot",
                "long flag and foot",
                "wide foot",
                "foot to the right",
            ),
            "footed": ("foot", "foot to the left"),
        },
        2: {"plain": _all_of(2)},
        3: {"plain": _all_of(3)},
        4: {
            "open": (
                "open",
                "open in three strokes",
                "open and round",
                "short crossing",
                "low stem",
                "bar near the foot",
                "open at the foot",
                "small cup",
                "cup apart",
            ),
            "closed": ("closed", "closed with a bar", "nearly closed"),
        },
        5: {"plain": _all_of(5)},
        6: {"plain": _all_of(6)},
        7: {
            "plain": ("plain", "hooked", "long hook", "waved", "curved stem", "round corner"),
            "crossed": ("crossed", "crossed low", "crossed and upright", "hooked and crossed"),
        },
        8: {"plain": _all_of(8)},
        9: {
            "straight": (
                "straight stem",
                "small loop",
                "filled loop",
                "flat loop",
                "open loop",
                "tail to the left",
                "circle and stem",
            ),
            "curled": (
                "curled tail",
                "open loop and curled tail",
                "filled loop and tail",
                "like a g",
                "square tail",
                "flat loop and tail",
            ),
        },
    }
)
"""By digit, its manners and the styles of each; a digit of one manner is not told apart."""

_DRAWINGS_A_STYLE: Final = 50
# Fixed: a picture is told the same at every start.
_SEED: Final = 7

_BLUR_PX: Final = 1.1
_STEP_PX: Final = 2

# In variances of an average feature.
# Features at the rim have next to no ink in any drawing: without this, the scatter is as good as
# singular.
_RIDGE: Final = 0.3


def manners(images: NDArray[np.uint8], labels: NDArray[np.integer]) -> list[str]:
    """Return the manner each digit is written in, in order; see `MANNERS` for what there is.

    `images` is uint8, shape (n, 28, 28), 0 (paper) to 255 (ink), placed as the pad places them;
    `labels`, shape (n,), are the digits they show, 0 to 9. The first picture of a digit of
    several manners costs up to a third of a second, any other far below a millisecond.
    """
    told = np.empty(len(labels), dtype=object)
    for digit in np.unique(labels).tolist():
        places = np.flatnonzero(labels == digit)
        told[places] = _told(images[places], digit)
    names: list[str] = told.tolist()
    return names


def _told(images: NDArray[np.uint8], digit: int) -> NDArray[np.object_]:
    names = np.array(list(MANNERS[digit]), dtype=object)
    if len(names) == 1:
        return names.repeat(len(images))
    known = _discriminant(digit)
    logits = _features(images) @ known.weights + known.bias  # (n, 196) @ (196, styles)
    # Less the largest, none overflows.
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    # A manner is as likely as all its styles together.
    chosen: NDArray[np.object_] = names[(odds @ known.members).argmax(axis=1)]
    return chosen


@dataclass(frozen=True, eq=False)
class _Discriminant:
    """Fisher's linear discriminant of a digit's styles, and which manner each style is of.

    `weights` is (196, styles), `bias` (styles,); `members`, (styles, manners), is 1 where a style
    is of a manner, else 0.
    """

    weights: _Floats
    bias: _Floats
    members: _Floats


@cache
def _discriminant(digit: int) -> _Discriminant:
    random = np.random.default_rng((_SEED, digit))
    styles = [style for style in STYLES if style.digit == digit]
    drawn = [draw_strokes(style, random) for style in styles for _ in range(_DRAWINGS_A_STYLE)]
    features = _features(np.stack([draw_digit(segments(tuple(ink))).image for ink in drawn]))
    by_style = features.reshape(len(styles), _DRAWINGS_A_STYLE, -1)  # (styles, 50, 196)
    means = by_style.mean(axis=1)
    strayed = (by_style - means[:, np.newaxis]).reshape(features.shape)
    scatter = strayed.T @ strayed / len(strayed)  # (196, 196)
    scatter += _RIDGE * np.diag(scatter).mean() * np.eye(len(scatter))
    weights = np.linalg.solve(scatter, means.T)  # (196, styles)
    usual = np.log([style.weight for style in styles])
    members = [[style.name in names for names in MANNERS[digit].values()] for style in styles]
    return _Discriminant(
        weights=weights,
        bias=usual - (means.T * weights).sum(axis=0) / 2,
        members=np.array(members, dtype=np.float64),
    )


def _features(images: NDArray[np.uint8]) -> _Floats:
    """Blur pictures and keep every other pixel: (n, 28, 28) to (n, 196)."""
    # A photograph's ink may be faint, and the drawings compared with are black.
    ink = images / np.maximum(images.max(axis=(1, 2), keepdims=True), 1)
    centres = np.arange(0.5, FIELD_PX, _STEP_PX)
    away = (centres[:, np.newaxis] - np.arange(FIELD_PX)) / _BLUR_PX
    blur = np.exp(-(away**2) / 2)
    blurred: _Floats = blur @ ink @ blur.T  # (14, 28) @ (n, 28, 28) @ (28, 14)
    return blurred.reshape(len(images), -1)
