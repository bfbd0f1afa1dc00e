"""What lies on a picture and is no writing: areas and strips at its rim, specks, bits of lines."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.pictures.centreline import stroke_width
from mnist_pad.pictures.components import Pieces, components

# A picture with more pieces is a texture: the largest so many are looked at.
_MOST_PIECES: Final = 600

# What is smaller than this part of the largest piece is no part of a digit. Where that itself is
# smaller than this part of the picture's shorter side, there is only dust.
_CRUMB: Final = 0.03
_DUST: Final = 0.04

# Strokes wider than this part of a piece's longer side make no digit. Smaller pieces than this
# part of the picture's longer side are not looked at so closely.
_WIDEST_STROKE: Final = 0.42
_LARGE: Final = 0.1

# What lies within this part of the shorter side from the rim is no writing, nor is what fills its
# box by this part and goes all along a side.
_MARGIN: Final = 0.06
_SOLID: Final = 0.7

# In heights of a digit: a mark alone is larger than this, one cut off by the rim than that. It has
# this part of the ink of the one that has most, and a piece at the rim that of its own mark.
_SPECK: Final = 0.3
_CUT_OFF: Final = 0.6
_LEAST_INK: Final = 0.03
_LEAST_INK_AT_RIM: Final = 0.06

# A mark so many times wider than high is a bit of a line, unless it is so many times longer than
# any other: then it is a minus, or what divides.
_FLATTEST: Final = 4.0
_LONGEST_BIT: Final = 3.0

_Mask = NDArray[np.bool_]
_Numbers = NDArray[np.intp]


def without_surroundings(parts: Pieces) -> Pieces:
    """Return components without what lies at the rim, and without crumbs."""
    kept = ~_areas(parts) & ~_strips(parts)
    sizes = np.where(kept, parts.sizes, 0)
    if np.count_nonzero(kept) > _MOST_PIECES:
        kept &= sizes > np.partition(sizes, -_MOST_PIECES)[-_MOST_PIECES]
    largest = sizes.max(initial=0)
    kept &= (sizes >= _CRUMB * largest) & (largest >= _DUST * min(parts.labels.shape))
    return components(parts.only(kept))


def _areas(parts: Pieces) -> _Mask:
    """Tell which components are areas that reach the rim: a desk, a shadow, a hand."""
    areas: _Mask = parts.at_rim & (parts.sizes >= _LARGE * max(parts.labels.shape))
    for number in np.flatnonzero(areas).tolist():
        crop = parts.crop(number)
        areas[number] = stroke_width(crop) > _WIDEST_STROKE * max(crop.shape)
    return areas


def _strips(parts: Pieces) -> _Mask:
    """Tell which components lie along the rim: the edge of a desk or of a neighbour."""
    top, left, bottom, right = parts.boxes.T
    height, width = parts.labels.shape
    margin = _MARGIN * min(height, width)
    farthest = np.minimum(np.minimum(bottom, right), np.minimum(height - top, width - left))
    strips: _Mask = farthest <= margin
    across = (left == 0) & (right == width) & ((top == 0) | (bottom == height))
    along = (top == 0) & (bottom == height) & ((left == 0) | (right == width))
    solid = parts.areas > _SOLID * parts.heights * parts.widths
    others = ~strips & (parts.sizes > _LARGE * max(height, width))
    # A lone 1, cut out without a margin, is all there is.
    edges = solid & (across | along) & (np.count_nonzero(others) > 1)
    strips |= edges
    return strips


def stray(parts: Pieces, group: _Numbers, height: float) -> _Mask:
    """Tell which components belong to no digit, (n,): specks, pieces cut off, bits of lines.

    `group`, (n,), numbers the mark to which each belongs, and `height` is a digit's in pixels.
    """
    count = len(group)
    size = np.zeros(count, dtype=np.intp)
    np.maximum.at(size, group, parts.sizes)
    size = size[group]
    ink = np.bincount(group, parts.areas, minlength=count)[group]
    gone: _Mask = (size < _SPECK * height) | (ink < _LEAST_INK * ink.max())
    gone |= parts.at_rim & (size < _CUT_OFF * height)
    gone |= parts.at_rim & (parts.areas < _LEAST_INK_AT_RIM * ink)
    flat = _flat(parts, group)
    others = size[~gone & ~flat].max(initial=0)
    gone |= flat & (size < _LONGEST_BIT * others)
    return gone


def _flat(parts: Pieces, group: _Numbers) -> _Mask:
    """Tell which components belong to a mark far wider than high, (n,)."""
    low = np.full((len(group), 2), np.iinfo(np.intp).max)
    high = np.zeros((len(group), 2), dtype=np.intp)
    np.minimum.at(low, group, parts.boxes[:, :2])
    np.maximum.at(high, group, parts.boxes[:, 2:])
    height, width = (high - low)[group].T
    flat: _Mask = width > _FLATTEST * height
    return flat
