"""`mnist-pad lesson`: runs a lesson of the article, what fails and then the fix."""

import argparse
import math
from collections.abc import Iterator
from typing import Any

from mnist_pad.base.wording import percent, translate
from mnist_pad.commands.output import add_json_flag, print_json
from mnist_pad.commands.stopping import fill_closed_streams, stopping
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.engine.sentences import cause_in_words
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    EpochEnded,
    Failure,
    LayersMeasured,
    Printed,
    RunEnded,
    StepsTrained,
    TrainingEvent,
)
from mnist_pad.training.lessons.code import Code, code
from mnist_pad.training.lessons.lesson import LESSONS, VARIANTS, Lesson, Variant, lesson
from mnist_pad.training.lessons.words import words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "number",
        metavar="N",
        nargs="?",
        type=int,
        help=translate("Help", "1 to {last}; all, if left out").format(last=len(LESSONS)),
    )
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Run one lesson or all; Ctrl-C stops."""
    fill_closed_streams()
    numbers = list(LESSONS) if options.number is None else [lesson(options.number).number]
    control = Control()
    with stopping(control, translate("Commands", "stopping")):
        digits = mnist.load()
        for number in numbers:
            if not control.stopped:
                (_tell_json if options.json else _tell)(number, digits, control)
    return 0


def _tell_json(number: int, digits: Digits, control: Control) -> None:
    told: dict[str, Any] = {"lesson": number, "title": words(number).title}
    told |= {variant: _told(number, variant, digits, control) for variant in VARIANTS}
    print_json(told)


def _told(number: int, variant: Variant, digits: Digits, control: Control) -> dict[str, Any]:
    losses: list[float | None] = []
    ended: RunEnded | None = None
    for event in _events(number, variant, digits, control):
        if isinstance(event, StepsTrained):
            # JSON has neither infinity nor NaN.
            losses += [loss if math.isfinite(loss) else None for loss in event.losses.tolist()]
        elif isinstance(event, RunEnded):
            ended = event
    assert ended is not None
    raised = str(ended.cause.detail) if isinstance(ended.cause, Failure) else None
    return {
        "outcome": ended.outcome,
        "error": raised or (None if ended.cause is None else cause_in_words(ended.cause)),
        "losses": losses,
        "test_accuracy": ended.test_accuracy,
    }


def _tell(number: int, digits: Digits, control: Control) -> None:
    said = words(number)
    print(f"\n{number}. {said.title}\n")
    introductions, outcomes = (said.writes, said.mends), (said.happened, said.mended)
    for variant, introduction, outcome in zip(VARIANTS, introductions, outcomes, strict=True):
        print(introduction, end="\n\n")
        print(_typeset(code(number, variant)), end="\n\n", flush=True)
        for event in _events(number, variant, digits, control):
            if _is_told(event, lesson(number), variant):
                for line in _in_words(event):
                    print(f"    {line}", flush=True)
        print(f"\n{outcome}\n")
    print(f"=> {said.remember}")


def _is_told(event: TrainingEvent, chosen: Lesson, variant: Variant) -> bool:
    """Tell whether an event is worth a line: of thousands of updates, the epochs are enough."""
    few_updates = chosen.steps is not None or (chosen.by_step and variant == "broken")
    return few_updates or not isinstance(event, LayersMeasured)


def _events(
    number: int, variant: Variant, digits: Digits, control: Control
) -> Iterator[TrainingEvent]:
    # Takes seconds: what is wrong with the arguments has been told by now.
    from mnist_pad.training.lessons.running import run

    return run(number, variant, digits, control=control)


def _typeset(shown: Code) -> str:
    return "\n".join(
        f"  {'>' if place in shown.telling else ' '} {line}"
        for place, line in enumerate(shown.lines)
    )


def _in_words(event: TrainingEvent) -> Iterator[str]:
    if isinstance(event, LayersMeasured):
        largest = ", ".join(f"{value:.3g}" for value in event.largest)
        words = translate("Commands", "step {step:,}: loss {loss:.4g}, largest weights {largest}")
        yield words.format(step=event.step, loss=event.loss, largest=largest)
    elif isinstance(event, EpochEnded):
        accuracy = percent(event.test_accuracy, decimals=2)
        words = translate("Commands", "epoch {epoch}: loss {loss:.4g}, test accuracy {accuracy}")
        yield words.format(epoch=event.epoch, loss=event.train_loss, accuracy=accuracy)
    elif isinstance(event, Printed):
        yield event.text
    elif isinstance(event, RunEnded):
        if event.cause is not None:
            yield cause_in_words(event.cause)
        if event.test_accuracy is not None:
            accuracy = percent(event.test_accuracy, decimals=2)
            yield translate("Commands", "test accuracy {accuracy}").format(accuracy=accuracy)
