"""Worker processes, runs in a folder of their own, and the events of a short real training."""

import threading
from dataclasses import replace

import numpy as np
import psutil
import pytest

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.engine.process import WorkerProcess
from mnist_pad.engine.record import Origin
from mnist_pad.engine.runs import Runs
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.run import train

NOTHING = Origin("nothing")


@pytest.fixture(scope="session")
def few():
    """The first 1,000 and 500 of MNIST: 10 batches of 96 and a last one of 40."""
    digits = mnist.load()
    return Digits(
        digits.x_train[:1_000],
        digits.y_train[:1_000],
        digits.x_test[:500],
        digits.y_test[:500],
        name="few",
        fingerprint="few",
    )


@pytest.fixture(scope="session")
def config():
    return TrainingConfig(hidden_sizes=(32,), batch_size=96, epochs=3, seed=3)


@pytest.fixture(scope="session")
def told(few, config):
    """All events of a run of three epochs."""
    return list(train(config, few))


@pytest.fixture
def assert_same():
    """Weights are the same, the optimizer's state included."""

    def same(ours, theirs):
        for mine, other in zip(ours.parameters, theirs.parameters, strict=True):
            np.testing.assert_array_equal(mine, other)
        assert ours.optimizer_state.keys() == theirs.optimizer_state.keys()
        # A file has lists where settings have tuples.
        assert replace(ours.meta, config={}) == replace(theirs.meta, config={})

    return same


@pytest.fixture
def runs(tmp_path):
    return Runs(tmp_path / "runs")


@pytest.fixture
def record(runs):
    """Records events to their end; returns what came out."""

    def recorded(events, *, config=None, kind="training", origin=NOTHING):
        return list(runs.recorded(iter(events), config=config, kind=kind, origin=origin))

    return recorded


@pytest.fixture
def kept(runs, record, told, config):
    """A finished run's record."""
    record(told, config=config)
    ((only,), ()) = runs.read()
    return only


@pytest.fixture
def worker():
    """Return a function that makes a worker process, all of which end with the test."""
    made = []

    def make(**options):
        made.append(WorkerProcess(**options))
        return made[-1]

    yield make
    for process in made:
        process.close()
    assert psutil.Process().children() == []
    assert [each.name for each in threading.enumerate() if "worker" in each.name] == []


@pytest.fixture
def process(worker):
    return worker()


@pytest.fixture
def posing(worker, tmp_path):
    """Return a function that makes a worker process whose child runs some other code."""

    def make(code, **options):
        script = tmp_path / "posing.py"
        script.write_text(f"import sys, time\nfrom pathlib import Path\n{code}\n")
        return worker(entry=script, **options)

    return make
