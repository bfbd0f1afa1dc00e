"""`mnist-pad adapt`: weights that read everybody learn one hand, in this process."""

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from mnist_pad.base.errors import UsageError
from mnist_pad.commands.labelled import LabelledImages, read_ink
from mnist_pad.commands.long_work import check_destination, stopping
from mnist_pad.commands.output import add_json_flag, print_json
from mnist_pad.commands.progress import Progress
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.recognizer.weights import save
from mnist_pad.training.control import Control
from mnist_pad.training.events import Compared, RunEnded, StepsTrained


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--ink", metavar="F", type=Path, required=True, help="your drawings, as JSON lines"
    )
    add_weights_option(parser)
    parser.add_argument(
        "--out", metavar="F", type=Path, required=True, help="where the new weights go"
    )
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Learn from the labelled drawings; Ctrl-C stops, and then nothing is written."""
    weights = chosen_weights(options)
    images, labels = _usable(read_ink(options.ink), options.ink)
    check_destination(options.out)
    if options.out.exists() and options.out.samefile(options.ink):
        raise UsageError(f"{options.out}: expected another file for the weights, found --ink's own")
    digits = mnist.load()
    # TensorFlow takes seconds to import: what is wrong with the arguments has been told by now.
    from mnist_pad.training.adaptation import adapt
    from mnist_pad.training.adapter import STEPS

    control, progress = Control(), Progress(quiet=True)
    compared = None
    with stopping(control, "stopping; nothing is written"):
        for event in adapt(weights, (images, labels), digits, control=control):
            progress.show(event)
            if options.json and isinstance(event, StepsTrained) and event.step % STEPS == 0:
                print_json(_pass(event))
            if isinstance(event, Compared):
                compared = event
            if isinstance(event, RunEnded):
                return _finish(event, compared, options)
    raise AssertionError("a run ends with RunEnded")


def _usable(given: LabelledImages, path: Path) -> Labelled:
    """Return the images and digits of what can be learnt from; tell what cannot."""
    usable = (given.labels != UNLABELLED) & ~given.blank
    if not usable.any():
        found = f"none in {len(usable):,}"
        raise UsageError(f"{path}: expected drawings labelled 0 to 9, with ink, found {found}")
    if not usable.all():
        left = int((~usable).sum())
        print(f"mnist-pad: {path}: {left:,} without a label or ink left out", file=sys.stderr)
    return given.images[usable], given.labels[usable].astype(np.uint8)


def _finish(event: RunEnded, compared: Compared | None, options: argparse.Namespace) -> int:
    if event.weights is not None:
        save(event.weights, options.out)
    if options.json:
        print_json(_end(event, compared, options.out))
    else:
        print(event.message)
        print("no weights were made" if event.weights is None else f"weights: {options.out}")
    return 1 if event.weights is None else 0


def _pass(event: StepsTrained) -> dict[str, Any]:
    return {
        "event": "pass",
        "pass": event.epoch,
        "own_accuracy": event.train_accuracy,
        "train_loss": float(event.losses.mean()),
    }


def _end(event: RunEnded, compared: Compared | None, out: Path) -> dict[str, Any]:
    figures = {} if compared is None else vars(compared)
    weights = None if event.weights is None else str(out)
    end = {"event": "end", "outcome": event.outcome, "weights": weights, "message": event.message}
    return end | figures
