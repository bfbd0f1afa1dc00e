"""Pictures in folders named by what they show: found digits, and how they are read."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase, why
from mnist_pad.dataset.samples import is_number
from mnist_pad.ink.found import Found
from mnist_pad.pictures.reading import find_digits, read_picture
from mnist_pad.recognizer.marks import likeliest, number, read_found
from mnist_pad.recognizer.recognizer import Recognizer

NONE: Final = "none"
"""The folder of pictures that show no digit."""


@dataclass(frozen=True)
class PictureFile:
    """A file, and what its folder says it shows: digits, NONE, or None where no folder says it."""

    path: Path
    expected: str | None


@dataclass(frozen=True, eq=False)
class FoundPicture:
    """A picture's file, and what was found in it."""

    file: PictureFile
    found: tuple[Found, ...]


@dataclass(frozen=True)
class ReadPicture:
    """A picture, what its folder says it shows, and what it was read as; None where refused.

    `right` is None where no folder says what it shows.
    """

    picture: str
    expected: str | None
    read: str | None
    right: bool | None


@dataclass(frozen=True)
class PictureFigures:
    """How a folder's pictures are read.

    `accuracy` is the fraction, in [0, 1], of the `named` that show digits, None without any;
    `rejected` are those with a mark that is no digit, or none; `wrong` is what was read wrong.
    """

    count: int
    named: int
    accuracy: float | None
    rejected: int
    wrong: tuple[ReadPicture, ...]


def files_in(folder: Path) -> tuple[list[PictureFile], list[Path]]:
    """Return the files of a folder's folders named by numbers or NONE, and which others it has.

    Where there is none so named, the files that lie in the folder itself, of which nobody says
    what they show. Raises UsageError where it cannot be read, or holds no files so.
    """
    try:
        folders = sorted(each for each in folder.iterdir() if each.is_dir())
        named = [each for each in folders if each.name == NONE or is_number(each.name)]
        files = [PictureFile(path, each.name) for each in named for path in _files(each)]
        if not named:
            files = [PictureFile(path, None) for path in sorted(folder.iterdir()) if path.is_file()]
    except OSError as error:
        words = phrase("Errors", "{path}: expected a folder of pictures, found: {why}")
        raise UsageError(words.given(path=folder, why=why(error))) from error
    if not files:
        words = phrase(
            "Errors",
            "{path}: expected folders of pictures, named by what these show (7, 427, {none}), "
            "found none",
        )
        raise UsageError(words.given(path=folder, none=NONE))
    return files, [each for each in folders if each not in named]


def find(file: PictureFile) -> FoundPicture:
    """Find the digits in a picture: tenths of a second in a large one. Raises PictureError."""
    return FoundPicture(file, find_digits(read_picture(file.path)).found)


def read(picture: FoundPicture, recognizer: Recognizer) -> ReadPicture:
    """Return what a picture is read as."""
    marks = read_found(picture.found, recognizer)
    answer, expected = number(marks), picture.file.expected
    right: bool | None
    if expected is None:
        right = None
    elif expected == NONE:
        right = answer is None
    elif len(expected) == 1:
        # As with drawings: of one digit, the answer counts whatever the verdict.
        right = likeliest(marks) == expected
    else:
        right = answer == expected
    return ReadPicture(str(picture.file.path), expected, answer, right)


def picture_figures(pictures: Sequence[ReadPicture]) -> PictureFigures:
    """Count how pictures are read."""
    named = [each for each in pictures if each.expected not in (None, NONE)]
    right = sum(each.right is True for each in named)
    return PictureFigures(
        count=len(pictures),
        named=len(named),
        accuracy=right / len(named) if named else None,
        rejected=sum(each.read is None for each in pictures),
        wrong=tuple(each for each in pictures if each.right is False),
    )


def labels_of(picture: FoundPicture) -> tuple[int, ...] | None:
    """Return the digit that each of the marks found has to be.

    None where nobody says it, and where there are more or fewer marks than digits.
    """
    digits = (picture.file.expected or "").replace("\n", "")
    if not digits.isdigit() or len(digits) != len(picture.found):
        return None
    return tuple(map(int, digits))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if os.path.isfile(path))
