"""Pictures in folders named by what they show: found digits, and how they are read."""

from dataclasses import dataclass
from typing import Final

from mnist_pad.ink.found import Found
from mnist_pad.recognizer.marks import likeliest, number, read_found
from mnist_pad.recognizer.recognizer import Recognizer

NONE: Final = "none"
"""The folder of pictures that show no digit."""


@dataclass(frozen=True, eq=False)
class FoundPicture:
    """A picture's path, what its folder says it shows, and what was found in it.

    `expected` is digits, NONE, or None where no folder says it.
    """

    picture: str
    expected: str | None
    found: tuple[Found, ...]


@dataclass(frozen=True)
class ReadPicture:
    """A picture, what its folder says it shows, and what it was read as; None where refused.

    `right` is None where nobody says what it shows.
    """

    picture: str
    expected: str | None
    read: str | None
    right: bool | None


def read(picture: FoundPicture, recognizer: Recognizer) -> ReadPicture:
    """Return what a picture is read as."""
    marks = read_found(picture.found, recognizer)
    answer = number(marks)
    right: bool | None
    if picture.expected is None:
        right = None
    elif picture.expected == NONE:
        right = answer is None
    elif len(picture.expected) == 1:
        # As with drawings: of one digit, the answer counts whatever the verdict.
        right = likeliest(marks) == picture.expected
    else:
        right = answer == picture.expected
    return ReadPicture(picture.picture, picture.expected, answer, right)
