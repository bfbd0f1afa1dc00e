"""What a digit's logit would like to see."""

import time

import numpy as np
import pytest

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.activation import ACTIVATIONS
from mnist_pad.recognizer.explaining.liking import liked
from mnist_pad.recognizer.forward import logits


def outputs(weights, image):
    return logits(weights, scale(image.reshape(1, 784), weights.meta.scaling))[0]


@pytest.mark.parametrize("digit", range(10))
def test_from_grey_it_is_liked_better_than_any_digit_that_was_drawn(built_in, mnist, digit):
    picture = liked(built_in, digit)
    assert (picture.shape, picture.dtype) == ((784,), np.float64)
    assert 0 <= picture.min() < picture.max() <= 255
    found = outputs(built_in, picture)
    assert found.argmax() == digit
    drawn = logits(built_in, scale(mnist["x_test"][mnist["y_test"] == digit]))[:, digit]
    assert found[digit] > drawn.max()
    np.testing.assert_array_equal(liked(built_in, digit), picture)


def test_near_a_drawing_it_is_read_as_the_digit_and_like_the_drawing(built_in, mnist):
    for image in mnist["x_test"][:6]:
        start = image.reshape(784).astype(float)
        for digit in range(10):
            picture = liked(built_in, digit, image)
            for shown in (picture, np.rint(picture)):
                assert outputs(built_in, shown).argmax() == digit
            if digit != outputs(built_in, image).argmax():
                assert outputs(built_in, picture)[digit] > outputs(built_in, image)[digit]
            likeness = np.corrcoef(picture, start)[0, 1]
            assert likeness > 0.6
            assert likeness > np.corrcoef(liked(built_in, digit), start)[0, 1]


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("hidden", [(), (30,), (30, 20, 16, 12)])
@pytest.mark.parametrize("scaling", ["centred", "raw"])
def test_any_network_has_a_liking(network, mnist, hidden, activation, scaling):
    size = 0.01 if scaling == "raw" else None
    weights = network(*hidden, activation=activation, scaling=scaling, size=size)
    for start in (None, mnist["x_test"][1]):
        picture = liked(weights, 6, start)
        if hidden != (30, 20, 16, 12):
            # So deep a network at random hardly looks at its input any more.
            assert outputs(weights, picture).argmax() == 6
        assert ((picture >= 0) & (picture <= 255)).all()


def test_what_never_changes_its_answer_likes_what_it_gets(constant, mnist):
    digit = (int(outputs(constant, mnist["x_test"][0]).argmax()) + 1) % 10
    start = mnist["x_test"][0].reshape(784)
    np.testing.assert_array_equal(liked(constant, digit, start), start)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(("depth", "size"), [(0, 1e38), (2, 1e20), (16, 1e38)])
def test_overflowing_weights_give_a_picture(network, mnist, activation, depth, size):
    weights = network(*(9,) * depth, activation=activation, size=size)
    for start in (None, mnist["x_test"][0]):
        picture = liked(weights, 3, start)
        assert ((picture >= 0) & (picture <= 255)).all()


def test_it_takes_no_longer_than_a_glance(built_in, mnist):
    taken = []
    for image in mnist["x_test"][:15]:
        started = time.process_time()
        liked(built_in, 8, image)
        taken.append(time.process_time() - started)
    # 8 ms where nothing else runs; the benchmark measures it.
    assert np.median(taken) < 0.1
