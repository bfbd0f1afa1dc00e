"""The rim of a picture: its outermost pixels, and a border along its sides."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

# A rim is at most so many pixels wide, or this part of the side, and is even, and differs along
# most of its length from what lies within.
_RIM_PX: Final = 8
_RIM: Final = 0.025
_RIM_LENGTH: Final = 0.5
_RIM_CONTRAST: Final = 24

_Grey = NDArray[np.uint8]


def rim(values: NDArray[Any]) -> NDArray[Any]:
    """Return the outermost values of a picture, (h, w), side by side: a corner counts for two."""
    return np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])


def inside_rim(grey: _Grey) -> tuple[slice, slice]:
    """Return the rows and columns of a picture, (h, w), within a rim along its sides."""
    rows = _without_rim(grey)
    return rows, _without_rim(grey[rows].T)


def _without_rim(grey: _Grey) -> slice:
    """Return the rows without a rim at the first and at the last."""
    height = len(grey)
    deepest = min(max(_RIM_PX, round(_RIM * height)), height // 8)
    if deepest < 1 or grey.shape[1] <= 2 * deepest:
        return slice(0, height)
    first, last = (_rim_depth(side, deepest) for side in (grey, grey[::-1]))
    return slice(first, height - last)


def _rim_depth(rows: _Grey, deepest: int) -> int:
    """Return how many rows from the first one are a rim; 0 for none."""
    levels = rows[: deepest + 1].astype(np.int16)
    # The sides' own rims go on in the corners.
    inner = levels[:, deepest:-deepest]
    steps = np.diff(inner, axis=0)
    differing = np.maximum(steps > _RIM_CONTRAST, steps < -_RIM_CONTRAST).mean(axis=1)
    even = np.ptp(np.quantile(levels[:-1], (0.02, 0.98), axis=1), axis=0) < _RIM_CONTRAST
    # A line some way from the rim is none: paper, as it lies farther in, must follow.
    paper = np.median(rows[deepest + 1 : 3 * deepest + 1])
    ends = np.abs(np.median(inner[1:], axis=1) - paper) < _RIM_CONTRAST
    (edges,) = np.nonzero(even & ends & (differing >= _RIM_LENGTH))
    return int(edges.max(initial=-1)) + 1
