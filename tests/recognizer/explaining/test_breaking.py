"""Weights broken on purpose, and those that they are made of, which stay whole."""

from dataclasses import FrozenInstanceError, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.activation import ACTIVATIONS
from mnist_pad.recognizer.explaining.breaking import (
    Breakage,
    pruned,
    rounded,
    with_noise,
    without_bias,
    without_unit,
)
from mnist_pad.recognizer.forward import activations, logits

BREAKAGES = [
    Breakage(),
    Breakage(noise=0.3, seed=4),
    Breakage(pruned=0.4),
    Breakage(bits=8),
    Breakage(bits=4),
    Breakage(biases=(0, 2)),
    Breakage(units=((0, 7), (1, 100))),
    Breakage(0.1, 1, 0.2, 4, (1,), ((1, 3),)),
]


@pytest.fixture
def inputs(mnist):
    return scale(mnist["x_test"][:40])


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_the_weights_in_use_stay_whole(built_in, breakage):
    before = [array.copy() for array in built_in.parameters]
    broken = breakage.apply(built_in)
    for ours, theirs in zip(built_in.parameters, before, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert broken.layer_sizes == built_in.layer_sizes
    assert all(array.dtype == np.float32 for array in broken.parameters)
    assert broken.meta.temperature == built_in.meta.temperature
    changed = any(
        not np.array_equal(ours, theirs)
        for ours, theirs in zip(broken.parameters, before, strict=True)
    )
    assert changed == (breakage != Breakage())
    # What was measured was measured on the whole ones.
    assert (broken.meta.test_accuracy is None) == changed


def test_a_record_of_what_is_broken_cannot_be_changed_and_tells_itself_apart():
    breakage = Breakage(noise=0.5)
    assert breakage == Breakage(noise=0.5) != Breakage(noise=0.4)
    with pytest.raises(FrozenInstanceError):
        breakage.noise = 1.0


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_without_a_unit_the_network_is_that_of_the_others(network, inputs, activation):
    weights = network(12, 10, 8, activation=activation)
    theta_1, bias_1, theta_2, bias_2, theta_3, *others = weights.parameters
    for layer, fewer in (
        (
            0,
            (
                np.delete(theta_1, 5, 1),
                np.delete(bias_1, 5),
                np.delete(theta_2, 5, 0),
                bias_2,
                theta_3,
            ),
        ),
        (
            1,
            (
                theta_1,
                bias_1,
                np.delete(theta_2, 5, 1),
                np.delete(bias_2, 5),
                np.delete(theta_3, 5, 0),
            ),
        ),
    ):
        expected = logits(replace(weights, parameters=(*fewer, *others)), inputs)
        found = logits(without_unit(weights, layer, 5), inputs)
        np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5)


def test_a_unit_taken_out_answers_nothing(built_in, inputs):
    assert activations(built_in, inputs)[0][:, 201].any()
    assert not activations(without_unit(built_in, 0, 201), inputs)[0][:, 201].any()


@pytest.mark.parametrize(("layer", "unit"), [(2, 0), (-1, 0), (0, 256), (0, -1)])
def test_a_unit_that_is_none_is_refused(built_in, layer, unit):
    with pytest.raises(IndexError, match=f"found unit {unit} of layer {layer}"):
        without_unit(built_in, layer, unit)


def test_without_a_layer_s_bias(built_in):
    broken = without_bias(built_in, 1)
    assert not broken.parameters[3].any()
    for place in (0, 1, 2, 4, 5):
        np.testing.assert_array_equal(broken.parameters[place], built_in.parameters[place])


@pytest.mark.parametrize("deviation", [0.05, 0.5])
def test_noise_is_as_wide_as_it_says_of_each_layer_s_own(built_in, deviation):
    broken = with_noise(built_in, deviation, seed=2)
    for theta, noisy in zip(built_in.parameters[::2], broken.parameters[::2], strict=True):
        assert (noisy - theta).std() == pytest.approx(deviation * theta.std(), rel=0.05)
    for bias, kept in zip(built_in.parameters[1::2], broken.parameters[1::2], strict=True):
        np.testing.assert_array_equal(bias, kept)
    again, other = with_noise(built_in, deviation, seed=2), with_noise(built_in, deviation, seed=3)
    np.testing.assert_array_equal(again.parameters[0], broken.parameters[0])
    assert not np.array_equal(other.parameters[0], broken.parameters[0])


@settings(max_examples=40, deadline=None)
@given(share=st.floats(0, 1), more=st.floats(0, 1), levels=st.integers(2, 2_000))
def test_the_smallest_go_first_and_more_never_brings_one_back(network, share, more, levels):
    weights = network(7, 6)
    # Few levels make many equal weights.
    coarse = tuple(np.rint(array * levels) + 0.25 for array in weights.parameters)
    weights = replace(weights, parameters=tuple(array.astype(np.float32) for array in coarse))
    less, most = sorted((share, more))
    first, second = pruned(weights, less), pruned(weights, most)
    for theta, one, two in zip(
        *(each.parameters[::2] for each in (weights, first, second)), strict=True
    ):
        gone = one == 0
        assert gone.sum() == round(less * theta.size)
        assert (two[gone] == 0).all()
        np.testing.assert_array_equal(one[~gone], theta[~gone])
        if gone.any() and not gone.all():
            assert np.abs(theta[gone]).max() <= np.abs(theta[~gone]).min()


@pytest.mark.parametrize(("bits", "levels"), [(8, 255), (4, 15), (2, 3)])
def test_rounding_leaves_so_many_levels_about_nought(built_in, bits, levels):
    broken = rounded(built_in, bits)
    for theta, coarse in zip(built_in.parameters[::2], broken.parameters[::2], strict=True):
        found = np.unique(coarse)
        assert len(found) <= levels
        assert 0 in found
        step = np.abs(theta).max() / (levels // 2)
        np.testing.assert_allclose(found / step, np.rint(found / step), atol=1e-4)
        assert np.abs(coarse - theta).max() <= step / 2 * (1 + 1e-5)
    np.testing.assert_array_equal(rounded(broken, bits).parameters[0], broken.parameters[0])


def test_what_is_broken_reads_worse_the_more_it_is(built_in, mnist):
    images, labels = scale(mnist["x_test"][:2_000]), mnist["y_test"][:2_000]

    def right(breakage):
        return (logits(breakage.apply(built_in), images).argmax(axis=1) == labels).mean()

    noise = [right(Breakage(noise=deviation)) for deviation in (0, 0.3, 1.0)]
    cut = [right(Breakage(pruned=share)) for share in (0, 0.5, 0.9)]
    coarse = [right(Breakage(bits=bits)) for bits in (8, 4)]
    for accuracies in (noise, cut, coarse):
        assert accuracies == sorted(accuracies, reverse=True)
    assert noise[0] > 0.98
    assert coarse[0] > 0.98
    assert noise[-1] < 0.5


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("breakage", BREAKAGES[1:5])
def test_overflowing_weights_stay_finite(network, breakage):
    weights = network(9, 8, size=1e38)
    for parameters in (weights.parameters, tuple(map(np.zeros_like, weights.parameters))):
        broken = breakage.apply(replace(weights, parameters=parameters))
        assert all(np.isfinite(array).all() for array in broken.parameters)
