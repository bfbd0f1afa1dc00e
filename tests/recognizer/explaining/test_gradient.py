"""Saliency against TensorFlow's tape, and where numbers end."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.activation import ACTIVATIONS
from mnist_pad.recognizer.explaining.gradient import input_gradient, saliency
from mnist_pad.recognizer.forward import activations, logits
from mnist_pad.training.tensorflow_import import tensorflow as tf

FUNCTIONS = {"relu": tf.nn.relu, "sigmoid": tf.nn.sigmoid, "tanh": tf.nn.tanh}
LAYERS = [(), (7,), (256, 128), (32, 24, 16, 12, 9)]


def graph(weights, inputs):
    """Return what each layer answers, by TensorFlow's own functions."""
    layers, hidden = [], inputs
    pairs = list(zip(weights.parameters[::2], weights.parameters[1::2], strict=True))
    for theta, bias in pairs[:-1]:
        hidden = FUNCTIONS[weights.meta.activation](hidden @ theta + bias)
        layers.append(hidden)
    return [*layers, hidden @ pairs[-1][0] + pairs[-1][1]]


def by_the_tape(weights, inputs, digit):
    x = tf.constant(inputs)
    with tf.GradientTape() as tape:
        tape.watch(x)
        logit = graph(weights, x)[-1][:, digit]
    return tape.gradient(logit, x).numpy()


def assert_close(found, expected):
    """To 1e-5 of the largest."""
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5 * np.abs(expected).max())


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("hidden", LAYERS)
def test_saliency_is_the_tape_s(network, mnist, hidden, activation):
    weights = network(*hidden, activation=activation)
    for digit, image in zip((0, 3, 9), mnist["x_test"], strict=False):
        expected = by_the_tape(weights, scale(image[np.newaxis]), digit)[0]
        found = saliency(weights, image, digit)
        assert (found.shape, found.dtype) == ((784,), np.float64)
        assert_close(found, expected)


def test_saliency_of_what_ships_is_the_tape_s_for_each_digit(built_in, mnist):
    for image in mnist["x_test"][:20]:
        inputs = scale(image[np.newaxis])
        jacobian = input_gradient(built_in, inputs, np.eye(10))
        for digit in range(10):
            assert_close(jacobian[digit], by_the_tape(built_in, inputs, digit)[0])


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("hidden", LAYERS)
def test_activations_are_the_graph_s(network, mnist, hidden, activation):
    weights = network(*hidden, activation=activation)
    inputs = scale(mnist["x_test"][:50])
    for ours, theirs in zip(activations(weights, inputs), graph(weights, inputs), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_a_picture_s_form_changes_nothing(built_in, mnist):
    image = mnist["x_test"][3]
    expected = saliency(built_in, image, 0)
    for form in (image.reshape(784), image.astype(float), image.reshape(784).astype(np.float32)):
        np.testing.assert_array_equal(saliency(built_in, form, 0), expected)


def test_the_gradient_is_by_the_input_however_it_is_scaled(network, mnist):
    weights = network(20, scaling="raw", activation="tanh", size=0.001)
    image = mnist["x_test"][0]
    inputs = image.reshape(1, 784).astype(np.float32)
    assert_close(saliency(weights, image, 4), by_the_tape(weights, inputs, 4)[0])


@settings(max_examples=30, deadline=None)
@given(
    hidden=st.lists(st.integers(1, 20), max_size=4),
    activation=st.sampled_from(["sigmoid", "tanh"]),
    seed=st.integers(0, 1000),
)
def test_a_small_step_along_the_gradient_does_what_it_says(network, hidden, activation, seed):
    weights = network(*hidden, activation=activation, seed=seed)
    wide = np.random.default_rng(seed)
    inputs = wide.uniform(-0.5, 0.5, (3, 784)).astype(np.float32)
    seeds = wide.normal(size=(3, 10))
    gradient = input_gradient(weights, inputs, seeds)
    step = 1e-2 * gradient / np.maximum(np.linalg.norm(gradient, axis=1, keepdims=True), 1e-9)
    rise = logits(weights, (inputs + step).astype(np.float32)) - logits(
        weights, (inputs - step).astype(np.float32)
    )
    expected = 2 * (gradient * step).sum(axis=1)
    np.testing.assert_allclose((rise * seeds).sum(axis=1), expected, rtol=0.02, atol=2e-4)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("depth", [0, 1, 16])
@pytest.mark.parametrize("size", [1e20, 1e38])
def test_overflowing_weights_have_a_finite_gradient(network, mnist, activation, depth, size):
    weights = network(*(9,) * depth, activation=activation, size=size)
    found = saliency(weights, mnist["x_test"][0], 5)
    assert np.isfinite(found).all()
    assert activation != "relu" or found.any()


def test_a_gradient_that_overflows_keeps_its_direction(network, mnist):
    directions = []
    for size in (1e37, 1e-2):
        weights = network(40, 30, size=size)
        parameters = [array * (array.ndim > 1) for array in weights.parameters]
        # Without biases, larger weights ask for the same, only louder.
        found = saliency(replace(weights, parameters=tuple(parameters)), mnist["x_test"][0], 5)
        directions.append(found / np.abs(found).max())
    np.testing.assert_allclose(*directions, atol=1e-4)
