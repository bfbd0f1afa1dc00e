"""A data set of digits in MNIST's form."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


class DataError(Exception):
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
