"""Norms and dead units, told by a run; compared with NumPy's, and free of any trace."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    DeadCounted,
    NormsMeasured,
    RunPaused,
    Snapshot,
)
from mnist_pad.training.history import History
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train

SMALL = TrainingConfig(hidden_sizes=(40, 20), batch_size=1_000, epochs=3, learning_rate=0.5)


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def norms(matrices):
    return [np.sqrt((each.astype(np.float64) ** 2).sum()) for each in matrices]


def gradients(parameters, x, labels):
    """Return the mean cross-entropy's gradients by the thetas, by hand, in float64."""
    thetas, biases = ([each.astype(np.float64) for each in parameters[at::2]] for at in (0, 1))
    layers = [x.reshape(-1, 784) / 255.0 - 0.5]
    for theta, bias in zip(thetas[:-1], biases[:-1], strict=True):
        layers.append(np.maximum(layers[-1] @ theta + bias, 0))
    logits = layers[-1] @ thetas[-1] + biases[-1]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    back = powers / powers.sum(axis=1, keepdims=True)
    back[np.arange(len(labels)), labels] -= 1
    back /= len(labels)
    found = []
    for layer in range(len(thetas) - 1, -1, -1):
        found.insert(0, layers[layer].T @ back)
        back = (back @ thetas[layer].T) * (layers[layer] > 0)
    return found


@pytest.fixture
def steps(few):
    """Return what takes a run of whole-set batches step by step: its events, step by step."""

    def taken(config, count):
        control = Control()
        run, found = train(config, few, control=control), []
        for _ in range(count):
            control.one_step()
            found.append([])
            for event in run:
                found[-1].append(event)
                if isinstance(event, RunPaused):
                    break
        return found

    return taken


@pytest.mark.parametrize("settings", [{}, {"optimizer": "adam"}, {"optimizer": "momentum"}])
def test_norms_are_those_of_the_update_and_of_the_weights_after_it(steps, few, settings):
    first, second = steps(replace(SMALL, **settings, learning_rate=1e-3), 2)
    (before,), (after,) = of(Snapshot, first), of(Snapshot, second)
    (told,) = of(NormsMeasured, second)
    expected = gradients(before.parameters, few.x_train, few.y_train)
    assert told.step == 2
    np.testing.assert_allclose(told.gradients, norms(expected), rtol=1e-4)
    np.testing.assert_allclose(told.weights, norms(after.parameters[::2]), rtol=1e-5)


def test_a_unit_is_dead_that_answers_no_image(steps, few):
    # A rate so large kills some units, and the run goes on with the others.
    config = replace(SMALL, learning_rate=3.0, epochs=7)
    events = [event for step in steps(config, 7) for event in step]
    counted, snapshots = of(DeadCounted, events), of(Snapshot, events)
    assert [event.step for event in counted] == [1, 2, 3, 4, 5, 6, 7]
    x = few.x_train[:256].reshape(-1, 784).astype(np.float32) / 255 - 0.5
    for told, snapshot in zip(counted, snapshots, strict=True):
        theta_1, bias_1, theta_2, bias_2, *_ = snapshot.parameters
        hidden = np.maximum(x @ theta_1 + bias_1, 0)
        expected = [(each == 0).all(axis=0).mean() for each in (hidden, hidden @ theta_2 + bias_2)]
        expected[1] = (hidden @ theta_2 + bias_2 <= 0).all(axis=0).mean()
        np.testing.assert_allclose(told.shares, expected, atol=1e-6)
    assert counted[-1].shares[1] > counted[0].shares[1]


def test_only_relu_has_dead_units(few):
    events = list(train(replace(SMALL, activation="tanh"), few))
    assert of(NormsMeasured, events)
    assert not of(DeadCounted, events)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"optimizer": "adam", "distortion": 0.5},
        {"optimizer": "muon"},
        {"activation": "sigmoid"},
    ],
)
def test_measuring_leaves_no_trace_in_the_weights(few, settings):
    config = replace(recipe("fast"), **settings, epochs=2, batch_size=96)
    *events, with_it = train(config, few)
    *others, without = train(config, few, measured=False)
    assert of(NormsMeasured, events)
    assert not of(NormsMeasured, others)
    assert not of(DeadCounted, others)
    ours, theirs = (
        [*w.weights.parameters, *w.weights.optimizer_state.values()] for w in (with_it, without)
    )
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_history_has_them_by_layer(few):
    history, events = History(), list(train(SMALL, few))
    for event in events:
        history.add(event)
    told = of(NormsMeasured, events)
    for series, name in ((history.gradient_norms, "gradients"), (history.weight_norms, "weights")):
        steps, values = series
        np.testing.assert_array_equal(steps, [event.step for event in told])
        np.testing.assert_array_equal(values, [getattr(event, name) for event in told])
    assert history.dead_shares[1].shape == (len(of(DeadCounted, events)), 2)


def test_a_history_takes_no_other_layers_in_the_middle():
    history = History()
    ones = np.ones(3, np.float32)
    history.add(NormsMeasured(1, ones, ones))
    history.add(NormsMeasured(2, ones[:2], ones[:2]))
    assert history.gradient_norms[1].shape == history.weight_norms[1].shape == (1, 3)
