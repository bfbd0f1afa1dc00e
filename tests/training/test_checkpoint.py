"""What a resumed run refuses."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights, WeightsError
from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.run import train

CONFIG = TrainingConfig(hidden_sizes=(16,), batch_size=100, epochs=2, optimizer="adam")


@pytest.fixture(scope="module")
def trained(few):
    *_, end = train(replace(CONFIG, epochs=1), few)
    return end.weights


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"hidden_sizes": (16, 8)}, WeightsError, ("784-16-8-10", "784-16-10")),
        ({"batch_size": 50}, ConfigError, ("batch size", "100", "50")),
        ({"epochs": 1}, ConfigError, ("epochs", "more than the 1", "found 1")),
        ({"optimizer": "momentum"}, WeightsError, ("optimizer state", "mean_bias_1")),
        ({"optimizer": "sgd"}, WeightsError, ("optimizer state", "mean_bias_1")),
    ],
)
def test_settings_that_do_not_fit_are_refused_before_any_event(few, trained, change, error, words):
    with pytest.raises(error) as refusal:
        next(train(replace(CONFIG, **change), few, resume=trained))
    assert all(word in str(refusal.value) for word in words)


def test_other_data_with_other_steps_is_refused(few, trained):
    part = replace(few, x_train=few.x_train[:500], y_train=few.y_train[:500])
    with pytest.raises(WeightsError, match="1 epoch of 5 steps"):
        next(train(CONFIG, part, resume=trained))


def test_weights_that_were_never_in_a_run_can_be_gone_on_from(few, trained):
    bare = Weights(trained.parameters)
    start, *_, end = train(CONFIG, few, resume=bare)
    assert start.first_step == 0
    assert end.outcome == "completed"


def test_the_weights_resumed_from_stay_as_they_were(few, trained):
    before = [values.copy() for values in trained.parameters]
    *_, end = train(CONFIG, few, resume=trained)
    for old, kept, new in zip(before, trained.parameters, end.weights.parameters, strict=True):
        np.testing.assert_array_equal(old, kept)
        assert not np.array_equal(old, new)
