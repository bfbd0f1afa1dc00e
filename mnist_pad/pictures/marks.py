"""Components of ink put together to marks, each a digit or what may be one."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.pictures.components import Pieces, components, pieces
from mnist_pad.pictures.stray import stray, without_surroundings

# All lengths below are in heights of a digit. Components of this part of the highest one's height
# tell how high a digit is, and this part of the longest one's length is the least.
_TALL: Final = 0.5
_LEAST_HEIGHT: Final = 0.2

# What is smaller may be a part of a digit: a bar, a foot, the end of a broken stroke. So may be
# what is as low as this and no wider than that.
_PART: Final = 0.55
_FLAT_PART: Final = 0.35
_WIDEST_PART: Final = 1.1

# A part lies so near to its digit; at the rim, where neighbours are cut off, nearer. So far out of
# its box it lies still within it.
_NEAR: Final = 0.22
_NEAR_AT_RIM: Final = 0.1

# What is smaller than most digits is a part of one that it all but touches: a 4 has two strokes.
_SHORT: Final = 0.8
_ALL_BUT_TOUCHING: Final = 0.06
_SLACK: Final = 0.05

# Large parts lie so near one above the other, with this part of the narrower one's width in common,
# and are together so high; where there are too few to tell how high a digit is, so high.
_STACKED: Final = 0.12
_IN_COMMON: Final = 0.5
_HIGHEST: Final = 1.3
_HIGHEST_OF_FEW: Final = 2.4
_FEW: Final = 3

_OUTLINE_POINTS: Final = 96

_Mask = NDArray[np.bool_]
_Floats = NDArray[np.float64]
_Numbers = NDArray[np.intp]


def marks(ink: _Mask) -> Pieces:
    """Return ink, (h, w), in marks: parts of one digit together, and without what is no writing."""
    parts = without_surroundings(components(ink))
    if not len(parts.areas):
        return parts
    height = digit_height(parts)
    group = _grouped(parts, height)
    kept: _Mask = ~stray(parts, group, height)
    if not kept.any():
        # A minus, or dots alone, are no digit, and are told to be none.
        kept[:] = True
    numbers = np.zeros(len(group) + 1, dtype=np.intp)
    numbers[1:][kept] = np.unique(group[kept], return_inverse=True)[1] + 1
    return pieces(numbers[parts.labels])


def digit_height(parts: Pieces) -> float:
    """Return how high in pixels a digit is, where there is at least one piece of ink."""
    heights = parts.heights
    tall = heights[heights >= _TALL * heights.max()]
    return max(float(np.median(tall)), _LEAST_HEIGHT * int(parts.sizes.max()))


def _grouped(parts: Pieces, height: float) -> _Numbers:
    """Return the number of each component's mark, (n,)."""
    group, sizes = np.arange(len(parts.areas)), parts.sizes
    distance = _distances(parts, height * max(_NEAR, _STACKED))
    close = distance <= _STACKED * height
    stacked = np.logical_and(_stacked(parts, height), close)
    together = np.logical_or(_within(parts, _SLACK * height), stacked)
    flat = (parts.heights < _FLAT_PART * height) & (sizes < _WIDEST_PART * height)
    part = flat | (sizes < _PART * height)
    near = np.where(parts.at_rim, _NEAR_AT_RIM, _NEAR) * part
    near = height * np.maximum(near, np.where(sizes < _SHORT * height, _ALL_BUT_TOUCHING, 0.0))
    # Of equal ones, the later counts as larger, so that each pair is looked at once.
    order = np.argsort(sizes, kind="stable")
    for rank, number in enumerate(order[:-1]):
        larger = order[rank + 1 :]
        joined: _Numbers = larger[together[number, larger]]
        nearest = larger[np.argmin(distance[number, larger])]
        if not len(joined) and distance[number, nearest] <= near[number]:
            joined = np.array([nearest])
        for other in joined:
            group[group == group[number]] = group[other]
    return group


def _within(parts: Pieces, slack: float) -> _Mask:
    """Tell which components lie in the box of which others, (n, n)."""
    low, high = parts.boxes[:, :2], parts.boxes[:, 2:]
    inside = (low[:, None] >= low - slack) & (high[:, None] <= high + slack)
    within: _Mask = np.all(inside, axis=2)
    return within


def _stacked(parts: Pieces, height: float) -> _Mask:
    """Tell which components lie one above the other and are together no higher than a digit."""
    top, left, bottom, right = parts.boxes.T
    common = np.minimum(right[:, None], right) - np.maximum(left[:, None], left)
    narrower = np.minimum(parts.widths[:, None], parts.widths)
    together = np.maximum(bottom[:, None], bottom) - np.minimum(top[:, None], top)
    few = np.count_nonzero(parts.heights >= _TALL * height) < _FEW
    highest = (_HIGHEST_OF_FEW if few else _HIGHEST) * height
    stacked: _Mask = (common >= _IN_COMMON * narrower) & (together <= highest)
    return stacked


def _distances(parts: Pieces, farthest: float) -> _Floats:
    """Return how far components lie apart in pixels, (n, n); infinity beyond the farthest."""
    low, high = parts.boxes[:, :2], parts.boxes[:, 2:]
    gaps = np.maximum(low[:, None] - high, low - high[:, None]).max(axis=2)
    distance = np.full(gaps.shape, np.inf)
    outlines = [_outline(parts, number) for number in range(len(gaps))]
    for one, other in np.argwhere(np.triu(gaps <= farthest, 1)):
        apart = outlines[one][:, None] - outlines[other]
        distance[one, other] = distance[other, one] = np.sqrt((apart**2).sum(axis=2).min())
    return distance


def _outline(parts: Pieces, number: int) -> _Floats:
    """Return some of the places (row, column) where a component ends, (n, 2)."""
    own = np.pad(parts.crop(number), 1)
    inner = own[:-2, 1:-1] & own[2:, 1:-1] & own[1:-1, :-2] & own[1:-1, 2:]
    points = np.argwhere(own[1:-1, 1:-1] & ~inner) + parts.boxes[number, :2]
    return points[:: -(-len(points) // _OUTLINE_POINTS)].astype(np.float64)
