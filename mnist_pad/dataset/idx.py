"""Data sets as folders of IDX files, as MNIST and EMNIST were published, gzipped or not."""

import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import SizeError, hold
from mnist_pad.base.files import expands_too_far
from mnist_pad.base.phrases import in_a_row, phrase, said_of
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
            no_images = phrase("Errors", "{name}: expected a file of images beside it, found none")
            no_labels = phrase("Errors", "{name}: expected a file of labels beside it, found none")
            words = no_images if images is None else no_labels
            raise DataError(words.given(name=images or labels))
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
        words = phrase("Errors", "expected the files of one data set, found those of {names}")
        nameless = phrase("Errors", "one without a name")
        raise DataError(words.given(names=in_a_row([each or nameless for each in sets])))
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
        raise DataError(said_of(path.name, error.words)) from error


def _parse(file: BinaryIO, dimensions: int, packed_bytes: int) -> NDArray[np.uint8]:
    magic = file.read(4)
    if magic != bytes([0, 0, _UNSIGNED_BYTE, dimensions]):
        words = phrase(
            "Errors",
            "expected IDX of unsigned bytes in {dimensions} dimensions (0000080{dimensions}), "
            "found a file that begins with {magic!r}",
        )
        raise DataError(words.given(dimensions=dimensions, magic=magic.hex()))
    sizes = file.read(4 * dimensions)
    if len(sizes) < 4 * dimensions:
        words = phrase("Errors", "expected {dimensions} sizes, found the file's end")
        raise DataError(words.given(dimensions=dimensions))
    # IDX is big-endian. Python's own numbers, as the product of four bytes' could overflow.
    shape = tuple(np.frombuffer(sizes, ">u4").tolist())
    if dimensions == 3 and shape[1:] != (28, 28):
        words = phrase("Errors", "expected images of 28x28, found {height}x{width}")
        raise DataError(words.given(height=shape[1], width=shape[2]))
    count = math.prod(shape)
    if expands_too_far(packed_bytes, count):
        words = phrase("Errors", "expected {count:,} bytes, found a file of {size:,}")
        raise DataError(words.given(count=count, size=packed_bytes))
    try:
        array = hold(_pieces(file, count), count)
    except SizeError as error:
        words = phrase("Errors", "expected {count:,} bytes, found {size:,} after the sizes")
        raise DataError(words.given(count=error.expected, size=error.found)) from error
    # It is at the end that gzip compares the checksum, too.
    if file.read(1):
        words = phrase("Errors", "expected {count:,} bytes after the sizes, found more")
        raise DataError(words.given(count=count))
    return array.reshape(shape)


def _pieces(file: BinaryIO, count: int) -> Iterator[bytes]:
    while count and (piece := file.read(min(count, _MAX_READ_BYTES))):
        count -= len(piece)
        yield piece
