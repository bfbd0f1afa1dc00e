"""The run that goes on."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import phrase
from mnist_pad.dataset.digits import Labelled
from mnist_pad.engine.job import Job
from mnist_pad.engine.jobs.adaptation import Adaptation
from mnist_pad.engine.jobs.training import Training
from mnist_pad.engine.record import Origin
from mnist_pad.engine.recording import RecordedEvent, RunKept, RunUnkept, WeightsElsewhere
from mnist_pad.engine.unkept_in_words import unkept_in_words
from mnist_pad.recognizer.weights import Weights, WeightsMeta
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Pace
from mnist_pad.training.events import (
    Compared,
    ImagesSeen,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    Snapshot,
    StepsTrained,
    TrainingEvent,
    WeightsChanged,
)
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.pump import Pump
from mnist_pad.workspace.run_state import CurrentRun, Phase, Until
from mnist_pad.workspace.runs import FinishedRun, RunsStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore
from mnist_pad.workspace.worker import Worker

FROM_NOTHING: Final = Origin("nothing")


class CurrentRunStore(QObject):
    """Starts runs and follows the one that goes on.

    Signals: `run_started()`; `run_kept()`, it has an id now; `run_progressed()`, `current` tells
    more than before; `snapshot_taken(Weights)`; `event_taken(event)`, each as it came;
    `run_ended(RunEnded)`.
    """

    run_started = Signal()
    run_kept = Signal()
    run_progressed = Signal()
    snapshot_taken = Signal(object)
    event_taken = Signal(object)
    run_ended = Signal(object)

    def __init__(
        self, worker: Worker, *, runs: RunsStore, weights: WeightsStore, notices: NoticeStore
    ) -> None:
        super().__init__()
        self.current: CurrentRun | None = None
        self.pace: Pace = "full_speed"
        self._worker = worker
        self._runs = runs
        self._weights = weights
        self._notices = notices
        self._pump: Pump | None = None
        self._learnt_by = WeightsMeta()

    @property
    def is_running(self) -> bool:
        """Whether a run goes on."""
        return self._pump is not None

    @property
    def is_paused(self) -> bool:
        """Whether the run waits."""
        return self._is_in("paused")

    @property
    def is_stopping(self) -> bool:
        """Whether the run was asked to end."""
        return self._is_in("stopping")

    @property
    def can_be_slow(self) -> bool:
        """Whether a run goes on that can be taken step by step."""
        run = self.current
        trains = run is not None and run.kind == "training"
        return self.is_running and not self.is_stopping and trains

    def start(
        self, config: TrainingConfig, resume: WeightsInUse | None = None, *, until: Until = "end"
    ) -> None:
        """Start a run; `resume` are the weights of the stopped run to go on with."""
        if self.is_running:
            return
        origin = FROM_NOTHING if resume is None else resume.origin
        state = None if resume is None else resume.weights
        # Snapshots bring parameters alone; to read with them takes what is done with the pixels and
        # with the sums.
        self._learnt_by = WeightsMeta(
            recipe=config.recipe, scaling=config.scaling, config={"activation": config.activation}
        )
        run = CurrentRun("training", origin, config, resume)
        self._begin(Training(config, None, state), run, until=until)
        if resume is not None and origin.kind == "run":
            # This run's own curves begin where those end, or where the last good weights were.
            self._bring_earlier(origin.name)

    def learn(self, base: WeightsInUse, own: Labelled) -> None:
        """Let weights learn the user's drawings, images and digits; a run as others are."""
        if self.is_running:
            return
        # Snapshots are judged by the temperature and the threshold of the weights that learn.
        self._learnt_by = base.weights.meta
        self._begin(Adaptation(base.weights, *own), CurrentRun("adaptation", base.origin))

    def show(self, run: str) -> None:
        """Show a run of an earlier session as the last one, unless there is another by now."""
        self._runs.read_finished(run, then=self._take_finished)

    def forget(self) -> None:
        """Show no run any more; one that goes on stays."""
        if not self.is_running:
            self.current = None
            self.run_progressed.emit()

    def pause(self) -> None:
        """Ask the run to wait."""
        self._worker.pause()

    def resume(self) -> None:
        """Ask the run to go on."""
        self.go("end")

    def go(self, until: Until) -> None:
        """Ask the run to go on, and to wait after an update or an epoch."""
        if until == "one_step":
            self._worker.one_step()
        elif until == "one_epoch":
            self._worker.one_epoch()
        else:
            self._worker.resume()

    def choose_pace(self, pace: Pace) -> None:
        """Let this run and those that follow make so many updates a second."""
        self.pace = pace
        if self.can_be_slow:
            self._worker.set_pace(pace)

    def stop(self) -> None:
        """Ask the run to end, keeping what it learnt."""
        # Shown at once: the worker may be loading or compiling, and take seconds to answer.
        self._progress(phase="stopping")
        self._worker.stop()

    def get_ready(self) -> None:
        """Load TensorFlow ahead of a run."""
        self._worker.warm()

    def close(self) -> None:
        """End the run at once; blocks until its thread is gone."""
        # First: the thread blocks in reading from the worker, and goes on when that has ended.
        self._worker.close()
        if self._pump is not None:
            self._pump.abandon()
            self._pump = None

    def _is_in(self, phase: Phase) -> bool:
        return self.is_running and self.current is not None and self.current.phase == phase

    def _begin(self, job: Job, run: CurrentRun, *, until: Until = "end") -> None:
        self.current = run
        recorded = self._runs.kept.recorded(
            self._worker.run(job), config=run.config, kind=run.kind, origin=run.origin
        )
        # Before the job begins: not one update shall be too fast, or too many.
        if run.kind == "training" and self.pace != "full_speed":
            self._worker.set_pace(self.pace)
        if until != "end":
            self.go(until)
        self._pump = Pump(recorded, self)
        self._pump.event_received.connect(self._take)
        self.run_started.emit()
        self._pump.start()

    def _bring_earlier(self, run: str) -> None:
        self._runs.read_lineage(run, then=lambda earlier: self._progress(earlier=earlier))

    def _take_finished(self, found: FinishedRun) -> None:
        if self.current is not None:
            return
        record, lineage, weights = found
        *earlier, (_, history) = lineage
        ended = None
        # Of a run that the program's end interrupted there is no end to tell of.
        if record.outcome != "running" and record.outcome != "interrupted":
            ended = RunEnded(
                record.outcome, record.epochs, record.test_accuracy, weights, record.cause
            )
        self.current = CurrentRun(
            record.kind,
            record.origin,
            record.config,
            id=record.id,
            phase="ended",
            done=history.step,
            total=history.total_steps,
            history=history,
            earlier=tuple(earlier),
            compared=record.compared,
            ended=ended,
        )
        self.run_progressed.emit()

    def _take(self, event: RecordedEvent) -> None:
        current = self.current
        if current is None or self._pump is None:
            # What was on its way when the program closed finds nobody.
            return
        if isinstance(event, RunKept):
            self._progress(id=event.id)
            self.run_kept.emit()
            self._runs.refresh()
        elif isinstance(event, RunUnkept | WeightsElsewhere):
            self._notices.tell(partial(unkept_in_words, event))
        else:
            self._take_training(event, current)
        self.event_taken.emit(event)

    def _take_training(self, event: TrainingEvent, current: CurrentRun) -> None:
        current.history.add(event)
        history = current.history
        # A run that is to stop still tells what it does; that is not what it is about any more.
        phase = current.phase
        if isinstance(event, Snapshot):
            self.snapshot_taken.emit(Weights(event.parameters, self._learnt_by))
        elif isinstance(event, Preparing):
            phase = phase if phase in ("stopping", "paused") else "preparing"
            self._progress(phase=phase, done=event.done, total=event.total)
        elif isinstance(event, ImagesSeen):
            self._progress(images=event.images)
        elif isinstance(event, WeightsChanged):
            self._progress(changed=event)
        elif isinstance(event, Compared):
            self._progress(compared=event)
        elif isinstance(event, RunPaused):
            self._progress(phase="paused")
        elif isinstance(event, RunStarted | RunResumed | StepsTrained):
            trains = isinstance(event, StepsTrained) or phase == "stopping"
            phase = phase if trains else "training"
            # At full speed, nobody tells what the weights were before.
            seen = current.changed
            seen = seen if seen is not None and seen.step == history.step else None
            self._progress(phase=phase, done=history.step, total=history.total_steps, changed=seen)
        elif isinstance(event, RunEnded):
            self._end(event)
        else:
            self.run_progressed.emit()

    def _end(self, event: RunEnded) -> None:
        if self._pump is not None:
            self._pump.finish()
            self._pump = None
        # Before its weights are used: whoever hears of those may ask the run how it ended.
        self._progress(phase="ended", ended=event)
        self._use_result(event)
        self.run_ended.emit(event)
        self._runs.refresh()

    def _use_result(self, event: RunEnded) -> None:
        run = self.current
        assert run is not None
        # A run that diverged or failed may bring weights too, but none to read the pad with.
        if event.weights is not None and event.outcome in ("completed", "stopped"):
            adapted_from = run.origin if run.kind == "adaptation" else None
            self._weights.use(WeightsInUse(event.weights, Origin("run", run.id), adapted_from))
        elif event.outcome == "failed":
            # Why is said where the run's progress was; that is not always in sight.
            told = phrase(
                "CurrentRunStore", "The run failed; the pad reads with the weights from before."
            )
            self._notices.tell(told)

    def _progress(self, **changes: Any) -> None:
        if self.current is not None:
            self.current = replace(self.current, **changes)
            self.run_progressed.emit()
