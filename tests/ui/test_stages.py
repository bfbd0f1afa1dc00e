"""The filmstrip with switches: what the network sees, says, and makes of one's drawings without."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset import mnist
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.switches import ALL_ON
from mnist_pad.recognizer.weights import load, shipped
from tests.ui.on_disk import ink, samples

SWITCHES = {
    "crop": "cropSwitch",
    "aspect": "aspectSwitch",
    "pen_width": "penWidthSwitch",
    "centre_of_mass": "centreSwitch",
    "scaling": "scalingSwitch",
}


def without(*fields):
    return replace(ALL_ON, **dict.fromkeys(fields, False))


def logits(image, *, scaled=True):
    """Return what the shipped weights make of an image, by the article's formulas."""
    pixels = image.reshape(-1, 784).astype(np.float64)
    x = pixels / 255 - 0.5 if scaled else pixels
    theta_1, bias_1, theta_2, bias_2, theta_3, bias_3 = shipped().parameters
    hidden = np.maximum(np.maximum(x @ theta_1 + bias_1, 0) @ theta_2 + bias_2, 0)
    return hidden @ theta_3 + bias_3


def drawn(user):
    return user.window.workspace.drawing.ink()


@pytest.mark.parametrize("field", SWITCHES)
def test_a_stage_is_switched_off_and_on_by_itself(user, field):
    user.draw(7, side=0.35, corner=(0.1, 0.1))
    before, sure = user.network_input(), user.bars()
    user.click(SWITCHES[field])
    image = user.network_input()
    expected = rasterize(drawn(user), without(field)).image
    np.testing.assert_allclose(image.astype(int), expected, atol=1)
    if field != "scaling":
        assert (image != before).any()
    # What is refused has no bars; else they are those of the likeliest digit.
    likeliest = logits(image, scaled=field != "scaling").argmax()
    assert user.answer() in ("?", str(likeliest))
    assert max(user.bars()) in (0, user.bars()[likeliest])
    assert not user.widget(SWITCHES[field]).isChecked()
    assert user.is_visible("allStagesButton")
    user.click(SWITCHES[field])
    np.testing.assert_array_equal(user.network_input(), before)
    assert user.bars() == sure
    assert not user.is_visible("allStagesButton")


def test_several_are_off_until_one_click_puts_all_on(user):
    user.draw(3)
    before = user.network_input()
    assert user.text("stagesText") == "What the network sees"
    for name in ("aspectSwitch", "centreSwitch"):
        user.click(name)
    expected = rasterize(drawn(user), without("aspect", "centre_of_mass")).image
    np.testing.assert_allclose(user.network_input().astype(int), expected, atol=1)
    assert user.text("stagesText") == "A stage is off: the network does not see what it learnt."
    user.click("allStagesButton")
    np.testing.assert_array_equal(user.network_input(), before)
    assert all(user.widget(name).isChecked() for name in SWITCHES.values())
    assert user.text("stagesText") == "What the network sees"


def test_the_keyboard_switches_and_what_is_drawn_then_follows(user):
    user.focus("cropSwitch")
    user.qtbot.keyClick(user.widget("cropSwitch"), Qt.Key.Key_Space)
    user.draw(7, side=0.3, corner=(0.6, 0.6))
    expected = rasterize(drawn(user), without("crop")).image
    np.testing.assert_allclose(user.network_input().astype(int), expected, atol=1)


def test_numbers_are_taken_apart_as_ever_and_each_digit_is_read_so(user):
    user.draw(4, side=0.3, corner=(0.05, 0.3))
    user.draw(2, side=0.3, corner=(0.6, 0.3))
    assert user.text("number") == "42"
    user.click("centreSwitch")
    marks = user.window.workspace.reading.current.marks
    assert len(marks) == 2
    for mark in marks:
        expected = rasterize(drawn(user).part(mark.strokes), without("centre_of_mass")).image
        np.testing.assert_allclose(mark.found.stages.image.astype(int), expected, atol=1)


def test_the_drawings_that_were_kept_are_counted_without_it(open_window, collection):
    for digit in range(10):
        collection.add(ink(strokes(digit)), digit)
        small = [stroke * 0.3 for stroke in strokes(digit)]
        collection.add(ink(small), digit)
    user = open_window()
    for field, words in (("crop", "without the crop"), ("scaling", "without scaling")):
        user.click(SWITCHES[field])
        user.sees(lambda: user.text("stagesText").startswith("Your drawings"))
        right = {}
        for switches in (ALL_ON, without(field)):
            images = [rasterize(each.ink, switches).image for each in samples()]
            answers = logits(np.array(images), scaled=switches.scaling).argmax(axis=1)
            right[switches] = int((answers == [each.label for each in samples()]).sum())
        told = f"Your drawings: {right[ALL_ON]} of 20 right, {right[without(field)]} {words}"
        assert user.text("stagesText") == told
        assert right[without(field)] < right[ALL_ON]
        user.click("allStagesButton")
    # One more, named while a stage is off, counts as well.
    user.click("scalingSwitch")
    user.draw(7)
    user.keep_as(7)
    user.sees(lambda: "of 21 right" in user.text("stagesText"))


def test_what_is_kept_and_saved_has_every_stage(user, tmp_path):
    digits = mnist.load()
    index = int(np.flatnonzero(digits.y_test == 2)[0])
    path = tmp_path / "two.png"
    Image.fromarray(np.kron(255 - digits.x_test[index], np.ones((5, 5), np.uint8))).save(path)
    user.open_picture(path)
    user.sees(lambda: user.answer() == "2")
    whole = user.network_input()
    for name in ("aspectSwitch", "centreSwitch", "scalingSwitch"):
        user.click(name)
    assert (user.network_input() != whole).any()
    user.keep_as(2)
    user.sees(lambda: len(samples()) == 1)
    np.testing.assert_array_equal(samples()[0].image, whole)
    user.save_weights(tmp_path / "saved.npz")
    user.sees((tmp_path / "saved.npz").exists)
    saved = load(tmp_path / "saved.npz")
    assert saved.meta.scaling == "centred"
    for one, other in zip(saved.parameters, shipped().parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_switches_are_not_kept_over_a_restart(user, open_window):
    user.draw(7)
    user.click("cropSwitch")
    user.close()
    again = open_window(restore=True)
    again.sees(lambda: again.answer() == "7")
    assert again.widget("cropSwitch").isChecked()
    assert not again.is_visible("allStagesButton")


def test_each_says_what_goes_wrong_without(user):
    for name in SWITCHES.values():
        assert "Without: " in user.widget(name).toolTip()
