"""A data set of digits in MNIST's form."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import hold
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Words, phrase, why

ARRAYS: Final = ("x_train", "y_train", "x_test", "y_test")
"""The four arrays as Keras names them, in the order the fingerprint takes them."""

SIDE_PX: Final = 28

IMAGES_AT_ONCE: Final = 1_000
"""So many images are gone through at a time, where a set may be larger than the memory."""

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
    0 to 9. Either part may be empty, n = 0, never both. `name` is for people; `fingerprint` is the
    SHA-256, in hex, of the bytes of the four arrays in the order x_train, y_train, x_test, y_test.
    `left_out` names pictures that no digit was found in.
    """

    x_train: NDArray[np.uint8]
    y_train: NDArray[np.uint8]
    x_test: NDArray[np.uint8]
    y_test: NDArray[np.uint8]
    name: str
    fingerprint: str
    left_out: tuple[str, ...] = ()


def assemble(
    arrays: Mapping[str, NDArray[Any]], name: str, *, left_out: tuple[str, ...] = ()
) -> Digits:
    """Make a data set of arrays by their names in ARRAYS; a part that is missing is empty.

    Images have shape (n, 28, 28), labels (n,); what fits no uint8 was refused before.
    """
    none = {"x": np.empty((0, SIDE_PX, SIDE_PX), np.uint8), "y": np.empty(0, np.uint8)}
    ready = {key: np.ascontiguousarray(arrays.get(key, none[key[0]]), np.uint8) for key in ARRAYS}
    digest = hashlib.sha256()
    for array in ready.values():
        # The buffer itself, in C order by now: tobytes would copy all of it first.
        digest.update(array.data)
    return Digits(**ready, name=name, fingerprint=digest.hexdigest(), left_out=left_out)


def hold_images(pieces: Iterable[NDArray[np.uint8]], count: int, what: Words) -> NDArray[np.uint8]:
    """Return `count` images, (count, 28, 28), given some at a time, held as large arrays are.

    Raises DataError, naming them as `what`, where there is no room.
    """
    try:
        held = hold((some.tobytes() for some in pieces), count * SIDE_PX**2)
    except OSError as error:
        words = phrase("Errors", "{what}: expected room for them, found: {why}")
        raise DataError(words.given(what=what, why=why(error))) from error
    return held.reshape(-1, SIDE_PX, SIDE_PX)
