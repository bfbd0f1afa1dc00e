"""Lessons 4 and 5: a run that diverges says so, and why, and keeps what was finite."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.engine.sentences import cause_in_words
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.divergence import diagnosis
from mnist_pad.training.events import EpochEnded, StepsTrained
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from mnist_pad.training.step import TrainingStep

FAR_TOO_FAST = TrainingConfig(
    hidden_sizes=(16,), learning_rate=1000.0, loss="squared_error", batch_size=20
)


@pytest.mark.parametrize(
    ("name", "first_loss", "words"),
    [
        ("article-raw", (1e10, 1e12), ("lesson 4", "centred", "deviation")),
        ("article-wide", (1e5, 1e7), ("lesson 5", "deviation near 0.05", "instead of 1")),
    ],
)
def test_the_article_s_failures_diverge_in_the_first_epoch(digits, name, first_loss, words):
    _, *events, end = train(recipe(name), digits)
    assert (end.outcome, end.epochs) == ("diverged", 0)
    assert not any(isinstance(event, EpochEnded) for event in events)
    assert all(word in cause_in_words(end.cause) for word in words)

    losses = np.concatenate([event.losses for event in events if isinstance(event, StepsTrained)])
    assert first_loss[0] < losses[0] < first_loss[1]
    assert np.isfinite(losses[:-1]).all()
    assert f"step {len(losses):,}, in epoch 1" in cause_in_words(end.cause)
    assert end.weights.meta.step == len(losses) - 1
    assert all(np.isfinite(values).all() for values in end.weights.parameters)


def test_scaled_pixels_and_wide_weights_learn_with_cross_entropy(digits):
    config = replace(recipe("article-wide"), loss="cross_entropy", epochs=1)
    *events, end = train(config, digits)
    first = next(event for event in events if isinstance(event, StepsTrained))
    assert 500 < first.losses[0] < 5_000
    assert end.outcome == "completed"
    assert end.test_accuracy > 0.55


def test_the_weights_kept_are_those_of_the_last_good_update(few, outcome):
    end = outcome(FAR_TOO_FAST, few)
    assert end.outcome == "diverged"
    step = end.weights.meta.step
    assert step >= 1
    training_step = TrainingStep(FAR_TOO_FAST, few)
    assert training_step.run(0, step).finite
    for kept, expected in zip(end.weights.parameters, training_step.network.values(), strict=True):
        np.testing.assert_array_equal(kept, expected)
    assert not training_step.run(step, 1).finite


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam", "muon"])
def test_what_the_optimizer_remembers_stays_finite_too(few, outcome, optimizer):
    end = outcome(replace(FAR_TOO_FAST, optimizer=optimizer, epochs=4), few)
    assert end.outcome in ("diverged", "completed")
    assert all(np.isfinite(values).all() for values in end.weights.optimizer_state.values())


def told(config, first_loss=2.3, fresh=True):
    return cause_in_words(
        diagnosis(config, epoch=2, step=1_234, first_loss=first_loss, fresh=fresh)
    )


def test_it_names_step_epoch_and_first_loss():
    assert "step 1,234, in epoch 2; the first loss was 2.3." in told(TrainingConfig())


def test_a_good_start_leaves_the_learning_rate_to_blame():
    message = told(TrainingConfig(learning_rate=0.5))
    assert "learning rate, 0.5" in message
    assert "lesson" not in message


def test_a_resumed_run_does_not_blame_its_start():
    config = TrainingConfig(weight_deviation=1.0)
    assert "lesson 5" in told(config, first_loss=1e6)
    assert "learning rate" in told(config, first_loss=1e6, fresh=False)


def test_a_first_loss_that_is_no_number_is_a_large_start():
    assert "lesson 5" in told(TrainingConfig(weight_deviation=100.0), first_loss=float("nan"))
