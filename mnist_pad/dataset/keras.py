"""Data sets in the form of Keras's mnist.npz."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base import npz
from mnist_pad.dataset.digits import ARRAYS, DataError


def read_archive(path: Path) -> dict[str, NDArray[Any]]:
    """Return x_train, y_train, x_test and y_test; other arrays in the file are not read.

    Raises DataError, without the file's name, unless images are uint8 of shape (n, 28, 28) and
    labels integers of shape (m,).
    """
    try:
        return npz.read(path, _wanted)
    except npz.NpzError as error:
        raise DataError(str(error)) from error


def _wanted(headers: Mapping[str, npz.Header]) -> tuple[str, ...]:
    for name in ARRAYS:
        if name not in headers:
            raise DataError(f"expected the arrays {', '.join(ARRAYS)}, found no {name}")
        header = headers[name]
        found = f"{header.dtype} of shape {header.shape}"
        if name.startswith("x_"):
            fits = header.dtype == np.uint8 and len(header.shape) == 3
            if not fits or header.shape[1:] != (28, 28):
                raise DataError(f"{name}: expected uint8 of shape (n, 28, 28), found {found}")
        # Programs differ in the type that they write labels in; `assemble` checks what they are.
        elif header.dtype.kind not in "iu" or len(header.shape) != 1:
            raise DataError(f"{name}: expected whole numbers of shape (n,), found {found}")
    return ARRAYS
