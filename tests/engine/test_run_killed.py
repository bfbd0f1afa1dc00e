"""A process that trains is killed midway, and its run is there all the same."""

import os
import signal
import subprocess
import sys

import numpy as np
import pytest

from mnist_pad.engine.runs import Runs

TRAINS = """
import sys
from pathlib import Path
from mnist_pad.dataset import mnist
from mnist_pad.engine.record import Origin
from mnist_pad.engine.runs import Runs
from mnist_pad.training.events import Snapshot
from mnist_pad.training.run import train
from mnist_pad.training.recipes import recipe

config = recipe("article")
events = train(config, mnist.load())
runs = Runs(Path(sys.argv[1]))
for event in runs.recorded(events, config=config, kind="training", origin=Origin("nothing")):
    if isinstance(event, Snapshot):
        print(event.step, flush=True)
"""


@pytest.fixture
def training(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", TRAINS, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield process
        process.kill()


def test_a_killed_run_is_interrupted_with_curves_and_weights(training, tmp_path):
    runs = Runs(tmp_path)
    for line in training.stdout:
        ((record,), ()) = runs.read()
        assert record.outcome == "running"
        if record.has_weights and int(line) > 500:
            break
    os.kill(training.pid, signal.SIGKILL)
    training.wait()
    ((record,), ()) = runs.read()
    assert (record.outcome, record.recipe, record.changed) == ("interrupted", "article", False)
    assert record.seconds > 0
    weights = runs.weights(record.id)
    assert weights.meta.step > 0
    assert weights.meta.recipe == "article"
    history = runs.history(record.id)
    _, losses = history.losses(10**6)
    assert np.isfinite(losses).all()
    # No more than a second of a run that told its 500th step before.
    assert history.step > 200
    assert weights.meta.step <= history.step + 500


def test_two_processes_at_once_make_two_runs(tmp_path):
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", TRAINS, str(tmp_path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    try:
        for process in processes:
            process.stdout.readline()
        found, problems = Runs(tmp_path).read()
        assert problems == ()
        assert [record.outcome for record in found] == ["running", "running"]
    finally:
        for process in processes:
            process.kill()
            process.wait()
            process.stdout.close()
