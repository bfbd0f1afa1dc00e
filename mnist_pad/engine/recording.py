"""A run's events, written to its folder as they pass by."""

import contextlib
import tempfile
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from mnist_pad.base.phrases import Phrase, why
from mnist_pad.engine import record as records
from mnist_pad.engine.clock import Clock
from mnist_pad.engine.curves import DRAWN, Curves
from mnist_pad.engine.elsewhere import save_elsewhere
from mnist_pad.engine.kept_snapshots import KeptSnapshots, room
from mnist_pad.engine.record import Kind, Origin, RunRecord, adapted_from, configured, new_record
from mnist_pad.engine.run_folder import RunFolder
from mnist_pad.recognizer.weights import Weights, WeightsError, save
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import (
    Compared,
    EpochEnded,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    Snapshot,
    StepsTrained,
    TrainingEvent,
)
from mnist_pad.training.snapshots import weights_of

SAVE_INTERVAL_S: Final = 1.0
"""Weights and record are written this often at most."""

SAVING_SHARE: Final = 0.02
"""Of a run's time, what writing them may take: on a slow disk they are written less often."""


@dataclass(frozen=True)
class RunKept:
    """The run is being kept, under this id; told before the run's own events."""

    id: str


@dataclass(frozen=True)
class RunUnkept:
    """The run goes on, but what it does is kept no longer: `path` could not be written.

    Told at most once before the run's end; then once more where no other place was found either
    for weights that could not be written.
    """

    path: str
    why: str | Phrase


@dataclass(frozen=True)
class WeightsElsewhere:
    """The weights of a run that could not be kept are in this file; told just before RunEnded."""

    path: str


RecordedEvent = TrainingEvent | RunKept | RunUnkept | WeightsElsewhere


def recorded(
    events: Iterator[TrainingEvent],
    runs: Path,
    *,
    config: TrainingConfig | None,
    kind: Kind,
    origin: Origin,
) -> Iterator[RecordedEvent]:
    """Pass the run's events on, and keep it in a folder of its own in `runs`.

    A run that ends before it began, without RunStarted, leaves nothing, nor does one that was
    stopped before anything was learnt. The weights of an adaptation are passed on, too, with what
    they were adapted from. Nothing is raised but what the events raise.
    """
    recorder = _Recorder(runs, configured(_new(kind, origin), config))
    try:
        yield from recorder.begin()
        for event in events:
            if isinstance(event, RunEnded):
                ended = _with_origin(event, kind, origin)
                yield from recorder.end(ended)
                yield ended
            else:
                yield from recorder.take(event)
                yield event
    finally:
        # Whoever iterated may have gone away: the run must hear of that at once.
        if isinstance(events, Generator):
            events.close()
        recorder.close()


def _new(kind: Kind, origin: Origin) -> RunRecord:
    recipe = "adapted" if kind == "adaptation" else "custom"
    started = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    return new_record(kind, origin, recipe=recipe, started=started)


def _with_origin(event: RunEnded, kind: Kind, origin: Origin) -> RunEnded:
    if kind != "adaptation" or event.weights is None:
        return event
    return replace(event, weights=adapted_from(event.weights, origin))


class _Recorder:
    """What is known of one run between two of its events."""

    def __init__(self, runs: Path, record: RunRecord) -> None:
        self._runs = runs
        self._record = record
        self._folder: RunFolder | None = None
        self._curves: Curves | None = None
        self._snapshots: KeptSnapshots | None = None
        self._unkept = False
        self._worth_keeping = self._learnt = False
        self._clock = Clock()
        self._newest: Snapshot | None = None
        self._started: RunStarted | None = None
        self._tested: tuple[int, float | None] = (-1, None)
        self._due_s = 0.0

    def begin(self) -> Iterator[RecordedEvent]:
        # Tried before the first step: nobody shall hear of a full disk after minutes of work.
        try:
            self._folder = RunFolder.make(self._runs, self._record)
            self._record = replace(self._record, id=self._folder.path.name)
            self._curves = Curves(self._folder.path / records.CURVES_FILE)
            # Those of an adaptation are judged as the weights that it began with.
            if self._record.kind == "training":
                self._snapshots = KeptSnapshots(self._folder.path, room(self._runs))
            yield RunKept(self._record.id)
        except OSError as error:
            yield self._gives_up(error, self._runs)

    def take(self, event: TrainingEvent) -> Iterator[RecordedEvent]:
        # Even where nothing is kept: at the end, another place may be found for the weights.
        self._note(event)
        if self._curves is None or self._folder is None or self._unkept:
            return
        try:
            if isinstance(event, DRAWN):
                self._curves.add(event, self._clock.seconds)
            if self._snapshots is not None:
                self._snapshots.take(event)
            # Nothing follows for a while that would take along what is buffered.
            if isinstance(event, RunPaused):
                self._curves.flush()
            if isinstance(event, RunStarted | RunPaused) or self._is_due(event):
                self._save(self._folder.path)
        except (OSError, WeightsError) as error:
            yield self._gives_up(error, self._folder.path)

    def end(self, event: RunEnded) -> Iterator[RecordedEvent]:
        self._clock.halt()
        self._record = replace(
            self._record,
            outcome=event.outcome,
            epochs=event.epochs,
            test_accuracy=event.test_accuracy,
            cause=event.cause,
        )
        weights = event.weights or self._snapshot()
        # Stopped before anything was learnt, it is nothing to come back to; its weights, where it
        # has any, are those it went on from.
        learnt = self._learnt and weights is not None
        self._worth_keeping = self._worth_keeping and (learnt or event.outcome != "stopped")
        if not self._worth_keeping:
            return
        # The room or the folder that was missing may be there again by now.
        failure = self._finish(weights)
        if failure is None:
            return
        # Told already, as it happened.
        if not self._unkept:
            yield failure
        if weights is not None:
            yield _elsewhere(weights, self._record.id or self._record.recipe)

    def close(self) -> None:
        if self._curves is not None:
            with contextlib.suppress(OSError):
                self._curves.close()
        if self._folder is not None:
            if not self._worth_keeping:
                self._folder.remove()
            self._folder.release()

    def _note(self, event: TrainingEvent) -> None:
        if isinstance(event, RunStarted):
            self._start(event)
        elif isinstance(event, StepsTrained):
            self._learnt = True
            self._record = replace(self._record, train_accuracy=event.train_accuracy)
        elif isinstance(event, EpochEnded):
            steps_per_epoch = self._started.steps_per_epoch if self._started else 0
            self._tested = (event.epoch * steps_per_epoch, event.test_accuracy)
            self._record = replace(
                self._record,
                epochs=event.epoch,
                train_accuracy=event.train_accuracy,
                test_accuracy=event.test_accuracy,
            )
        elif isinstance(event, Snapshot):
            self._newest = event
        elif isinstance(event, Compared):
            self._record = replace(self._record, compared=event)
        elif isinstance(event, RunPaused):
            self._clock.halt()
        elif isinstance(event, RunResumed):
            self._clock.go()

    def _start(self, event: RunStarted) -> None:
        self._worth_keeping = True
        self._started = event
        self._record = configured(self._record, event.config)
        self._clock.go()

    def _is_due(self, event: TrainingEvent) -> bool:
        return isinstance(event, Snapshot | EpochEnded) and time.monotonic() >= self._due_s

    def _save(self, folder: Path) -> None:
        """Write weights and record as they are; raises OSError and WeightsError."""
        # Measured, for what a disk takes is anything from 1 ms to seconds.
        started_s = time.monotonic()
        weights = self._snapshot()
        if weights is not None:
            save(weights, folder / records.WEIGHTS_FILE)
        records.write(replace(self._record, seconds=self._clock.seconds), folder)
        took_s = time.monotonic() - started_s
        # The first weights do not wait.
        if weights is not None:
            self._due_s = started_s + max(SAVE_INTERVAL_S, took_s / SAVING_SHARE)

    def _finish(self, weights: Weights | None) -> RunUnkept | None:
        """Write all there is; returns what could not be written, None where everything was."""
        if self._folder is None:  # which was told as it happened
            return RunUnkept(str(self._runs), "")
        folder = self._folder.path
        try:
            # Weights first: should the process end between, the run is interrupted, and has them.
            if weights is not None:
                save(weights, folder / records.WEIGHTS_FILE)
            if self._snapshots is not None:
                self._snapshots.finish()
            if self._curves is not None:
                self._curves.close()
            records.write(replace(self._record, seconds=self._clock.seconds), folder)
        except (OSError, WeightsError) as error:
            return _unkept(error, folder)
        return None

    def _snapshot(self) -> Weights | None:
        if self._newest is None or self._started is None:
            return None
        weights = weights_of(self._started, self._newest)
        # An epoch's accuracy is told just after its last snapshot, and of no other.
        tested, accuracy = self._tested
        if tested != self._newest.step:
            return weights
        return replace(weights, meta=replace(weights.meta, test_accuracy=accuracy))

    def _gives_up(self, error: OSError | WeightsError, place: Path) -> RunUnkept:
        self._unkept = True
        return _unkept(error, place)


def _unkept(error: OSError | WeightsError, place: Path) -> RunUnkept:
    # An error of saving weights says which file, too.
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    return RunUnkept(str(place), why(cause) if isinstance(cause, OSError) else cause.words)


def _elsewhere(weights: Weights, name: str) -> RunUnkept | WeightsElsewhere:
    try:
        return WeightsElsewhere(str(save_elsewhere(weights, name)))
    except WeightsError as error:
        return _unkept(error, Path(tempfile.gettempdir()))
