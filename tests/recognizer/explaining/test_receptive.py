"""Receptive fields, against the products written out."""

import numpy as np
import pytest

from mnist_pad.recognizer.explaining.receptive import receptive_field, receptive_fields


def test_the_first_layer_s_fields_are_its_weights(built_in):
    np.testing.assert_array_equal(receptive_field(built_in, 0, 17), built_in.parameters[0][:, 17])
    np.testing.assert_array_equal(receptive_fields(built_in, 0), built_in.parameters[0].T)


def test_the_second_layer_s_are_the_first_s_weighed_by_it(built_in):
    first, second = built_in.parameters[0], built_in.parameters[2]
    expected = sum(
        float(second[unit, 5]) * first[:, unit].astype(np.float64) for unit in range(256)
    )
    np.testing.assert_allclose(receptive_field(built_in, 1, 5), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("hidden", [(), (7,), (600, 530), (8, 7, 6, 5, 4)])
def test_a_whole_layer_s_are_those_of_its_units(network, hidden):
    weights = network(*hidden)
    for layer, units in enumerate((*hidden, 10)):
        fields = receptive_fields(weights, layer)
        assert fields.shape == (units, 784)
        for unit in (0, units - 1):
            expected = receptive_field(weights, layer, unit)
            np.testing.assert_allclose(fields[unit], expected, rtol=1e-9, atol=1e-12)


@pytest.mark.filterwarnings("error")
def test_overflowing_weights_have_finite_fields(network):
    weights = network(*(9,) * 16, size=1e38)
    for layer in (0, 1, 16):
        field = receptive_field(weights, layer, 3)
        whole = receptive_fields(weights, layer)
        assert np.isfinite(field).all()
        assert np.isfinite(whole).all()
        assert field.any()
        # Scaled down each, they are still the same picture.
        alone, among = field / np.abs(field).max(), whole[3] / np.abs(whole[3]).max()
        np.testing.assert_allclose(alone, among, rtol=1e-6, atol=1e-9)
