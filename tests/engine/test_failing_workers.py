"""A worker that dies, hangs, talks rubbish or never starts costs its run, and says of what."""

import os
import signal
import sys
import threading

import numpy as np
import psutil
import pytest

from mnist_pad.engine.jobs.adaptation import Adaptation
from mnist_pad.engine.jobs.training import Training
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import RunEnded, Snapshot

SHORT = Training(TrainingConfig(epochs=1, batch_size=1000))
LONG = Training(TrainingConfig(epochs=10_000))

TIMEOUT_S = 60


def until(events, kind):
    return next(event for event in events if isinstance(event, kind))


def hold(process):
    """Stop the child as a debugger would; it can do nothing any more, not even end."""
    child = psutil.Process(process.pid)
    child.suspend()
    return child


def test_a_killed_child_fails_the_run_which_keeps_what_it_learnt(process):
    events = process.run(LONG)
    last = until(events, Snapshot)
    os.kill(process.pid, signal.SIGKILL)
    for event in events:
        last = event if isinstance(event, Snapshot) else last
    assert event.outcome == "failed"
    assert (event.cause.kind, event.cause.status) == ("process_ended", -9)
    assert "signal 9" in ended_in_words(event)
    assert event.weights.meta.step == last.step
    for kept, seen in zip(event.weights.parameters, last.parameters, strict=True):
        np.testing.assert_array_equal(kept, seen)
    assert list(process.run(SHORT))[-1].outcome == "completed"


def test_a_silent_child_is_given_up(worker):
    process = worker(silence_s=2.5)
    events = process.run(LONG)
    until(events, Snapshot)
    child = hold(process)
    end = until(events, RunEnded)
    assert (end.outcome, end.cause.kind) == ("failed", "silent")
    assert end.weights.meta.step > 0
    assert not child.is_running()


def test_a_child_that_cannot_stop_is_ended_and_what_it_learnt_is_kept(worker):
    process = worker(stop_s=0.5)
    events = process.run(LONG)
    until(events, Snapshot)
    child = hold(process)
    process.stop()
    end = until(events, RunEnded)
    assert (end.outcome, end.cause) == ("stopped", None)
    assert end.weights.meta.step > 0
    assert not child.is_running()


def test_nothing_waits_for_a_child_that_reads_nothing(worker):
    process = worker(stop_s=0.5)
    process.warm()
    ended = []
    # Many times what a pipe holds: who writes it waits.
    images = np.zeros((20_000, 28, 28), np.uint8)
    events = process.run(Adaptation(shipped(), images, np.zeros(20_000, np.uint8)))
    while process.pid is None:  # its keeper starts it
        pass
    hold(process)
    runner = threading.Thread(target=lambda: ended.extend(events))
    runner.start()

    def tell():
        for word in (process.pause, process.resume, process.stop):
            word()

    teller = threading.Thread(target=tell)
    teller.start()
    teller.join(TIMEOUT_S)
    assert not teller.is_alive()
    runner.join(TIMEOUT_S)
    assert [end.outcome for end in ended] == ["stopped"]


def test_an_interpreter_that_is_missing_is_told(process, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    (end,) = process.run(SHORT)
    assert (end.outcome, end.cause.kind) == ("failed", "not_started")
    assert "no-python" in ended_in_words(end)
    monkeypatch.undo()
    assert list(process.run(SHORT))[-1].outcome == "completed"


def test_a_child_that_cannot_import_tells_its_cause(posing):
    process = posing("raise ImportError('no module of that name')")
    (end,) = process.run(SHORT)
    assert (end.cause.kind, end.cause.status) == ("process_ended", 1)
    assert end.cause.detail == "ImportError: no module of that name"


@pytest.mark.parametrize("rubbish", [b"rubbish", b"MPW1\xff\xff\xff\xff", b"MPW1\2\0\0\0{}"])
def test_rubbish_on_the_pipe_fails_the_run(posing, rubbish):
    code = f"sys.stdout.buffer.write({rubbish!r}); sys.stdout.flush(); time.sleep(600)"
    process = posing(code)
    (end,) = process.run(SHORT)
    assert (end.outcome, end.cause.kind) == ("failed", "unreadable")
    assert process.pid is None


def test_a_length_that_is_never_filled_is_not_waited_for(posing):
    code = r"sys.stdout.buffer.write(b'MPW1\0\0\1\0'); sys.stdout.flush(); time.sleep(600)"
    (end,) = posing(code, start_s=1.0).run(SHORT)
    assert (end.outcome, end.cause.kind) == ("failed", "silent")


def test_what_the_child_says_last_is_told_in_one_short_line(posing):
    process = posing("print('x' * 100_000 + '\\x1b[31m', file=sys.stderr); sys.exit(3)")
    (end,) = process.run(SHORT)
    assert end.cause.status == 3
    assert len(end.cause.detail) <= 300
    assert end.cause.detail.isprintable()


def test_bad_data_fails_the_run_in_one_sentence(process, tmp_path):
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"no archive")
    (end,) = process.run(Training(SHORT.config, bad))
    assert (end.outcome, end.cause.kind) == ("failed", "refused")
    assert "bad.npz" in ended_in_words(end)
