"""A training run, as the events it gives to whoever iterates it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from mnist_pad.dataset.digits import Digits
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.checkpoint import calibrated, capture, restore
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.divergence import diagnosis
from mnist_pad.training.events import (
    Divergence,
    EpochEnded,
    ImagesSeen,
    Outcome,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
    TrainingEvent,
    WeightsChanged,
)
from mnist_pad.training.failures import failing_well
from mnist_pad.training.made import Steps, joined
from mnist_pad.training.measuring import Measuring
from mnist_pad.training.preparation import Prepared, prepared
from mnist_pad.training.resuming import check_resumable_on
from mnist_pad.training.step import TrainingStep

CHUNK_S: Final = 0.08
"""Training time from one event to the next, and how long a stop may go unheard."""

SNAPSHOT_INTERVAL_S: Final = 0.2

_FIRST_CHUNK_STEPS: Final = 4


def train(
    config: TrainingConfig,
    digits: Digits,
    *,
    control: Control | None = None,
    resume: Weights | None = None,
    measured: bool = True,
) -> Iterator[TrainingEvent]:
    """Train a network; what happens comes as events, the last of them RunEnded.

    StepsTrained comes about 12 times a second, Snapshot at most 5 times; an epoch closes
    with a snapshot and EpochEnded. `control` is asked in between; where it is slow, every update
    tells ImagesSeen, WeightsChanged, StepsTrained and a snapshot. Where it is `measured`, norms and
    dead units are told after some of the StepsTrained; the updates are the same. From `resume` on
    the run makes the updates of one that was never interrupted; the running figures of an epoch
    begun before are of what was left of it.

    Raises DataError where nothing would be left to learn from, and ConfigError or WeightsError
    where `resume` does not fit, all before RunStarted.
    """
    if resume is not None:
        check_resumable_on(config, resume, digits)
    run = _Run(config, resume, measured=measured)
    yield from failing_well(run.events(digits, control or Control()), lambda: run.learnt)


@dataclass
class _EpochSums:
    losses: list[float] = field(default_factory=list)
    right: int = 0
    digits: int = 0
    seconds: float = 0.0

    @property
    def accuracy(self) -> float:
        return self.right / max(self.digits, 1)

    def add(self, steps: Steps, seconds: float) -> None:
        self.losses += steps.losses.tolist()
        self.right += int(steps.right.sum())
        self.digits += int(steps.digits.sum())
        self.seconds += seconds


class _Run:
    """What the run knows between two chunks of updates."""

    def __init__(self, config: TrainingConfig, resume: Weights | None, *, measured: bool) -> None:
        self.learnt = resume
        self._config = config
        self._measured = measured
        self._measuring: Measuring | None = None
        self._resume = resume
        self._sums = _EpochSums()
        self._chunk_steps = _FIRST_CHUNK_STEPS
        self._first_loss: float | None = None
        self._divergence: Divergence | None = None
        # Of the weights as they are; None where they have not been tested yet.
        self._test_accuracy: float | None = None
        self._started_s = self._snapshot_s = 0.0

    def events(self, digits: Digits, control: Control) -> Iterator[TrainingEvent]:
        data = yield from prepared(self._config, digits, control)
        # What follows compiles, for seconds.
        if data is None or control.stopped:
            yield self._as_it_began("stopped")
            return
        self._get_ready(data)
        yield from self._training(control)

    def _get_ready(self, data: Prepared) -> None:
        self._training_step = TrainingStep(self._config, data.digits)
        self._held_out = data.held_out
        self._step = 0 if self._resume is None else restore(self._training_step, self._resume)
        self._training_step.warm_up(measured=self._measured)
        if self._measured:
            self._measuring = Measuring(self._training_step)
        self._started_s = time.perf_counter()

    def _training(self, control: Control) -> Iterator[TrainingEvent]:
        yield self._started()
        while (outcome := self._outcome(control)) is None:
            if control.paused:
                # A pause is no time of the run's.
                self._started_s += yield from control.pauses()
                continue
            slow = control.slow
            if slow:
                self._started_s += control.wait_for_turn()
                if control.paused or control.stopped or not control.slow:
                    continue
                yield from self._one_update()
            else:
                if self._step % self._training_step.steps_per_epoch == 0:
                    yield ImagesSeen(self._training_step.seen(self._step))
                yield self._train_chunk(self._chunk_steps)
            if self._divergence:
                continue
            if self._measuring is not None:
                yield from self._measuring.told_of(self._last, self._step, slow=slow)
            epoch_ended = self._step % self._training_step.steps_per_epoch == 0
            if epoch_ended:
                yield from self._end_epoch()
            elif slow or time.perf_counter() - self._snapshot_s >= SNAPSHOT_INTERVAL_S:
                yield self._snapshot()
            control.made_updates(slow=slow, epoch_ended=epoch_ended)
        yield self._ended(outcome)

    def _one_update(self) -> Iterator[TrainingEvent]:
        """Make one update, and tell all that is to be seen of it."""
        yield ImagesSeen(self._training_step.seen(self._step))
        before = self._training_step.first_units()
        trained = self._train_chunk(1, slow=True)
        yield WeightsChanged(trained.step, before, self._training_step.first_units())
        yield trained

    def _outcome(self, control: Control) -> Outcome | None:
        if self._divergence:
            return "diverged"
        if self._step == self._training_step.total_steps:
            return "completed"
        return "stopped" if control.stopped else None

    def _started(self) -> RunStarted:
        training_step = self._training_step
        return RunStarted(
            training_step.config,
            training_step.layer_sizes,
            training_step.steps_per_epoch,
            self._step,
            len(training_step.digits.x_train),
            len(training_step.digits.x_test),
        )

    def _train_chunk(self, most: int, *, slow: bool = False) -> StepsTrained:
        epoch, position = divmod(self._step, self._training_step.steps_per_epoch)
        count = min(most, self._training_step.steps_per_epoch - position)
        started_s = time.perf_counter()
        # A megabyte in the usual network, and two more for Adam: little beside a chunk's 0.08 s.
        before = self._training_step.copies()
        measured = self._measuring is not None and self._measuring.is_due(slow=slow)
        steps = self._training_step.run(self._step, count, measured=measured)
        if not steps.finite:
            steps = self._replay(before, count)
        seconds = time.perf_counter() - started_s

        self._last = steps
        self._sums.add(steps, seconds)
        self._test_accuracy = None
        if self._first_loss is None:
            self._first_loss = float(steps.losses[0])
        self._step += len(steps.losses)
        event = StepsTrained(
            epoch + 1,
            self._step,
            steps.losses,
            self._sums.accuracy,
            int(steps.images.sum()) / seconds,
        )
        if not steps.finite:
            self._diverge(epoch + 1)
        # Twice as many at most: one quick chunk does not make the next one last.
        if most == self._chunk_steps:
            self._chunk_steps = min(max(1, round(count * CHUNK_S / seconds)), 2 * most)
        return event

    def _replay(self, before: list[Any], count: int) -> Steps:
        """Make the chunk's updates one by one, up to the last one that leaves all finite."""
        self._training_step.go_back(before)
        done = []
        for step in range(self._step, self._step + count):
            before = self._training_step.copies()
            done.append(self._training_step.run(step, 1))
            if not done[-1].finite:
                self._training_step.go_back(before)
                break
        return joined(done)

    def _diverge(self, epoch: int) -> None:
        assert self._first_loss is not None
        self._divergence = diagnosis(
            self._training_step.config,
            epoch=epoch,
            step=self._step,
            first_loss=self._first_loss,
            fresh=self._resume is None,
        )
        # The last update is the one that was taken back.
        self._step -= 1

    def _end_epoch(self) -> Iterator[TrainingEvent]:
        sums, self._sums = self._sums, _EpochSums()
        self._test_accuracy = self._training_step.test_accuracy()
        yield self._snapshot()
        yield EpochEnded(
            self._step // self._training_step.steps_per_epoch,
            sums.accuracy,
            float(np.mean(sums.losses)),
            self._test_accuracy,
            sums.seconds,
            time.perf_counter() - self._started_s,
        )

    def _snapshot(self) -> Snapshot:
        self._snapshot_s = time.perf_counter()
        self.learnt = capture(self._training_step, self._step, test_accuracy=self._test_accuracy)
        return Snapshot(self._step, self.learnt.parameters)

    def _ended(self, outcome: Outcome) -> RunEnded:
        if self._step == 0:
            return self._as_it_began(outcome)
        if self._test_accuracy is None:
            self._test_accuracy = self._training_step.test_accuracy()
        weights = capture(self._training_step, self._step, test_accuracy=self._test_accuracy)
        # What was about to diverge gives no probabilities worth fitting.
        if self._held_out is not None and self._divergence is None:
            weights = calibrated(weights, self._held_out)
        accuracy = self._test_accuracy
        return RunEnded(outcome, weights.meta.epochs, accuracy, weights, self._divergence)

    def _as_it_began(self, outcome: Outcome) -> RunEnded:
        if self._resume is None:
            # Weights as chance drew them: nobody shall be given them for trained ones.
            return RunEnded(outcome, 0, None, None, self._divergence)
        meta = self._resume.meta
        return RunEnded(outcome, meta.epochs, meta.test_accuracy, self._resume, self._divergence)
