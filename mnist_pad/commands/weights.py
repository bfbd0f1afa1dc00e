"""The `--weights` option: a file, or the weights that come with the program."""

import argparse
from pathlib import Path

from mnist_pad.recognizer.weights import Weights, load, shipped


def add_weights_option(parser: argparse.ArgumentParser) -> None:
    """Add `--weights F`."""
    parser.add_argument(
        "--weights", metavar="F", type=Path, help="a weights file; the shipped ones without it"
    )


def chosen_weights(options: argparse.Namespace) -> Weights:
    """Return the weights asked for; raises WeightsError."""
    return shipped() if options.weights is None else load(options.weights)
