"""A process that does nothing but keep a run is killed at any moment."""

import json
import subprocess
import sys

import pytest

from mnist_pad.engine.runs import Runs

KEEPS = """
import itertools, sys
from pathlib import Path
import numpy as np
from mnist_pad.engine import recording
from mnist_pad.engine.record import Origin
from mnist_pad.engine.runs import Runs
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import RunStarted, Snapshot, StepsTrained

# All the time is spent on writing, so that most kills come in the middle of it.
recording.SAVE_INTERVAL_S, recording.SAVING_SHARE = 0.0, 1.0
config = TrainingConfig(hidden_sizes=(16,), epochs=100_000)

def events():
    yield RunStarted(config, (784, 16, 10), 235, 0, 60_000, 10_000)
    sizes = ((784, 16), (16,), (16, 10), (10,))
    for step in itertools.count(1):
        yield StepsTrained(step // 235 + 1, step, np.full(1, step, np.float32), 0.5, 1e4)
        yield Snapshot(step, tuple(np.full(size, step, np.float32) for size in sizes))
        print(step, flush=True)

runs = Runs(Path(sys.argv[1]))
for _ in runs.recorded(events(), config=config, kind="training", origin=Origin("nothing")):
    pass
"""

KILLS = 20


@pytest.mark.parametrize("steps", range(KILLS))
def test_whenever_it_is_killed_the_run_is_whole(tmp_path, steps):
    with subprocess.Popen(
        [sys.executable, "-c", KEEPS, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        for _ in range(steps + 1):
            told = int(process.stdout.readline())
        process.kill()
    runs = Runs(tmp_path)
    ((record,), ()) = runs.read()
    assert record.outcome == "interrupted"
    weights = runs.weights(record.id)
    assert weights.meta.step >= told
    assert (weights.parameters[0] == weights.meta.step).all()
    points, problem = runs.curves(record.id)
    assert problem.count("\n") == 0
    assert [point.event.step for point in points[1:]] == list(range(1, len(points)))
    assert json.loads((runs.path(record.id) / "run.json").read_text())["outcome"] == "running"
