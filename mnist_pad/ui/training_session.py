"""One training run after the other, between the panel, the thread and the plots."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from mnist_pad.base.wording import duration, percent
from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import (
    Compared,
    ImagesSeen,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    TrainingEvent,
    WeightsSnapshot,
)
from mnist_pad.training.history import History
from mnist_pad.ui import preferences
from mnist_pad.ui.training_panel import TrainingPanel
from mnist_pad.ui.training_thread import TrainingThread

if TYPE_CHECKING:
    # Importing pyqtgraph takes longer than the window can wait.
    from mnist_pad.ui.plots import AccuracyPanel, LossPanel

REPAINT_INTERVAL_MS: Final = 100
PLOT_POINTS: Final = 800
CLOSING_TIMEOUT_MS: Final = 5000


class Trainer(Protocol):
    """Whoever trains: in the program a child process."""

    def run(self, config: TrainingConfig, resume: Weights | None = None) -> Iterator[TrainingEvent]:
        """Return a run's events; iterating them trains, and blocks from event to event."""

    def adapt(self, weights: Weights, own: Labelled) -> Iterator[TrainingEvent]:
        """Return the events of learning a user's drawings, as `run` does."""

    def warm(self) -> None:
        """Get ready for a run; returns at once."""

    def pause(self) -> None:
        """Ask the run to wait."""

    def resume(self) -> None:
        """Ask the run to go on."""

    def stop(self) -> None:
        """Ask the run to end, keeping what it learnt."""

    def close(self) -> None:
        """End at once."""


class TrainingSession(QObject):
    """Runs what the panel asks for and shows how it goes.

    Signals: `event_taken(TrainingEvent)`, every event of a run; `snapshot_taken(Weights)`;
    `compared(Compared)`, when a hand was learnt; `run_started()`; `run_ended(RunEnded)`.
    """

    event_taken = Signal(object)
    snapshot_taken = Signal(object)
    compared = Signal(object)
    run_started = Signal()
    run_ended = Signal(object)

    def __init__(self, trainer: Trainer, panel: TrainingPanel) -> None:
        super().__init__(panel)
        self._trainer = trainer
        self._panel = panel
        self._plots: tuple[LossPanel, AccuracyPanel] | None = None
        self._thread: TrainingThread | None = None
        self._history = History()
        self._stale = False
        self._waiting = False
        self._epochs_drawn = 0
        self._in_words: Callable[[History], str] = progress_in_words
        # Plots repaint on a timer, not per event: their cost must not grow with the speed.
        self._repaint = QTimer(self)
        self._repaint.setInterval(REPAINT_INTERVAL_MS)
        self._repaint.timeout.connect(self._show_history)
        panel.approached.connect(self.get_ready)
        panel.train_requested.connect(self.start)
        panel.pause_requested.connect(trainer.pause)
        panel.resume_requested.connect(trainer.resume)
        panel.stop_requested.connect(self._stop)
        panel.show_status("Press Train and watch this network learn.")
        panel.show_progress(0, 1)

    @property
    def running(self) -> bool:
        """Whether a run goes on."""
        return self._thread is not None

    def attach_plots(self, loss: LossPanel, accuracy: AccuracyPanel) -> None:
        """Show runs in these plots from now on."""
        self._plots = (loss, accuracy)
        self._stale = True
        self._show_history()

    def start(self, config: TrainingConfig, resume: Weights | None = None) -> None:
        """Start a run; `resume` holds the weights of the stopped run to go on with."""
        if not self.running:
            self._in_words = progress_in_words
            self._begin(self._trainer.run(config, resume))

    def learn(self, weights: Weights, own: Labelled) -> None:
        """Let weights learn the user's drawings, images and digits; a run as others are."""
        if not self.running:
            self._in_words = learning_in_words
            self._begin(self._trainer.adapt(weights, own))

    def _begin(self, events: Iterator[TrainingEvent]) -> None:
        self._history = History()
        self._panel.show_running()
        self._panel.show_progress(0, 0)
        self._wait("Loading TensorFlow …")
        self._thread = TrainingThread(events, self)
        self._thread.event_received.connect(self._take)
        self._repaint.start()
        self.run_started.emit()
        self._thread.start()

    def close(self) -> None:
        """End the run at once; blocks until its thread is gone."""
        self._trainer.close()
        if self._thread is not None:
            # What it still has to tell finds nobody.
            self._thread.event_received.disconnect()
            self._thread.wait(CLOSING_TIMEOUT_MS)
            self._thread = None
            self._repaint.stop()

    def get_ready(self) -> None:
        """Load TensorFlow ahead of a run, if the user has not turned that off."""
        # Loading TensorFlow takes seconds and 600 MB: worth it only for who may train soon.
        if preferences.load_ahead():
            self._trainer.warm()

    def _show_history(self) -> None:
        if not self._stale:
            return
        self._stale = False
        history = self._history
        if self._plots is not None:
            loss, accuracy = self._plots
            loss.draw(history.losses(PLOT_POINTS), history.smoothed_losses(PLOT_POINTS))
            epochs, train, test = history.accuracies()
            if len(epochs) != self._epochs_drawn:
                accuracy.draw(epochs, 100 * train, 100 * test)
                self._epochs_drawn = len(epochs)
        if self.running and history.seconds_left is not None:
            self._panel.show_progress(history.step, history.total_steps)
            if not self._waiting:
                self._panel.show_status(self._in_words(history))

    def _stop(self) -> None:
        self._wait("Stopping …")
        self._trainer.stop()

    def _wait(self, status: str) -> None:
        self._waiting = True
        self._panel.show_status(status)

    def _take(self, event: TrainingEvent) -> None:
        self.event_taken.emit(event)
        self._history.add(event)
        self._stale = True
        if isinstance(event, Preparing):
            self._wait(f"Making drawings to learn from: {event.done:,} of {event.total:,} …")
            self._panel.show_progress(event.done, event.total)
        elif isinstance(event, ImagesSeen):
            self._panel.seen.show_images(event.images)
        elif isinstance(event, WeightsSnapshot):
            self.snapshot_taken.emit(event.weights)
        elif isinstance(event, Compared):
            self.compared.emit(event)
        elif isinstance(event, RunPaused):
            self._panel.show_paused(True)
            self._wait(f"Paused in epoch {self._history.epoch:,} of {self._history.epochs:,}.")
        elif isinstance(event, RunStarted | RunResumed):
            self._panel.show_paused(False)
            self._waiting = False
        elif isinstance(event, RunEnded):
            self._end(event)

    def _end(self, event: RunEnded) -> None:
        self._repaint.stop()
        self._show_history()
        if self._thread is not None:
            self._thread.wait()
            self._thread.deleteLater()
            self._thread = None
        self._panel.show_idle()
        self._panel.show_progress(self._history.step, max(self._history.total_steps, 1))
        self._panel.show_status(event.message)
        self.run_ended.emit(event)


def progress_in_words(history: History) -> str:
    """Return where a run is: epoch, speed, time to go, and how well it reads."""
    left = 0.0 if history.seconds_left is None else history.seconds_left
    words = (
        f"Epoch {history.epoch:,} of {history.epochs:,} · "
        f"{history.images_per_second:,.0f} images/s · {duration(left)} left"
    )
    if history.train_accuracy is not None:
        words += f"\ntraining {percent(history.train_accuracy, decimals=2)}"
    if history.test_accuracy is not None:
        words += f" · test {percent(history.test_accuracy, decimals=2)}"
    return words


def learning_in_words(history: History) -> str:
    """Return how far learning a hand is, and for what the network is trained at the moment."""
    last = history.epoch == history.epochs
    purpose = "on all of your drawings" if last else "on half, to read the other half"
    words = f"Learning your hand, {history.epoch:,} of {history.epochs:,}: {purpose}"
    if history.train_accuracy is not None:
        words += f"\nyours, as they are learnt from: {percent(history.train_accuracy)} read right"
    return words
