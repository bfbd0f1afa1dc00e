"""A rectangle dragged over the picture on the pad chooses what is read."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from mnist_pad.dataset import mnist
from tests.ui.pens import Hand, Stylus

# In parts of the pad: the picture is as wide as it.
LEFT = [(0.05, 0.3), (0.2, 0.4), (0.48, 0.7)]
RIGHT = [(0.52, 0.3), (0.7, 0.4), (0.95, 0.7)]


@pytest.fixture(scope="module")
def seven_and_two():
    """MNIST's test digits 7 and 2, side by side, each three times as large."""
    left, right = (
        np.kron(255 - mnist.load().x_test[index], np.ones((3, 3), np.uint8)) for index in (0, 1)
    )
    gap = np.full((84, 16), 255, np.uint8)
    return np.concatenate([gap, left, gap, gap, right, gap], axis=1)


@pytest.fixture
def pictured(user, seven_and_two, tmp_path):
    Image.fromarray(seven_and_two).save(tmp_path / "72.png")
    user.draw(3)
    user.drop(tmp_path / "72.png")
    user.sees(lambda: user.is_enabled("areaButton"))
    return user


def reads_alone(user, digit):
    """Wait until a part of the picture was read that shows this digit alone."""
    user.sees(
        lambda: (
            user.action("wholePictureAction").isEnabled()
            and not user.widget("number").isVisible()
            and user.answer() == digit
        )
    )


def test_what_is_dragged_over_is_read_alone_and_undo_goes_back(pictured):
    pictured.drag(LEFT)
    reads_alone(pictured, "7")
    pictured.drag(RIGHT)
    reads_alone(pictured, "2")
    pictured.click("undoButton")
    assert pictured.answer() == "7"
    pictured.click("undoButton")
    pictured.click("undoButton")
    assert pictured.answer() == "3"
    pictured.click("redoButton")
    pictured.click("redoButton")
    assert pictured.answer() == "7"


@pytest.mark.parametrize("way", ["Esc", "click"])
def test_the_whole_picture_is_given_back(pictured, way):
    whole = pictured.network_input()
    pictured.drag(LEFT)
    reads_alone(pictured, "7")
    if way == "Esc":
        pictured.key("Esc")
    else:
        pictured.drag([(0.9, 0.9)])
    np.testing.assert_array_equal(pictured.network_input(), whole)
    assert not pictured.action("wholePictureAction").isEnabled()
    pictured.click("undoButton")
    assert pictured.answer() == "7"


def test_a_message_is_dismissed_before_the_area_is(pictured, tmp_path):
    pictured.drag(LEFT)
    reads_alone(pictured, "7")
    pictured.drop(tmp_path / "none.png")
    pictured.sees(lambda: "none.png" in pictured.notice())
    pictured.key("Esc")
    assert pictured.notice() == ""
    assert pictured.answer() == "7"
    pictured.key("Esc")
    assert not pictured.action("wholePictureAction").isEnabled()


@pytest.mark.parametrize("pointer", ["finger", "stylus"])
def test_a_finger_and_a_stylus_choose_too(pictured, pointer):
    pointing = Hand(pictured.pad) if pointer == "finger" else Stylus(pictured.pad)
    pointing.drag(RIGHT)
    reads_alone(pictured, "2")


def test_what_lies_around_is_dimmed(pictured):
    before = pictured.pad.grab().toImage()
    pictured.drag(LEFT)
    reads_alone(pictured, "7")
    after = pictured.pad.grab().toImage()
    middle = pictured.pad.height() // 2

    def darkest(image, begin, end):
        columns = range(round(begin * image.width()), round(end * image.width()))
        return min(image.pixelColor(x, middle).lightness() for x in columns)

    assert darkest(after, 0.1, 0.45) == darkest(before, 0.1, 0.45) < 60
    assert darkest(before, 0.55, 0.95) < 60
    assert darkest(after, 0.55, 0.95) > 120


def test_a_rectangle_that_a_palm_began_chooses_nothing(pictured):
    whole = pictured.network_input()
    hand = Hand(pictured.pad)
    hand.put(LEFT[0])
    hand.move(LEFT[1])
    hand.move(LEFT[2], size_px=150)
    hand.lift(LEFT[2])
    np.testing.assert_array_equal(pictured.network_input(), whole)
    assert not pictured.action("wholePictureAction").isEnabled()


def test_without_the_tool_a_stroke_draws_in_the_picture_s_place(pictured):
    assert pictured.widget("areaButton").isChecked()
    pictured.key("A")
    assert not pictured.widget("areaButton").isChecked()
    pictured.drag([(0.5, 0.2), (0.5, 0.8)])
    assert pictured.answer() == "1"
    assert not pictured.is_enabled("areaButton")


def test_another_picture_is_one_to_choose_from_again(pictured, seven_and_two):
    pictured.key("A")
    rows = np.ascontiguousarray(seven_and_two)
    image = QImage(rows.data, *rows.shape[::-1], rows.shape[1], QImage.Format.Format_Grayscale8)
    image.setDevicePixelRatio(2)
    pictured.paste(image.copy())
    pictured.sees(lambda: pictured.widget("areaButton").isChecked())
    # Of a screen of double density, it is there in whole.
    pictured.drag(RIGHT)
    reads_alone(pictured, "2")


def test_there_is_nothing_to_choose_from_without_a_picture(user):
    user.draw(3)
    assert not user.is_enabled("areaButton")
    assert not user.widget("areaButton").isChecked()


def test_an_area_comes_back_after_a_restart(pictured, open_window):
    pictured.drag(RIGHT)
    reads_alone(pictured, "2")
    pictured.close()
    again = open_window(restore=True)
    assert again.answer() == "2"
    again.do("wholePictureAction")
    again.click("undoButton")
    assert again.answer() == "2"
