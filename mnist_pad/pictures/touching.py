"""Digits that touch: parted where the joint is thin, else told to be touching."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.pictures.centreline import stroke_width
from mnist_pad.pictures.components import Pieces, pieces
from mnist_pad.pictures.marks import digit_height

# A mark at least so wide for its height is looked at. Each part is this part of its height, and
# of its width; the joint is a single stroke, at most so many times as thick as strokes are wide.
_WIDE: Final = 1.5
_PART_HEIGHT: Final = 0.7
_PART_WIDTH: Final = 0.2
_JOINT: Final = 1.6

# Not parted, it is told to be touching from so many heights of a digit on; alone, from that.
_TOO_WIDE: Final = 1.8
_TOO_WIDE_ALONE: Final = 2.4

# A line crosses each column once: so often the average column of touching digits is crossed.
_CROSSINGS: Final = 1.4

# So many digits in one piece are parted at most.
_MOST_PARTS: Final = 12

_Mask = NDArray[np.bool_]


def parted(found: Pieces) -> tuple[Pieces, _Mask]:
    """Return marks with those parted that clearly are several digits, and which still are, (n,)."""
    if not len(found.areas):
        return found, np.zeros(0, dtype=np.bool_)
    labels = found.labels.copy()
    count = len(found.areas)
    for number in np.flatnonzero(found.widths >= _WIDE * found.heights).tolist():
        top, left, bottom, right = found.boxes[number]
        own = found.crop(number)
        box = labels[top:bottom, left:right]
        for cut in _joints(own):
            count += 1
            box[:, cut:][own[:, cut:]] = count
    parts = pieces(labels)
    alone = len(parts.areas) == 1
    limit = _TOO_WIDE_ALONE if alone else _TOO_WIDE
    height = digit_height(parts)
    wide = (parts.widths > limit * height) & (parts.widths > limit * parts.heights)
    touching = wide.copy()
    for number in np.flatnonzero(wide).tolist():
        touching[number] = _crossings(parts.crop(number)).mean() > _CROSSINGS
    return parts, touching


def _joints(own: _Mask) -> list[int]:
    """Return the columns at which a mark falls apart into digits, from left to right."""
    height = len(own)
    thickest = _JOINT * stroke_width(own)
    if height < thickest:
        # A level line, which has no joints.
        return []
    thin = (_crossings(own) == 1) & (own.sum(axis=0) <= thickest)
    cuts: list[int] = []
    start = 0
    for column in _middles(thin):
        left, right = own[:, start:column], own[:, column:]
        both = all(_is_digits(part, height) for part in (left, right))
        if both and len(cuts) < _MOST_PARTS:
            cuts.append(column)
            start = column
    return cuts


def _middles(thin: _Mask) -> list[int]:
    """Return the middle of each run of thin columns."""
    edges = np.flatnonzero(np.diff(thin, prepend=False, append=False))
    return [int(middle) for middle in edges.reshape(-1, 2).mean(axis=1)]


def _is_digits(part: _Mask, height: int) -> bool:
    """Tell whether what is left or right of a joint is as high as the digits around."""
    rows = np.flatnonzero(part.any(axis=1))
    high = len(rows) > 0 and np.ptp(rows) + 1 >= _PART_HEIGHT * height
    return bool(high and part.shape[1] >= _PART_WIDTH * height)


def _crossings(own: _Mask) -> NDArray[np.intp]:
    """Return how many strokes each column crosses."""
    edges: NDArray[np.intp] = np.count_nonzero(
        np.diff(np.pad(own, ((1, 1), (0, 0))), axis=0), axis=0
    )
    return edges // 2
