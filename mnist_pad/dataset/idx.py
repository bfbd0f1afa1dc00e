"""Data sets as folders of IDX files, as MNIST was published, gzipped or not."""

import gzip
import math
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import hold
from mnist_pad.base.files import expands_too_far, file_size
from mnist_pad.dataset.digits import DataError

_STEMS: Final = {
    "x_train": ("train-images", 3),
    "y_train": ("train-labels", 1),
    "x_test": ("t10k-images", 3),
    "y_test": ("t10k-labels", 1),
}
_UNSIGNED_BYTE: Final = 0x08
_MAX_READ_BYTES: Final = 2**20
_GZIP_MAGIC: Final = b"\x1f\x8b"


def read_folder(folder: Path) -> dict[str, NDArray[np.uint8]]:
    """Return x_train, y_train, x_test and y_test: images (n, 28, 28) and labels (m,), uint8.

    Raises DataError, naming the file within the folder, what was expected and what was found.
    """
    arrays = {}
    for name, (stem, dimensions) in _STEMS.items():
        path = _find(folder, stem, dimensions)
        try:
            arrays[name] = _read(path, dimensions)
        except DataError as error:
            raise DataError(f"{path.name}: {error}") from error
        except OSError as error:
            why = error.strerror or error
            raise DataError(f"{path.name}: expected a readable file, found: {why}") from error
        except (EOFError, zlib.error, MemoryError) as error:
            why = str(error) or type(error).__name__
            raise DataError(f"{path.name}: expected a whole file, found: {why}") from error
    return arrays


def _find(folder: Path, stem: str, dimensions: int) -> Path:
    usual = f"{stem}-idx{dimensions}-ubyte"
    # Some copies of MNIST have a dot before idx.
    for spelling in (usual, f"{stem}.idx{dimensions}-ubyte"):
        for suffix in ("", ".gz"):
            path = folder / (spelling + suffix)
            if os.path.exists(path):
                return path
    raise DataError(f"expected the file {usual} or {usual}.gz, found neither")


def _read(path: Path, dimensions: int) -> NDArray[np.uint8]:
    packed_bytes = file_size(path)
    with open(path, "rb") as file:
        # Names do not tell: many unpackers leave the .gz, and some browsers drop it.
        if file.peek(2)[:2] != _GZIP_MAGIC:
            return _parse(file, dimensions, packed_bytes)
        with gzip.GzipFile(fileobj=file) as unpacked:
            return _parse(unpacked, dimensions, packed_bytes)


def _parse(file: BinaryIO | gzip.GzipFile, dimensions: int, packed_bytes: int) -> NDArray[np.uint8]:
    magic = file.read(4)
    if magic != bytes([0, 0, _UNSIGNED_BYTE, dimensions]):
        expected = f"IDX of unsigned bytes in {dimensions} dimensions (0000080{dimensions})"
        raise DataError(f"expected {expected}, found a file that begins with {magic.hex()!r}")
    sizes = file.read(4 * dimensions)
    if len(sizes) < 4 * dimensions:
        raise DataError(f"expected {dimensions} sizes, found the file's end")
    # IDX is big-endian. Python's own numbers, as the product of four bytes' could overflow.
    shape = tuple(np.frombuffer(sizes, ">u4").tolist())
    if dimensions == 3 and shape[1:] != (28, 28):
        raise DataError(f"expected images of 28x28, found {shape[1]}x{shape[2]}")
    count = math.prod(shape)
    if expands_too_far(packed_bytes, count):
        raise DataError(f"expected {count:,} bytes, found a file of {packed_bytes:,}")
    try:
        array = hold(_pieces(file, count), count)
    except ValueError as error:
        raise DataError(f"{error} after the sizes") from error
    # It is at the end that gzip compares the checksum, too.
    if file.read(1):
        raise DataError(f"expected {count:,} bytes after the sizes, found more")
    return array.reshape(shape)


def _pieces(file: BinaryIO | gzip.GzipFile, count: int) -> Iterator[bytes]:
    while count and (piece := file.read(min(count, _MAX_READ_BYTES))):
        count -= len(piece)
        yield piece
