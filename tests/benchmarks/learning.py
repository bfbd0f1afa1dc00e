"""What "while it learns" adds to `fast`: norms, dead units, and the snapshots that are kept.

Each pair of runs is one with it and one without, in turn, kept in a folder as the window keeps
them. All the time from the first update to the last evaluation counts, not the updates' alone.
"""

import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.engine import kept_snapshots
from mnist_pad.engine.record import Origin
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.events import EpochEnded, RunEnded, RunStarted
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from tests.benchmarks.rows import report

EPOCHS = 3
PAIRS_A_ROUND = 3


def main(rounds: int) -> None:
    """Compare pairs of runs; their weights have to be the same to the bit."""
    digits = mnist.load()
    run(digits, measured=True)
    plain, ours = [], []
    for number in range(rounds * PAIRS_A_ROUND):
        # Whoever comes second finds the machine warmer.
        order = (True, False) if number % 2 else (False, True)
        taken = {measured: run(digits, measured=measured) for measured in order}
        check_same(taken[True].weights, taken[False].weights)
        plain.append(taken[False])
        ours.append(taken[True])
    report("an epoch of `fast`, nothing measured or kept", [each.seconds for each in plain], "s")
    report("an epoch of `fast`, measured and kept", [each.seconds for each in ours], "s")
    pairs = list(zip(ours, plain, strict=True))
    report("the same / without", [one.seconds / other.seconds for one, other in pairs], "")
    # Others at work on the machine make any one run longer by more than what is asked about.
    ratios = [one.processor_seconds / other.processor_seconds for one, other in pairs]
    report("the same / without, processor time", ratios, "", at_most=1.03)


@dataclass(frozen=True, eq=False)
class Run:
    """What one epoch took, on the clock and of the processor, and what came out."""

    seconds: float
    processor_seconds: float
    weights: Weights


def run(digits: Digits, *, measured: bool) -> Run:
    """Train, and keep the run in a folder, as the window does."""
    config = replace(recipe("fast"), epochs=EPOCHS)
    kept_snapshots.MOST = 24 if measured else 0  # type: ignore[misc]  # there is no setting
    began_s = seconds = processor_s = 0.0
    weights = None
    with tempfile.TemporaryDirectory() as folder:
        for event in Runs(Path(folder)).recorded(
            train(config, digits, measured=measured),
            config=config,
            kind="training",
            origin=Origin("nothing"),
        ):
            if isinstance(event, RunStarted):
                began_s = time.process_time()
            elif isinstance(event, EpochEnded):
                seconds, processor_s = event.elapsed, time.process_time() - began_s
            elif isinstance(event, RunEnded):
                weights = event.weights
        assert bool(list(Path(folder).glob("*/snapshot-*.npz"))) == measured
    assert weights is not None
    return Run(seconds / EPOCHS, processor_s / EPOCHS, weights)


def check_same(one: Weights, other: Weights) -> None:
    """Refuse weights that differ in any bit."""
    for ours, theirs in zip(one.parameters, other.parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


if __name__ == "__main__":
    main(int(sys.argv[1]))
