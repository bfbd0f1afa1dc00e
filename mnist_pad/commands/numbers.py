"""What `evaluate` makes of numbers: drawings that have one, and pictures in folders named by it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.data import tell
from mnist_pad.commands.labelled_images import read_samples
from mnist_pad.commands.output import padded, percent, print_json
from mnist_pad.engine.evaluating.pictures import ReadPicture, picture_figures
from mnist_pad.recognizer.marks import likeliest
from mnist_pad.recognizer.number_evaluation import evaluate_numbers
from mnist_pad.recognizer.numbers import InkReader
from mnist_pad.recognizer.recognizer import Recognizer

_TOLD: Final = 20
"""In words, so many of the pictures that were read wrong."""


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


def tell_pictures(pictures: Sequence[ReadPicture], *, json: bool) -> None:
    """Print how many pictures are read as their folder's name says."""
    figures = picture_figures(pictures)
    if json:
        wrong = [
            {"picture": each.picture, "expected": each.expected, "read": each.read}
            for each in figures.wrong
        ]
        counts: dict[str, Any] = {"count": figures.count, "accuracy": figures.accuracy}
        print_json({**counts, "rejected": figures.rejected, "wrong": wrong})
        return
    of = translate("Commands", "{accuracy} of {count:,}")
    of = of.format(accuracy=percent(figures.accuracy), count=figures.named)
    print(padded(translate("Commands", "accuracy"), 13) + of)
    of = translate("Commands", "{rejected:,} of {count:,}")
    of = of.format(rejected=figures.rejected, count=figures.count)
    print(padded(translate("Commands", "not a digit"), 13) + of)
    for each in figures.wrong[:_TOLD]:
        words = (
            translate("Commands", "{picture}: {expected}, read as no digit")
            if each.read is None
            else translate("Commands", "{picture}: {expected}, read {read}")
        )
        print(words.format(picture=each.picture, expected=each.expected, read=each.read))
    if len(figures.wrong) > _TOLD:
        print(translate("Commands", "and {more:,} more").format(more=len(figures.wrong) - _TOLD))
