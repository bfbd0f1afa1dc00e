"""The strongest paths, against all paths written out."""

import itertools
import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.activation import ACTIVATIONS
from mnist_pad.recognizer.explaining.paths import strongest_paths
from mnist_pad.recognizer.forward import activations

SLOPES = {
    "relu": lambda y: float(y > 0),
    "sigmoid": lambda y: y * (1 - y),
    "tanh": lambda y: 1 - y**2,
}


def all_paths(weights, layers, digit):
    """Return the contribution of each path, by its units."""
    thetas = [theta.astype(np.float64) for theta in weights.parameters[2::2]]
    slope = SLOPES[weights.meta.activation]
    found = {}
    for units in itertools.product(*(range(len(layer)) for layer in layers[:-1])):
        way = (*units, digit)
        product = float(layers[0][units[0]])
        for theta, start, end in zip(thetas, way, way[1:], strict=False):
            product *= theta[start, end]
        for layer, unit in zip(layers[1:-1], units[1:], strict=True):
            product *= slope(float(layer[unit]))
        found[way] = product
    return found


def answered(weights, seed=0):
    inputs = np.random.default_rng(seed).uniform(-0.5, 0.5, (1, 784)).astype(np.float32)
    return tuple(layer[0] for layer in activations(weights, inputs))


@settings(max_examples=40, deadline=None)
@given(
    hidden=st.lists(st.integers(1, 7), min_size=1, max_size=4),
    activation=st.sampled_from(ACTIVATIONS),
    seed=st.integers(0, 500),
    count=st.integers(0, 40),
)
def test_they_are_the_strongest_of_all(network, hidden, activation, seed, count):
    weights = network(*hidden, activation=activation, seed=seed)
    layers = answered(weights, seed)
    expected = all_paths(weights, layers, 4)
    strengths = sorted((abs(product) for product in expected.values() if product), reverse=True)
    paths = strongest_paths(weights, layers, 4, count)
    assert [abs(path.contribution) for path in paths] == pytest.approx(strengths[:count], rel=1e-5)
    assert len({path.units for path in paths}) == len(paths)
    for path in paths:
        assert path.contribution == pytest.approx(expected[path.units], rel=1e-5)


def test_without_biases_all_paths_make_the_logit(network):
    weights = network(6, 5, 4)
    for bias in weights.parameters[1::2]:
        bias[:] = 0
    layers = answered(weights)
    paths = strongest_paths(weights, layers, 2, 1_000)
    assert math.fsum(path.contribution for path in paths) == pytest.approx(layers[-1][2], rel=1e-5)


def test_of_what_ships_the_first_are_those_of_all(built_in, mnist):
    layers = tuple(layer[0] for layer in activations(built_in, scale(mnist["x_test"][:1])))
    first, second = layers[0].astype(np.float64), (layers[1] > 0).astype(np.float64)
    every = first[:, None] * built_in.parameters[2] * (second * built_in.parameters[4][:, 7])
    for path in strongest_paths(built_in, layers, 7, 10):
        assert every[path.units[:2]] == pytest.approx(path.contribution, rel=1e-6)
        every[path.units[:2]] = 0
    assert abs(every).max() <= abs(path.contribution)


def test_a_network_without_hidden_layers_has_no_paths(network):
    weights = network()
    assert strongest_paths(weights, answered(weights), 3, 5) == ()


def test_dead_units_leave_no_path(constant):
    assert strongest_paths(constant, answered(constant), 3, 5) == ()


def test_depth_costs_no_more_than_its_layers(network):
    weights = network(*(100,) * 16)
    layers = answered(weights)
    started = time.perf_counter()
    paths = strongest_paths(weights, layers, 3, 20)
    assert time.perf_counter() - started < 1
    assert len(paths) == 20
    assert all(len(path.units) == 17 for path in paths)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_overflowing_weights_have_finite_paths(network, activation):
    weights = network(*(9,) * 16, activation=activation, size=1e38)
    paths = strongest_paths(weights, answered(weights), 3, 5)
    assert all(math.isfinite(path.contribution) for path in paths)
    assert paths or activation != "relu"
