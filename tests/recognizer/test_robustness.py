"""Changed digits, against images sampled pixel by pixel."""

import math
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.ink.scaling import SCALINGS, scaled
from mnist_pad.recognizer.forward import logits
from mnist_pad.recognizer.robustness import AMOUNTS, AS_THEY_ARE, ChangedImages, changed
from mnist_pad.recognizer.weights import WeightsMeta, shipped


@pytest.fixture(scope="module")
def mnist():
    with np.load(asset("mnist.npz")) as data:
        return data["x_test"][:300], data["y_test"][:300]


def at(image, x, y):
    """The grey level between four pixels, written out; outside there is paper."""
    left, top = math.floor(x), math.floor(y)
    total = 0.0
    for row in (top, top + 1):
        for column in (left, left + 1):
            if 0 <= row < 28 and 0 <= column < 28:
                near = (1 - abs(x - column)) * (1 - abs(y - row))
                total += near * float(image[row, column])
    return total


def by_pixels(image, change, amount):
    """One image changed, a pixel at a time."""
    out = np.zeros((28, 28))
    for row in range(28):
        for column in range(28):
            x, y = column - 13.5, row - 13.5
            if change == "turn":
                # On the screen, y down, this turns clockwise: what was above comes to the right.
                angle = math.radians(amount)
                x, y = (
                    x * math.cos(angle) + y * math.sin(angle),
                    y * math.cos(angle) - x * math.sin(angle),
                )
                out[row, column] = at(image, x + 13.5, y + 13.5)
            elif change == "shift":
                out[row, column] = at(image, x - amount + 13.5, y + 13.5)
            else:
                count = math.ceil(1 / amount)
                parts = [x - 0.5 + (part + 0.5) / count for part in range(count)]
                out[row, column] = sum(at(image, part / amount + 13.5, row) for part in parts)
                out[row, column] /= count
    return out


def thickened_by_pixels(image, by):
    out = np.zeros((28, 28))
    for row in range(28):
        for column in range(28):
            near = [(row, column), (row - 1, column), (row + 1, column)]
            near += [(row, column - 1), (row, column + 1)]
            levels = [
                float(image[down, across]) if 0 <= down < 28 and 0 <= across < 28 else 0.0
                for down, across in near
            ]
            extreme = max(levels) if by > 0 else min(levels)
            out[row, column] = (1 - abs(by)) * levels[0] + abs(by) * extreme
    return out


@pytest.mark.parametrize(
    ("change", "amount"),
    [("turn", 30.0), ("turn", -45.0), ("width", 0.4), ("width", 1.45), ("shift", -4.0)],
)
def test_images_are_changed_as_pixel_by_pixel(mnist, change, amount) -> None:
    found = changed(mnist[0][:2], change, amount)
    expected = [by_pixels(image, change, amount) for image in mnist[0][:2]]
    np.testing.assert_allclose(found, expected, atol=1e-3)


@pytest.mark.parametrize("by", [-1.0, -0.25, 0.5, 1.0])
def test_lines_are_thickened_as_pixel_by_pixel(mnist, by) -> None:
    # One with ink at the very edge, too.
    images = np.array([mnist[0][0], np.full((28, 28), 200, np.uint8)])
    found = changed(images, "thickness", by)
    np.testing.assert_allclose(found, [thickened_by_pixels(i, by) for i in images], atol=1e-3)


def test_a_turn_to_the_right_turns_to_the_right() -> None:
    image = np.zeros((1, 28, 28), np.uint8)
    image[0, 2:12, 13:15] = 255  # from the middle up
    found = changed(image, "turn", 45.0)[0]
    rows, columns = np.nonzero(found > 100)
    assert (rows.mean() < 12) & (columns.mean() > 16)
    moved = changed(image, "shift", 3.0)[0]
    np.testing.assert_array_equal(moved[:, 3:], image[0, :, :-3])


@pytest.mark.parametrize("change", AMOUNTS)
def test_the_amount_of_nothing_changes_nothing(mnist, change) -> None:
    assert AS_THEY_ARE[change] in AMOUNTS[change]
    np.testing.assert_allclose(changed(mnist[0], change, AS_THEY_ARE[change]), mnist[0], atol=1e-3)


@pytest.mark.parametrize("scaling", SCALINGS)
@pytest.mark.parametrize("activation", ["relu", "tanh"])
@pytest.mark.parametrize("hidden", [(), (30,), (20, 15, 12)])
def test_a_network_that_sees_changed_images_answers_as_to_them(
    mnist, make_weights, scaling, activation, hidden
) -> None:
    meta = WeightsMeta(scaling=scaling, config={"activation": activation})
    weights = make_weights(*hidden, meta=meta)
    images = mnist[0][:50]
    tried = ChangedImages(images, weights, at_once=20)
    for change, amounts in AMOUNTS.items():
        for amount in (amounts[0], amounts[3], AS_THEY_ARE[change], amounts[-1]):
            parts = list(tried.logits(change, amount))
            assert [len(part) for part in parts] == [20, 20, 10]
            seen = changed(images, change, amount).reshape(-1, 784)
            expected = logits(weights, scaled(seen, scaling))
            scale_of_it = max(1.0, np.abs(expected).max())
            np.testing.assert_allclose(np.concatenate(parts), expected, atol=2e-4 * scale_of_it)


def test_shipped_weights_read_the_more_the_less_is_changed(mnist) -> None:
    images, labels = mnist
    tried = ChangedImages(images, shipped(), at_once=1_000)

    def accuracy(change, amount):
        (outputs,) = tried.logits(change, amount)
        return (outputs.argmax(axis=1) == labels).mean()

    for change, amounts in AMOUNTS.items():
        unchanged = accuracy(change, AS_THEY_ARE[change])
        assert unchanged > 0.98
        assert min(accuracy(change, amounts[0]), accuracy(change, amounts[-1])) < unchanged


def test_weights_beyond_all_bounds_answer_all_the_same(mnist, make_weights) -> None:
    weights = make_weights(5)
    huge = replace(
        weights, parameters=tuple(array * np.float32(1e37) for array in weights.parameters)
    )
    for change, amounts in AMOUNTS.items():
        (outputs,) = ChangedImages(mnist[0][:9], huge, at_once=100).logits(change, amounts[-1])
        assert np.isfinite(outputs).all()
