"""What excites units most, and how often they are dead, against all answers at once."""

import time
import tracemalloc

import numpy as np
import pytest

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.explaining.units import layer_units
from mnist_pad.recognizer.forward import activations


@pytest.mark.parametrize("hidden", [(9,), (40, 30), (40, 30, 20, 10)])
def test_they_are_those_of_all_answers(network, mnist, hidden):
    weights = network(*hidden)
    images = mnist["x_train"][:1_700]
    for layer, answers in enumerate(activations(weights, scale(images))):
        found = layer_units(weights, images, layer, 6)
        order = np.argsort(-answers, axis=0, kind="stable")[:6]
        expected = np.take_along_axis(answers, order, axis=0)
        np.testing.assert_allclose(found.answers, expected.T, rtol=1e-5, atol=1e-6)
        chosen = np.take_along_axis(answers, found.exciting.T, axis=0)
        np.testing.assert_allclose(found.answers, chosen.T, rtol=1e-5, atol=1e-6)
        if layer < len(hidden):
            # A sum may be on the other side of 0 in another product.
            np.testing.assert_allclose(found.dead, (answers == 0).mean(axis=0), atol=0.002)
        else:
            assert found.dead is None


def test_of_equal_answers_the_earlier_images_come_first(constant, mnist):
    found = layer_units(constant, mnist["x_train"][:1_200], 0, 4)
    np.testing.assert_array_equal(found.exciting, np.tile(np.arange(4), (6, 1)))
    np.testing.assert_array_equal(found.dead, np.ones(6))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_units_without_relu_are_not_dead(network, mnist, activation):
    found = layer_units(network(8, activation=activation), mnist["x_train"][:50], 0, 3)
    assert found.dead is None
    assert (np.diff(found.answers, axis=1) <= 0).all()


@pytest.mark.parametrize(("images", "count", "kept"), [(0, 5, 0), (3, 5, 3), (10, 0, 0)])
def test_few_images_are_all_there_are(built_in, mnist, images, count, kept):
    found = layer_units(built_in, mnist["x_train"][:images], 1, count)
    assert found.exciting.shape == found.answers.shape == (128, kept)
    assert (found.dead is None) == (images == 0)


@pytest.mark.filterwarnings("error")
def test_overflowing_weights_have_finite_answers(network, mnist):
    found = layer_units(network(9, 9, size=1e38), mnist["x_train"][:600], 1, 3)
    assert np.isfinite(found.answers).all()


def test_a_wide_layer_takes_little_memory(network, mnist):
    weights = network(8_192)
    tracemalloc.start()
    found = layer_units(weights, mnist["x_train"][:1_500], 0, 9)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.exciting.shape == (8_192, 9)
    # All answers at once would be 49 MB here, 2 GB of MNIST.
    assert most < 150e6


def test_all_of_mnist_takes_some_seconds_at_most(built_in, mnist):
    started = time.process_time()
    found = layer_units(built_in, mnist["x_train"], 0, 9)
    assert time.process_time() - started < 15
    assert (np.diff(found.answers, axis=1) <= 0).all()
    unit, strongest = 11, found.exciting[11][0]
    answer = activations(built_in, scale(mnist["x_train"][strongest][np.newaxis]))[0][0, unit]
    assert answer == pytest.approx(found.answers[unit, 0], rel=1e-5)
