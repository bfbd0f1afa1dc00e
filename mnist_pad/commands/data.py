"""The `--data` option, and those that turn its images."""

import argparse
import sys
from pathlib import Path

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Phrase, Words, phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.orientation import Comparison, better_turned
from mnist_pad.dataset import mnist
from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn
from mnist_pad.dataset.digits import Digits
from mnist_pad.engine.evaluating.reading import left_out


def add_data_options(
    parser: argparse.ArgumentParser, source: argparse._ActionsContainer | None = None
) -> None:
    """Add `--data P`, among the options of `source` if given, `--transpose` and `--invert`."""
    (source or parser).add_argument(
        "--data",
        metavar="P",
        type=Path,
        help=translate(
            "Help",
            "instead of MNIST: a .npz, a .csv, a folder of IDX files, or pictures in folders 0-9",
        ),
    )
    parser.add_argument(
        "--transpose",
        action="store_true",
        help=translate("Help", "swap rows and columns of the images of --data"),
    )
    parser.add_argument(
        "--invert",
        action="store_true",
        help=translate("Help", "swap ink and paper in the images of --data"),
    )


def chosen_turn(options: argparse.Namespace) -> Turn:
    """Return the turn asked for; raises UsageError where there is nothing to turn."""
    turn = Turn(options.transpose, options.invert)
    if turn != AS_THEY_ARE and options.data is None:
        given = "--transpose" if turn.transpose else "--invert"
        words = phrase("Errors", "{option}: expected with --data, found without")
        raise UsageError(words.given(option=given))
    return turn


def chosen_data(options: argparse.Namespace) -> Digits:
    """Return the data set asked for, and tell what is odd about it; raises UsageError."""
    turn = chosen_turn(options)
    digits = mnist.load(options.data, turn)
    for note in left_out(digits, options.data):
        print(f"mnist-pad: {note}", file=sys.stderr)
    # MNIST lies as it should, and looking takes as long as reading some of it.
    if digits.fingerprint != mnist.FINGERPRINT and (better := better_turned(digits)):
        tell(options.data, _in_words(better, turn))
    return digits


def tell(source: Path, what: Words) -> None:
    """Say something of what is read, on standard error."""
    print(f"mnist-pad: {source}: {what}", file=sys.stderr)


def _in_words(better: Comparison, given: Turn) -> Phrase:
    transposed, inverted = better.turn
    words = {
        (True, True): phrase(
            "Commands",
            "its images look transposed and inverted: of {count}, the shipped network reads "
            "{right} right so, {right_turned} {transpose} and {invert}",
        ),
        (True, False): phrase(
            "Commands",
            "its images look transposed: of {count}, the shipped network reads {right} right so, "
            "{right_turned} {transpose}",
        ),
        (False, True): phrase(
            "Commands",
            "its images look inverted: of {count}, the shipped network reads {right} right so, "
            "{right_turned} {invert}",
        ),
    }
    return words[transposed, inverted].given(
        count=better.count,
        right=better.right,
        right_turned=better.right_turned,
        transpose=_way("--transpose", given=given.transpose),
        invert=_way("--invert", given=given.invert),
    )


def _way(option: str, *, given: bool) -> Phrase:
    # What is turned already has to be turned back.
    without, with_ = phrase("Commands", "without {option}"), phrase("Commands", "with {option}")
    return (without if given else with_).given(option=option)
