"""How a network stands while it learns, told seldom enough to cost its run next to nothing."""

import math
import time
from collections.abc import Iterator
from typing import Final

from mnist_pad.training.events import DeadCounted, NormsMeasured
from mnist_pad.training.step import Steps, TrainingStep

SHARE: Final = 0.01
"""Of a run's time, what counting dead units may take."""

_NORMS_SHARE: Final = 1 / 200
"""Norms cost nothing to tell, but are drawn and kept: after this part of the time so far."""


class Measuring:
    """Tells of the chunks of updates that it is given, in their order."""

    def __init__(self, training_step: TrainingStep) -> None:
        """Get ready: the first count takes longer than those after it."""
        self._training_step = training_step
        self._has_dead = training_step.config.activation == "relu"
        if self._has_dead:
            training_step.dead_shares()
        self._started_s = time.perf_counter()
        self._norms_due_s = self._dead_due_s = -math.inf

    def told_of(
        self, steps: Steps, step: int, *, slow: bool
    ) -> Iterator[NormsMeasured | DeadCounted]:
        """Tell how the network stands after `step` updates, `steps` the last; slowly, always."""
        now_s = time.perf_counter()
        if slow or now_s >= self._norms_due_s:
            self._norms_due_s = now_s + (now_s - self._started_s) * _NORMS_SHARE
            yield NormsMeasured(step, *steps.norms)
        if self._has_dead and (slow or now_s >= self._dead_due_s):
            shares = self._training_step.dead_shares()
            self._dead_due_s = now_s + (time.perf_counter() - now_s) / SHARE
            yield DeadCounted(step, shares)
