"""What a run cannot go on from is refused without TensorFlow, before any work."""

import subprocess
import sys
from dataclasses import asdict, replace
from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta, shipped
from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.recipes import RECIPES, is_changed, recipe
from mnist_pad.training.resuming import check_resumable
from mnist_pad.training.run import train

CONFIG = TrainingConfig(hidden_sizes=(16,), batch_size=100, epochs=2, optimizer="momentum")


def weights(config=CONFIG, **meta):
    sizes = (784, *config.hidden_sizes, 10)
    parameters, state = [], {}
    for layer, (inputs, units) in enumerate(pairwise(sizes), start=1):
        parameters += [np.zeros((inputs, units), np.float32), np.zeros(units, np.float32)]
        state |= {
            f"velocity_theta_{layer}": parameters[-2],
            f"velocity_bias_{layer}": parameters[-1],
        }
    known = {"epochs": 1, "step": 10, "config": asdict(config)} | meta
    return Weights(tuple(parameters), WeightsMeta(**known), state)


def test_a_stopped_run_can_go_on():
    check_resumable(CONFIG, weights())


def test_bare_weights_can_be_gone_on_from():
    check_resumable(CONFIG, Weights(weights().parameters))


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"hidden_sizes": (16, 8)}, WeightsError, ("784-16-8-10", "784-16-10")),
        ({"batch_size": 50}, ConfigError, ("batch size", "100", "50")),
        ({"activation": "tanh"}, ConfigError, ("activation", "relu", "tanh")),
        ({"epochs": 1}, ConfigError, ("epochs", "more than the 1", "found 1")),
        ({"optimizer": "adam"}, WeightsError, ("optimizer state", "mean_bias_1")),
        ({"optimizer": "sgd"}, WeightsError, ("optimizer state", "velocity_bias_1")),
    ],
)
def test_settings_that_do_not_fit_are_refused(change, error, words):
    with pytest.raises(error) as refusal:
        check_resumable(replace(CONFIG, **change), weights())
    assert all(word in str(refusal.value) for word in words)


def test_what_ships_is_refused_before_a_drawing_is_made(few):
    before = shipped()
    config = TrainingConfig.from_dict(dict(before.meta.config))
    with pytest.raises((ConfigError, WeightsError)):
        next(train(config, few, resume=before))


def test_another_data_set_of_the_same_size_is_refused(few):
    resumed = weights(step=10, data_fingerprint="a" * 64)
    with pytest.raises(WeightsError, match="expected the data set aaaaaaaaaaaa"):
        next(train(CONFIG, few, resume=resumed))


def test_no_tensorflow_is_needed_to_refuse():
    code = "import sys, mnist_pad.training.resuming; sys.exit('tensorflow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_recipe_is_changed_where_a_setting_is():
    assert not any(is_changed(config) for config in RECIPES.values())
    assert is_changed(replace(recipe("fast"), epochs=6))
    assert is_changed(TrainingConfig())
