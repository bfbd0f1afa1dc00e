"""What a run learns from: images, drawings of digits and of none, less what is held out."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.base import arrays
from mnist_pad.dataset.digits import NO_DIGIT, DataError
from mnist_pad.engine.jobs.training import Training
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    EpochEnded,
    Preparing,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
)
from mnist_pad.training.preparation import prepared
from mnist_pad.training.run import train

PLAIN = TrainingConfig(hidden_sizes=(16,), batch_size=500, epochs=1)
ALL = replace(PLAIN, pen_styles=700, counter_examples=300, held_out=200)


def run_out(config, digits, control=None):
    """Return what the generator yields, and what it returns."""
    steps = prepared(config, digits, control or Control())
    yielded = []
    while True:
        try:
            yielded.append(next(steps))
        except StopIteration as end:
            return yielded, end.value


def test_without_drawings_the_data_stay_as_they_are(few):
    yielded, data = run_out(PLAIN, few)
    assert yielded == []
    assert data.digits is few
    assert data.held_out is None


@pytest.mark.parametrize("in_memory_bytes", [2**28, 0])
def test_drawings_follow_the_images_and_what_is_held_out_is_gone(few, monkeypatch, in_memory_bytes):
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", in_memory_bytes)
    yielded, data = run_out(ALL, few)
    assert [event.done for event in yielded] == [0, 700, 1_000]
    assert {event.total for event in yielded} == {1_100}
    x, y = data.digits.x_train, data.digits.y_train
    assert x.shape == (1_800, 28, 28)
    np.testing.assert_array_equal(x[:800], few.x_train[:800])
    np.testing.assert_array_equal(y[:800], few.y_train[:800])
    assert np.bincount(y[800:1_500]).tolist() == [70] * 10
    assert (y[1_500:] == NO_DIGIT).all()
    assert x[800:].max(axis=(1, 2)).min() > 128
    assert data.digits.fingerprint == few.fingerprint
    images, labels = data.held_out
    np.testing.assert_array_equal(images[:200], few.x_train[800:])
    np.testing.assert_array_equal(labels[:200], few.y_train[800:])
    assert len(images) == len(labels) == 300
    assert labels.max() < NO_DIGIT


def test_the_first_images_are_learnt_from_beside_all_that_is_asked_for(few):
    _, data = run_out(replace(PLAIN, train_images=100), few)
    np.testing.assert_array_equal(data.digits.x_train, few.x_train[:100])
    np.testing.assert_array_equal(data.digits.y_train, few.y_train[:100])
    _, data = run_out(replace(ALL, train_images=100), few)
    assert len(data.digits.x_train) == 1_100
    np.testing.assert_array_equal(data.held_out[0][:200], few.x_train[800:])
    _, data = run_out(replace(PLAIN, train_images=5_000), few)
    assert len(data.digits.x_train) == 1_000


def test_shuffled_labels_are_the_same_labels_on_other_images(few):
    shuffled = [
        run_out(replace(PLAIN, labels="shuffled", seed=seed), few)[1].digits for seed in (0, 0, 1)
    ]
    labels = [data.y_train for data in shuffled]
    np.testing.assert_array_equal(labels[0], labels[1])
    assert (labels[0] != labels[2]).any()
    assert (labels[0] == few.y_train).mean() < 0.2
    np.testing.assert_array_equal(np.bincount(labels[0]), np.bincount(few.y_train))
    np.testing.assert_array_equal(shuffled[0].x_train, few.x_train)
    np.testing.assert_array_equal(shuffled[0].y_test, few.y_test)


@pytest.mark.parametrize("labels", ["true", "shuffled"])
def test_a_run_on_fewer_images_can_be_gone_on_with(few, labels):
    config = replace(PLAIN, train_images=300, labels=labels, batch_size=100, epochs=2)
    *_, whole = train(config, few)
    *_, half = train(replace(config, epochs=1), few)
    *_, rest = train(config, few, resume=half.weights)
    assert whole.weights.meta.step == 6
    for one, other in zip(whole.weights.parameters, rest.weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_drawings_held_out_are_none_that_are_learnt_from(few):
    _, data = run_out(ALL, few)
    learnt = {image.tobytes() for image in data.digits.x_train}
    assert not any(image.tobytes() in learnt for image in data.held_out[0][200:])


def test_drawings_are_the_same_every_time(few):
    one, other = (run_out(ALL, few)[1] for _ in range(2))
    np.testing.assert_array_equal(one.digits.x_train, other.digits.x_train)
    np.testing.assert_array_equal(one.held_out[0], other.held_out[0])


def test_not_everything_can_be_held_out(few):
    with pytest.raises(DataError, match="1,000 training images to hold out, found 1,000"):
        run_out(replace(PLAIN, held_out=1_000), few)


def test_a_lack_of_room_is_told(few, monkeypatch, no_room):
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 0)
    expected = r"training images: expected room .* File too large"
    with no_room(1_000), pytest.raises(DataError, match=expected):
        run_out(ALL, few)


def test_a_run_tells_of_its_drawings_and_counts_digits_alone(few):
    config = replace(ALL, epochs=45, optimizer="adam", learning_rate=3e-3)
    events = list(train(config, few))
    kinds = [type(event) for event in events]
    assert kinds[:4] == [Preparing] * 3 + [RunStarted]
    assert events[3].train_count == 1_800
    assert events[-1].outcome == "completed"
    accuracies = [event.train_accuracy for event in events if isinstance(event, StepsTrained)]
    assert max(accuracies) <= 1
    # 300 of 1,800 have no right answer; counted in, they would keep this below 0.84.
    assert [event for event in events if isinstance(event, EpochEnded)][-1].train_accuracy > 0.86


def test_what_is_learnt_as_no_digit_is_called_so(digits):
    config = replace(
        PLAIN,
        hidden_sizes=(256, 128),
        optimizer="adam",
        learning_rate=3e-3,
        epochs=20,
        pen_styles=2_000,
        counter_examples=6_000,
        held_out=5_000,
    )
    *_, end = train(config, digits)
    meta = end.weights.meta
    assert 0.2 < meta.temperature < 2
    assert 0.1 < meta.rejection_threshold < 0.9
    recognizer = Recognizer(end.weights)
    assert recognizer.judge(digits.x_test)[1].mean() < 0.02
    _, data = run_out(replace(PLAIN, counter_examples=500), digits)
    assert recognizer.judge(data.digits.x_train[-500:])[1].mean() > 0.5


def test_a_job_on_a_set_without_test_images_holds_some_out(few, tmp_path):
    np.savez(tmp_path / "set.npz", data=few.x_train[:700], target=few.y_train[:700])
    events = list(Training(PLAIN, tmp_path / "set.npz").events(Control()))
    (started,) = (event for event in events if isinstance(event, RunStarted))
    assert (started.train_count, started.test_count, events[-1].outcome) == (600, 100, "completed")


def test_a_run_can_be_stopped_among_its_drawings(few):
    control = Control()
    control.stop()
    *_, end = train(replace(PLAIN, pen_styles=100_000), few, control=control)
    assert (end.outcome, end.weights) == ("stopped", None)


def test_a_run_waits_and_goes_on_among_its_drawings(few):
    control = Control()
    run = train(replace(PLAIN, pen_styles=2_000), few, control=control)
    assert isinstance(next(run), Preparing)
    control.pause()
    assert isinstance(next(run), RunPaused)
    control.resume()
    assert isinstance(next(run), RunResumed)
    assert isinstance(next(run), Preparing)
    control.stop()
    (end,) = run
    assert (end.outcome, end.weights) == ("stopped", None)
