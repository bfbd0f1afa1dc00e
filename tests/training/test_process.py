"""The child process: it trains, obeys, dies alone, and never survives its parent."""

import os
import signal
import subprocess
import sys
import threading

import numpy as np
import psutil
import pytest

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import (
    EpochEnded,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
)
from mnist_pad.training.process import TrainingProcess

SHORT = TrainingConfig(epochs=1, batch_size=1000)
LONG = TrainingConfig(epochs=10_000)


@pytest.fixture
def process():
    trainer = TrainingProcess()
    yield trainer
    trainer.close()
    assert psutil.Process().children() == []


def until(events, kind):
    return next(event for event in events if isinstance(event, kind))


def test_runs_one_after_the_other_in_the_same_child(process):
    first = list(process.run(SHORT))
    child = process.pid
    second = list(process.run(SHORT))
    assert process.pid == child
    for events in (first, second):
        assert isinstance(events[0], RunStarted)
        assert [type(event) for event in events].count(EpochEnded) == 1
        assert events[-1].outcome == "completed"
    for one, other in zip(first[-1].weights.parameters, second[-1].weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_pause_resume_and_stop(process):
    events = process.run(LONG)
    until(events, StepsTrained)
    process.pause()
    until(events, RunPaused)
    process.resume()
    until(events, RunResumed)
    until(events, StepsTrained)
    process.stop()
    end = until(events, RunEnded)
    assert end.outcome == "stopped"
    assert end.weights.meta.step > 0


def test_stop_before_tensorflow_is_loaded_ends_at_once(process):
    ended = []
    runner = threading.Thread(target=lambda: ended.extend(process.run(LONG)))
    process.warm()
    runner.start()
    process.stop()
    runner.join(timeout=20)
    if not ended:  # the stop came before the run: nothing was there to stop
        process.close()
        runner.join(timeout=20)
    assert (ended[-1].outcome, ended[-1].weights) == ("stopped", None)
    assert process.pid is None


def test_a_killed_child_fails_the_run_and_the_next_one_gets_another(process):
    events = process.run(LONG)
    until(events, StepsTrained)
    os.kill(process.pid, signal.SIGKILL)
    end = until(events, RunEnded)
    assert end.outcome == "failed"
    assert "signal 9" in end.message
    assert list(process.run(SHORT))[-1].outcome == "completed"


def test_bad_data_fails_the_run_in_one_sentence(tmp_path):
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"no archive")
    trainer = TrainingProcess(bad)
    (end,) = trainer.run(SHORT)
    trainer.close()
    assert end.outcome == "failed"
    assert "bad.npz" in end.message


def test_whoever_stops_iterating_leaves_no_child_at_work(process):
    events = process.run(LONG)
    until(events, StepsTrained)
    child = psutil.Process(process.pid)
    events.close()
    child.wait(timeout=20)


PARENT = """
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import StepsTrained
from mnist_pad.training.process import TrainingProcess

trainer = TrainingProcess()
for event in trainer.run(TrainingConfig(epochs=10_000)):
    if isinstance(event, StepsTrained):
        print(trainer.pid, flush=True)
"""


def test_no_child_survives_a_killed_parent():
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        child.wait(timeout=20)


def test_the_parent_never_imports_tensorflow():
    code = (
        "import sys, mnist_pad.training.process, mnist_pad.training.child;"
        "sys.exit('tensorflow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
