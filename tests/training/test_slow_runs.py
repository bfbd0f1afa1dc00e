"""Runs that are looked at update by update."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    DeadCounted,
    EpochEnded,
    ImagesSeen,
    NormsMeasured,
    RunPaused,
    RunResumed,
    RunStarted,
    Snapshot,
    StepsTrained,
    WeightsChanged,
)
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train

SMALL = TrainingConfig(hidden_sizes=(20,), batch_size=96, epochs=2, learning_rate=0.1)
ONE_UPDATE = [ImagesSeen, WeightsChanged, StepsTrained, NormsMeasured, DeadCounted, Snapshot]


@pytest.fixture
def control():
    return Control()


@pytest.fixture
def stepped(few, control):
    """Return a run that was begun with one step, as far as its pause: the run, and its events."""

    def begun(config=SMALL):
        control.one_step()
        run = train(config, few, control=control)
        return run, list(up_to(run, RunPaused))

    return begun


def up_to(run, kind):
    for event in run:
        yield event
        if isinstance(event, kind):
            return


def test_a_step_tells_all_of_one_update_and_waits(stepped, few):
    _, (started, seen, changed, trained, norms, dead, snapshot, _) = stepped()
    assert isinstance(started, RunStarted)
    assert [type(event) for event in (seen, changed, trained, norms, dead, snapshot)] == ONE_UPDATE
    assert (trained.step, len(trained.losses), changed.step, snapshot.step) == (1, 1, 1, 1)
    assert changed.before.shape == changed.after.shape == (16, 28, 28)
    np.testing.assert_array_equal(changed.after.reshape(16, 784), snapshot.parameters[0].T[:16])
    assert (changed.before != changed.after).any()
    # They are the update's own images.
    pictures = {image.tobytes() for image in few.x_train}
    assert len(seen.images) == 16
    assert all(image.tobytes() in pictures for image in seen.images)


def test_the_next_step_goes_on_where_the_last_one_ended(stepped, control):
    run, events = stepped()
    control.one_step()
    resumed, *again, _ = up_to(run, RunPaused)
    assert isinstance(resumed, RunResumed)
    assert [type(event) for event in again] == ONE_UPDATE
    assert again[2].step == 2
    np.testing.assert_array_equal(again[1].before, events[2].after)


def test_an_epoch_more_ends_with_the_epoch_and_is_not_slow(stepped, control):
    run, _ = stepped()
    control.one_epoch()
    events = list(up_to(run, RunPaused))
    assert not any(isinstance(event, WeightsChanged) for event in events)
    assert isinstance(events[-2], EpochEnded)
    assert events[-2].epoch == 1
    control.one_epoch()
    *_, end = run
    # After the last epoch there is nothing to wait for.
    assert (end.outcome, end.epochs) == ("completed", 2)


def test_a_slow_run_learns_what_a_quick_one_does(few, stepped, control):
    config = replace(SMALL, distortion=0.5, optimizer="adam", learning_rate=1e-3)
    *_, quick = train(config, few)
    run, _ = stepped(config)
    for _ in range(12):
        control.one_step()
        list(up_to(run, RunPaused))
    control.resume()
    *_, slow = run
    assert slow.outcome == "completed"
    for one, other in zip(quick.weights.parameters, slow.weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_at_a_pace_every_update_is_told_until_full_speed_comes_back(few, control):
    control.set_pace("ten_a_second")
    run = train(replace(SMALL, epochs=100), few, control=control)
    assert isinstance(next(run), RunStarted)
    assert [type(next(run)) for _ in range(12)] == ONE_UPDATE * 2
    control.set_pace("full_speed")
    events = list(up_to(run, EpochEnded))
    assert not any(isinstance(event, WeightsChanged) for event in events)
    control.stop()
    *_, end = run
    assert end.outcome == "stopped"


def test_a_slow_run_that_diverges_says_so(few, control):
    control.set_pace("ten_a_second")
    config = replace(recipe("article-wide"), epochs=2)
    *_, end = train(config, few, control=control)
    assert end.outcome == "diverged"
