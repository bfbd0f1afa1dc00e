"""How a network stands while it learns, told seldom enough to cost its run next to nothing."""

import math
import time
from collections.abc import Iterator
from typing import Final

from mnist_pad.training.events import DeadCounted, NormsMeasured
from mnist_pad.training.made import Steps
from mnist_pad.training.step import TrainingStep

SHARE: Final = 0.005
"""Of a run's time, what counting dead units may take."""

INTERVAL_S: Final = 0.2
"""From one measuring of norms to the next; at first less, after some time more."""


class Measuring:
    """Asked before and after each chunk of updates, in their order."""

    def __init__(self, training_step: TrainingStep) -> None:
        """Get ready: the first count takes longer than those after it."""
        self._training_step = training_step
        self._has_dead = training_step.config.activation == "relu"
        if self._has_dead:
            training_step.dead_shares()
        self._started_s = time.perf_counter()
        self._norms_due_s = self._dead_due_s = -math.inf

    def is_due(self, *, slow: bool) -> bool:
        """Tell whether norms are to be measured in the updates that follow; slowly, always."""
        return slow or time.perf_counter() >= self._norms_due_s

    def told_of(
        self, steps: Steps, step: int, *, slow: bool
    ) -> Iterator[NormsMeasured | DeadCounted]:
        """Tell how the network stands after `step` updates, `steps` the last."""
        now_s = time.perf_counter()
        if steps.norms is not None:
            past_s = now_s - self._started_s
            # Most happens at first; and what is kept and drawn must not grow for ever.
            self._norms_due_s = now_s + max(min(INTERVAL_S, past_s / 2), past_s / 200)
            yield NormsMeasured(step, *steps.norms)
        if self._has_dead and (slow or now_s >= self._dead_due_s):
            shares = self._training_step.dead_shares()
            took_s = time.perf_counter() - now_s
            self._dead_due_s = now_s + max(INTERVAL_S, took_s / SHARE)
            yield DeadCounted(step, shares)
