import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.recognizer.forward import activations, logits, softmax
from mnist_pad.recognizer.weights import Weights

LOGITS = arrays.arrays(np.float64, (10,), elements=st.floats(-1e300, 1e300))
MODERATE_LOGITS = arrays.arrays(np.float64, (10,), elements=st.floats(-50, 50))


def neuron_by_neuron(weights: Weights, pixels) -> list[float]:
    """The article's forward pass written out, one unit at a time."""
    values = [float(pixel) for pixel in pixels]
    layers = list(zip(weights.parameters[::2], weights.parameters[1::2], strict=True))
    for depth, (theta, bias) in enumerate(layers, start=1):
        sums = []
        for unit in range(len(bias)):
            total = float(bias[unit])
            for value, weight in zip(values, theta[:, unit].tolist(), strict=True):
                total += value * weight
            sums.append(total if depth == len(layers) else max(total, 0.0))
        values = sums
    return values


@pytest.mark.parametrize("hidden", [(), (7,), (256, 128), (9, 8, 7, 6)])
def test_logits_are_those_of_the_layers_written_out(make_weights, hidden) -> None:
    weights = make_weights(*hidden)
    inputs = np.random.default_rng(1).uniform(-0.5, 0.5, (2, 784)).astype(np.float32)
    expected = [neuron_by_neuron(weights, pixels) for pixels in inputs]
    np.testing.assert_allclose(logits(weights, inputs), expected, rtol=1e-3, atol=1e-5)


def test_no_images_give_no_logits(make_weights) -> None:
    assert logits(make_weights(5), np.empty((0, 784), np.float32)).shape == (0, 10)


@pytest.mark.parametrize("depth", [1, 2, 16])
@pytest.mark.parametrize("size", [1e20, 1e37, 3e38])
def test_overflowing_weights_give_finite_logits(make_weights, depth, size) -> None:
    random = np.random.default_rng(2)
    huge = tuple(
        (size * random.choice([-1, 1], array.shape)).astype(np.float32)
        for array in make_weights(*(9,) * depth).parameters
    )
    inputs = random.uniform(-0.5, 255, (5, 784)).astype(np.float32)
    outputs = logits(Weights(huge), inputs)
    assert np.isfinite(outputs).all()
    probabilities = softmax(outputs, temperature=1e-300)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-6)


def test_an_overflow_keeps_the_order_of_the_answers() -> None:
    # Through float32 both answers are infinite and their difference is not a number.
    theta_1 = np.full((784, 1), 1e36, np.float32)
    theta_2 = np.zeros((1, 10), np.float32)
    theta_2[0, [3, 8]] = 1e38, 2e38
    zeros = np.zeros(1, np.float32), np.zeros(10, np.float32)
    outputs = logits(Weights((theta_1, zeros[0], theta_2, zeros[1])), np.ones((1, 784), np.float32))
    np.testing.assert_allclose(outputs[0, [3, 8]], [7.84e76, 15.68e76], rtol=1e-6)


def test_one_overflow_leaves_the_other_images_alone(make_weights) -> None:
    weights = make_weights(8, deviation=1e19)
    inputs = np.zeros((2, 784), np.float32)
    inputs[1] = 1e19
    alone = logits(weights, inputs[:1])
    # One row and two are multiplied by different kernels.
    np.testing.assert_allclose(logits(weights, inputs)[:1], alone, rtol=1e-5)


@given(LOGITS, st.floats(1e-300, 1e300))
def test_probabilities_sum_to_one_whatever_the_logits(values, temperature) -> None:
    probabilities = softmax(values, temperature)
    assert probabilities.dtype == np.float32
    assert (probabilities >= 0).all()
    assert abs(probabilities.sum(dtype=np.float64) - 1) < 1e-6


@given(MODERATE_LOGITS, st.floats(-1000, 1000))
def test_a_constant_added_to_all_logits_changes_nothing(values, constant) -> None:
    np.testing.assert_allclose(softmax(values + constant), softmax(values), rtol=1e-5, atol=1e-9)


@given(MODERATE_LOGITS)
def test_probabilities_are_those_of_the_definition(values) -> None:
    expected = np.exp(values) / np.exp(values).sum()
    np.testing.assert_allclose(softmax(values), expected, rtol=1e-5, atol=1e-9)


@given(MODERATE_LOGITS, st.floats(1.01, 100))
def test_a_higher_temperature_is_never_bolder(values, temperature) -> None:
    assert softmax(values, temperature).max() <= softmax(values).max() + 1e-6
    np.testing.assert_array_equal(softmax(values, temperature), softmax(values / temperature))


def test_activations_are_each_layer_written_out(make_weights) -> None:
    weights = make_weights(256, 128)
    inputs = np.random.default_rng(4).uniform(-0.5, 0.5, (3, 784)).astype(np.float32)
    layers = activations(weights, inputs)
    assert [layer.shape for layer in layers] == [(3, 256), (3, 128), (3, 10)]
    theta, bias = weights.parameters[:2]
    np.testing.assert_allclose(layers[0], np.maximum(inputs @ theta + bias, 0), rtol=1e-5)
    np.testing.assert_array_equal(layers[-1], logits(weights, inputs))


def test_activations_of_overflowing_weights_are_finite(make_weights) -> None:
    huge = tuple(np.full_like(array, 3e38) for array in make_weights(9, 9).parameters)
    inputs = np.full((1, 784), 0.5, np.float32)
    assert all(np.isfinite(layer).all() for layer in activations(Weights(huge), inputs))
