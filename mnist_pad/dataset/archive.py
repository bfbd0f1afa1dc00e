"""Data sets as .npz archives: Keras's mnist.npz, and what others call the same arrays."""

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

from mnist_pad.base import npz
from mnist_pad.base.phrases import listed, phrase, unexpected
from mnist_pad.dataset.conversion import check_images, check_labels
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.raw import (
    IMAGE_WORDS,
    LABEL_WORDS,
    TABLE_COLUMNS,
    Part,
    Parts,
    RawPart,
    from_table,
)

_Kind = Literal["images", "labels"]
_Role = tuple[Part | None, _Kind]

# "x_train", "trainLabels", "test", "target": a word, and a part before or after it.
_PART: Final = r"training|train|testing|test|t10k"
_NAME: Final = re.compile(rf"({_PART})?([a-z]*?)({_PART})?")


class _Names(NamedTuple):
    """The arrays of one part; a table of pixels has its labels within."""

    images: str
    labels: str | None


def read_archive(path: Path) -> Parts:
    """Return what an archive holds; arrays whose names tell nothing are not read.

    Raises DataError, without the file's name, where images or labels are missing, named twice, or
    of no type and shape that they come in, before any array is read.
    """
    parts: dict[Part, _Names] = {}

    def wanted(headers: Mapping[str, npz.Header]) -> list[str]:
        parts.update(_parts(headers))
        return [name for names in parts.values() for name in names if name is not None]

    try:
        arrays = npz.read(path, wanted)
    except npz.NpzError as error:
        raise DataError(error.words) from error
    found: dict[Part, RawPart] = {}
    for part, (images, labels) in parts.items():
        if labels is None:
            found[part] = from_table(arrays[images], images)
        else:
            found[part] = RawPart(arrays[images], arrays[labels], images, labels)
    return found


def _parts(headers: Mapping[str, npz.Header]) -> dict[Part, _Names]:
    names: dict[tuple[Part, _Kind], str] = {}
    for name, (part, kind) in _roles(headers).items():
        role: tuple[Part, _Kind] = part or "train", kind
        if role in names:
            words = phrase("Errors", "expected one of {first} and {second}, found both")
            raise DataError(words.given(first=names[role], second=name))
        names[role] = name
    parts: tuple[Part, ...] = ("train", "test")
    there = [part for part in parts if any(part == named for named, _ in names)]
    return {
        part: _checked(headers, part, names.get((part, "images")), names.get((part, "labels")))
        for part in there or parts[:1]
    }


def _roles(headers: Mapping[str, npz.Header]) -> dict[str, _Role]:
    """Return what the arrays are, of those that tell."""
    roles = {name: role for name in headers if (role := _role(name)) is not None}
    if len(headers) == 1 and not roles:
        # One array alone needs no name.
        return dict.fromkeys(headers, (None, "images"))
    if set(headers) == {"arr_0", "arr_1"}:
        # So np.savez calls what is given no names; of images and labels, images are the larger.
        labels, images = sorted(headers, key=lambda name: math.prod(headers[name].shape))
        return {images: (None, "images"), labels: (None, "labels")}
    # Where a part is named, what is not of one is beside the point.
    of_parts = {name: role for name, role in roles.items() if role[0] is not None}
    return of_parts or roles


def _role(name: str) -> _Role | None:
    match = _NAME.fullmatch(re.sub(r"[ ._-]", "", name.lower()))
    if match is None or (match[1] and match[3]):
        return None
    given, word = match[1] or match[3], match[2]
    part: Part | None = None
    if given:
        part = "train" if given.startswith("train") else "test"
    if word in LABEL_WORDS:
        return part, "labels"
    # "train" alone is a table, if anything.
    return (part, "images") if word in IMAGE_WORDS or (part and not word) else None


def _checked(
    headers: Mapping[str, npz.Header], part: Part, images: str | None, labels: str | None
) -> _Names:
    if images is not None and labels is None and headers[images].shape[1:] == (TABLE_COLUMNS,):
        header = headers[images]
        if header.dtype.kind not in "iuf" or not header.shape[0]:
            rows = phrase("Errors", "rows of numbers")
            raise DataError(unexpected(images, rows, header.dtype))
        return _Names(images, None)
    if images is None or labels is None:
        words = phrase(
            "Errors",
            "expected images and labels by names such as x_{part} and y_{part}, found {names}",
        )
        raise DataError(words.given(part=part, names=listed(list(headers))))
    check_images(images, headers[images].dtype, headers[images].shape)
    check_labels(labels, headers[labels].dtype, headers[labels].shape)
    return _Names(images, labels)
