"""Forward pass and gradients, against NumPy and by hand."""

import numpy as np
import pytest

from mnist_pad.recognizer.activation import ACTIVATIONS
from mnist_pad.recognizer.forward import logits
from mnist_pad.recognizer.weights import Weights, WeightsMeta
from mnist_pad.training.activations import ACTIVATION_FUNCTIONS
from mnist_pad.training.losses import image_losses, targets
from mnist_pad.training.network import Network
from mnist_pad.training.tensorflow_import import tensorflow as tf

SIZES = (784, 24, 16, 10)


def network(**options):
    return Network(SIZES, **{"weight_deviation": 0.1, "seed": 3} | options)


@pytest.fixture
def batch(few):
    x = few.x_train[:32].reshape(-1, 784).astype(np.float32) / 255 - 0.5
    return x, few.y_train[:32].astype(np.int32)


def forward(parameters, x):
    """Return every layer's input and the logits, in float64."""
    inputs = [x.astype(np.float64)]
    for layer in range(0, len(parameters), 2):
        z = inputs[-1] @ parameters[layer].astype(np.float64) + parameters[layer + 1]
        inputs.append(np.maximum(z, 0) if layer < len(parameters) - 2 else z)
    return inputs


def backward(parameters, inputs, delta):
    """Return the parameters' gradients from the logits' gradient, by the chain rule."""
    gradients = []
    for layer in reversed(range(0, len(parameters), 2)):
        x = inputs[layer // 2]
        gradients = [x.T @ delta, delta.sum(axis=0), *gradients]
        delta = (delta @ parameters[layer].T.astype(np.float64)) * (x > 0)
    return gradients


def test_parameters_have_the_article_s_shapes_and_names():
    built = Network((784, 256, 128, 10), weight_deviation=0.1, seed=0)
    assert built.names == ["theta_1", "bias_1", "theta_2", "bias_2", "theta_3", "bias_3"]
    assert sum(value.size for value in built.values()) == 235_146
    assert all(value.dtype == np.float32 for value in built.values())
    assert all(not value.any() for value in built.values()[1::2])


@pytest.mark.parametrize("deviation", [0.1, 1.0])
def test_thetas_start_from_a_normal_truncated_at_two_deviations(deviation):
    theta = network(weight_deviation=deviation).values()[0]
    assert np.abs(theta).max() <= 2 * deviation
    # Cutting at two deviations leaves 0.880 of the deviation.
    assert theta.std() == pytest.approx(0.880 * deviation, rel=0.02)


def test_without_a_deviation_each_layer_starts_by_its_inputs():
    for theta in network(weight_deviation=None).values()[::2]:
        assert theta.std() == pytest.approx(0.880 * np.sqrt(2 / len(theta)), rel=0.2)


def test_the_seed_decides_the_start_and_each_layer_differs():
    first, again, other = network(), network(), network(seed=4)
    for one, two in zip(first.values(), again.values(), strict=True):
        np.testing.assert_array_equal(one, two)
    assert not np.array_equal(first.values()[0], other.values()[0])
    assert not np.array_equal(first.values()[0][:24, :16], first.values()[2])


def test_forward_is_numpy_s(batch):
    built = network()
    built.assign([np.random.default_rng(1).normal(0, 0.1, v.shape) for v in built.values()])
    *_, expected = forward(built.values(), batch[0])
    np.testing.assert_allclose(built.forward(batch[0]), expected, atol=1e-5)


@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_gradients_are_those_of_the_chain_rule(batch, loss, smoothing):
    x, labels = batch
    built = network()
    with tf.GradientTape() as tape:
        expected = targets(labels, smoothing)
        mean = tf.reduce_mean(image_losses(loss, built.forward(x), expected))
    found = tape.gradient(mean, built.parameters)

    inputs = forward(built.values(), x)
    wanted = np.eye(10)[labels] * (1 - smoothing) + smoothing / 10
    if loss == "cross_entropy":
        powers = np.exp(inputs[-1])
        delta = (powers / powers.sum(axis=1, keepdims=True) - wanted) / len(x)
    else:
        delta = 2 * (inputs[-1] - wanted) / wanted.size
    for ours, theirs in zip(found, backward(built.values(), inputs, delta), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=2e-6)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_recognizer_s_forward_pass_is_the_tape_s(batch, activation):
    built = network(activation=activation)
    built.assign([np.random.default_rng(1).normal(0, 0.1, v.shape) for v in built.values()])
    weights = Weights(built.values(), WeightsMeta(config={"activation": activation}))
    np.testing.assert_allclose(logits(weights, batch[0]), built.forward(batch[0]), atol=1e-5)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_activations_and_their_derivatives_are_tensorflow_s(activation):
    x = tf.constant(np.linspace(-300, 300, 60_001), tf.float32)
    theirs = {"relu": tf.nn.relu, "sigmoid": tf.nn.sigmoid, "tanh": tf.nn.tanh}[activation]
    found = []
    for function in (ACTIVATION_FUNCTIONS[activation], theirs):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = function(x)
        found.append((y, tape.gradient(y, x)))
    for ours, expected in zip(*found, strict=True):
        np.testing.assert_allclose(ours, expected, atol=1e-6)


def test_a_deviation_of_zero_makes_all_weights_zero():
    assert not any(value.any() for value in network(weight_deviation=0.0).values())


def test_values_are_copies():
    built = network()
    before = built.values()
    built.assign([np.zeros_like(value) for value in before])
    assert before[0].any()
