"""The lesson that is open, and what running it told so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Signal

from mnist_pad.engine.jobs.lesson import LessonRun
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer.weights import Weights, WeightsMeta
from mnist_pad.training.events import (
    LayersMeasured,
    Printed,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
    TrainingEvent,
)
from mnist_pad.training.history import History
from mnist_pad.training.lessons.lesson import LESSONS, Variant
from mnist_pad.workspace.pump import Pump
from mnist_pad.workspace.worker import Worker

_FIRST: Final = min(LESSONS)


@dataclass(frozen=True, eq=False)
class Told:
    """What one variant of a lesson told: its curve, what was measured, printed, and how it ended.

    `losses` holds the loss of each update, infinite and NaN ones too.
    """

    history: History = field(default_factory=History)
    losses: tuple[float, ...] = ()
    measured: tuple[LayersMeasured, ...] = ()
    printed: tuple[str, ...] = ()
    ended: RunEnded | None = None


@dataclass(frozen=True, eq=False)
class LessonState:
    """The lesson that is open; `running` is the variant that runs, `last` the one that ran last."""

    number: int = _FIRST
    running: Variant | None = None
    last: Variant | None = None
    told: Mapping[Variant, Told] = field(default_factory=lambda: MappingProxyType({}))


class LessonStore(QObject):
    """Runs lessons; nothing of them stays, neither among the runs nor in the weights.

    Signals: `lesson_changed()`; `snapshot_taken(Weights)`; `lesson_ended()`.
    """

    lesson_changed = Signal()
    snapshot_taken = Signal(object)
    lesson_ended = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.current = LessonState()
        self._worker = worker
        self._pump: Pump | None = None
        self._scaling: Scaling = "centred"

    @property
    def is_running(self) -> bool:
        """Whether a lesson runs."""
        return self._pump is not None

    def choose(self, number: int) -> None:
        """Open another lesson; one that runs is stopped, and what it told forgotten."""
        if number in LESSONS and number != self.current.number:
            self.stop()
            self._set(LessonState(number))

    def start(self, variant: Variant) -> None:
        """Run a variant of the lesson that is open; nothing happens while one runs."""
        if self.is_running:
            return
        told = {**self.current.told, variant: Told()}
        self._pump = Pump(self._worker.run(LessonRun(self.current.number, variant)), self)
        self._pump.event_received.connect(self._take)
        self._set(replace(self.current, running=variant, last=variant, told=told))
        self._pump.start()

    def stop(self) -> None:
        """End a lesson that runs."""
        if self.is_running:
            self._worker.stop()

    def close(self) -> None:
        """Let go of the thread; the worker is closed by now."""
        if self._pump is not None:
            self._pump.abandon()
            self._pump = None

    def _take(self, event: TrainingEvent) -> None:
        variant = self.current.running
        if isinstance(event, RunEnded):
            self._end()
        # Without a variant, it is of a lesson that was left.
        if variant is not None:
            self._note(event, variant)
        if isinstance(event, RunEnded):
            self.lesson_ended.emit()

    def _note(self, event: TrainingEvent, variant: Variant) -> None:
        told = self.current.told[variant]
        told.history.add(event)
        running: Variant | None = variant
        if isinstance(event, RunStarted):
            self._scaling = event.config.scaling
        elif isinstance(event, Snapshot):
            meta = WeightsMeta(scaling=self._scaling)
            self.snapshot_taken.emit(Weights(event.parameters, meta))
        elif isinstance(event, StepsTrained):
            told = replace(told, losses=(*told.losses, *event.losses.tolist()))
        elif isinstance(event, LayersMeasured):
            told = replace(told, measured=(*told.measured, event))
        elif isinstance(event, Printed):
            told = replace(told, printed=(*told.printed, event.text))
        elif isinstance(event, RunEnded):
            told, running = replace(told, ended=event), None
        told_now = {**self.current.told, variant: told}
        self._set(replace(self.current, running=running, told=told_now))

    def _end(self) -> None:
        if self._pump is not None:
            self._pump.finish()
            self._pump = None

    def _set(self, state: LessonState) -> None:
        self.current = state
        self.lesson_changed.emit()
