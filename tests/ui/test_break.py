"""Breaking the network on the inside page: what it reads then, and that nothing of it stays."""

import numpy as np
import pytest

from mnist_pad.dataset import mnist
from mnist_pad.recognizer.weights import load, save, shipped
from tests.ui.looking import LEFT
from tests.ui.seen_inside import Inside, forward

MEASURE_S = 60


@pytest.fixture
def inside(user):
    user.draw(3)
    made = Inside(user)
    user.sees(lambda: "Whole" in user.text("breakAccuracy"), seconds=MEASURE_S)
    return made


def accuracy(parameters):
    """Return how much of MNIST's test set is read right, by the formula, as a percentage."""
    test = mnist.load()
    hidden = test.x_test.reshape(-1, 784).astype(np.float32) / 255 - np.float32(0.5)
    for place in range(0, len(parameters), 2):
        hidden = hidden @ parameters[place] + parameters[place + 1]
        if place < len(parameters) - 2:
            hidden = np.maximum(hidden, 0)
    return 100 * np.mean(hidden.argmax(axis=1) == test.y_test)


def shown(user):
    """Wait until it is measured how much the broken network reads; returns that."""
    user.sees(lambda: user.text("breakAccuracy").startswith("Broken, it"), seconds=MEASURE_S)
    return float(user.text("breakAccuracy").split()[3])


def probabilities(image, parameters):
    logits = forward(image, parameters)[-1] / shipped().meta.temperature
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def is_read_with(user, parameters):
    """Tell whether bars and logits show what such a network says of the drawing."""
    image = user.network_input()
    logits = user.widget("insideLogits").values
    if not np.allclose(logits, forward(image, parameters)[-1], atol=0.02):
        return False
    # What is like no digit has no bars.
    is_refused = "Not like any digit" in user.text("answerConfidence")
    expected = np.zeros(10) if is_refused else 1000 * probabilities(image, parameters)
    return np.allclose(user.bars(), expected, atol=1)


def use(user, name, value):
    """Bring a slider to a value by a click of the mouse and the arrow keys."""
    slider = user.widget(name)
    user.widget("insideScroll").ensureWidgetVisible(slider)
    user.qtbot.mouseClick(slider, LEFT)
    user.set(name, value)


def test_a_unit_taken_out_is_missing_on_the_pad_and_in_the_accuracy(inside):
    user = inside.user
    second = forward(user.network_input())[1]
    assert not user.is_enabled("breakUnit")
    unit = int(second.argmax())
    inside.pin(1, unit)
    broken = [array.copy() for array in shipped().parameters]
    broken[2][:, unit] = broken[3][unit] = 0
    user.click("breakUnit")
    user.sees(lambda: is_read_with(user, broken))
    assert user.text("answerConfidence").startswith("Broken: ")
    assert user.weights_text() == "broken, for now"
    assert shown(user) == pytest.approx(accuracy(broken), abs=0.011)
    assert inside.grid(1).values[unit] == 0
    assert user.text("breakUnit") == "Put the unit back"
    user.click("breakUnit")
    user.sees(lambda: is_read_with(user, shipped().parameters))
    assert user.text("breakAccuracy").startswith("Whole")
    assert "Broken" not in user.text("answerConfidence")


def test_a_bias_left_out(inside):
    user = inside.user
    broken = [array.copy() for array in shipped().parameters]
    broken[1][:] = 0
    user.focus("breakBias")
    user.key("Down")
    assert user.shown_value("breakBias") == "hidden layer 1"
    user.sees(lambda: is_read_with(user, broken))
    assert shown(user) == pytest.approx(accuracy(broken), abs=0.011)


@pytest.mark.parametrize("bits", [8, 4])
def test_weights_rounded_to_some_bits(inside, bits):
    user = inside.user
    steps = 2 ** (bits - 1) - 1
    broken = [array.astype(np.float64) for array in shipped().parameters]
    for theta in broken[::2]:
        step = np.abs(theta).max() / steps
        theta[:] = np.rint(theta / step) * step
    user.focus("breakBits")
    user.key(*["Down"] * (1 if bits == 8 else 2))
    user.sees(lambda: is_read_with(user, broken))
    assert shown(user) == pytest.approx(accuracy(broken), abs=0.03)


def test_the_smallest_weights_pruned(inside):
    user = inside.user
    use(user, "breakPrune", 60)
    broken = [array.copy() for array in shipped().parameters]
    for theta in broken[::2]:
        smallest = np.argsort(np.abs(theta), axis=None, kind="stable")
        theta.reshape(-1)[smallest[: round(0.6 * theta.size)]] = 0
    user.sees(lambda: is_read_with(user, broken))
    assert shown(user) == pytest.approx(accuracy(broken), abs=0.011)


def test_noise_makes_it_worse_the_more_there_is(inside):
    user = inside.user
    use(user, "breakNoise", 50)
    some = shown(user)
    use(user, "breakNoise", 200)
    user.sees(lambda: shown(user) < some - 10, seconds=MEASURE_S)
    assert not is_read_with(user, shipped().parameters)


def test_one_click_mends_it(inside):
    user = inside.user
    assert not user.is_enabled("mendButton")
    use(user, "breakNoise", 120)
    user.focus("breakBits")
    user.key("Down")
    user.sees(lambda: not is_read_with(user, shipped().parameters))
    user.click("mendButton")
    assert is_read_with(user, shipped().parameters)
    assert user.widget("breakNoise").value() == 0
    assert user.shown_value("breakBits") == "32, as they are"
    assert "Built-in" in user.weights_text()
    assert user.text("breakAccuracy").startswith("Whole, it reads 99.4")


def test_leaving_the_page_mends_it(inside):
    user = inside.user
    use(user, "breakPrune", 95)
    user.sees(lambda: not is_read_with(user, shipped().parameters))
    user.do("showTrainPageAction")
    expected = 1000 * probabilities(user.network_input(), shipped().parameters)
    np.testing.assert_allclose(user.bars(), expected, atol=1)
    assert "Broken" not in user.text("answerConfidence")


def test_choosing_weights_mends_it(inside, tmp_path):
    user = inside.user
    weights = shipped()
    save(weights, tmp_path / "mine.npz")
    use(user, "breakPrune", 95)
    user.sees(lambda: not is_read_with(user, weights.parameters))
    user.load_weights(tmp_path / "mine.npz")
    user.sees(lambda: "mine.npz" in user.weights_text())
    assert is_read_with(user, weights.parameters)
    assert user.widget("breakPrune").value() == 0


def test_what_is_saved_is_whole(inside, tmp_path):
    user = inside.user
    use(user, "breakPrune", 95)
    user.sees(lambda: not is_read_with(user, shipped().parameters))
    user.save_weights(tmp_path / "saved.npz")
    user.sees((tmp_path / "saved.npz").is_file)
    for saved, whole in zip(
        load(tmp_path / "saved.npz").parameters, shipped().parameters, strict=True
    ):
        np.testing.assert_array_equal(saved, whole)


def test_a_run_mends_it_and_nothing_can_be_broken_meanwhile(inside):
    user = inside.user
    use(user, "breakPrune", 95)
    user.sees(lambda: not is_read_with(user, shipped().parameters))
    user.do("trainOrStopAction")
    user.sees(lambda: not user.is_enabled("breakPrune"))
    assert user.widget("breakPrune").value() == 0
    assert user.text("weightsMenuButton").startswith("Weights:")
    user.sees(lambda: user.is_enabled("stopButton"))
    user.do("trainOrStopAction")
    user.sees(lambda: user.is_enabled("breakPrune"), seconds=120)
