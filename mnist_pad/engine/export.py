"""A run's curves for other programs: CSV, and TensorBoard's event files."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import mnist_pad
from mnist_pad.base import csv_files
from mnist_pad.base.phrases import cannot_be_written, phrase, why
from mnist_pad.engine.curves import Point
from mnist_pad.engine.record import RunError
from mnist_pad.training.events import (
    DeadCounted,
    EpochEnded,
    NormsMeasured,
    RunStarted,
    StepsTrained,
)

CSV_HEADER: Final = (
    "row",
    "epoch",
    "step",
    "loss",
    "train_accuracy",
    "test_accuracy",
    "seconds",
)

_WRITER: Final = Path(mnist_pad.__file__).with_name("training") / "event_files.py"
# Files of the current folder, or of the script's, must not pass for modules that it imports. What
# Python 3.10 has for that leaves out the user's own packages as well.
_SAFE_PATH: Final = "-P" if sys.version_info >= (3, 11) else "-I"


def write_csv(points: Sequence[Point], path: Path) -> None:
    """Write curves as CSV, UTF-8, with the header CSV_HEADER; raises RunError.

    `row` is `step` or `epoch`. A step has epoch, step, its loss, and the seconds of training at
    which its loss was told. An epoch has the mean loss of its steps, both accuracies, as
    fractions, and the seconds of training since the run began; its step is its last.
    """
    try:
        csv_files.write_csv(path, CSV_HEADER, _rows(points))
    except OSError as error:
        raise RunError(cannot_be_written(path, error)) from error


def write_tensorboard(points: Sequence[Point], folder: Path, *, started: str) -> None:
    """Write curves as an event file in `folder`, which is made where there is none.

    Scalars, by step: `loss`; `train_loss`, `train_accuracy` and `test_accuracy`, by epoch; and
    where they were measured, `gradient_norm/layer_1`, `weight_norm/layer_1`, `dead/layer_1`, ...
    `started` is when the run did, ISO 8601. TensorFlow writes, in a process of its own: it takes
    seconds to import.

    Raises RunError where it cannot be written.
    """
    # TensorBoard can show curves by the time of day, too.
    begun = datetime.fromisoformat(started).timestamp()
    lines = (json.dumps((*scalar, begun + at)) for *scalar, at in _scalars(points))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [sys.executable, _SAFE_PATH, str(_WRITER), str(folder.resolve())],
            input="\n".join(lines),
            capture_output=True,
            text=True,
            # What libraries print is in any encoding.
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        words = phrase("Errors", "{path}: expected a folder for event files, found: {why}")
        raise RunError(words.given(path=folder, why=why(error))) from error
    if done.returncode:
        # Of a traceback, the last line says what it was.
        last = (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]
        words = phrase("Errors", "{path}: expected TensorFlow to write event files, found: {last}")
        raise RunError(words.given(path=folder, last=last[:300]))


def _rows(points: Sequence[Point]) -> Iterator[tuple[str | int | float | None, ...]]:
    step = 0
    for point in points:
        event = point.event
        if isinstance(event, StepsTrained):
            step = event.step
            for number, loss in _losses(event):
                yield "step", event.epoch, number, loss, None, None, round(point.seconds, 3)
        elif isinstance(event, EpochEnded):
            accuracies = event.train_accuracy, event.test_accuracy
            yield "epoch", event.epoch, step, event.train_loss, *accuracies, event.elapsed


def _scalars(points: Sequence[Point]) -> Iterator[tuple[str, int, float, float]]:
    """Yield tag, step, value and seconds."""
    steps_per_epoch = 1
    for point in points:
        event = point.event
        if isinstance(event, RunStarted):
            steps_per_epoch = event.steps_per_epoch
        elif isinstance(event, StepsTrained):
            for number, loss in _losses(event):
                yield "loss", number, loss, point.seconds
        elif isinstance(event, NormsMeasured | DeadCounted):
            for tag, value in _by_layer(event):
                yield tag, event.step, value, point.seconds
        else:
            for tag in ("train_loss", "train_accuracy", "test_accuracy"):
                step = event.epoch * steps_per_epoch
                yield tag, step, getattr(event, tag), point.seconds


def _by_layer(event: NormsMeasured | DeadCounted) -> Iterator[tuple[str, float]]:
    if isinstance(event, DeadCounted):
        told = {"dead": event.shares}
    else:
        told = {"gradient_norm": event.gradients, "weight_norm": event.weights}
    for name, values in told.items():
        for layer, value in enumerate(values.tolist(), start=1):
            yield f"{name}/layer_{layer}", value


def _losses(event: StepsTrained) -> Iterator[tuple[int, float]]:
    """Yield the number of each update and its loss, in the nine digits that float32 has."""
    first = event.step - len(event.losses) + 1
    for number, loss in enumerate(event.losses.tolist(), start=first):
        yield number, float(f"{loss:.9g}")
