"""`mnist-pad evaluate`: measures weights on a data set, or on drawings."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

from mnist_pad.commands.output import add_json_flag, percent, print_json
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.dataset import drawings, mnist
from mnist_pad.ink.raster import rasterize
from mnist_pad.recognizer.evaluation import UNLABELLED, Evaluation, evaluate
from mnist_pad.recognizer.recognizer import Recognizer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_weights_option(parser)
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--data", metavar="P", type=Path, help="a .npz or a folder of IDX files instead of MNIST"
    )
    source.add_argument("--ink", metavar="F", type=Path, help="drawings, as JSON lines")
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Print how well the weights read; bad lines of drawings are told and passed over."""
    recognizer = Recognizer(chosen_weights(options))
    if options.ink is None:
        result = evaluate_data(options.data, recognizer)
    else:
        result = evaluate_ink(options.ink, recognizer)
    if options.json:
        print_json(asdict(result))
    else:
        _print_table(result)
    return 0


def evaluate_data(path: Path | None, recognizer: Recognizer) -> Evaluation:
    """Read a data set's test images; raises DataError."""
    digits = mnist.load(path)
    return evaluate(
        recognizer.probabilities(digits.x_test),
        digits.y_test,
        rejection_threshold=recognizer.weights.meta.rejection_threshold,
    )


def evaluate_ink(path: Path, recognizer: Recognizer) -> Evaluation:
    """Read a file of drawings; raises DataError."""
    samples, problems = drawings.read(path)
    for problem in problems:
        print(f"mnist-pad: {path}: {problem}", file=sys.stderr)
    stages = [rasterize(sample.ink) for sample in samples]
    blank = np.array([stage is None for stage in stages], bool)
    paper = np.zeros((28, 28), np.uint8)
    images = np.array([paper if stage is None else stage.image for stage in stages])
    labels = [UNLABELLED if sample.label is None else sample.label for sample in samples]
    return evaluate(
        recognizer.probabilities(images.reshape(-1, 28, 28)),
        np.array(labels, np.int64),
        rejection_threshold=recognizer.weights.meta.rejection_threshold,
        blank=blank,
    )


def _print_table(result: Evaluation) -> None:
    print(f"accuracy           {percent(result.accuracy)} of {result.count:,}")
    print(f"calibration error  {percent(result.calibration_error)}")
    print(f"not a digit        {result.rejected:,}")
    print("\nlabel  accuracy   answers: " + "".join(f"{digit:>6}" for digit in range(10)))
    for digit, (accuracy, row) in enumerate(zip(result.per_class, result.confusion, strict=True)):
        answers = "".join(f"{count:>6}" for count in row)
        print(f"{digit:>5}  {percent(accuracy):>9}            {answers}")
