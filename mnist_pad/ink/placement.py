"""Where a digit lies in the box and in the field, as NIST's digits were placed for MNIST."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

BOX_PX: Final = 20
FIELD_PX: Final = 28

# MNIST's digits have their centre of mass, counting pixels from 0, at 14.0 to within the half
# pixel that its whole-pixel shifts leave (the mean of its training images is 14.00 both ways).
# Counted from the field's edge, where pixel 0 spans 0 to 1, that is 14.5.
MIDDLE_PX: Final = 14.5

# Which proportions a digit gets, by those it has: its shorter side over its longer one. Hands that
# squeeze or stretch a digit change nothing that tells it from others, but in a narrow one the pen
# fills what lies between the strokes. Lines stay what they are: 1, a dash.
_NARROW: Final = ((0.0, 0.08, 0.22, 0.55, 1.0), (0.0, 0.08, 0.36, 0.55, 1.0))
_WIDE: Final = ((0.0, 0.25, 0.33, 0.5, 1.0), (0.0, 0.25, 0.83, 1.0, 1.0))

_Floats = NDArray[np.float64]


def proportioned(size: _Floats) -> _Floats:
    """Return the (width, height) in [0, 1] that a digit of this size gets, the longer being 1.

    `size` is its width and height in any unit, from 0, not both 0.
    """
    width, height = size
    has, gets = _WIDE if width > height else _NARROW
    shorter = np.interp(size.min() / size.max(), has, gets)
    return np.array([1.0, shorter] if width > height else [shorter, 1.0])


def area_weights(edges: _Floats, size: int) -> _Floats:
    """Return how much of each pixel each cell covers: shape (size, len(edges) - 1).

    Cell k spans edges[k] to edges[k + 1], ascending, and pixel i spans i to i + 1; what lies
    outside 0 to size is lost.
    """
    return np.diff(np.clip(edges - np.arange(size)[:, np.newaxis], 0.0, 1.0), axis=1)


def resample(
    coverage: _Floats, *, scale: float, shift: tuple[float, float], size: tuple[int, int]
) -> _Floats:
    """Return a picture, scaled and then moved by (x, y) pixels, averaged over each new pixel.

    `size` is the result's (height, width); what falls outside is lost.
    """
    rows, columns = (
        area_weights(np.arange(length + 1) * scale + offset, new_length)
        for length, offset, new_length in zip(coverage.shape, shift[::-1], size, strict=True)
    )
    resampled: _Floats = rows @ coverage @ columns.T  # (H, h) @ (h, w) @ (w, W)
    return resampled


def shift_to_middle(coverage: _Floats) -> tuple[float, float]:
    """Return the x and y in pixels that bring the centre of mass to the field's middle.

    `coverage`, (h, w), is the amount of ink in each pixel, not all 0.
    """
    mass = coverage.sum()
    y, x = (
        coverage.sum(axis=1 - axis) @ (np.arange(length) + 0.5) / mass
        for axis, length in enumerate(coverage.shape)
    )
    return float(MIDDLE_PX - x), float(MIDDLE_PX - y)


def to_grey(coverage: _Floats) -> NDArray[np.uint8]:
    """Turn coverage, 0 (paper) to 1 (ink), into grey levels, 0 to 255."""
    return np.rint(np.clip(coverage, 0.0, 1.0) * 255.0).astype(np.uint8)
