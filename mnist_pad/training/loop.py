"""A training run, as the events it gives to whoever iterates it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from mnist_pad.base.wording import percent
from mnist_pad.dataset.digits import Digits
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.checkpoint import calibrated, capture, restore
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.divergence import explanation
from mnist_pad.training.events import (
    EpochEnded,
    ImagesSeen,
    Outcome,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
    TrainingEvent,
    WeightsSnapshot,
)
from mnist_pad.training.preparation import Prepared, prepared
from mnist_pad.training.quietly import tensorflow as tf
from mnist_pad.training.trainer import Steps, Trainer, joined

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
) -> Iterator[TrainingEvent]:
    """Train a network; what happens comes as events, the last of them RunEnded.

    StepsTrained comes about 12 times a second, WeightsSnapshot at most 5 times; an epoch closes
    with a snapshot and EpochEnded. `control` is asked in between. From `resume` on the run makes
    the updates of one that was never interrupted; the running figures of an epoch begun before
    are of what was left of it.

    Raises DataError where nothing would be left to learn from, and ConfigError or WeightsError
    where `resume` does not fit, all before RunStarted.
    """
    run = None
    control = control or Control()
    try:
        data = yield from prepared(config, digits, control)
        if data is None:
            yield RunEnded("stopped", 0, None, "Stopped before the training began.", None)
            return
        run = _Run(config, data, resume)
        yield from run.events(control)
    except (tf.errors.OpError, MemoryError) as error:
        found = str(error).partition("\n")[0] or "out of memory"
        kept = None if run is None else run.kept
        epochs = 0 if kept is None else kept.meta.epochs
        accuracy = None if kept is None else kept.meta.test_accuracy
        yield RunEnded("failed", epochs, accuracy, f"Failed: {found}", kept)


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

    def __init__(self, config: TrainingConfig, data: Prepared, resume: Weights | None) -> None:
        self.kept = resume
        self._trainer = Trainer(config, data.digits)
        self._held_out = data.held_out
        self._fresh = resume is None
        self._step = 0 if resume is None else restore(self._trainer, resume)
        self._sums = _EpochSums()
        self._chunk_steps = _FIRST_CHUNK_STEPS
        self._first_loss: float | None = None
        self._divergence = ""
        # Of the weights as they are; None where they have not been tested yet.
        self._test_accuracy: float | None = None
        self._started_s = self._snapshot_s = 0.0

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        self._trainer.warm_up()
        self._started_s = time.perf_counter()
        yield self._started()
        while (outcome := self._outcome(control)) is None:
            if control.paused:
                yield RunPaused()
                control.wait_while_paused()
                if not control.stopped:
                    yield RunResumed()
                continue
            if self._step % self._trainer.steps_per_epoch == 0:
                yield ImagesSeen(self._trainer.seen(self._step))
            yield self._train_chunk()
            if self._divergence:
                continue
            if self._step % self._trainer.steps_per_epoch == 0:
                yield from self._end_epoch()
            elif time.perf_counter() - self._snapshot_s >= SNAPSHOT_INTERVAL_S:
                yield self._snapshot()
        yield self._ended(outcome)

    def _outcome(self, control: Control) -> Outcome | None:
        if self._divergence:
            return "diverged"
        if self._step == self._trainer.total_steps:
            return "completed"
        return "stopped" if control.stopped else None

    def _started(self) -> RunStarted:
        trainer = self._trainer
        return RunStarted(
            trainer.config,
            trainer.layer_sizes,
            trainer.steps_per_epoch,
            self._step,
            len(trainer.digits.x_train),
            len(trainer.digits.x_test),
        )

    def _train_chunk(self) -> StepsTrained:
        epoch, position = divmod(self._step, self._trainer.steps_per_epoch)
        count = min(self._chunk_steps, self._trainer.steps_per_epoch - position)
        started_s = time.perf_counter()
        before = self._trainer.copies()
        steps = self._trainer.run(self._step, count)
        if not steps.finite:
            steps = self._replay(before, count)
        seconds = time.perf_counter() - started_s

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
        self._chunk_steps = min(max(1, round(count * CHUNK_S / seconds)), 2 * self._chunk_steps)
        return event

    def _replay(self, before: list[Any], count: int) -> Steps:
        """Make the chunk's updates one by one, up to the last one that leaves all finite."""
        self._trainer.go_back(before)
        done = []
        for step in range(self._step, self._step + count):
            before = self._trainer.copies()
            done.append(self._trainer.run(step, 1))
            if not done[-1].finite:
                self._trainer.go_back(before)
                break
        return joined(done)

    def _diverge(self, epoch: int) -> None:
        assert self._first_loss is not None
        self._divergence = explanation(
            self._trainer.config,
            epoch=epoch,
            step=self._step,
            first_loss=self._first_loss,
            fresh=self._fresh,
        )
        # The last update is the one that was taken back.
        self._step -= 1

    def _end_epoch(self) -> Iterator[TrainingEvent]:
        sums, self._sums = self._sums, _EpochSums()
        self._test_accuracy = self._trainer.test_accuracy()
        yield self._snapshot()
        yield EpochEnded(
            self._step // self._trainer.steps_per_epoch,
            sums.accuracy,
            float(np.mean(sums.losses)),
            self._test_accuracy,
            sums.seconds,
            time.perf_counter() - self._started_s,
        )

    def _snapshot(self) -> WeightsSnapshot:
        self._snapshot_s = time.perf_counter()
        self.kept = capture(self._trainer, self._step, test_accuracy=self._test_accuracy)
        return WeightsSnapshot(self.kept)

    def _ended(self, outcome: Outcome) -> RunEnded:
        if self._test_accuracy is None:
            self._test_accuracy = self._trainer.test_accuracy()
        weights = capture(self._trainer, self._step, test_accuracy=self._test_accuracy)
        if self._held_out is not None and not self._divergence:
            weights = calibrated(weights, self._held_out)
        epochs, accuracy = weights.meta.epochs, self._test_accuracy
        trained = f"{epochs} epoch{'' if epochs == 1 else 's'}"
        tested = f"test accuracy {percent(accuracy, decimals=2)}"
        message = self._divergence or f"{outcome.capitalize()} after {trained}: {tested}."
        return RunEnded(outcome, epochs, accuracy, message, weights)
