"""The map: principal components, against NumPy's singular values."""

import numpy as np
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.mapping import fit, last_hidden, last_hidden_of_all
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped


@pytest.fixture(scope="module")
def images():
    with np.load(asset("mnist.npz")) as data:
        return data["x_test"][:400]


@pytest.mark.parametrize("shape", [(300, 40), (40, 300), (5, 2), (60, 60)])
def test_the_plane_is_that_of_the_largest_singular_values(shape) -> None:
    random = np.random.default_rng(2)
    # Spread unlike in each direction, so that the components are certain.
    answers = random.normal(3, 1, shape) * np.linspace(4, 0.5, shape[1])
    plane = fit(answers.astype(np.float32))
    exact = answers.astype(np.float32).astype(np.float64)
    centred = exact - exact.mean(axis=0)
    _, singular, rows = np.linalg.svd(centred, full_matrices=False)
    expected = centred @ rows[:2].T
    points = plane.place(answers.astype(np.float32))
    # A component may point either way.
    np.testing.assert_allclose(np.abs(points), np.abs(expected), atol=1e-6 * singular[0])
    shares = singular[:2] ** 2 / (singular**2).sum()
    np.testing.assert_allclose(plane.explained, shares, rtol=1e-9)
    np.testing.assert_allclose(plane.axes.T @ plane.axes, np.eye(2), atol=1e-9)


def test_maps_of_the_same_answers_in_another_order_are_not_mirrored() -> None:
    answers = np.random.default_rng(3).normal(size=(50, 8)) * np.arange(1, 9)
    one, other = fit(answers), fit(answers[::-1])
    np.testing.assert_allclose(one.axes, other.axes, atol=1e-9)


@pytest.mark.parametrize(
    "answers",
    [
        np.ones((10, 5)),
        np.zeros((10, 5)),
        np.arange(10.0)[:, np.newaxis] * np.ones(5),
        np.arange(10.0)[:, np.newaxis],
        np.outer(np.arange(4.0), np.ones(30)),
    ],
)
def test_what_does_not_vary_in_two_directions_has_no_map(answers) -> None:
    assert fit(answers) is None


def test_a_drawing_is_placed_where_the_same_image_is(images) -> None:
    weights = shipped()
    plane = fit(last_hidden_of_all(weights, scale(images, weights.meta.scaling)))
    points = plane.place(last_hidden_of_all(weights, scale(images, weights.meta.scaling)))
    _, layers = Recognizer(weights).read_whole(images[7])
    place = plane.place(last_hidden(layers, images[7], weights.meta.scaling)[np.newaxis])
    np.testing.assert_allclose(place[0], points[7], atol=1e-3)


def test_without_hidden_layers_the_map_is_of_the_pixels(make_weights, images) -> None:
    weights = make_weights()
    answers = last_hidden_of_all(weights, scale(images, weights.meta.scaling))
    np.testing.assert_array_equal(answers, images.reshape(-1, 784) / np.float32(255) - 0.5)
    _, layers = Recognizer(weights).read_whole(images[0])
    np.testing.assert_array_equal(last_hidden(layers, images[0], "centred"), answers[0])
