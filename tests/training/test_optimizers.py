"""Updates, against TensorFlow's own optimizers over many steps."""

import numpy as np
import pytest

from mnist_pad.recognizer.weights import WeightsError
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.network import Network
from mnist_pad.training.optimizers import (
    MUON_ITERATIONS,
    Adam,
    Momentum,
    Muon,
    Optimizer,
    Sgd,
    rule_of,
)
from mnist_pad.training.tensorflow_import import tensorflow as tf

STEPS = 100
KERAS = tf.keras.optimizers


def network():
    return Network((6, 5, 10), weight_deviation=0.5, seed=0)


def gradients(variables, seed):
    """Return gradients that depend on the parameters, as real ones do."""
    generator = np.random.default_rng(seed)
    return [
        tf.sin(3 * variable) + tf.constant(generator.normal(size=variable.shape), tf.float32)
        for variable in variables
    ]


def trained(rule, *, weight_decay=0.0, rate=0.01, steps=STEPS):
    built = network()
    optimizer = Optimizer(built, rule, weight_decay=weight_decay)
    for step in range(1, steps + 1):
        optimizer.apply(
            gradients(built.parameters, step), tf.constant(rate), tf.constant(float(step))
        )
    return built, optimizer


@pytest.mark.parametrize(
    ("rule", "weight_decay", "theirs"),
    [
        (Sgd(), 0.0, KERAS.SGD(0.01)),
        (Momentum(0.9), 0.0, KERAS.SGD(0.01, momentum=0.9)),
        (Adam(0.9), 0.0, KERAS.Adam(0.01)),
        (Adam(0.8), 0.0, KERAS.Adam(0.01, beta_1=0.8)),
        (Adam(0.9), 0.5, KERAS.AdamW(0.01, weight_decay=0.5)),
    ],
)
def test_a_hundred_steps_are_tensorflow_s(rule, weight_decay, theirs):
    built, _ = trained(rule, weight_decay=weight_decay)
    reference = network().parameters
    if weight_decay:
        theirs.exclude_from_weight_decay(var_list=reference[1::2])
    for step in range(1, STEPS + 1):
        theirs.apply_gradients(zip(gradients(reference, step), reference, strict=True))
    for ours, expected in zip(built.values(), reference, strict=True):
        np.testing.assert_allclose(ours, expected, rtol=2e-4, atol=2e-5)


def test_muon_goes_with_thetas_as_tensorflow_s_does():
    built, _ = trained(Muon(0.95))
    reference = [tf.keras.Variable(value) for value in network().values()]
    theirs = KERAS.Muon(0.01, momentum=0.95, ns_steps=MUON_ITERATIONS, weight_decay=None)
    for step in range(1, STEPS + 1):
        theirs.apply_gradients(zip(gradients(reference, step), reference, strict=True))
    # TensorFlow's takes Adam for the biases.
    for ours, expected in zip(built.values()[::2], reference[::2], strict=True):
        np.testing.assert_allclose(ours, expected, rtol=2e-3, atol=2e-4)


def test_an_update_of_muon_s_has_the_size_of_the_rate_in_all_directions_alike():
    start = network().values()
    built, _ = trained(Muon(0.95), rate=0.5, steps=1)
    for before, after in zip(start, built.values(), strict=True):
        change = np.atleast_2d(before - after)
        values = np.linalg.svd(change / (0.5 * 0.2 * np.sqrt(max(change.shape))))[1]
        assert np.all((values > 0.6) & (values < 1.3)), values


@pytest.mark.parametrize("rule", [Sgd(), Momentum(0.9), Adam(0.9), Muon(0.95)])
def test_weight_decay_shrinks_thetas_and_leaves_biases(rule):
    built = network()
    built.assign([np.ones_like(value) for value in built.values()])
    optimizer = Optimizer(built, rule, weight_decay=0.5)
    nothing = [tf.zeros_like(parameter) for parameter in built.parameters]
    optimizer.apply(nothing, tf.constant(0.1), tf.constant(1.0))
    for name, value in zip(built.names, built.values(), strict=True):
        np.testing.assert_allclose(value, 0.95 if name.startswith("theta") else 1.0)


@pytest.mark.parametrize("rule", [Sgd(), Momentum(0.9), Adam(0.9), Muon(0.95)])
def test_restored_memory_goes_on_as_if_never_interrupted(rule):
    whole, _ = trained(rule, steps=20)
    half, before = trained(rule, steps=10)
    after = Optimizer(half, rule)
    after.restore(before.state())
    for step in range(11, 21):
        after.apply(gradients(half.parameters, step), tf.constant(0.01), tf.constant(float(step)))
    for ours, expected in zip(half.values(), whole.values(), strict=True):
        np.testing.assert_array_equal(ours, expected)


def test_what_is_remembered_has_the_parameters_names_and_shapes():
    built, optimizer = trained(Adam(0.9), steps=1)
    shapes = {name: value.shape for name, value in optimizer.state().items()}
    assert shapes == {
        f"{slot}_{name}": value.shape
        for name, value in zip(built.names, built.values(), strict=True)
        for slot in ("mean", "variance")
    }
    assert Optimizer(built, Sgd()).state() == {}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({}, ("velocity_bias_1", "found no velocity_bias_1")),
        ({"mean_theta_1": np.zeros((6, 5), np.float32)}, ("no mean_theta_1", "(6, 5)")),
    ],
)
def test_another_optimizer_s_memory_is_refused(state, words):
    with pytest.raises(WeightsError) as refusal:
        Optimizer(network(), Momentum(0.9)).restore(state)
    assert all(word in str(refusal.value) for word in words)


def test_memory_of_other_shapes_is_refused():
    optimizer = Optimizer(network(), Momentum(0.9))
    state = optimizer.state() | {"velocity_theta_1": np.zeros((5, 6), np.float32)}
    with pytest.raises(WeightsError, match=r"shape \(6, 5\).*shape \(5, 6\)"):
        optimizer.restore(state)


def test_the_settings_name_the_rule():
    assert rule_of(TrainingConfig()) == Sgd()
    assert rule_of(TrainingConfig(optimizer="momentum", momentum=0.8)) == Momentum(0.8)
    assert rule_of(TrainingConfig(optimizer="adam", momentum=0.7)) == Adam(0.7)
    assert rule_of(TrainingConfig(optimizer="muon", momentum=0.6)) == Muon(0.6)
