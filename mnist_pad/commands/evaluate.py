"""`mnist-pad evaluate`: measures weights on a data set, on drawings, or on pictures."""

import argparse
import sys
from collections.abc import Iterator, Sequence
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
from mnist_pad.commands.evaluation_files import Outputs, add_output_options
from mnist_pad.commands.labelled_images import chosen_images
from mnist_pad.commands.output import add_json_flag, padded, percent, print_json
from mnist_pad.commands.weights import add_weights_option, chosen_weights, load_for
from mnist_pad.engine.evaluating.findings import EvaluationEnded, EvaluationEvent, Findings, Noted
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.evaluating.pictures import NONE
from mnist_pad.engine.jobs.evaluation import EvaluationRequest, evaluated
from mnist_pad.engine.sentences import cause_in_words
from mnist_pad.recognizer.evaluation import Evaluation, misread
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.training.control import Control

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
    add_output_options(parser)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Print how well the weights read; bad lines of drawings are told and passed over."""
    _check(options)
    chosen_turn(options)
    weights = chosen_weights(options)
    against = None if options.against is None else load_for(options.against, None)
    if options.numbers:
        numbers.evaluate_ink(options.ink, Recognizer(weights), json=options.json)
        return 0
    # Before the reading: what cannot be written is told at once.
    outputs = Outputs.checked(options)
    if options.errors is not None:
        error_sheet.prepare(options.errors)
    images, parts = chosen_images(options)
    request = EvaluationRequest(weights, images, against, further=outputs.wanted)
    control = Control()
    with outputs.stopping(control):
        ended = _followed(evaluated(request, control, parts))
    if ended.cause is not None and ended.cause.kind != "refused":
        print(f"mnist-pad: error: {cause_in_words(ended.cause)}", file=sys.stderr)
        return 1
    findings = _findings(ended, options)
    outputs.write(findings, images)
    _tell(findings, options)
    outputs.tell(findings)
    if options.errors is not None:
        _draw_errors(findings, options)
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
    for name in ("report", "csv", "against"):
        if options.numbers and getattr(options, name) is not None:
            words = phrase(
                "Errors", "{option}: expected single digits or pictures, found --numbers"
            )
            raise UsageError(words.given(option=f"--{name}"))


def _followed(events: Iterator[EvaluationEvent]) -> EvaluationEnded:
    for event in events:
        if isinstance(event, Noted):
            print(f"mnist-pad: {event.sentence}", file=sys.stderr)
        elif isinstance(event, EvaluationEnded):
            return event
    raise AssertionError("an evaluation ends with EvaluationEnded")


def _findings(ended: EvaluationEnded, options: argparse.Namespace) -> Findings:
    """Return what was found; raises UsageError for a set that cannot be used."""
    if ended.findings is None or ended.cause is not None:
        raise UsageError("" if ended.cause is None else ended.cause.detail)
    pictures = ended.findings.first.pictures
    # Without a folder's name, there is nothing to hold what is read against.
    if options.pictures is not None and all(each.expected is None for each in pictures):
        words = phrase(
            "Errors",
            "{path}: expected folders of pictures, named by what these show (7, 427, {none}), "
            "found none",
        )
        raise UsageError(words.given(path=options.pictures, none=NONE))
    return ended.findings


def _tell(findings: Findings, options: argparse.Namespace) -> None:
    answers = findings.first
    if options.pictures is not None:
        numbers.tell_pictures(answers.pictures, json=options.json)
    elif options.json:
        print_json(asdict(answers.evaluation))
    else:
        _print_table(answers.evaluation)


def _draw_errors(findings: Findings, options: argparse.Namespace) -> None:
    misreadings = _misreadings(findings.images, findings.first.probabilities)
    sheets = error_sheet.write(options.errors, misreadings)
    told = _in_words(sheets, len(misreadings))
    if options.json:
        # Standard output is for the one object; standard error as well is in English then.
        print(f"mnist-pad: misread: {told}", file=sys.stderr)
    else:
        print("\n" + padded(translate("Commands", "misread"), _NAME_COLUMNS) + told)


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
