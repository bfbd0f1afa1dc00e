"""`mnist-pad train`: trains the network by a recipe, in this process."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Phrase, phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.data import add_data_options, chosen_data, tell
from mnist_pad.commands.output import add_json_flag, print_json, weights_in_words
from mnist_pad.commands.progress import Progress
from mnist_pad.commands.saving import save_somewhere
from mnist_pad.commands.stopping import check_destination, fill_closed_streams, heard, stopping
from mnist_pad.commands.weights import load_for
from mnist_pad.dataset.digits import Digits
from mnist_pad.dataset.mnist import with_test_images
from mnist_pad.engine.record import WEIGHTS_FILE, Origin, RunError
from mnist_pad.engine.recording import RecordedEvent, RunKept, RunUnkept, WeightsElsewhere
from mnist_pad.engine.runs import Runs
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.engine.unkept_in_words import unkept_in_words
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import EpochEnded, RunEnded, TrainingEvent
from mnist_pad.training.recipes import DEFAULT_RECIPE, RECIPES, recipe
from mnist_pad.training.resuming import check_resumable_on, settings_of

# A run that was stopped has done what was asked of it; one that diverged has not.
EXIT_STATUS: Final = {"completed": 0, "stopped": 0, "diverged": 1, "failed": 1}

_HE: Final = "he"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: the recipe, and an option for each of its settings."""
    parser.add_argument("--recipe", metavar="R", help=_one_of(RECIPES))
    add_data_options(parser)
    parser.add_argument(
        "--out",
        metavar="F",
        type=Path,
        help=translate("Help", "where the weights go; without it, a run is kept"),
    )
    parser.add_argument(
        "--resume",
        metavar="F",
        help=translate("Help", "go on with a stopped run: its weights file, id or name"),
    )
    parser.add_argument(
        "--without-state",
        action="store_true",
        help=translate("Help", "leave out what only --resume needs; a third of the size"),
    )
    settings = parser.add_argument_group(
        translate("Help", "settings"), translate("Help", "what the recipe says without them")
    )
    # Types alone: the record checks its limits itself, in the same words for whoever asks.
    for name, hint in get_type_hints(TrainingConfig).items():
        if get_origin(hint) is Literal:
            settings.add_argument(_option(name), choices=get_args(hint))
        elif hint is int:
            settings.add_argument(_option(name), metavar="N", type=_whole_number)
        elif hint is float:
            settings.add_argument(_option(name), metavar="X", type=_number)
    settings.add_argument(
        "--weight-deviation",
        metavar="X",
        type=_deviation,
        help=translate("Help", "from 0, or 'he'"),
    )
    settings.add_argument("--hidden-sizes", metavar="N,N", type=_sizes)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Train; Ctrl-C stops the run and keeps its weights."""
    fill_closed_streams()
    resumed, origin = _resumed(options.resume, options.scaling)
    config = _config(options, resumed)
    control = Control()
    with stopping(control, translate("Commands", "stopping; the weights are kept")):
        digits = _digits(options)
        if resumed is not None:
            check_resumable_on(config, resumed, digits)
        if options.out is not None:
            check_destination(options.out)
        # Takes seconds: what is wrong with the arguments has been told by now.
        from mnist_pad.training.run import train

        events = train(config, digits, control=control, resume=resumed)
        if options.without_state:
            events = _without_state(events)
        if options.out is not None:
            return _follow(events, options, control)
        kept = Runs().recorded(events, config=config, kind="training", origin=origin)
        return _follow(kept, options, control)


def _digits(options: argparse.Namespace) -> Digits:
    """Return the data set asked for, with images to test on."""
    found = chosen_data(options)
    digits = with_test_images(found)
    if digits is not found:
        one = phrase("Commands", "it names no test images; 1 of its {total:,} is held out as such")
        several = phrase(
            "Commands", "it names no test images; {count:,} of its {total:,} are held out as such"
        )
        count, total = len(digits.x_test), len(found.x_train)
        tell(options.data, (one if count == 1 else several).given(count=count, total=total))
    return digits


def _follow(events: Iterator[RecordedEvent], options: argparse.Namespace, control: Control) -> int:
    progress = Progress(quiet=options.json)
    path: Path | None = options.out
    for event in events:
        if isinstance(event, RunKept):
            path = Runs().folder / event.id / WEIGHTS_FILE
        elif isinstance(event, WeightsElsewhere):
            path = Path(event.path)
        with heard(control):
            _tell(event, progress, options)
        if isinstance(event, RunEnded):
            path = _keep(event, path, options)
            with heard(control):
                _tell_end(event, path, options)
            return EXIT_STATUS[event.outcome]
    raise AssertionError("a run ends with RunEnded")


def _tell(event: RecordedEvent, progress: Progress, options: argparse.Namespace) -> None:
    if isinstance(event, RunUnkept):
        print(f"mnist-pad: {unkept_in_words(event)}", file=sys.stderr)
    elif not isinstance(event, RunKept | WeightsElsewhere):
        progress.show(event)
    if isinstance(event, EpochEnded) and options.json:
        print_json(_epoch(event))


def _resumed(text: str | None, scaling: Scaling | None = None) -> tuple[Weights | None, Origin]:
    """Return the weights to go on from, and where they come from."""
    if text is None:
        return None, Origin("nothing")
    # A file comes first: what worked before a run was named like one goes on working.
    if not os.path.lexists(text):
        with contextlib.suppress(RunError):
            run = Runs().id_of(text)
            return Runs().weights(run), Origin("run", run)
    # The record of the run outlives the folder that one stands in.
    return load_for(Path(text), scaling), Origin("file", os.path.abspath(text))


def _without_state(events: Iterator[TrainingEvent]) -> Iterator[TrainingEvent]:
    for event in events:
        if isinstance(event, RunEnded) and event.weights is not None:
            event = replace(event, weights=replace(event.weights, optimizer_state={}))
        yield event


def _config(options: argparse.Namespace, resumed: Weights | None) -> TrainingConfig:
    if resumed is None:
        config = recipe(options.recipe or DEFAULT_RECIPE)
    elif options.recipe is not None:
        raise UsageError(
            phrase(
                "Errors",
                "--recipe: expected to be left out with --resume, which brings its own",
            )
        )
    else:
        config = settings_of(resumed)
    given = {
        field.name: getattr(options, field.name)
        for field in fields(config)
        if getattr(options, field.name, None) is not None
    }
    # The settings are the recipe's already; its name stays with them.
    given.pop("recipe", None)
    # None is what argparse leaves where nothing was asked for.
    if given.get("weight_deviation") == _HE:
        given["weight_deviation"] = None
    return replace(config, **given)


def _keep(event: RunEnded, path: Path | None, options: argparse.Namespace) -> Path | None:
    """Return where the run's weights are; those of a run that is kept are there by now."""
    if options.out is None:
        return path if path is not None and path.exists() else None
    return None if event.weights is None else save_somewhere(event.weights, options.out)


def _tell_end(event: RunEnded, path: Path | None, options: argparse.Namespace) -> None:
    if options.json:
        print_json(
            {
                "event": "end",
                "outcome": event.outcome,
                "epochs": event.epochs,
                "test_accuracy": event.test_accuracy,
                "weights": None if path is None else str(path),
                "message": ended_in_words(event),
            }
        )
        return
    print(ended_in_words(event))
    # Flushed within `heard`: output that takes no more is met here, not at the interpreter's end.
    print(weights_in_words(path), flush=True)


def _epoch(event: EpochEnded) -> dict[str, Any]:
    return {
        "event": "epoch",
        "epoch": event.epoch,
        "train_accuracy": event.train_accuracy,
        "test_accuracy": event.test_accuracy,
        "train_loss": event.train_loss,
        "seconds": event.seconds,
    }


def _one_of(names: Iterable[str]) -> str:
    return translate("Help", "one of {names}").format(names=", ".join(names))


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise _unlike(phrase("Errors", "a whole number"), text) from error


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise _unlike(phrase("Errors", "a number"), text) from error


def _deviation(text: str) -> float | str:
    """Parse a deviation, or the name of He's, which depends on the layer."""
    if text.lower() == _HE:
        return _HE
    with contextlib.suppress(ValueError):
        if (value := float(text)) >= 0:
            return value
    raise _unlike(phrase("Errors", "a number from 0, or 'he'"), text)


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError as error:
        expected = phrase("Errors", "whole numbers with commas between them")
        raise _unlike(expected, text) from error


def _unlike(expected: Phrase, found: str) -> argparse.ArgumentTypeError:
    # argparse's own words for a ValueError name the function that parsed it.
    words = phrase("Errors", "expected {expected}, found {found}")
    return argparse.ArgumentTypeError(str(words.given(expected=expected, found=repr(found))))
