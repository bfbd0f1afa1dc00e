"""What a run has told so far, in the form that plots and progress bars need."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.training.events import (
    DeadCounted,
    EpochEnded,
    NormsMeasured,
    RunStarted,
    StepsTrained,
    TrainingEvent,
)

Series = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Abscissae and ordinates, shape (n,) each."""

LayerSeries = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Steps, shape (n,), and a value for each layer there, shape (n, layers)."""

SMOOTHING: Final = 0.95
"""Of the smoothed loss, the part that stays from one step to the next; less of it at first."""

_FIRST_CAPACITY: Final = 1024


class History:
    """Takes a run's events in order; everything it tells is as of the last one."""

    def __init__(self) -> None:
        self.step = 0
        self.epoch = 0
        self.epochs = 0
        self.total_steps = 0
        self.images_per_second = 0.0
        self.train_accuracy: float | None = None
        self.test_accuracy: float | None = None
        self._batch_size = 0
        self._first_step = 0
        self._count = 0
        self._losses = np.empty(_FIRST_CAPACITY, np.float64)
        self._smoothed = np.empty(_FIRST_CAPACITY, np.float64)
        self._average = 0.0
        self._accuracies: list[tuple[int, float, float]] = []
        self._gradients = _Layers()
        self._weights = _Layers()
        self._dead = _Layers()

    def add(self, event: TrainingEvent) -> None:
        """Take the next event."""
        if isinstance(event, RunStarted):
            self._start(event)
        elif isinstance(event, StepsTrained):
            self._append(event.losses)
            self.step, self.epoch = event.step, event.epoch
            self.images_per_second = event.images_per_second
            self.train_accuracy = event.train_accuracy
        elif isinstance(event, EpochEnded):
            self._accuracies.append((event.epoch, event.train_accuracy, event.test_accuracy))
            self.train_accuracy, self.test_accuracy = event.train_accuracy, event.test_accuracy
        elif isinstance(event, NormsMeasured):
            self._gradients.add(event.step, event.gradients)
            self._weights.add(event.step, event.weights)
        elif isinstance(event, DeadCounted):
            self._dead.add(event.step, event.shares)

    @property
    def gradient_norms(self) -> LayerSeries:
        """The norms of each layer's gradients, by step."""
        return self._gradients.series()

    @property
    def weight_norms(self) -> LayerSeries:
        """The norms of each layer's weights, by step."""
        return self._weights.series()

    @property
    def dead_shares(self) -> LayerSeries:
        """Which part of each hidden layer's units is dead, by step; ReLU alone has any."""
        return self._dead.series()

    @property
    def seconds_left(self) -> float | None:
        """Estimated training time to go; None before the first steps."""
        if not self.images_per_second:
            return None
        return (self.total_steps - self.step) * self._batch_size / self.images_per_second

    @property
    def last_loss(self) -> float | None:
        """The last update's loss; None before the first steps."""
        return float(self._losses[self._count - 1]) if self._count else None

    def losses(self, points: int) -> Series:
        """Return every step's loss, by step, in at most `points` points that keep the spikes."""
        return self._by_step(decimated(self._losses[: self._count], points))

    def smoothed_losses(self, points: int) -> Series:
        """Return the losses' moving average, the first one first; it ends before the first NaN."""
        return self._by_step(decimated(self._smoothed[: self._count], points))

    def accuracies(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return epochs, training accuracies and test accuracies, shape (n,) each, as fractions."""
        epochs, train, test = np.array(self._accuracies, np.float64).reshape(-1, 3).T
        return epochs, train, test

    def _start(self, event: RunStarted) -> None:
        self.step = self._first_step = event.first_step
        self.epochs = event.config.epochs
        self.epoch = event.first_step // event.steps_per_epoch + 1
        self.total_steps = event.steps_per_epoch * event.config.epochs
        self._batch_size = event.config.batch_size

    def _append(self, losses: NDArray[np.float32]) -> None:
        first, self._count = self._count, self._count + len(losses)
        if self._count > len(self._losses):
            capacity = max(self._count, 2 * len(self._losses))
            self._losses = _enlarged(self._losses, capacity)
            self._smoothed = _enlarged(self._smoothed, capacity)
        self._losses[first : self._count] = losses
        for index, loss in enumerate(losses.tolist(), start=first):
            # The first losses fall fast: an average as slow as later ones would lie far above
            # them. As tf.train.ExponentialMovingAverage does it with num_updates.
            decay = min(SMOOTHING, (1 + index) / (10 + index)) if index else 0.0
            self._average = decay * self._average + (1 - decay) * loss
            self._smoothed[index] = self._average

    def _by_step(self, series: tuple[NDArray[np.int64], NDArray[np.float64]]) -> Series:
        positions, values = series
        return positions.astype(np.float64) + self._first_step + 1, values


class _Layers:
    """Values for each layer, some steps apart."""

    def __init__(self) -> None:
        self._steps: list[int] = []
        self._values: list[NDArray[np.float32]] = []

    def add(self, step: int, values: NDArray[np.float32]) -> None:
        # A damaged file may tell of other layers in the middle of a run.
        if not self._values or values.shape == self._values[0].shape:
            self._steps.append(step)
            self._values.append(values)

    def series(self) -> LayerSeries:
        layers = len(self._values[0]) if self._values else 0
        values = np.array(self._values, np.float64).reshape(len(self._steps), layers)
        return np.array(self._steps, np.float64), values


def decimated(
    values: NDArray[np.float64], points: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return positions and values of at most `points` points that look the same when drawn.

    Of each run of neighbours the smallest and the largest stay, in their order; NaN and infinite
    ones are left out.
    """
    finite = np.flatnonzero(np.isfinite(values))
    if len(finite) <= points:
        return finite, values[finite]
    size = -(-len(finite) // (points // 2))
    # The last run is filled up with its end, which changes none of its extremes.
    rows = np.pad(values[finite], (0, -len(finite) % size), mode="edge").reshape(-1, size)
    starts = np.arange(len(rows)) * size
    kept = np.stack([rows.argmin(axis=1) + starts, rows.argmax(axis=1) + starts], axis=1)
    kept.sort(axis=1)
    # A plot must reach the newest step, an extreme or not.
    last = len(finite) - 1
    positions = finite[np.append(np.minimum(kept.ravel(), last), last)]
    return positions, values[positions]


def _enlarged(values: NDArray[np.float64], capacity: int) -> NDArray[np.float64]:
    larger = np.empty(capacity, np.float64)
    larger[: len(values)] = values
    return larger
