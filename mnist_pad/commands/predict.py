"""`mnist-pad predict`: reads pictures."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mnist_pad.base.wording import translate
from mnist_pad.commands.output import add_json_flag, percent, print_json
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.pictures.reading import PictureError, find_digits, read_picture
from mnist_pad.recognizer.marks import Mark, number, read_found, signs
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer, nothing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "pictures",
        metavar="PICTURE",
        nargs="+",
        type=Path,
        help=translate("Help", "a picture of a digit or a number"),
    )
    add_weights_option(parser)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Read each picture; one that is none is told, and the others are read all the same."""
    recognizer = Recognizer(chosen_weights(options))
    status = 0
    for picture in options.pictures:
        try:
            marks = read(picture, recognizer)
        except PictureError as error:
            print(f"mnist-pad: error: {error}", file=sys.stderr)
            # As EXIT_USAGE of `cli`, which stands above the commands and is not imported by them.
            status = 2
            continue
        if options.json:
            print_json(_as_json(picture, marks))
        else:
            print(f"{picture}: {_in_words(marks)}")
    return status


def read(picture: Path, recognizer: Recognizer) -> tuple[Mark, ...]:
    """Return what a picture file shows, mark by mark; raises PictureError."""
    return read_found(find_digits(read_picture(picture)).found, recognizer)


def _as_json(picture: Path, marks: Sequence[Mark]) -> dict[str, object]:
    several = len(marks) > 1
    single = marks[0].prediction if marks else nothing("")
    together: dict[str, object] = _prediction(single)
    if several:
        verdict = "not_a_digit" if number(marks) is None else "number"
        together = {"verdict": verdict, "digit": None, "probabilities": None}
    digits = [{"box": list(mark.found.box), **_prediction(mark.prediction)} for mark in marks]
    return {"picture": str(picture), **together, "number": number(marks), "digits": digits}


def _prediction(prediction: Prediction) -> dict[str, object]:
    return {
        "verdict": prediction.verdict,
        "digit": prediction.digit,
        "probabilities": prediction.probabilities.tolist(),
    }


def _in_words(marks: Sequence[Mark]) -> str:
    if not marks:
        return translate("Commands", "not a digit (no ink found)")
    if len(marks) == 1:
        return _of_one(marks[0].prediction)
    # A row below another would look like another picture's line.
    shown = signs(marks).replace("\n", " / ")
    one_by_one = "; ".join(_of_one(mark.prediction) for mark in marks)
    return f"{shown}: {one_by_one}"


def _of_one(prediction: Prediction) -> str:
    if prediction.digit is None:
        reason = translate("Reasons", prediction.reason)
        return translate("Commands", "not a digit ({reason})").format(reason=reason)
    probability = percent(float(prediction.probabilities[prediction.digit]))
    if prediction.verdict == "unsure":
        reason = translate("Reasons", prediction.reason)
        words = translate("Commands", "unsure, {reason} ({probability})")
        return words.format(reason=reason, probability=probability)
    return f"{prediction.digit} ({probability})"
