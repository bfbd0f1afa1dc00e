"""A data set of digits in MNIST's form."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError

ARRAYS: Final = ("x_train", "y_train", "x_test", "y_test")
"""The four arrays as Keras names them, in the order the fingerprint takes them."""


NO_DIGIT: Final = 10
"""The label of training images that show none; no data set brings it."""


Labelled = tuple[NDArray[np.uint8], NDArray[np.uint8]]
"""Images, (n, 28, 28), and their labels, (n,)."""


class DataError(UsageError):
    """A data file cannot be used; the message names it, what was expected and what was found."""


@dataclass(frozen=True, eq=False)
class Digits:
    """Training and test images with their labels.

    Images are uint8, shape (n, 28, 28), 0 (paper) to 255 (ink); labels are uint8, shape (n,),
    0 to 9. `name` is for people; `fingerprint` is the SHA-256, in hex, of the bytes of the four
    arrays in the order x_train, y_train, x_test, y_test.
    """

    x_train: NDArray[np.uint8]
    y_train: NDArray[np.uint8]
    x_test: NDArray[np.uint8]
    y_test: NDArray[np.uint8]
    name: str
    fingerprint: str


def assemble(arrays: Mapping[str, NDArray[Any]], name: str) -> Digits:
    """Make a data set of four arrays by their names in ARRAYS.

    Images are uint8, shape (n, 28, 28); labels are integers of any dtype, shape (m,).

    Raises DataError, naming the array, where a split is empty, its images and labels differ in
    number, or a label is not 0 to 9.
    """
    for part in ("train", "test"):
        images, labels = arrays[f"x_{part}"], arrays[f"y_{part}"]
        if not len(images):
            raise DataError(f"x_{part}: expected at least one image, found none")
        if len(images) != len(labels):
            expected = f"{len(images):,} labels, one an image"
            raise DataError(f"y_{part}: expected {expected}, found {len(labels):,}")
        # Before the cast to uint8, which would make 256 a 0.
        beyond = labels[(labels < 0) | (labels > 9)]
        if len(beyond):
            raise DataError(f"y_{part}: expected labels from 0 to 9, found {beyond[0]}")
    ready = {key: np.ascontiguousarray(arrays[key], np.uint8) for key in ARRAYS}
    digest = hashlib.sha256()
    for array in ready.values():
        # The buffer itself, in C order by now: tobytes would copy all of it first.
        digest.update(array.data)
    return Digits(**ready, name=name, fingerprint=digest.hexdigest())
