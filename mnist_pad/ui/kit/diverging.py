"""Numbers around zero as colours: red above, blue below, the paper's colour for zero."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Colours = NDArray[np.uint8]
"""Red, green and blue, (h, w, 3)."""

_UP: Final = np.array([214, 69, 48], np.float32)
_DOWN: Final = np.array([38, 104, 214], np.float32)


def rgb(colour: str) -> NDArray[np.float32]:
    """Return "#rrggbb" as three numbers from 0 to 255."""
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float32)


def shares(values: NDArray[Any]) -> NDArray[np.float32]:
    """Return values as parts of the largest magnitude among them, from -1 to 1."""
    # What is no number, where a run diverges, is as good as nothing.
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    largest = np.abs(finite).max(initial=0.0)
    return np.asarray(finite / largest if largest else finite, np.float32)


def diverging(values: NDArray[Any], ground: NDArray[np.float32]) -> Colours:
    """Return values, (h, w), as colours on `ground`, one colour or (h, w, 3)."""
    share = shares(values)[..., np.newaxis]
    end = np.where(share > 0, _UP, _DOWN)
    return np.asarray(np.rint(ground + (end - ground) * np.abs(share)), np.uint8)


def image_of(colours: Colours) -> QImage:
    """Return colours as a picture with memory of its own."""
    height, width, channels = colours.shape
    rows = np.ascontiguousarray(colours)
    image = QImage(rows.data, width, height, channels * width, QImage.Format.Format_RGB888)
    # It only borrows the array's memory; this copies it while the array is still there.
    return image.copy()
