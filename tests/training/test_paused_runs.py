"""Runs that are paused, gone on with and stopped."""

import time
from dataclasses import replace

from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    EpochEnded,
    ImagesSeen,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
)
from mnist_pad.training.run import train

SMALL = TrainingConfig(hidden_sizes=(16,), batch_size=96, epochs=3, learning_rate=0.1)


def test_pause_resume_and_stop(few):
    control = Control()
    run = train(replace(SMALL, epochs=1_000), few, control=control)
    assert isinstance(next(run), RunStarted)
    control.pause()
    assert isinstance(next(run), RunPaused)
    control.resume()
    assert isinstance(next(run), RunResumed)
    assert isinstance(next(run), ImagesSeen)
    assert isinstance(next(run), StepsTrained)
    control.stop()
    *_, end = run
    assert end.outcome == "stopped"
    assert 0 < end.weights.meta.step < 11_000
    assert end.test_accuracy == end.weights.meta.test_accuracy


def test_a_paused_run_can_be_stopped(few):
    control = Control()
    run = train(SMALL, few, control=control)
    next(run)
    control.pause()
    assert isinstance(next(run), RunPaused)
    control.stop()
    (end,) = run
    # Chance drew what there is: no weights to read with.
    assert (end.outcome, end.weights, end.test_accuracy) == ("stopped", None, None)
    assert ended_in_words(end) == "Stopped: nothing was changed."


def test_a_pause_is_no_work(few):
    control = Control()
    run = train(replace(SMALL, epochs=1), few, control=control)
    assert isinstance(next(run), RunStarted)
    started_s = time.perf_counter()
    control.pause()
    assert isinstance(next(run), RunPaused)
    paused_s = time.perf_counter()
    list(train(SMALL, few))
    control.resume()
    assert isinstance(next(run), RunResumed)
    resumed_s = time.perf_counter()
    (ended,) = (event for event in run if isinstance(event, EpochEnded))
    working_s = time.perf_counter() - started_s - (resumed_s - paused_s)
    # What lies between RunStarted and this test's first look at the clock.
    assert ended.elapsed < working_s + 0.1
