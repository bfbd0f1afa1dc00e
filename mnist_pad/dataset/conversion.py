"""Arrays as people keep them, brought to MNIST's form."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, NoReturn

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Words, of_shape, phrase, unexpected
from mnist_pad.dataset.digits import (
    IMAGES_AT_ONCE,
    SIDE_PX,
    DataError,
    Digits,
    assemble,
    hold_images,
)
from mnist_pad.dataset.raw import PIXELS, Parts, RawPart

_CLASSES: Final = 10
_IMAGE_SHAPES: Final = (
    (SIDE_PX, SIDE_PX),
    (SIDE_PX, SIDE_PX, 1),
    (1, SIDE_PX, SIDE_PX),
    (PIXELS,),
)

# What rounding leaves of a range's ends.
_TOLERANCE: Final = 1e-3
# No digit of MNIST is as faint: greys that all lie below are of another scale, 0 to 16 for one.
_FAINTEST_INK: Final = 64

# Labels written out are short; a long text each would be much memory for little.
_MAX_LABEL_BYTES: Final = 64


class Turn(NamedTuple):
    """How images are turned as they are read: rows for columns, ink for paper."""

    transpose: bool = False
    invert: bool = False


AS_THEY_ARE: Final = Turn()


def turned(images: NDArray[np.uint8], turn: Turn) -> NDArray[np.uint8]:
    """Return images, (n, 28, 28), turned; what is turned twice is as it was."""
    lying = images.swapaxes(1, 2) if turn.transpose else images
    return np.subtract(255, lying, dtype=np.uint8) if turn.invert else lying


def check_images(name: Words, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    """Raise DataError, naming the array, unless images may be of this type and shape."""
    if dtype.kind not in "biuf" or shape[1:] not in _IMAGE_SHAPES:
        expected = phrase("Errors", "images of shape (n, 28, 28) or (n, 784), in numbers")
        _refuse(name, expected, of_shape(dtype, shape))


def check_labels(name: Words, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    """Raise DataError, naming the array, unless labels may be of this type and shape."""
    one_hot = shape[1:] == (_CLASSES,) and dtype.kind in "biuf"
    plain = len(shape) == 1 or shape[1:] == (1,)
    if not one_hot and not (plain and dtype.kind in "iufSU" and dtype.itemsize <= _MAX_LABEL_BYTES):
        expected = phrase(
            "Errors", "whole numbers of shape (n,) or (n, 1), or one-hot of shape (n, 10)"
        )
        _refuse(name, expected, of_shape(dtype, shape))


def convert(parts: Parts, name: str, turn: Turn) -> Digits:
    """Make a data set of what was found, of types and shapes checked as above, its images turned.

    Pixels may be 0 to 255 or 0 to 1; labels whole numbers, in text too, or one-hot.

    Raises DataError, naming the array, what was expected and what was found, where it is anything
    else.
    """
    arrays: dict[str, NDArray[np.uint8]] = {}
    left_out: tuple[str, ...] = ()
    for part, found in parts.items():
        count = len(found.images)
        if not count:
            at_least_one = phrase("Errors", "at least one image")
            _refuse(found.images_name, at_least_one, phrase("Errors", "none"))
        if len(found.labels) != count:
            as_many = phrase("Errors", "{count:,} labels, one an image").given(count=count)
            _refuse(found.labels_name, as_many, f"{len(found.labels):,}")
        arrays[f"y_{part}"] = _labels(found)
        arrays[f"x_{part}"] = _images(found, turn)
        left_out += found.left_out
    return assemble(arrays, name, left_out=left_out)


def _images(found: RawPart, turn: Turn) -> NDArray[np.uint8]:
    images, white = found.images, _white(found)
    as_bytes = images.dtype == np.uint8 and white == 255
    # MNIST itself comes this way, and is not copied.
    if as_bytes and turn == AS_THEY_ARE and images.flags.c_contiguous:
        return images.reshape(-1, SIDE_PX, SIDE_PX)

    def pieces() -> Iterator[NDArray[np.uint8]]:
        for start in range(0, len(images), IMAGES_AT_ONCE):
            # Reshaped in pieces: as a whole, a table without its labels would be copied for it.
            some = images[start : start + IMAGES_AT_ONCE].reshape(-1, SIDE_PX, SIDE_PX)
            yield turned(some if as_bytes else _greys(some, white), turn)

    return hold_images(pieces(), len(images), found.images_name)


def _white(found: RawPart) -> int:
    """Return the end of the range that pixels are in, 1 or 255."""
    low, high = float(found.images.min()), float(found.images.max())
    # In these words NaN is refused, too.
    if low >= -_TOLERANCE:
        if high <= 1 + _TOLERANCE:
            return 1
        if _FAINTEST_INK <= high <= 255 + _TOLERANCE:
            return 255
    expected = phrase("Errors", "pixels from 0 to 1 or from 0 to 255")
    span = phrase("Errors", "{low:g} to {high:g}").given(low=low, high=high)
    _refuse(found.images_name, expected, span)


def _greys(images: NDArray[Any], white: int) -> NDArray[np.uint8]:
    greys: NDArray[np.uint8] = np.clip(np.rint(images * (255 / white)), 0, 255).astype(np.uint8)
    return greys


def _labels(found: RawPart) -> NDArray[np.uint8]:
    labels, name = found.labels, found.labels_name
    if labels.shape[1:] == (_CLASSES,):
        # Probabilities are of that shape too; which digit they would mean is not for us to say.
        ones: NDArray[np.bool_] = labels == 1
        if not (ones | (labels == 0)).all() or not (ones.sum(axis=1) == 1).all():
            _refuse(
                name, phrase("Errors", "one 1 and nine 0 a row"), phrase("Errors", "other rows")
            )
        places: NDArray[np.intp] = ones.argmax(axis=1)
        return places.astype(np.uint8)
    values = labels.reshape(-1)
    if values.dtype.kind in "SU":
        try:
            values = values.astype(np.float64)
        except ValueError as error:
            words = phrase("Errors", "{name}: expected labels from 0 to 9, found text: {error}")
            raise DataError(words.given(name=name, error=error)) from error
    # Before the cast to uint8, which would make 256 a 0.
    wrong = values[~np.isin(values, np.arange(_CLASSES))]
    if len(wrong):
        _refuse(name, phrase("Errors", "labels from 0 to 9"), f"{wrong[0]:g}")
    return values.astype(np.uint8)


def _refuse(name: Words, expected: Words, found: Words) -> NoReturn:
    raise DataError(unexpected(name, expected, found))
