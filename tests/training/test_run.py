"""Whole runs: their events, that they learn, repeat, resume, stop and end well."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.base import arrays
from mnist_pad.base.wording import percent
from mnist_pad.dataset import mnist
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import load, save
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    EpochEnded,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
)
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from mnist_pad.training.snapshots import weights_of
from mnist_pad.training.step import TrainingStep

SMALL = TrainingConfig(hidden_sizes=(16,), batch_size=96, epochs=3, learning_rate=0.1)
ADAM = replace(SMALL, optimizer="adam", learning_rate=3e-3, schedule="one_cycle", weight_decay=0.1)


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def same(one, other):
    pairs = zip(one.parameters, other.parameters, strict=True)
    return all(np.array_equal(a, b) for a, b in pairs)


def stopped_after(step, config, data, **options):
    """Stop a run as soon as it has made `step` updates or more; returns its last event."""
    control = Control()
    for event in train(config, data, control=control, **options):
        if isinstance(event, StepsTrained) and event.step >= step:
            control.stop()
    return event


@pytest.fixture(scope="module")
def events(few):
    return list(train(SMALL, few))


def test_a_run_starts_once_and_ends_once(events, few):
    start, *middle, end = events
    assert start == RunStarted(SMALL, (784, 16, 10), 11, 0, 1_000, 500)
    assert not of(RunStarted, middle)
    assert not of(RunEnded, middle)
    assert (end.outcome, end.epochs) == ("completed", 3)
    accuracy = percent(end.test_accuracy, decimals=2)
    assert ended_in_words(end) == f"Completed after 3 epochs: test accuracy {accuracy}."


def test_every_update_is_told_once_and_in_order(events):
    trained = of(StepsTrained, events)
    assert sum(len(event.losses) for event in trained) == 33
    assert trained[-1].step == 33
    for before, after in pairwise(trained):
        assert after.step == before.step + len(after.losses)
    assert all(event.epoch == (event.step - 1) // 11 + 1 for event in trained)
    assert all(event.losses.dtype == np.float32 for event in trained)
    assert all(event.images_per_second > 0 for event in trained)


def test_an_epoch_closes_with_a_snapshot_and_its_figures(events):
    ends = [index for index, event in enumerate(events) if isinstance(event, EpochEnded)]
    assert [events[index].epoch for index in ends] == [1, 2, 3]
    losses = np.concatenate([event.losses for event in of(StepsTrained, events)]).reshape(3, 11)
    for index, expected in zip(ends, losses, strict=True):
        epoch, snapshot = events[index], events[index - 1]
        assert epoch.train_loss == pytest.approx(expected.mean(), rel=1e-5)
        assert isinstance(snapshot, Snapshot)
        assert snapshot.step == 11 * epoch.epoch
        read = weights_of(events[0], snapshot)
        assert (read.meta.epochs, read.meta.scaling) == (epoch.epoch, "centred")
        assert TrainingConfig.from_dict(dict(read.meta.config)) == SMALL
        assert 0 < epoch.seconds <= epoch.elapsed


def test_test_accuracy_is_that_of_the_weights(events, few):
    weights = events[-1].weights
    theta_1, bias_1, theta_2, bias_2 = weights.parameters
    x = few.x_test.reshape(-1, 784).astype(np.float32) / 255 - 0.5
    answers = (np.maximum(x @ theta_1 + bias_1, 0) @ theta_2 + bias_2).argmax(axis=1)
    assert events[-1].test_accuracy == pytest.approx((answers == few.y_test).mean(), abs=0.003)
    assert weights.meta.test_accuracy == events[-1].test_accuracy


def test_the_weights_tell_where_they_come_from(events):
    meta = events[-1].weights.meta
    assert (meta.recipe, meta.seed, meta.epochs, meta.step) == ("custom", 0, 3, 33)
    assert (meta.data_fingerprint, meta.scaling) == ("few", "centred")
    assert TrainingConfig.from_dict(dict(meta.config)) == SMALL
    assert meta.program_version
    assert meta.time.endswith("+00:00")


def test_the_first_update_is_the_article_s(few):
    config = replace(SMALL, batch_size=1_000, epochs=1)
    started, *_, end = train(replace(config, learning_rate=1e-9), few)
    still = end.weights.parameters
    *_, end = train(config, few)
    moved = end.weights.parameters
    x = few.x_train.reshape(-1, 784).astype(np.float64) / 255 - 0.5
    hidden = np.maximum(x @ still[0] + still[1], 0)
    powers = np.exp(hidden @ still[2] + still[3])
    delta = (powers / powers.sum(axis=1, keepdims=True) - np.eye(10)[few.y_train]) / 1_000
    np.testing.assert_allclose(moved[2], still[2] - 0.1 * hidden.T @ delta, atol=1e-5)
    assert started.steps_per_epoch == 1


@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
def test_the_rate_may_enter_with_the_loss(few, optimizer, outcome):
    config = replace(SMALL, optimizer=optimizer, schedule="one_cycle")
    early = outcome(config, few).weights
    # A decay too weak to change anything keeps the rate out of the loss.
    late = outcome(replace(config, weight_decay=1e-30), few).weights
    for one, other in zip(early.parameters, late.parameters, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)


def test_images_in_a_file_train_the_same_network(monkeypatch):
    config = TrainingConfig(epochs=1, batch_size=2_000)
    *_, in_memory = train(config, mnist.load())
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 0)
    *_, in_file = train(config, mnist.load())
    assert same(in_memory.weights, in_file.weights)


def test_images_are_trained_on_where_they_lie():
    digits = mnist.load()
    training_step = TrainingStep(SMALL, digits)
    before = training_step.test_accuracy()
    digits.x_test[:] = 0
    # Of blank pictures, a network gives one answer to all.
    answers = np.bincount(digits.y_test) / len(digits.y_test)
    assert training_step.test_accuracy() in answers
    assert before not in answers


def test_article_learns_as_fast_as_it_says(digits):
    start, *_, end = train(replace(recipe("article"), epochs=2), digits)
    assert start.steps_per_epoch == 235  # the last batch, of 96, is used too
    assert 0.45 <= end.test_accuracy <= 0.62
    assert end.weights.meta.step == 470
    squared = replace(recipe("article-mse"), epochs=2)
    *_, slower = train(squared, digits)
    assert 0.08 <= slower.test_accuracy < end.test_accuracy


def test_fast_reads_nearly_all_after_its_last_epoch(digits, outcome):
    assert outcome(recipe("fast"), digits).test_accuracy >= 0.975


def test_distortion_and_pen_styles_read_better_than_plain_images(digits, outcome):
    config = replace(recipe("accurate"), epochs=6, pen_styles=2_000, counter_examples=0, held_out=0)
    assert outcome(config, digits).test_accuracy > 0.983


def test_cross_entropy_learns_even_from_raw_pixels(digits):
    config = replace(recipe("article"), scaling="raw", epochs=1)
    *events, end = train(config, digits)
    first = of(StepsTrained, events)[0]
    assert 100 < first.losses[0] < 500
    assert end.test_accuracy > 0.55
    assert end.weights.meta.scaling == "raw"


@pytest.mark.parametrize("name", ["article-deeper", "accurate", "shipped"])
def test_other_recipes_train(few, name, outcome):
    config = recipe(name)
    fewer = {
        name: min(getattr(config, name), 100)
        for name in ("epochs", "pen_styles", "counter_examples", "held_out")
    }
    end = outcome(replace(config, **(fewer | {"epochs": 1})), few)
    assert (end.outcome, end.epochs) == ("completed", 1)


@pytest.mark.parametrize("config", [SMALL, ADAM, replace(ADAM, optimizer="momentum")])
def test_the_same_seed_gives_the_same_weights(few, config, outcome):
    first, again = outcome(config, few), outcome(config, few)
    assert same(first.weights, again.weights)
    other = outcome(replace(config, seed=1), few)
    assert not same(first.weights, other.weights)


def test_the_same_seed_gives_the_same_weights_at_full_size_in_another_process(digits, tmp_path):
    config = replace(recipe("fast"), epochs=1)
    *_, end = train(config, digits)
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace;"
        "from mnist_pad.dataset import mnist; from mnist_pad.recognizer.weights import save;"
        "from mnist_pad.training.run import train; from mnist_pad.training.recipes import recipe;"
        "*_, end = train(replace(recipe('fast'), epochs=1), mnist.load());"
        "save(end.weights, Path(sys.argv[1]))"
    )
    path = tmp_path / "other.npz"
    subprocess.run([sys.executable, "-c", code, path], check=True)
    assert same(end.weights, load(path))


@pytest.mark.parametrize("config", [SMALL, ADAM, replace(ADAM, distortion=0.5)])
@pytest.mark.parametrize("step", [1, 11, 15])
def test_a_resumed_run_makes_the_weights_of_an_uninterrupted_one(few, config, step, tmp_path):
    whole = stopped_after(10**9, config, few)
    part = stopped_after(step, config, few)
    assert part.outcome in ("stopped", "completed")
    if part.outcome == "stopped":
        path = tmp_path / "part.npz"
        save(part.weights, path)
        start, *_, part = train(config, few, resume=load(path))
        assert start.first_step >= step
    assert part.outcome == "completed"
    assert same(part.weights, whole.weights)


def test_a_run_is_resumed_in_the_middle_of_an_epoch(digits):
    config = replace(recipe("fast"), epochs=1)
    whole = stopped_after(10**9, config, digits)
    part = stopped_after(1, config, digits)
    assert 0 < part.weights.meta.step < 235
    *_, end = train(config, digits, resume=part.weights)
    assert end.weights.meta.step == 235
    assert same(end.weights, whole.weights)


def test_epochs_may_grow_in_a_resumed_run(few, outcome):
    first = outcome(SMALL, few)
    longer = replace(SMALL, epochs=5)
    *_, end = train(longer, few, resume=first.weights)
    assert end.epochs == 5
    assert same(end.weights, outcome(longer, few).weights)


def test_a_run_nobody_listens_to_any_more_just_ends(few):
    run = train(SMALL, few)
    next(run)
    run.close()
    assert list(run) == []


def test_a_failure_of_tensorflow_ends_the_run_with_a_message(few):
    # `Digits` of a file never lack a label; only so does TensorFlow itself fail here.
    broken = replace(few, y_train=few.y_train[:-1])
    *_, end = train(replace(SMALL, batch_size=1_000), broken)
    assert (end.outcome, end.weights) == ("failed", None)
    assert end.cause.kind == "tensorflow"
    assert ended_in_words(end).startswith("Failed: ")
    assert "\n" not in ended_in_words(end)


def test_any_batch_size_trains(few):
    for size in (1, 333, 60_000):
        part = replace(few, x_train=few.x_train[:50], y_train=few.y_train[:50])
        *_, end = train(replace(SMALL, batch_size=size, epochs=1), part)
        assert end.outcome == "completed"
        assert end.weights.meta.step == -(-50 // size)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_another_activation_learns_and_is_read_with(few, activation):
    config = replace(recipe("fast"), hidden_sizes=(24,), activation=activation, batch_size=50)
    *_, end = train(config, few)
    assert end.test_accuracy > 0.7
    read = Recognizer(end.weights).logits(few.x_test).argmax(axis=1)
    assert (read == few.y_test).mean() == pytest.approx(end.test_accuracy, abs=0.002)
