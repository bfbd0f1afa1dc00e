"""What a run learns from: the data set's training images, joined by drawings in pen styles."""

from collections.abc import Generator
from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.digits import Digits
from mnist_pad.dataset.pen_styles.writer import write
from mnist_pad.storage import hold
from mnist_pad.training.control import Control
from mnist_pad.training.events import Preparing

_DRAWINGS_AT_ONCE: Final = 500
_IMAGES_AT_ONCE: Final = 1_000


def with_pen_styles(
    digits: Digits, pen_styles: int, control: Control
) -> Generator[Preparing, None, Digits | None]:
    """Return `digits` with so many drawings after its training images; None where stopped.

    The drawings are the same in every run. The fingerprint stays that of the data set.
    """
    if not pen_styles:
        return digits
    parts = []
    for first in range(0, pen_styles, _DRAWINGS_AT_ONCE):
        yield Preparing(first, pen_styles)
        if control.stopped:
            return None
        parts.append(_drawings(min(_DRAWINGS_AT_ONCE, pen_styles - first), first))
    images, labels = zip(*parts, strict=True)
    return replace(
        digits,
        x_train=_joined(digits.x_train, *images),
        y_train=np.concatenate([digits.y_train, *labels]),
    )


def _joined(*images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return all images as one array, held as large data sets are."""
    starts = ((part, start) for part in images for start in range(0, len(part), _IMAGES_AT_ONCE))
    pieces = (part[start : start + _IMAGES_AT_ONCE].tobytes() for part, start in starts)
    return hold(pieces, sum(part.nbytes for part in images)).reshape(-1, *images[0].shape[1:])


# The training process serves many runs; making the drawings takes longer than many of them.
@cache
def _drawings(count: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    return write(count, seed)
