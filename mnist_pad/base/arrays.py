"""Where large arrays live: in memory, or in a file that the system pages in as it is needed."""

import mmap
import tempfile
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base import folders

IN_MEMORY_BYTES: Final = 2**28
"""What one array may take of the memory; 340,000 images."""

ALIGNMENT_BYTES: Final = 64
"""Where arrays begin, so that TensorFlow can share their memory."""


class SizeError(ValueError):
    """Pieces were not of the size, in bytes, that they were said to be of."""

    def __init__(self, *, expected: int, found: int) -> None:
        super().__init__(f"expected {expected:,} bytes, found {found:,}")
        self.expected, self.found = expected, found


def hold(pieces: Iterable[bytes], size: int) -> NDArray[np.uint8]:
    """Return the bytes of all pieces, `size` of them, as one array, writable.

    Beyond IN_MEMORY_BYTES they go to a temporary file in the user's cache folder, which has no
    name there and goes with the array; what is written to the array stays in memory.

    Raises SizeError where the pieces are not of that size together, and OSError where there is
    no room for the file.
    """
    return _in_memory(pieces, size) if size <= IN_MEMORY_BYTES else _in_file(pieces, size)


def _in_memory(pieces: Iterable[bytes], size: int) -> NDArray[np.uint8]:
    # NumPy promises no such alignment: the array begins a little way into its room.
    room = np.empty(size + ALIGNMENT_BYTES, np.uint8)
    start = -room.ctypes.data % ALIGNMENT_BYTES
    array = room[start : start + size]
    filled = 0
    for piece in pieces:
        array[filled : filled + len(piece)] = np.frombuffer(piece, np.uint8)
        filled += len(piece)
    _check_size(filled, size)
    return array


def _in_file(pieces: Iterable[bytes], size: int) -> NDArray[np.uint8]:
    folder = folders.cache()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.writelines(pieces)
            # What is still in the buffer would not be mapped.
            file.flush()
            _check_size(file.tell(), size)
            # A map is aligned, as it begins at a page, and outlives the file that is closed here.
            return np.frombuffer(mmap.mmap(file.fileno(), size, access=mmap.ACCESS_COPY), np.uint8)
    except OSError as error:
        why = f"{error.strerror}, for {size:,} bytes unpacked to {folder}"
        raise OSError(error.errno, why) from error


def _check_size(found: int, expected: int) -> None:
    if found != expected:
        raise SizeError(expected=expected, found=found)
