"""A run's weights on their way: a file for each of some steps, spread evenly over the run.

A run keeps MOST of them and RUN_BYTES, whichever is less; all runs together keep ALL_BYTES, and
one that finds less room than two snapshots need keeps none. None of an earlier run is removed.
"""

import contextlib
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from mnist_pad.recognizer.weights import Weights, load, save
from mnist_pad.training.events import EpochEnded, RunStarted, Snapshot, TrainingEvent
from mnist_pad.training.snapshots import weights_of

MOST: Final = 24
RUN_BYTES: Final = 2**25
ALL_BYTES: Final = 2**31

SHARE: Final = 0.005
"""Of a run's time, what writing snapshots may take."""

FILE_NAME: Final = re.compile(r"snapshot-(\d{10})\.npz", re.ASCII)


def steps(folder: Path) -> tuple[int, ...]:
    """Return the steps of which a run's folder has snapshots, the first one first.

    Raises OSError.
    """
    found = (FILE_NAME.fullmatch(path.name) for path in folder.iterdir())
    return tuple(sorted(int(name[1]) for name in found if name))


def read(folder: Path, step: int) -> Weights:
    """Return the weights after `step` updates; raises WeightsError."""
    return load(_path(folder, step))


def room(runs: Path) -> int:
    """Return how many bytes a new run among these may fill."""
    taken = 0
    # A run may be deleted, or thin out its own, at this very moment.
    with contextlib.suppress(OSError):
        for path in runs.glob("*/snapshot-*.npz"):
            with contextlib.suppress(OSError):
                taken += path.stat().st_size
    return min(RUN_BYTES, max(0, ALL_BYTES - taken))


class KeptSnapshots:
    """Keeps some of the snapshots of a run that goes on.

    They come quicker than a disk may take them: those that wait for it are in memory, as long as
    others do not take their place; the run's end has all of them written.
    """

    def __init__(self, folder: Path, room_bytes: int) -> None:
        """Keep them in the run's folder, so many bytes at most."""
        self._folder = folder
        self._room_bytes = room_bytes
        self._started: RunStarted | None = None
        self._most = MOST
        self._steps: list[int] = []
        # A slot of so many steps has one of them; it widens as the run goes on.
        self._gap = 1
        self._waiting: dict[int, Weights] = {}
        self._due_s = 0.0

    def take(self, event: TrainingEvent) -> None:
        """Take the run's next event; raises WeightsError and OSError."""
        if isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, Snapshot):
            self._write_one()
            if self._started is not None and self._is_wanted(event, self._started):
                self._waiting[event.step] = weights_of(self._started, event)
                self._steps.append(event.step)
                self._thin(self._started.steps_per_epoch)
        elif isinstance(event, EpochEnded) and self._steps:
            # An epoch's accuracy is told just after its snapshot.
            self._tell(self._steps[-1], event)

    def finish(self) -> None:
        """Write what waits to be written; raises WeightsError and OSError."""
        while self._waiting:
            self._write()

    def _tell(self, step: int, ended: EpochEnded) -> None:
        weights, started = self._waiting.get(step), self._started
        if weights is None or started is None or step != ended.epoch * started.steps_per_epoch:
            return
        meta = replace(weights.meta, test_accuracy=ended.test_accuracy)
        self._waiting[step] = replace(weights, meta=meta)

    def _write_one(self) -> None:
        if self._waiting and time.monotonic() >= self._due_s:
            started_s = time.monotonic()
            self._write()
            self._due_s = started_s + (time.monotonic() - started_s) / SHARE

    def _write(self) -> None:
        step = next(iter(self._waiting))
        save(self._waiting.pop(step), _path(self._folder, step))

    def _is_wanted(self, snapshot: Snapshot, started: RunStarted) -> bool:
        size = sum(parameter.nbytes for parameter in snapshot.parameters)
        # Between two thinnings there is one more than is kept.
        self._most = min(MOST, self._room_bytes // max(size, 1) - 1)
        # Once they are epochs apart, those are kept whose accuracy is known.
        between = self._gap >= started.steps_per_epoch and snapshot.step % started.steps_per_epoch
        last = self._slot(self._steps[-1]) if self._steps else -1
        return self._most >= 2 and self._slot(snapshot.step) > last and not between

    def _slot(self, step: int) -> int:
        assert self._started is not None
        return (step - self._started.first_step) // self._gap

    def _thin(self, steps_per_epoch: int) -> None:
        """Let a slot be wider until there are few enough, and keep the first in each."""
        first = self._steps
        while len(first) > self._most:
            wider = 2 * self._gap
            if self._gap < steps_per_epoch <= wider:
                wider = steps_per_epoch
            self._gap = wider
            by_slot = {self._slot(step): step for step in reversed(self._steps)}
            first = sorted(by_slot.values())
        for step in set(self._steps).difference(first):
            if self._waiting.pop(step, None) is None:
                _path(self._folder, step).unlink(missing_ok=True)
        self._steps = first


def _path(folder: Path, step: int) -> Path:
    return folder / f"snapshot-{step:010d}.npz"
