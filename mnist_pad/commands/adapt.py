"""`mnist-pad adapt`: weights that read everybody learn one hand, in this process."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.data import tell
from mnist_pad.commands.labelled_images import read_ink
from mnist_pad.commands.output import add_json_flag, print_json, weights_in_words
from mnist_pad.commands.progress import Progress
from mnist_pad.commands.saving import save_somewhere
from mnist_pad.commands.stopping import check_destination, fill_closed_streams, heard, stopping
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Labelled
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.record import Origin, adapted_from
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.training.control import Control
from mnist_pad.training.events import Compared, RunEnded, StepsTrained


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--ink",
        metavar="F",
        type=Path,
        required=True,
        help=translate("Help", "your drawings, as JSON lines"),
    )
    add_weights_option(parser)
    parser.add_argument(
        "--out",
        metavar="F",
        type=Path,
        required=True,
        help=translate("Help", "where the new weights go"),
    )
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Learn from the labelled drawings; Ctrl-C stops, and then nothing is written."""
    fill_closed_streams()
    weights = chosen_weights(options)
    images, labels = _usable(read_ink(options.ink), options.ink)
    check_destination(options.out)
    # The files, not their paths: one may be a link to the other.
    if options.out.exists() and options.out.samefile(options.ink):
        words = phrase("Errors", "{path}: expected another file for the weights, found --ink's own")
        raise UsageError(words.given(path=options.out))
    control, progress = Control(), Progress(quiet=True)
    compared = None
    with stopping(control, translate("Commands", "stopping; nothing is written")):
        # Takes seconds: what is wrong with the arguments has been told by now.
        from mnist_pad.training.adaptation import adapt
        from mnist_pad.training.adaptation_step import STEPS

        digits = mnist.load()
        for event in adapt(weights, (images, labels), digits, control=control):
            # Stopped half way, there would be no weights, and there is not long to go.
            with heard():
                progress.show(event)
                # One line a pass, with its last updates.
                if options.json and isinstance(event, StepsTrained) and event.step % STEPS == 0:
                    print_json(_pass(event))
            if isinstance(event, Compared):
                compared = event
            if isinstance(event, RunEnded):
                path = _save(event, options)
                with heard():
                    _tell_end(event, compared, path, options)
                # Completed without weights is a failure: all that was learnt would cost too much.
                return 0 if event.outcome == "stopped" or event.weights is not None else 1
    raise AssertionError("a run ends with RunEnded")


def _usable(given: LabelledImages, path: Path) -> Labelled:
    """Return the images and digits of what can be learnt from; tell what cannot."""
    usable = (given.labels != UNLABELLED) & ~given.blank
    if not usable.any():
        words = phrase(
            "Errors",
            "{path}: expected drawings labelled 0 to 9, with ink, found none in {count:,}",
        )
        raise UsageError(words.given(path=path, count=len(usable)))
    if not usable.all():
        words = phrase("Commands", "{count:,} without a label or ink left out")
        tell(path, words.given(count=int((~usable).sum())))
    return given.images[usable], given.labels[usable].astype(np.uint8)


def _save(event: RunEnded, options: argparse.Namespace) -> Path | None:
    if event.weights is None:
        return None
    origin = Origin("built_in") if options.weights is None else Origin("file", str(options.weights))
    return save_somewhere(adapted_from(event.weights, origin), options.out)


def _tell_end(
    event: RunEnded, compared: Compared | None, path: Path | None, options: argparse.Namespace
) -> None:
    if options.json:
        print_json(_end(event, compared, path))
        return
    print(ended_in_words(event, compared=compared))
    # Flushed within `heard`: output that takes no more is met here, not at the interpreter's end.
    print(weights_in_words(path), flush=True)


def _pass(event: StepsTrained) -> dict[str, Any]:
    return {
        "event": "pass",
        "pass": event.epoch,
        "own_accuracy": event.train_accuracy,
        "train_loss": float(event.losses.mean()),
    }


def _end(event: RunEnded, compared: Compared | None, path: Path | None) -> dict[str, Any]:
    figures = {} if compared is None else vars(compared)
    weights = None if path is None else str(path)
    message = ended_in_words(event, compared=compared)
    end = {"event": "end", "outcome": event.outcome, "weights": weights, "message": message}
    return end | figures
