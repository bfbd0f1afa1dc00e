"""Each What if shows what it says; the long ones in part, as far as that tells."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.training.events import EpochEnded, StepsTrained
from mnist_pad.training.recipes import RECIPES
from mnist_pad.training.run import train
from mnist_pad.training.what_if import WHAT_IF, what_if_of


@pytest.fixture
def shown(digits):
    """Return a function that runs one, to the end or for fewer epochs: its last epoch, its losses,
    and its weights."""

    def run(name, data=digits, **changes):
        *events, end = train(replace(WHAT_IF[name], **changes), data)
        losses = np.concatenate([e.losses for e in events if isinstance(e, StepsTrained)])
        return [e for e in events if isinstance(e, EpochEnded)][-1], losses, end.weights

    return run


def test_they_are_told_apart_whatever_their_seed():
    for name, config in WHAT_IF.items():
        assert what_if_of(config) == name
        assert what_if_of(replace(config, seed=5)) == name
        assert what_if_of(replace(config, epochs=77)) is None
    assert [what_if_of(config) for config in RECIPES.values()] == [None] * len(RECIPES)


def test_weights_of_zero_stay_alike(shown):
    epoch, losses, weights = shown("zero_weights", epochs=1)
    assert epoch.test_accuracy == pytest.approx(0.1135, abs=1e-4)
    assert losses == pytest.approx(np.log(10), abs=0.02)
    assert all((theta == theta[:, :1]).all() for theta in weights.parameters[::2])


def test_a_rate_too_large_leaps(shown):
    epoch, losses, _ = shown("large_rate")
    assert losses[0] < 3
    assert losses.max() > 100
    assert epoch.test_accuracy < 0.15


def test_through_four_sigmoids_the_gradient_vanishes(shown):
    assert shown("deep_sigmoid", epochs=2)[0].test_accuracy < 0.15
    assert shown("deep_sigmoid", epochs=1, activation="relu")[0].test_accuracy > 0.9


def test_shuffled_labels_are_learnt_by_heart(shown):
    epoch = shown("shuffled_labels")[0]
    assert epoch.train_accuracy > 0.97
    assert epoch.test_accuracy < 0.13


def test_a_hundred_images_overfit(shown):
    epoch = shown("few_images")[0]
    assert epoch.train_accuracy == 1
    assert 0.6 < epoch.test_accuracy < 0.75


def test_batches_of_one_jitter_and_learn(shown, few):
    epoch, losses, _ = shown("batch_of_one", few)
    _, of_many, _ = shown("batch_of_one", few, batch_size=100)
    assert losses.std() > 3 * of_many.std()
    assert epoch.train_accuracy > 0.25


def test_a_batch_of_all_is_one_smooth_update_an_epoch(shown):
    epoch, losses, _ = shown("batch_of_all", epochs=3)
    assert len(losses) == 3
    assert (np.diff(losses) < 0).all()
    assert losses[-1] > 2.6
    assert epoch.test_accuracy < 0.15
