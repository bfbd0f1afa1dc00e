"""What `evaluate` makes of numbers: drawings that have one, and pictures in folders named by it."""

import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase, why
from mnist_pad.base.wording import translate
from mnist_pad.commands.data import tell
from mnist_pad.commands.labelled_images import read_samples
from mnist_pad.commands.output import padded, percent, print_json
from mnist_pad.commands.predict import read
from mnist_pad.dataset.samples import is_number
from mnist_pad.pictures.reading import PictureError
from mnist_pad.recognizer.marks import Mark, likeliest, number
from mnist_pad.recognizer.number_evaluation import evaluate_numbers
from mnist_pad.recognizer.numbers import InkReader
from mnist_pad.recognizer.recognizer import Recognizer

NONE: Final = "none"
"""The folder of pictures that show no digit."""

_TOLD: Final = 20
"""In words, so many of the pictures that were read wrong."""


@dataclass(frozen=True, eq=False)
class _Read:
    """A picture, what its folder says it shows, and what it was read as; None where refused."""

    picture: str
    expected: str
    read: str | None
    right: bool


def evaluate_ink(path: Path, recognizer: Recognizer, *, json: bool) -> None:
    """Print how many drawings with a `number` are read wholly right, whatever the verdicts."""
    samples = read_samples(path)
    expected = {sample: sample.number for sample in samples if sample.number is not None}
    if not expected:
        words = phrase(
            "Errors", '{path}: expected drawings with a "number" of digits, found none in {count:,}'
        )
        raise UsageError(words.given(path=path, count=len(samples)))
    if left := len(samples) - len(expected):
        tell(path, phrase("Commands", "{count:,} without a number left out").given(count=left))
    reader = InkReader(recognizer)
    answers = [likeliest(reader.read(sample.ink)) for sample in expected]
    result = evaluate_numbers(list(expected.values()), answers)
    if json:
        print_json(asdict(result))
        return
    of = translate("Commands", "{accuracy} ({right:,} of {count:,})")
    of = of.format(accuracy=percent(result.accuracy), right=result.right, count=result.count)
    print(padded(translate("Commands", "numbers read right"), 20) + of)
    digits = padded(translate("Commands", "digits read right"), 20)
    print(digits + percent(result.digits_right))


def evaluate_pictures(folder: Path, recognizer: Recognizer, *, json: bool) -> None:
    """Print how many pictures are read as their folder's name says; bad ones are told."""
    results = list(_results(folder, recognizer))
    if not results:
        words = phrase(
            "Errors",
            "{path}: expected folders of pictures, named by what these show (7, 427, {none}), "
            "found none",
        )
        raise UsageError(words.given(path=folder, none=NONE))
    named = [each for each in results if each.expected != NONE]
    accuracy = sum(each.right for each in named) / len(named) if named else None
    rejected = sum(each.read is None for each in results)
    wrong = [each for each in results if not each.right]
    if json:
        told = [{"picture": e.picture, "expected": e.expected, "read": e.read} for e in wrong]
        figures: dict[str, Any] = {"count": len(results), "accuracy": accuracy}
        print_json({**figures, "rejected": rejected, "wrong": told})
        return
    of = translate("Commands", "{accuracy} of {count:,}")
    of = of.format(accuracy=percent(accuracy), count=len(named))
    print(padded(translate("Commands", "accuracy"), 13) + of)
    of = translate("Commands", "{rejected:,} of {count:,}")
    of = of.format(rejected=rejected, count=len(results))
    print(padded(translate("Commands", "not a digit"), 13) + of)
    for each in wrong[:_TOLD]:
        told_as = (
            translate("Commands", "{picture}: {expected}, read as no digit")
            if each.read is None
            else translate("Commands", "{picture}: {expected}, read {read}")
        )
        print(told_as.format(picture=each.picture, expected=each.expected, read=each.read))
    if len(wrong) > _TOLD:
        print(translate("Commands", "and {more:,} more").format(more=len(wrong) - _TOLD))


def _results(folder: Path, recognizer: Recognizer) -> Iterator[_Read]:
    try:
        folders = sorted(each for each in folder.iterdir() if each.is_dir())
        for each in folders:
            if each.name != NONE and not is_number(each.name):
                tell(each, phrase("Commands", "not named by a number, left out"))
                continue
            for picture in sorted(path for path in each.rglob("*") if path.is_file()):
                try:
                    yield _result(picture, each.name, read(picture, recognizer))
                except PictureError as error:
                    print(f"mnist-pad: {error}", file=sys.stderr)
    except OSError as error:
        words = phrase("Errors", "{path}: expected a folder of pictures, found: {why}")
        raise UsageError(words.given(path=folder, why=why(error))) from error


def _result(picture: Path, expected: str, marks: tuple[Mark, ...]) -> _Read:
    answer = number(marks)
    if expected == NONE:
        right = answer is None
    elif len(expected) == 1:
        # As with drawings: of one digit, the answer counts whatever the verdict.
        right = likeliest(marks) == expected
    else:
        right = answer == expected
    return _Read(str(picture), expected, answer, right)
