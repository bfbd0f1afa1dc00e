"""Ink told from paper, noise and ruling, in as many tones as it has."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.pictures.centreline import stroke_width
from mnist_pad.pictures.components import components
from mnist_pad.pictures.lines import without_lines
from mnist_pad.pictures.paper import Contrast, slide, window_sum

# Below this part of the paper's brightness nothing counts as ink, nor within the noise.
_FAINTEST_INK: Final = 0.08
_NOISE_DEVIATIONS: Final = 5.0

# A pen fades, and pens differ: down to this part of the full strength ink goes on where it has
# begun, and begins where it reaches the other part somewhere.
_GOES_ON: Final = 0.26
_BEGINS: Final = 0.33

# Ink of this part of the full strength is surely ink. What is fainter is at most so many times as
# long as the longest piece of that, and at the rim, where shadows and ruling end, shorter.
_STRONG: Final = 0.5
_LONGEST_FAINT: Final = 2.0
_LONGEST_FAINT_AT_RIM: Final = 1.2
_CROSSING: Final = 0.1

# Faint ink over such a part of the longer side is ruling: then no other faint ink is trusted.
_RULING: Final = 0.5

# Ink as strong as this part of the strongest beside it is no outline but a stroke's middle.
_MIDDLE: Final = 0.75

_BINS: Final = 128

_Floats = NDArray[np.float64]
_Mask = NDArray[np.bool_]


def find_ink(contrast: Contrast) -> _Mask:
    """Return which pixels of a picture are written with ink, (h, w), in all its tones."""
    strength, blur_px = contrast.strength, contrast.blur_px
    faintest = max(_FAINTEST_INK, _NOISE_DEVIATIONS * contrast.noise)
    candidates = strength[strength > faintest]
    if not len(candidates):
        return np.zeros(strength.shape, dtype=np.bool_)
    full = float(np.median(candidates[candidates > _otsu_threshold(candidates)]))
    dark = strength > max(faintest, _GOES_ON * full)
    surely = dark & (strength > _STRONG * full)
    unlined = without_lines(surely, blur_px)
    strong = components(unlined)
    longest = int(strong.sizes.max(initial=0))
    # Where faint lines cross, they are stronger.
    beside = slide(strong.only(strong.sizes >= _CROSSING * longest), blur_px, np.maximum)
    lines = slide(surely & ~unlined, blur_px, np.maximum)
    faint = _goes_on(dark & ~beside & ~lines, longest)
    grown = components(dark & (beside | faint))
    strongest = np.zeros(len(grown.areas) + 1)
    np.maximum.at(strongest, grown.labels[dark], strength[dark])
    return without_lines(grown.only(strongest[1:] > _BEGINS * full), blur_px)


def _goes_on(faint: _Mask, longest: int) -> _Mask:
    """Return the faint ink, (h, w), that may go on from strong ink; `longest` is its size.

    What is too long, and shorter at the rim, is ruling or a shadow, also where ink lies upon it.
    """
    pieces = components(faint)
    limit = np.where(pieces.at_rim, _LONGEST_FAINT_AT_RIM, _LONGEST_FAINT) * longest
    short = pieces.sizes <= limit
    if pieces.sizes[~short].max(initial=0) > _RULING * max(faint.shape):
        return np.zeros_like(faint)
    return pieces.only(short)


def coverage(strength: _Floats, ink: _Mask, blur_px: int) -> _Floats:
    """Return how much each pixel is covered with ink, 0 to 1, however strong the ink is there.

    `strength` and `ink` are (h, w). The rim of the ink lies below what counts as ink, but belongs
    to it as far as the blur reaches.
    """
    # However blurred a picture is, a stroke is strongest in its middle.
    half = max(blur_px, round(stroke_width(ink) / 2))
    strongest = slide(np.where(ink, strength, 0.0), half, np.maximum)
    middle = ink & (strength >= _MIDDLE * strongest)
    reach = 2 * half + 1
    full = window_sum(np.where(middle, strength, 0.0), reach)
    count = window_sum(middle.astype(np.float64), reach)
    covered = strength * count / np.maximum(full, 1e-9)
    with_rim = slide(ink, blur_px, np.maximum)
    return np.where(with_rim, np.clip(covered, 0.0, 1.0), 0.0)


def _otsu_threshold(values: _Floats) -> float:
    """Return what divides values into two classes of the least variance (Otsu 1979)."""
    counts, edges = np.histogram(values, bins=_BINS)
    centres = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1]
    above = below[-1] + counts[-1] - below
    sums = np.cumsum(counts * centres)
    mean_below = sums[:-1] / np.maximum(below, 1)
    mean_above = (sums[-1] - sums[:-1]) / np.maximum(above, 1)
    return float(edges[1:-1][np.argmax(below * above * (mean_above - mean_below) ** 2)])
