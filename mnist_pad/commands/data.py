"""The `--data` option, and those that turn its images."""

import argparse
import sys
from pathlib import Path

from mnist_pad.base.errors import UsageError
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
        help="instead of MNIST: a .npz, a .csv, a folder of IDX files, or pictures in folders 0-9",
    )
    parser.add_argument(
        "--transpose", action="store_true", help="swap rows and columns of the images of --data"
    )
    parser.add_argument(
        "--invert", action="store_true", help="swap ink and paper in the images of --data"
    )


def chosen_turn(options: argparse.Namespace) -> Turn:
    """Return the turn asked for; raises UsageError where there is nothing to turn."""
    turn = Turn(options.transpose, options.invert)
    if turn != AS_THEY_ARE and options.data is None:
        given = "--transpose" if turn.transpose else "--invert"
        raise UsageError(f"{given}: expected with --data, found without")
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


def tell(source: Path, what: str) -> None:
    """Say something of what is read, on standard error."""
    print(f"mnist-pad: {source}: {what}", file=sys.stderr)


def _in_words(better: Comparison, given: Turn) -> str:
    looks, ways = [], []
    for field, look in (("transpose", "transposed"), ("invert", "inverted")):
        if getattr(better.turn, field):
            looks.append(look)
            # What is turned already has to be turned back.
            ways.append(f"{'without' if getattr(given, field) else 'with'} --{field}")
    return (
        f"its images look {' and '.join(looks)}: of {better.count}, the shipped network reads "
        f"{better.right} right so, {better.right_turned} {' and '.join(ways)}"
    )
