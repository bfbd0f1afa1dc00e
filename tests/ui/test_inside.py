"""The inside page: what it shows of a drawing, against the same figures by other means."""

import re

import numpy as np
import pytest
from PySide6.QtGui import QColor

from mnist_pad.dataset import mnist
from mnist_pad.recognizer.weights import Weights, WeightsMeta, save, shipped
from tests.ui.seen_inside import Inside, forward


@pytest.fixture
def inside(user):
    return Inside(user)


@pytest.fixture
def drawn(inside):
    inside.user.draw(3)
    inside.user.sees(lambda: inside.picture("insideInput") is not None)
    return inside


def random_weights(*sizes, **config):
    """Return a network of other sizes, as it is before it learns."""
    random = np.random.default_rng(5)
    arrays = []
    for inputs, units in zip((784, *sizes), (*sizes, 10), strict=True):
        deviation = np.sqrt(2 / inputs)
        arrays += [random.normal(0, deviation, (inputs, units)).astype(np.float32)]
        arrays += [np.full(units, 0.05, np.float32)]
    return Weights(tuple(arrays), WeightsMeta(config=config))


def load(user, weights, path):
    save(weights, path)
    user.load_weights(path)
    user.sees(lambda: path.name in user.weights_text())


def test_without_a_drawing_the_network_is_at_rest_and_the_page_says_so(inside):
    user = inside.user
    assert user.text("insideHint") == "Draw a digit to see it go through."
    assert inside.picture("insideInput") is None
    for layer, count in enumerate((256, 128)):
        lightness = set(inside.painted(layer).values())
        assert len(inside.painted(layer)) == count
        assert len(lightness) == 1
        assert 0.2 < lightness.pop() < 0.8
    inside.point_at(0, 17)
    assert "unit 18 of 256" in user.text("insideUnit")
    assert "At rest" in user.text("insideUnitValue")


def test_cells_are_as_bright_as_the_units_answer(drawn):
    image = drawn.user.network_input()
    np.testing.assert_array_equal(drawn.picture("insideInput"), image.reshape(-1))
    *hidden, logits = forward(image)
    assert [len(drawn.cells(layer)) for layer in (0, 1)] == [256, 128]
    for layer, values in enumerate(hidden):
        painted = drawn.painted(layer)
        assert sorted(painted) == list(range(len(values)))
        shown = np.array([painted[unit] for unit in range(len(values))])
        # Lines go over some of the cells.
        off = np.abs(shown - values / values.max()) > 0.02
        assert off.mean() < 0.35
        assert np.corrcoef(shown, values)[0, 1] > 0.5
        drawn.user.widget("insidePaths").hide()
        painted = drawn.painted(layer)
        shown = np.array([painted[unit] for unit in range(len(values))])
        np.testing.assert_allclose(shown, values / values.max(), atol=0.01)
        drawn.user.widget("insidePaths").show()
    told = drawn.user.widget("insideLogits").accessibleDescription()
    figures = [float(each) for each in re.findall(r": (-?[\d.]+)", told)]
    np.testing.assert_allclose(figures, logits, atol=0.06)


def test_they_follow_every_point_that_is_drawn(inside):
    user = inside.user
    user.drag([(0.3, 0.2), (0.5, 0.15), (0.6, 0.3)], lift=False)
    user.sees(lambda: inside.picture("insideInput") is not None)
    for spot in ((0.6, 0.5), (0.45, 0.7)):
        user.qtbot.mouseMove(user.pad, user.pad.rect().center() * 2 * spot[0])
        user.sees(
            lambda: np.array_equal(inside.picture("insideInput"), user.network_input().reshape(-1))
        )
        values = forward(user.network_input())[1]
        user.sees(lambda values=values: np.allclose(inside.grid(1).values, values, atol=1e-3))
    user.lift()
    user.click("clearButton")
    user.sees(lambda: inside.picture("insideInput") is None)
    assert user.text("insideHint") == "Draw a digit to see it go through."


def test_lines_lead_along_the_strongest_paths(drawn):
    image = drawn.user.network_input()
    first, second, logits = forward(image)
    _, _, theta_2, _, theta_3, _ = shipped().parameters
    digit = int(logits.argmax())
    # Every way there is, added up by the formula: unit, weight, whether the next lives, weight.
    ways = first[:, None] * theta_2 * (second > 0) * theta_3[:, digit]
    strongest = np.argsort(-np.abs(ways), axis=None)[:8]
    lines = drawn.user.widget("insidePaths").lines
    assert len(lines) == 8
    network = drawn.user.widget("insideNetwork")
    for place, line in zip(strongest, lines, strict=True):
        one, two = np.unravel_index(place, ways.shape)
        (*spots, end), strength = line
        for layer, unit, spot in zip((0, 1), (one, two), spots, strict=True):
            grid = drawn.grid(layer)
            assert grid.unit_at(grid.mapFrom(network, spot.toPoint())) == unit
        assert end.y() // (drawn.user.widget("insideLogits").height() / 10) == digit
        assert strength == pytest.approx(ways[one, two] / abs(ways.flat[strongest[0]]), rel=1e-3)


def test_a_unit_under_the_pointer_shows_what_it_looks_for_and_answers(drawn):
    user = drawn.user
    image = user.network_input()
    first, second, _ = forward(image)
    theta_1, _, theta_2, *_ = shipped().parameters
    unit = int(first.argmax())
    drawn.point_at(0, unit)
    assert f"Hidden layer 1, unit {unit + 1} of 256" == user.text("insideUnit")
    assert f"{first[unit]:.2f}" in user.text("insideUnitValue")
    np.testing.assert_allclose(drawn.picture("insideField"), theta_1[:, unit], rtol=1e-6)
    # Red is above zero, blue below.
    field = user.widget("insideField").grab().toImage()
    most, least = theta_1[:, unit].argmax(), theta_1[:, unit].argmin()
    places = (divmod(int(pixel), 28) for pixel in (most, least))
    red, blue = (QColor(field.pixel(3 * x + 1, 3 * y + 1)) for y, x in places)
    assert red.red() > red.blue() + 50
    assert blue.blue() > blue.red() + 20
    unit = int(second.argmax())
    drawn.point_at(1, unit)
    field = theta_1.astype(np.float64) @ theta_2[:, unit]
    np.testing.assert_allclose(drawn.picture("insideField"), field, rtol=1e-4, atol=1e-6)
    drawn.point_elsewhere()
    user.sees(lambda: "Point at a cell" in user.text("insideUnit"))
    assert drawn.picture("insideField") is None


def test_a_click_keeps_a_unit_and_another_lets_it_go(drawn):
    user = drawn.user
    drawn.pin(1, 5)
    drawn.point_elsewhere()
    assert user.text("insideUnit") == "Hidden layer 2, unit 6 of 128 (pinned)"
    drawn.point_at(0, 9)
    assert "layer 1, unit 10" in user.text("insideUnit")
    drawn.point_elsewhere()
    user.sees(lambda: "layer 2, unit 6" in user.text("insideUnit"))
    drawn.pin(1, 5)
    user.pad.setFocus()
    drawn.point_elsewhere()
    user.sees(lambda: "Point at a cell" in user.text("insideUnit"))


def test_the_arrow_keys_go_from_unit_to_unit(drawn):
    user = drawn.user
    grid = drawn.grid(0)
    at = {spot.toTuple(): unit for unit, spot in drawn.cells(0).items()}
    side = grid.grid.cell_px
    half = side // 2 - 1

    def shown():
        return int(re.search(r"unit (\d+) of", user.text("insideUnit"))[1]) - 1

    user.focus("insideLayer0")
    user.key("Home")
    assert shown() == at[half, half]
    user.key("Right", "Down", "Down")
    assert shown() == at[side + half, 2 * side + half]
    user.key("Left", "Left", "Up")
    assert shown() == at[half, side + half]
    values = forward(user.network_input())[0]
    told = grid.accessibleDescription()
    assert told == f"Unit {shown() + 1} answers {values[shown()]:.2f}"
    assert grid.accessibleName() == "Hidden layer 1: 256 units"
    user.key("Space")
    assert "(pinned)" in user.text("insideUnit")
    user.key("Tab")
    assert "layer 2" in user.text("insideUnit")


def test_the_saliency_is_the_logit_s_slope(drawn):
    image = drawn.user.network_input().astype(np.float64).reshape(-1)
    digit = int(forward(image)[-1].argmax())

    def slopes(digit):
        # So small a step switches no unit on or off, but for a very few pixels.
        step = 255e-6 * np.eye(784)
        up = np.array([forward(image + each)[-1][digit] for each in step])
        down = np.array([forward(image - each)[-1][digit] for each in step])
        return (up - down) / 2e-6

    shown = drawn.picture("insideSaliency")
    np.testing.assert_allclose(shown, slopes(digit), atol=1e-3 * np.abs(shown).max())
    combo = drawn.user.widget("insideDigit")
    drawn.scroll_to(combo)
    combo.setFocus()
    drawn.user.key("Home", "Down", "Down", "Down", "Down", "Down", "Down")
    assert combo.currentText() == "5"
    shown = drawn.picture("insideSaliency")
    np.testing.assert_allclose(shown, slopes(5), atol=1e-3 * np.abs(shown).max())


def test_the_nearest_training_digits_are_the_nearest(drawn):
    user = drawn.user
    user.sees(lambda: user.widget("insideNearest").images is not None, seconds=60)
    theta_1, bias_1, theta_2, bias_2, *_ = shipped().parameters
    digits = mnist.load()
    inputs = digits.x_train.reshape(-1, 784) / np.float32(255) - np.float32(0.5)
    hidden = np.maximum(np.maximum(inputs @ theta_1 + bias_1, 0) @ theta_2 + bias_2, 0)
    distances = np.linalg.norm(hidden - forward(user.network_input())[1], axis=1)
    nearest = np.argsort(distances)[:5]
    shown = user.widget("insideNearest")
    np.testing.assert_array_equal(shown.images, digits.x_train[nearest])
    assert list(shown.labels) == digits.y_train[nearest].tolist()


@pytest.mark.parametrize("layer", [0, 1])
def test_a_unit_tells_what_excites_it_and_how_often_it_is_dead(drawn, layer):
    user = drawn.user
    drawn.pin(layer, 7)
    user.sees(lambda: "is dead" in user.text("insideUnitDead"), seconds=60)
    theta_1, bias_1, theta_2, bias_2, *_ = shipped().parameters
    digits = mnist.load()
    inputs = digits.x_train.reshape(-1, 784) / np.float32(255) - np.float32(0.5)
    answers = np.maximum(inputs @ theta_1 + bias_1, 0)
    if layer:
        answers = np.maximum(answers @ theta_2 + bias_2, 0)
    answers = answers[:, 7]
    most = np.argsort(-answers, kind="stable")[:5]
    shown = user.widget("insideExciting")
    np.testing.assert_array_equal(shown.images, digits.x_train[most])
    assert list(shown.labels) == digits.y_train[most].tolist()
    share = float(re.search(r"for ([\d.]+) %", user.text("insideUnitDead"))[1])
    assert share == pytest.approx(100 * np.mean(answers == 0), abs=0.051)


def test_what_it_would_like_to_see_is_read_as_the_digit(drawn):
    user = drawn.user
    combo = user.widget("insideDigit")
    drawn.scroll_to(combo)
    combo.setFocus()
    user.key("Home", "Down", "Down", "Down")
    assert combo.currentText() == "2"
    user.sees(lambda: drawn.picture("insideLiked") is not None, seconds=60)
    near, ideal = drawn.picture("insideNear"), drawn.picture("insideLiked")
    for picture in (near, ideal):
        assert forward(np.rint(picture))[-1].argmax() == 2
    image = user.network_input().reshape(-1).astype(float)
    assert np.abs(near - image).mean() < np.abs(ideal - image).mean()


def test_the_smallest_change_is_really_read_otherwise(drawn):
    user = drawn.user
    image = user.network_input().reshape(-1)
    user.sees(lambda: user.is_enabled("insideFlip0"), seconds=60)
    counts = {}
    for digit in range(10):
        if digit == 3:
            assert not user.is_enabled("insideFlip3")
            continue
        button = user.widget(f"insideFlip{digit}")
        drawn.scroll_to(button)
        user.click(f"insideFlip{digit}")
        flipped = drawn.picture("insideFlip")
        counts[digit] = np.count_nonzero(flipped != image)
        assert user.text(f"insideFlip{digit}") == f"{digit}\n{counts[digit]}"
        assert f" {digit} in {counts[digit]} pixel" in user.text("insideFlipText")
        # On the network, whole grey levels as on the screen, it is that digit.
        assert forward(np.rint(flipped))[-1].argmax() == digit
        user.click(f"insideFlip{digit}")
    # Without a choice, the nearest is shown.
    np.testing.assert_array_equal(
        np.count_nonzero(drawn.picture("insideFlip") != image), min(counts.values())
    )
    np.testing.assert_array_equal(drawn.picture("insideNow"), image)


def test_nothing_is_found_out_while_the_page_is_not_in_sight(drawn):
    user = drawn.user
    live = user.window.workspace.inside.live
    user.do("showTrainPageAction")
    user.click("clearButton")
    user.draw(7)
    assert user.window.workspace.inside.live is live
    user.do("showInsidePageAction")
    np.testing.assert_array_equal(drawn.picture("insideInput"), user.network_input().reshape(-1))


@pytest.mark.parametrize("sizes", [(), (300,), (64, 48, 32, 24, 16), (20,) * 16])
def test_networks_of_other_sizes_are_shown(drawn, tmp_path, sizes):
    weights = random_weights(*sizes)
    load(drawn.user, weights, tmp_path / "other.npz")
    drawn.user.sees(lambda: len(drawn.user.window.workspace.inside.orders) == len(sizes))
    answers = forward(drawn.user.network_input(), weights.parameters)
    for layer, values in enumerate(answers[:-1]):
        assert sorted(drawn.cells(layer)) == list(range(sizes[layer]))
        np.testing.assert_allclose(drawn.grid(layer).values, values, rtol=1e-3, atol=1e-4)
    assert not drawn.user.is_visible("insideHint")
    network = drawn.user.widget("insideNetwork")
    right = max(child.geometry().right() for child in network.children())
    assert right <= network.width()


def test_of_a_wide_layer_the_most_active_units_are_shown_and_the_page_says_so(drawn, tmp_path):
    weights = random_weights(8_192)
    load(drawn.user, weights, tmp_path / "wide.npz")
    drawn.user.sees(lambda: drawn.user.is_visible("insideHint"))
    shown = set(drawn.cells(0))
    assert drawn.user.text("insideHint") == (
        f"Of 8,192 hidden units, the {len(shown):,} that answer most are shown."
    )
    values = forward(drawn.user.network_input(), weights.parameters)[0]
    hidden = [value for unit, value in enumerate(values) if unit not in shown]
    assert min(values[list(shown)]) >= max(hidden) - 1e-4
    drawn.user.sees(lambda: drawn.picture("insideSaliency") is not None)


def test_tanh_answers_below_zero_are_painted_blue(drawn, tmp_path):
    weights = random_weights(16, activation="tanh")
    load(drawn.user, weights, tmp_path / "tanh.npz")
    drawn.user.sees(lambda: drawn.grid(0).unit_count == 16)
    values = drawn.grid(0).values
    drawn.user.widget("insidePaths").hide()
    picture = drawn.grid(0).grab().toImage()
    for unit, spot in drawn.cells(0).items():
        colour = QColor(picture.pixel(spot))
        assert (colour.blue() > colour.red() + 10) == (values[unit] < -0.1), unit
