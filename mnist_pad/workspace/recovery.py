"""What a run that diverged can go on from: its last good weights, with a smaller rate."""

from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import QObject

from mnist_pad.engine.record import Origin
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.divergence import LARGE_FIRST_LOSS
from mnist_pad.training.events import Divergence, RunStarted, Snapshot, StepsTrained, TrainingEvent
from mnist_pad.training.resuming import with_fresh_state
from mnist_pad.training.snapshots import weights_of
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.run_state import CurrentRun
from mnist_pad.workspace.weights import WeightsInUse

RATE_SHARE: Final = 0.1
"""Of the rate that was too large, what is gone on with."""

_NOISE: Final = 2.0
"""A loss up to so many times the run's first is no explosion: batches differ."""

Offer = Literal["good_weights", "start"]


class Recovery(QObject):
    """Watches the run that goes on for the weights that were good last.

    The last finite ones would not do: measured, a run passes through weights of 1e26 on its way to
    infinity, and from those it diverges at the first update, however small the rate.
    """

    def __init__(self, run: CurrentRunStore) -> None:
        super().__init__()
        self._run = run
        self._started: RunStarted | None = None
        self._first_loss: float | None = None
        # What nobody has seen a loss of yet, and what was seen to have a good one.
        self._newest: WeightsInUse | None = None
        self._good: WeightsInUse | None = None
        run.run_started.connect(self._begin)
        run.event_taken.connect(self._take)

    @property
    def offer(self) -> Offer | None:
        """What can be done: go on from good weights, start once more, or nothing that would help.

        Raw pixels and weights that start too wide are not helped by any rate.
        """
        run = self._diverged()
        if run is None:
            return None
        if self._good is not None:
            return "good_weights"
        return "start" if run.origin.kind == "nothing" else None

    def slower(self) -> TrainingConfig | None:
        """Return the settings of the run that diverged, with a smaller rate; None without one."""
        run = self._diverged()
        if run is None or run.config is None:
            return None
        # Rounded: a tenth of a tenth shall be shown as 0.01, not 0.010000000000000002.
        rate = float(f"{run.config.learning_rate * RATE_SHARE:.6g}")
        return replace(run.config, learning_rate=rate)

    def go_on(self) -> None:
        """Go on with a smaller rate, as a run of its own, from where `offer` says."""
        config, good = self.slower(), self._good
        if config is None or self.offer is None:
            return
        if good is None:
            self._run.start(config)
            return
        weights = good.weights
        if weights.meta.step and not weights.optimizer_state:
            # What the optimizer remembered led to the divergence, and did not come along.
            weights = with_fresh_state(config, weights)
        self._run.start(config, replace(good, weights=weights))

    def _diverged(self) -> CurrentRun | None:
        run = self._run.current
        if self._run.is_running or run is None or run.ended is None or run.config is None:
            return None
        cause = run.ended.cause
        blamed = isinstance(cause, Divergence) and cause.reason == "learning_rate"
        return run if blamed else None

    def _begin(self) -> None:
        run = self._run.current
        self._started = self._first_loss = self._good = None
        self._newest = None if run is None else run.resumed

    def _take(self, event: TrainingEvent) -> None:
        if isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, StepsTrained):
            self._judge(float(event.losses[0]))
        elif isinstance(event, Snapshot) and self._started is not None:
            run = self._run.current
            name = "" if run is None else run.id
            # A run that could not be kept has no id.
            origin = Origin("run", name) if name else Origin("nothing")
            self._newest = WeightsInUse(weights_of(self._started, event), origin)

    def _judge(self, loss: float) -> None:
        """Take the newest weights as good if the first loss that they gave is."""
        if self._first_loss is None:
            self._first_loss = loss
        # Asked this way round, NaN is no good.
        if self._newest is not None and loss < min(LARGE_FIRST_LOSS, _NOISE * self._first_loss):
            self._good = self._newest
        self._newest = None
