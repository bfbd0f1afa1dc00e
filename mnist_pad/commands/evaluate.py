"""`mnist-pad evaluate`: measures weights on a data set, on drawings, or on pictures."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands import error_sheet, numbers
from mnist_pad.commands.data import add_data_options, chosen_turn
from mnist_pad.commands.error_sheet import Misreading
from mnist_pad.commands.labelled_images import LabelledImages, read_data, read_ink
from mnist_pad.commands.output import add_json_flag, padded, percent, print_json
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.recognizer.evaluation import Evaluation, evaluate, misread
from mnist_pad.recognizer.recognizer import Recognizer

_NAME_COLUMNS: Final = 19


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_weights_option(parser)
    source = parser.add_mutually_exclusive_group()
    add_data_options(parser, source)
    source.add_argument(
        "--ink", metavar="F", type=Path, help=translate("Help", "drawings, as JSON lines")
    )
    source.add_argument(
        "--pictures",
        metavar="DIR",
        type=Path,
        help=translate("Help", "pictures in folders named by what they show"),
    )
    parser.add_argument(
        "--numbers",
        action="store_true",
        help=translate("Help", "read the numbers of --ink, not its single digits"),
    )
    parser.add_argument(
        "--errors",
        metavar="DIR",
        type=Path,
        help=translate("Help", "draw the misread ones there, worst first"),
    )
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Print how well the weights read; bad lines of drawings are told and passed over."""
    _check(options)
    chosen_turn(options)
    recognizer = Recognizer(chosen_weights(options))
    if options.pictures is not None:
        numbers.evaluate_pictures(options.pictures, recognizer, json=options.json)
        return 0
    if options.numbers:
        numbers.evaluate_ink(options.ink, recognizer, json=options.json)
        return 0
    if options.errors is not None:
        # Before the reading: what cannot be written is told at once.
        error_sheet.prepare(options.errors)
    given = read_ink(options.ink) if options.ink is not None else read_data(options)
    probabilities, no_digit = recognizer.judge(given.images)
    result = evaluate(probabilities, given.labels, rejected=no_digit, blank=given.blank)
    if options.json:
        print_json(asdict(result))
    else:
        _print_table(result)
    if options.errors is not None:
        misreadings = _misreadings(given, probabilities)
        sheets = error_sheet.write(options.errors, misreadings)
        told = _in_words(sheets, len(misreadings))
        if options.json:
            # Standard output is for the one object.
            # Standard error as well is in English then.
            print(f"mnist-pad: misread: {told}", file=sys.stderr)
        else:
            print("\n" + padded(translate("Commands", "misread"), _NAME_COLUMNS) + told)
    return 0


def _check(options: argparse.Namespace) -> None:
    if options.numbers and options.ink is None:
        raise UsageError(
            phrase("Errors", "--numbers: expected --ink and a file of drawings, found none")
        )
    if options.errors is not None and (options.numbers or options.pictures is not None):
        raise UsageError(
            phrase(
                "Errors",
                "--errors: expected a data set or single digits, found numbers or pictures",
            )
        )


def _misreadings(given: LabelledImages, probabilities: NDArray[np.float32]) -> list[Misreading]:
    return [
        Misreading(
            image=given.images[index],
            label=int(given.labels[index]),
            answer=None if given.blank[index] else int(probabilities[index].argmax()),
            probability=float(probabilities[index].max()),
            name=given.names[index],
        )
        for index in misread(probabilities, given.labels, blank=given.blank)
    ]


def _in_words(sheets: Sequence[Path], count: int) -> str:
    if not sheets:
        return translate("Commands", "none, so there is no sheet")
    shown = min(count, error_sheet.MAX_DRAWINGS)
    if len(sheets) == 1:
        words = translate("Commands", "{shown:,} of {count:,}, worst first: {first}")
    else:
        words = translate("Commands", "{shown:,} of {count:,}, worst first: {first} to {last}")
    return words.format(shown=shown, count=count, first=sheets[0], last=sheets[-1].name)


def _print_table(result: Evaluation) -> None:
    of = translate("Commands", "{accuracy} of {count:,}")
    rows = (
        (translate("Commands", "accuracy"), of),
        (translate("Commands", "calibration error"), "{calibration}"),
        (translate("Commands", "not a digit"), "{rejected:,}"),
    )
    for name, value in rows:
        shown = value.format(
            accuracy=percent(result.accuracy),
            count=result.count,
            calibration=percent(result.calibration_error),
            rejected=result.rejected,
        )
        print(padded(name, _NAME_COLUMNS) + shown)
    heads = (
        padded(translate("Commands", "label"), 5, right=True),
        padded(translate("Commands", "accuracy"), 9),
        padded(translate("Commands", "answers:"), 9),
    )
    print("\n" + "  ".join(heads) + "".join(f"{digit:>6}" for digit in range(10)))
    for digit, (accuracy, row) in enumerate(zip(result.per_class, result.confusion, strict=True)):
        answers = "".join(f"{count:>6}" for count in row)
        print(f"{digit:>5}  {percent(accuracy):>9}            {answers}")
