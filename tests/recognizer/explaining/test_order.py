"""Units in an order in which neighbours look alike."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.recognizer.explaining.order import alike
from mnist_pad.recognizer.explaining.receptive import receptive_fields


def likeness(fields, order):
    """Return the mean cosine of neighbours."""
    directions = fields / np.linalg.norm(fields, axis=1, keepdims=True)
    return (directions[order][1:] * directions[order][:-1]).sum(axis=1).mean()


@pytest.mark.parametrize(("layer", "gain"), [(0, 0.2), (1, 0.25)])
def test_neighbours_look_more_alike_than_before(built_in, layer, gain):
    fields = receptive_fields(built_in, layer)
    before = likeness(fields, np.arange(len(fields)))
    assert likeness(fields, alike(fields)) > before + gain


@pytest.mark.parametrize(("layer", "gain"), [(0, 0.03), (1, 0.05)])
def test_in_a_grid_the_ones_above_and_below_look_alike_too(built_in, layer, gain):
    fields = receptive_fields(built_in, layer)

    def around(order):
        grid = fields / np.linalg.norm(fields, axis=1, keepdims=True)
        grid = grid[order].reshape(-1, 16, 784)
        pairs = [
            (grid[:, 1:] * grid[:, :-1]).sum(axis=-1).ravel(),
            (grid[1:] * grid[:-1]).sum(axis=-1).ravel(),
        ]
        return np.concatenate(pairs).mean()

    order = alike(fields, columns=16)
    assert sorted(order.tolist()) == list(range(len(fields)))
    assert around(order) > around(alike(fields)) + gain


@pytest.mark.parametrize("units", [40, 1_500])
def test_fields_that_turn_bit_by_bit_come_in_their_order(units):
    angles = np.linspace(0, np.pi / 2, units)
    fields = np.zeros((units, 784))
    fields[:, 3], fields[:, 600] = np.cos(angles), np.sin(angles)
    mixed = np.random.default_rng(1).permutation(units)
    order = mixed[alike(fields[mixed])].tolist()
    assert order in (sorted(order), sorted(order, reverse=True))


@settings(max_examples=30, deadline=None)
@given(
    units=st.integers(0, 60), seed=st.integers(0, 99), size=st.sampled_from([0, 1e-300, 1, 1e300])
)
def test_each_unit_comes_once_and_the_same_every_time(units, seed, size):
    fields = size * np.random.default_rng(seed).normal(size=(units, 784))
    order = alike(fields)
    assert sorted(order.tolist()) == list(range(units))
    np.testing.assert_array_equal(alike(fields), order)
    assert sorted(alike(fields, columns=7).tolist()) == list(range(units))


def test_a_wide_layer_is_put_in_order_too():
    fields = np.random.default_rng(2).normal(size=(3_000, 784)).astype(np.float32)
    order = alike(fields)
    assert sorted(order.tolist()) == list(range(3_000))
    assert likeness(fields, order) > likeness(fields, np.arange(3_000))
