"""What "while it learns" adds to an epoch of `fast`: norms, dead units, and the snapshots kept.

Two runs, one with it and one without, take turns, an epoch each, in one process; both are kept in
a folder, as the window keeps them. All that an epoch takes counts, evaluation included. What goes
by the clock finds more of it gone than in a run alone: this is no less than the true cost.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.engine import kept_snapshots
from mnist_pad.engine.kept_snapshots import MOST
from mnist_pad.engine.record import Origin
from mnist_pad.engine.recording import RecordedEvent
from mnist_pad.engine.runs import Runs
from mnist_pad.training.events import EpochEnded, RunEnded
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from tests.benchmarks.rows import report

EPOCHS = 8
"""Of each run; the first, in which the machine warms up, is not counted."""

Parameters = tuple[NDArray[np.float32], ...]

Taken = tuple[float, float]
"""Seconds on the clock, and of the processor."""


def main(rounds: int) -> None:
    """Compare epochs; the weights of both runs have to be the same to the bit."""
    digits = mnist.load()
    plain: list[Taken] = []
    ours: list[Taken] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            with_it, without = (Run(digits, Path(folder), measured=each) for each in (True, False))
            for number in range(EPOCHS):
                # Whoever comes second finds the machine warmer.
                first, second = (with_it, without) if number % 2 else (without, with_it)
                taken = {first: first.epoch(), second: second.epoch()}
                if number:
                    ours.append(taken[with_it])
                    plain.append(taken[without])
            check_same(with_it.weights(), without.weights())
            assert len(list(Path(folder).glob("*/snapshot-*.npz"))) > MOST // 2
    report("an epoch of `fast`, nothing measured or kept", [each[0] for each in plain], "s")
    report("an epoch of `fast`, measured and kept", [each[0] for each in ours], "s")
    pairs = list(zip(ours, plain, strict=True))
    ratios = [one[0] / other[0] for one, other in pairs]
    report("the same / without", ratios, "", at_most=1.03)
    ratios = [one[1] / other[1] for one, other in pairs]
    report("the same / without, processor time", ratios, "", at_most=1.03)


class Run:
    """A run that is taken an epoch at a time."""

    def __init__(self, digits: Digits, folder: Path, *, measured: bool) -> None:
        # There is no setting for how many are kept: nobody would want to know of it.
        kept_snapshots.MOST = MOST if measured else 0  # type: ignore[misc]
        config = replace(recipe("fast"), epochs=EPOCHS)
        events = train(config, digits, measured=measured)
        origin = Origin("nothing")
        self._most = kept_snapshots.MOST
        self._events: Iterator[RecordedEvent] = Runs(folder).recorded(
            events, config=config, kind="training", origin=origin
        )
        # Compiled before the first epoch is timed.
        next(self._events)
        next(self._events)

    def epoch(self) -> Taken:
        """Go on to the end of an epoch; returns what that took."""
        kept_snapshots.MOST = self._most  # type: ignore[misc]
        clock_s, processor_s = time.perf_counter(), time.process_time()
        for event in self._events:
            if isinstance(event, EpochEnded):
                break
        return time.perf_counter() - clock_s, time.process_time() - processor_s

    def weights(self) -> Parameters:
        """Go on to the end of the run."""
        for event in self._events:
            if isinstance(event, RunEnded) and event.weights is not None:
                return event.weights.parameters
        raise AssertionError("the run brought no weights")


def check_same(one: Parameters, other: Parameters) -> None:
    """Refuse weights that differ in any bit."""
    for ours, theirs in zip(one, other, strict=True):
        np.testing.assert_array_equal(ours, theirs)


if __name__ == "__main__":
    main(int(sys.argv[1]))
