"""Data sets as folders of IDX files, as MNIST and EMNIST were published, gzipped or not."""

import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import hold
from mnist_pad.base.files import expands_too_far
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.files import names_in, opened
from mnist_pad.dataset.raw import Part, Parts, RawPart

_Kind = Literal["images", "labels"]

# Some copies have a dot before idx; EMNIST's have the set's name first, and "test".
_NAME: Final = re.compile(
    r"(?P<set>.*?)(?P<part>train|t10k|test)-(?P<kind>images|labels)[-.]idx[13](-ubyte)?(\.gz)?"
)
_DIMENSIONS: Final = {"images": 3, "labels": 1}
_UNSIGNED_BYTE: Final = 0x08
_MAX_READ_BYTES: Final = 2**20


def is_idx(name: str) -> bool:
    """Tell whether a file of a data set may be called so."""
    return _NAME.fullmatch(name) is not None


def read_folder(folder: Path) -> Parts:
    """Return what those files of a folder hold that `is_idx` knows: training images, test, or both.

    Raises DataError, naming the file within the folder, what was expected and what was found.
    """
    files = _chosen(names_in(folder))
    parts: dict[Part, RawPart] = {}
    for part in ("train", "test"):
        images, labels = files.get((part, "images")), files.get((part, "labels"))
        # A test set alone can be evaluated on, as a training set can.
        if images is None and labels is None:
            continue
        if images is None or labels is None:
            missing = "images" if images is None else "labels"
            raise DataError(
                f"{images or labels}: expected a file of {missing} beside it, found none"
            )
        parts[part] = RawPart(
            images=_read(folder / images, "images"),
            labels=_read(folder / labels, "labels"),
            images_name=images,
            labels_name=labels,
        )
    return parts


def _chosen(names: Iterable[str]) -> dict[tuple[Part, _Kind], str]:
    matches = [match for match in map(_NAME.fullmatch, names) if match]
    sets = sorted({match["set"].rstrip("-_.") for match in matches})
    if len(sets) > 1:
        listed = ", ".join(each or "one without a name" for each in sets)
        raise DataError(f"expected the files of one data set, found those of {listed}")
    files: dict[tuple[Part, _Kind], str] = {}
    # A name comes before itself with .gz: of two copies, the one is taken that is unpacked.
    for match in sorted(matches, key=lambda match: match[0]):
        part: Part = "train" if match["part"] == "train" else "test"
        kind: _Kind = "images" if match["kind"] == "images" else "labels"
        files.setdefault((part, kind), match[0])
    return files


def _read(path: Path, kind: _Kind) -> NDArray[np.uint8]:
    try:
        with opened(path) as (file, packed_bytes):
            return _parse(file, _DIMENSIONS[kind], packed_bytes)
    except DataError as error:
        raise DataError(f"{path.name}: {error}") from error


def _parse(file: BinaryIO, dimensions: int, packed_bytes: int) -> NDArray[np.uint8]:
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


def _pieces(file: BinaryIO, count: int) -> Iterator[bytes]:
    while count and (piece := file.read(min(count, _MAX_READ_BYTES))):
        count -= len(piece)
        yield piece
