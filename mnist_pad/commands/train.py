"""`mnist-pad train`: trains the network by a recipe, in this process."""

import argparse
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final, get_args

from mnist_pad.base.errors import UsageError
from mnist_pad.commands.long_work import check_destination, stopping
from mnist_pad.commands.output import add_json_flag, print_json
from mnist_pad.commands.progress import Progress
from mnist_pad.dataset import mnist
from mnist_pad.recognizer import kept
from mnist_pad.recognizer.weights import Weights, load, save
from mnist_pad.training.config import Loss, Optimizer, Scaling, Schedule, TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import EpochEnded, RunEnded
from mnist_pad.training.recipes import DEFAULT_RECIPE, RECIPES, recipe

EXIT_STATUS: Final = {"completed": 0, "stopped": 0, "diverged": 1, "failed": 1}

_CHOICES: Final = {"loss": Loss, "optimizer": Optimizer, "schedule": Schedule, "scaling": Scaling}
_WHOLE: Final = (
    "epochs",
    "seed",
    "batch_size",
    "pen_styles",
    "counter_examples",
    "held_out",
)
_NUMBERS: Final = ("learning_rate", "momentum", "weight_decay", "label_smoothing", "distortion")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: the recipe, and an option for each of its settings."""
    parser.add_argument("--recipe", metavar="R", help=f"one of {', '.join(RECIPES)}")
    parser.add_argument("--data", metavar="P", type=Path, help="a .npz or a folder of IDX files")
    parser.add_argument("--out", metavar="F", type=Path, help="where the weights go")
    parser.add_argument("--resume", metavar="F", type=Path, help="go on with a stopped run")
    parser.add_argument(
        "--without-state",
        action="store_true",
        help="leave out what only --resume needs; a third of the size",
    )
    settings = parser.add_argument_group("settings", "what the recipe says without them")
    for name in _WHOLE:
        settings.add_argument(_option(name), metavar="N", type=int)
    for name in _NUMBERS:
        settings.add_argument(_option(name), metavar="X", type=float)
    for name, choices in _CHOICES.items():
        settings.add_argument(_option(name), choices=get_args(choices))
    settings.add_argument("--weight-deviation", metavar="X", type=_deviation, help="or 'he'")
    settings.add_argument("--hidden-sizes", metavar="N,N", type=_sizes)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Train; Ctrl-C stops the run and keeps its weights."""
    resumed = None if options.resume is None else load(options.resume)
    config = _config(options, resumed)
    digits = mnist.load(options.data)
    if options.out is not None:
        check_destination(options.out)
    # TensorFlow takes seconds to import: what is wrong with the arguments has been told by now.
    from mnist_pad.training.loop import train

    control = Control()
    progress = Progress(quiet=options.json)
    with stopping(control, "stopping; the weights are kept"):
        for event in train(config, digits, control=control, resume=resumed):
            progress.show(event)
            if isinstance(event, EpochEnded) and options.json:
                print_json(_epoch(event))
            if isinstance(event, RunEnded):
                return _finish(event, options)
    raise AssertionError("a run ends with RunEnded")


def _config(options: argparse.Namespace, resumed: Weights | None) -> TrainingConfig:
    if resumed is None:
        config = recipe(options.recipe or DEFAULT_RECIPE)
    elif options.recipe is not None:
        raise UsageError("--recipe: expected to be left out with --resume, which brings its own")
    else:
        config = TrainingConfig.from_dict(dict(resumed.meta.config))
    given = {
        field.name: getattr(options, field.name)
        for field in fields(config)
        if getattr(options, field.name, None) is not None
    }
    given.pop("recipe", None)
    if given.get("weight_deviation") == 0.0:
        given["weight_deviation"] = None
    return replace(config, **given)


def _finish(event: RunEnded, options: argparse.Namespace) -> int:
    path = None
    if event.weights is not None:
        kept_state = {} if options.without_state else event.weights.optimizer_state
        path = _save(replace(event.weights, optimizer_state=kept_state), options.out)
    if options.json:
        print_json(
            {
                "event": "end",
                "outcome": event.outcome,
                "epochs": event.epochs,
                "test_accuracy": event.test_accuracy,
                "weights": None if path is None else str(path),
                "message": event.message,
            }
        )
    else:
        print(event.message)
        print(f"weights: {path}" if path is not None else "no weights were made")
    return EXIT_STATUS[event.outcome]


def _save(weights: Weights, path: Path | None) -> Path:
    if path is None:
        return kept.keep(weights)
    save(weights, path)
    return path


def _epoch(event: EpochEnded) -> dict[str, Any]:
    return {
        "event": "epoch",
        "epoch": event.epoch,
        "train_accuracy": event.train_accuracy,
        "test_accuracy": event.test_accuracy,
        "train_loss": event.train_loss,
        "seconds": event.seconds,
    }


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _deviation(text: str) -> float:
    """Parse a deviation; 0 stands for He's, which depends on the layer."""
    if text.lower() == "he":
        return 0.0
    value = float(text)
    if value <= 0:
        raise ValueError(text)
    return value


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))
