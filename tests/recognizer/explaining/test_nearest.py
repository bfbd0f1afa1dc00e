"""The nearest training digits, against all distances written out."""

import time
import tracemalloc

import numpy as np
import pytest

from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.explaining import nearest
from mnist_pad.recognizer.explaining.nearest import LastHidden, hidden_of, last_hidden
from mnist_pad.recognizer.forward import activations


def in_full(weights, images, hidden):
    """Return each image's distance, in float64."""
    layers = activations(weights, scale(images))
    known = layers[-2] if len(layers) > 1 else scale(images)
    return np.linalg.norm(known.astype(np.float64) - hidden, axis=1)


@pytest.mark.parametrize("hidden", [(), (9,), (30, 20), (30, 20, 16, 12, 8)])
def test_they_are_the_least_of_all_distances(network, mnist, hidden):
    weights = network(*hidden)
    images, labels = mnist["x_train"][:2_500], mnist["y_train"][:2_500]
    index = LastHidden(weights, images, labels)
    assert (len(index), index.units) == (2_500, (784, *hidden)[-1])
    for image in mnist["x_test"][:5]:
        wanted = last_hidden(weights, scale(image[np.newaxis]))[0]
        distances = in_full(weights, images, wanted)
        found = index.nearest(wanted, 7)
        expected = np.argsort(distances, kind="stable")[:7]
        assert [each.index for each in found] == expected.tolist()
        assert [each.label for each in found] == labels[expected].tolist()
        np.testing.assert_allclose(
            [each.distance for each in found], distances[expected], rtol=1e-5, atol=1e-5
        )


def test_a_training_digit_is_nearest_to_itself(built_in, mnist):
    index = LastHidden(built_in, mnist["x_train"][:3_000], mnist["y_train"])
    for number in (0, 1_234, 2_999):
        hidden = last_hidden(built_in, scale(mnist["x_train"][number : number + 1]))[0]
        first, second = index.nearest(hidden, 2)
        assert (first.index, first.label) == (number, mnist["y_train"][number])
        # One picture and a thousand are multiplied by different kernels.
        assert first.distance == pytest.approx(0, abs=1e-4)
        assert second.distance > 0.01


def test_of_equally_near_ones_the_earlier_comes_first(built_in, mnist):
    images = np.repeat(mnist["x_train"][:1], 1_000, axis=0)
    index = LastHidden(built_in, images, np.arange(1_000) % 10)
    hidden = last_hidden(built_in, scale(images[:1]))[0]
    assert [each.index for each in index.nearest(hidden, 3)] == [0, 1, 2]
    assert len(index.nearest(hidden, 5_000)) == 1_000


def test_without_images_there_are_none(built_in, mnist):
    index = LastHidden(built_in, mnist["x_train"][:0], mnist["y_train"][:0])
    assert index.nearest(np.zeros(128), 5) == ()


def test_what_a_mark_s_layers_answered_will_do(built_in, network, mnist):
    for weights in (built_in, network()):
        inputs = scale(mnist["x_test"][:1])
        alone = tuple(layer[0] for layer in activations(weights, inputs))
        np.testing.assert_array_equal(hidden_of(alone, inputs), last_hidden(weights, inputs)[0])


def test_images_beyond_the_memory_are_left_out(built_in, mnist, monkeypatch):
    monkeypatch.setattr(nearest, "MOST_BYTES", 128 * 4 * 1_500)
    assert len(LastHidden(built_in, mnist["x_train"][:2_000], mnist["y_train"])) == 1_500


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("size", [1e20, 1e38])
def test_overflowing_weights_have_none(network, mnist, size):
    weights = network(12, 11, size=size)
    index = LastHidden(weights, mnist["x_train"][:100], mnist["y_train"])
    assert len(index) == 0
    assert index.nearest(last_hidden(weights, scale(mnist["x_test"][:1]))[0], 5) == ()


@pytest.mark.filterwarnings("error")
def test_a_picture_beyond_all_measure_has_none(built_in, mnist):
    index = LastHidden(built_in, mnist["x_train"][:100], mnist["y_train"])
    for value in (1e200, np.inf, np.nan):
        assert index.nearest(np.full(128, value), 5) == ()


def test_all_of_mnist_is_taken_in_by_pieces_and_asked_at_once(built_in, mnist):
    tracemalloc.start()
    index = LastHidden(built_in, mnist["x_train"], mnist["y_train"])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # 31 MB are kept.
    assert most < 60e6
    hidden = last_hidden(built_in, scale(mnist["x_test"][:1]))[0]
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        found = index.nearest(hidden, 5)
        taken.append(time.perf_counter() - started)
    assert [each.label for each in found] == [7] * 5
    # 2 ms where nothing else runs; the benchmark measures it.
    assert min(taken) < 0.02
