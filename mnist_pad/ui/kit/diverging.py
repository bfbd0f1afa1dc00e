"""Numbers as colours: red above zero, blue below, the paper's colour for zero."""

from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Packed = NDArray[np.uint32]
"""Colours as Qt keeps them, 0xffRRGGBB, (h, w) of a picture."""

_UP: Final = np.array([214, 69, 48], np.float32)
_DOWN: Final = np.array([38, 104, 214], np.float32)
_OPAQUE: Final = np.uint32(0xFF000000)


@cache
def rgb(colour: str) -> NDArray[np.float32]:
    """Return "#rrggbb" as three numbers from 0 to 255."""
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float32)


def shares(values: NDArray[Any]) -> NDArray[np.float32]:
    """Return values as parts of the largest magnitude among them, from -1 to 1."""
    sizes = np.abs(values)
    largest = sizes.max(initial=0.0)
    if not np.isfinite(largest):
        # What is no number, where a run diverges, is as good as nothing.
        return shares(np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0))
    return np.asarray(values / largest if largest else values, np.float32)


def diverging(values: NDArray[Any], ground: NDArray[np.float32]) -> Packed:
    """Return values, (..., h, w), as colours on `ground`, one colour or (h, w, 3)."""
    share = shares(values)[..., np.newaxis]
    end = np.where(share > 0, _UP, _DOWN)
    return packed(ground + (end - ground) * np.abs(share))


def grey(values: NDArray[Any]) -> Packed:
    """Return grey levels, (h, w), 0 to 255, as colours."""
    levels = np.clip(values, 0, 255) + 0.5
    return np.asarray(levels.astype(np.uint32) * np.uint32(0x010101) | _OPAQUE)


def packed(colours: NDArray[np.float32]) -> Packed:
    """Return red, green and blue from 0 to 255, (..., 3), as Qt keeps them, (...)."""
    red, green, blue = np.moveaxis((colours + np.float32(0.5)).astype(np.uint32), -1, 0)
    return np.asarray(red << 16 | green << 8 | blue | _OPAQUE)


def enlarged(colours: Packed, scale: int) -> Packed:
    """Return the picture, each pixel a square of so many."""
    return colours.repeat(scale, axis=0).repeat(scale, axis=1)


def image_of(colours: Packed) -> QImage:
    """Return colours as a picture with memory of its own."""
    height, width = colours.shape
    rows = np.ascontiguousarray(colours)
    image = QImage(rows.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    # It only borrows the array's memory; this copies it while the array is still there.
    return image.copy()
