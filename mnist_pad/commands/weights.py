"""The `--weights` option: a file, or the weights that come with the program."""

import argparse
import sys
from pathlib import Path

from mnist_pad.base.wording import together, translate
from mnist_pad.engine.scaling_in_words import trial_in_words
from mnist_pad.ink.scaling import SCALINGS, Scaling
from mnist_pad.recognizer.weights import Weights, load, shipped
from mnist_pad.training.scaling_trial import with_scaling_found


def add_weights_option(parser: argparse.ArgumentParser) -> None:
    """Add `--weights F` and `--scaling S`."""
    parser.add_argument(
        "--weights",
        metavar="F",
        type=Path,
        help=translate("Help", "a weights file; the shipped ones without it"),
    )
    add_scaling_option(parser)


def add_scaling_option(parser: argparse.ArgumentParser) -> None:
    """Add `--scaling S`."""
    parser.add_argument(
        "--scaling",
        choices=SCALINGS,
        help=translate(
            "Help",
            "how the weights' pixels are scaled, whatever their file says: -0.5 to 0.5, 0 to 1, "
            "or 0 to 255",
        ),
    )


def chosen_weights(options: argparse.Namespace) -> Weights:
    """Return the weights asked for; raises WeightsError."""
    if options.weights is None:
        weights = shipped()
        return weights if options.scaling is None else weights.with_scaling(options.scaling)
    return load_for(options.weights, options.scaling)


def load_for(path: Path, scaling: Scaling | None) -> Weights:
    """Read a weights file for pixels that are scaled as asked for, or as the file says.

    Where neither says, that is found out, and told on standard error.

    Raises WeightsError, and DataError where MNIST is needed to find it out and cannot be read.
    """
    weights = load(path)
    if scaling is not None:
        return weights.with_scaling(scaling)
    weights, trial = with_scaling_found(weights)
    if trial is not None:
        other = translate("Commands", "--scaling chooses another.")
        told = " ".join(together(trial_in_words(trial, str(path)), other).split())
        print(f"mnist-pad: {told}", file=sys.stderr)
    return weights
