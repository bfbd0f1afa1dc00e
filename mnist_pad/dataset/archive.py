"""Data sets as .npz archives: Keras's mnist.npz, and what others call the same arrays."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

from mnist_pad.base import npz
from mnist_pad.base.wording import listed
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
        raise DataError(str(error)) from error
    found: dict[Part, RawPart] = {}
    for part, (images, labels) in parts.items():
        if labels is None:
            found[part] = from_table(arrays[images], images)
        else:
            found[part] = RawPart(arrays[images], arrays[labels], images, labels)
    return found


def _parts(headers: Mapping[str, npz.Header]) -> dict[Part, _Names]:
    roles: dict[tuple[Part | None, _Kind], str] = {}
    for name in headers:
        role = _role(name)
        # One array alone needs no name.
        if role is None and len(headers) == 1:
            role = None, "images"
        if role is None:
            continue
        if role in roles:
            raise DataError(f"expected one of {roles[role]} and {name}, found both")
        roles[role] = name
    # Where a part is named, what is not of one is beside the point.
    named: list[Part | None] = [part for part in ("train", "test") if _has(roles, part)]
    return {part or "train": _names(roles, part, headers) for part in named or [None]}


def _role(name: str) -> tuple[Part | None, _Kind] | None:
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


def _has(roles: Mapping[tuple[Part | None, _Kind], str], part: Part | None) -> bool:
    return (part, "images") in roles or (part, "labels") in roles


def _names(
    roles: Mapping[tuple[Part | None, _Kind], str],
    part: Part | None,
    headers: Mapping[str, npz.Header],
) -> _Names:
    images, labels = roles.get((part, "images")), roles.get((part, "labels"))
    if images is not None and headers[images].shape[1:] == (TABLE_COLUMNS,) and labels is None:
        header = headers[images]
        if header.dtype.kind not in "iuf" or not header.shape[0]:
            raise DataError(f"{images}: expected rows of numbers, found {header.dtype}")
        return _Names(images, None)
    if images is None or labels is None:
        example = f"x_{part} and y_{part}" if part else "x_train and y_train"
        expected = f"images and labels by names such as {example}"
        raise DataError(f"expected {expected}, found {listed(list(headers))}")
    check_images(images, headers[images].dtype, headers[images].shape)
    check_labels(labels, headers[labels].dtype, headers[labels].shape)
    return _Names(images, labels)
