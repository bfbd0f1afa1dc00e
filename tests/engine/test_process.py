"""The worker process: it does jobs, obeys, dies alone, and never survives its parent."""

import itertools
import os
import subprocess
import sys
import threading

import numpy as np
import psutil
import pytest

from mnist_pad.engine.jobs.training import Training
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import (
    EpochEnded,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    Snapshot,
    StepsTrained,
    WeightsChanged,
)

SHORT = Training(TrainingConfig(epochs=1, batch_size=1000))
LONG = Training(TrainingConfig(epochs=10_000))
DRAWING = Training(TrainingConfig(epochs=1, pen_styles=1_000_000))

TIMEOUT_S = 60


def until(events, kind):
    return next(event for event in events if isinstance(event, kind))


def test_jobs_are_done_one_after_the_other_by_the_same_child(process):
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


def test_a_snapshot_is_of_the_parameters_alone(process):
    snapshot = until(process.run(LONG), Snapshot)
    assert [array.shape for array in snapshot.parameters][:2] == [(784, 256), (256,)]
    assert snapshot.step > 0


def test_stopped_while_tensorflow_loads_it_ends_and_its_child_does_the_next_job(process):
    process.warm()
    events = process.run(LONG)
    ended = []
    runner = threading.Thread(target=lambda: ended.extend(events))
    runner.start()
    process.stop()
    runner.join(TIMEOUT_S)
    assert [(end.outcome, end.weights) for end in ended] == [("stopped", None)]
    child = process.pid
    assert list(process.run(SHORT))[-1].outcome == "completed"
    assert process.pid == child


def test_stopped_before_it_is_iterated_it_never_begins(process):
    events = process.run(LONG)
    process.stop()
    (end,) = events
    assert (end.outcome, end.weights) == ("stopped", None)
    assert process.pid is None


def test_drawings_are_paused_and_stopped_and_the_child_lives_on(process):
    events = process.run(DRAWING)
    until(events, Preparing)
    child = process.pid
    process.pause()
    until(events, RunPaused)
    process.resume()
    until(events, RunResumed)
    process.stop()
    end = until(events, RunEnded)
    assert (end.outcome, end.weights) == ("stopped", None)
    assert process.pid == child
    assert list(process.run(SHORT))[-1].outcome == "completed"


def test_a_pause_asked_for_before_it_is_iterated_is_heeded(process):
    events = process.run(DRAWING)
    process.pause()
    until(events, RunPaused)
    process.stop()
    assert until(events, RunEnded).outcome == "stopped"


def test_whoever_stops_iterating_leaves_no_child_at_work(process):
    events = process.run(LONG)
    until(events, StepsTrained)
    child = psutil.Process(process.pid)
    events.close()
    child.wait(timeout=20)


def test_closed_in_the_middle_the_run_ends_with_what_it_learnt(process):
    events = process.run(LONG)
    until(events, Snapshot)
    process.close()
    end = until(events, RunEnded)
    assert (end.outcome, process.pid) == ("stopped", None)
    assert end.weights.meta.step > 0


def test_another_run_stops_the_one_before(process):
    earlier = process.run(LONG)
    until(earlier, StepsTrained)
    child = process.pid
    assert list(process.run(SHORT))[-1].outcome == "completed"
    assert until(earlier, RunEnded).outcome == "stopped"
    assert process.pid == child


def test_nothing_is_run_of_the_folder_one_stands_in(process, tmp_path, monkeypatch):
    marker = tmp_path / "was-run"
    planted = tmp_path / "planted"
    (planted / "mnist_pad").mkdir(parents=True)
    code = f"open({str(marker)!r}, 'a').write(__file__)\n"
    modules = ("queue", "numpy", "json", "ctypes", "tensorflow", "sitecustomize", "wire")
    for name in (*modules, "mnist_pad/__init__"):
        (planted / f"{name}.py").write_text(code)
    monkeypatch.chdir(planted)
    # An empty entry is the current folder, and so is a relative one.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", ".", os.environ.get("PYTHONPATH", "")]))
    assert list(process.run(SHORT))[-1].outcome == "completed"
    assert not marker.exists()


PARENT = """
from mnist_pad.engine.jobs.training import Training
from mnist_pad.engine.process import WorkerProcess
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import StepsTrained

if __name__ == "__main__":
    process = WorkerProcess()
    for event in process.run(Training(TrainingConfig(epochs=10_000))):
        if isinstance(event, StepsTrained):
            print(process.pid, flush=True)
"""


@pytest.mark.parametrize(
    "suspended",
    [False, pytest.param(True, marks=pytest.mark.skipif(sys.platform != "linux", reason="Linux"))],
)
def test_no_child_survives_a_killed_parent(suspended):
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        child = psutil.Process(int(parent.stdout.readline()))
        if suspended:
            child.suspend()
        parent.kill()
        child.wait(timeout=20)


def test_the_parent_never_imports_tensorflow():
    code = (
        "import sys, mnist_pad.engine.process, mnist_pad.engine.worker, mnist_pad.engine.jobs as j;"
        "assert len(j.kinds()) >= 2; sys.exit('tensorflow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_run_begun_with_a_step_makes_one_and_waits_for_the_next(process):
    events = process.run(LONG)
    process.one_step()
    for step in (1, 2):
        seen = list(itertools.takewhile(lambda event: not isinstance(event, RunPaused), events))
        assert [event.step for event in seen if isinstance(event, StepsTrained)] == [step]
        assert [event.step for event in seen if isinstance(event, WeightsChanged)] == [step]
        process.one_step()
    process.stop()
    assert until(events, RunEnded).outcome == "stopped"


def test_a_pace_is_kept_from_the_first_update_on_and_can_be_changed(process):
    events = process.run(LONG)
    process.set_pace("ten_a_second")
    assert [len(until(events, StepsTrained).losses) for _ in range(3)] == [1, 1, 1]
    process.set_pace("full_speed")
    assert any(len(event.losses) > 1 for event in events if isinstance(event, StepsTrained))
    process.one_epoch()
    assert until(events, EpochEnded).epoch >= 1
    until(events, RunPaused)
    process.stop()
    assert until(events, RunEnded).outcome == "stopped"
