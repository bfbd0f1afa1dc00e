"""Lines that are no writing: ruled and squared paper, boxes and frames."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.pictures.components import components

# A line is at most this part of the longer side thick, rises at most so steeply, and is found
# along this part of the side.
_THICKEST: Final = 0.03
_STEEPEST: Final = 0.18
_SLOPES: Final = 61
_LENGTH: Final = 0.6

# It ends within this part of the side from both rims.
_TO_RIM: Final = 0.03

_THICKER: Final = 1.6
_MOST_LINES: Final = 80

# So many places where strokes are crossed tell a line from others; a texture has far more.
_MOST_VOTES: Final = 4_000

# What has lines at all four sides of its box, of which the longer is so long, is a frame.
_SMALLEST_FRAME: Final = 0.25
_AT_SIDE: Final = 0.1
_MOST_FRAMES: Final = 12

_Mask = NDArray[np.bool_]
_Floats = NDArray[np.float64]


def without_lines(ink: _Mask, blur_px: int) -> _Mask:
    """Return ink, (h, w), without frames and without lines from rim to rim.

    A single line with nothing else is left: it may be a 1. `blur_px` is how far edges are blurred.
    """
    unframed = _without_frames(ink, blur_px)
    left, some = _without_horizontals(unframed, blur_px)
    turned, others = _without_horizontals(left.T, blur_px)
    lone = len(some) + len(others) == 1 and not _any_writing(turned)
    result: _Mask = unframed if lone else turned.T
    return result


def _any_writing(ink: _Mask) -> bool:
    """Tell whether anything of some size is there."""
    sizes = components(ink).sizes
    return bool(sizes.max(initial=0) >= 0.06 * max(ink.shape))


def _without_frames(ink: _Mask, blur_px: int) -> _Mask:
    left: _Mask = ink.copy()
    pieces = components(ink)
    large = np.flatnonzero(pieces.sizes >= _SMALLEST_FRAME * max(ink.shape))
    largest = large[np.argsort(-pieces.sizes[large])][:_MOST_FRAMES]
    for number in largest.tolist():
        box, own = left[pieces.around(number, 0)], pieces.crop(number)
        unframed = _without_frame(own, blur_px)
        if unframed is not None and _is_frame_of(unframed | (box & ~own)):
            box &= unframed | ~own
    return left


def _is_frame_of(inside: _Mask) -> bool:
    """Tell whether there is writing in what a frame leaves; an angular 0 is empty."""
    height, width = (side // 4 for side in inside.shape)
    return bool(inside[height:-height, width:-width].any()) and _any_writing(inside)


def _without_frame(ink: _Mask, blur_px: int) -> _Mask | None:
    """Return a component in its box, (h, w), without lines at all four sides, if it has them."""
    left, some = _without_horizontals(ink, blur_px, frame=True)
    turned, others = _without_horizontals(left.T, blur_px, frame=True)
    for places, length in zip((some, others), ink.shape, strict=True):
        if not places or min(places) > _AT_SIDE * length or max(places) < (1 - _AT_SIDE) * length:
            return None
    unframed: _Mask = turned.T
    return unframed


def _without_horizontals(
    ink: _Mask, blur_px: int, *, frame: bool = False
) -> tuple[_Mask, list[float]]:
    """Return ink, (h, w), without lines from left to right, and the middle row of each line.

    Lines are found by a Hough transform of what is thin from top to bottom; where a stroke crosses
    one, both are thick there and stay.
    """
    height, width = ink.shape
    runs = _runs(ink)
    thickest = round(_THICKEST * max(ink.shape)) + 1 + blur_px
    runs = runs[runs[:, 2] - runs[:, 1] <= thickest]
    left, places = ink.copy(), []
    slack = max(1.5, height / 200)
    # Where it meets a frame's sides, a line is no longer thin.
    to_rim = _TO_RIM * width + (thickest if frame else 1)
    for _ in range(_MOST_LINES):
        x, y = runs[:, 0] - width / 2, runs[:, 1:].mean(axis=1)
        if len(runs) < _LENGTH * width:
            break
        voting = slice(None, None, len(runs) // _MOST_VOTES + 1)
        slope, middle = _strongest_line(x[voting], y[voting], slack)
        line = middle + slope * x
        near = (runs[:, 1] <= line + slack) & (runs[:, 2] >= line - slack)
        along = np.unique(runs[near, 0])
        if len(along) < _LENGTH * width:
            break
        ends = middle + slope * (along[[0, -1]] - width / 2)
        inside = (ends > to_rim) & (ends < height - 1 - to_rim)
        inside &= (along[0] > to_rim, along[-1] < width - 1 - to_rim)
        if not inside.any():
            # What is much thicker is a stroke that runs along the line.
            thick = runs[:, 2] - runs[:, 1]
            own = near & (thick <= _THICKER * np.median(thick[near]) + 1)
            for column, start, end in runs[own].astype(int):
                left[start:end, column] = False
            places.append(middle)
        runs = runs[~near]
    return left, places


def _strongest_line(x: _Floats, y: _Floats, slack: float) -> tuple[float, float]:
    """Return the slope and the height, at x = 0, of the line that passes most points."""
    best, found = -1, (0.0, 0.0)
    for slope in sorted(np.linspace(-_STEEPEST, _STEEPEST, _SLOPES), key=abs):
        heights = y - slope * x
        lowest = heights.min()
        counts = np.bincount(((heights - lowest) / slack).astype(np.intp))
        pairs = counts + np.append(counts[1:], 0)
        most = int(pairs.argmax())
        if pairs[most] > best:
            best, found = int(pairs[most]), (float(slope), float(lowest + (most + 1) * slack))
    return found


def _runs(ink: _Mask) -> _Floats:
    """Return each column's runs of ink: column, first row, and the one past the last, (n, 3)."""
    edges = np.diff(np.pad(ink, ((1, 1), (0, 0))).T, axis=1)
    columns, rows = np.nonzero(edges)
    return np.stack([columns[::2], rows[::2], rows[1::2]], axis=1).astype(np.float64)
