"""Pictures on the pad: opened, dropped and pasted."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from mnist_pad.dataset import mnist
from tests.ui.on_disk import samples


@pytest.fixture
def picture_of_2(tmp_path):
    digits = mnist.load()
    index = int(np.flatnonzero(digits.y_test == 2)[0])
    picture = 255 - digits.x_test[index]
    path = tmp_path / "two.png"
    Image.fromarray(np.kron(picture, np.ones((5, 5), np.uint8))).save(path)
    return path


def test_a_dropped_picture_is_read_and_undo_brings_the_drawing_back(user, picture_of_2):
    user.draw(8)
    user.drop(picture_of_2)
    user.sees(lambda: user.answer() == "2")
    user.click("undoButton")
    assert user.answer() == "8"


def test_an_opened_picture_is_read(user, picture_of_2):
    user.open_picture(picture_of_2)
    user.sees(lambda: user.answer() == "2")


def test_a_pasted_picture_is_read(user, picture_of_2):
    user.paste(QImage(str(picture_of_2)))
    user.sees(lambda: user.answer() == "2")


def test_a_clipboard_without_a_picture_is_told(user):
    user.paste("seven")
    user.sees(lambda: "clipboard" in user.notice())


def test_a_picture_that_is_none_is_told_and_the_drawing_stays(user, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("not a picture")
    user.draw(3)
    user.open_picture(bad)
    user.sees(lambda: "bad.png" in user.notice())
    assert user.answer() == "3"


BAR = [(0.5, 0.2), (0.5, 0.5), (0.5, 0.8)]


@pytest.mark.parametrize("way", ["opened", "dropped", "pasted"])
def test_a_picture_that_arrives_in_mid_stroke_costs_neither(user, picture_of_2, way):
    user.drag(BAR, lift=False)
    user.sees(lambda: user.answer() == "1")
    {
        "opened": lambda: user.open_picture(picture_of_2),
        "dropped": lambda: user.drop(picture_of_2),
        "pasted": lambda: user.paste(QImage(str(picture_of_2))),
    }[way]()
    user.sees(lambda: user.answer() == "2")
    # The hand goes on: that draws on neither.
    user.qtbot.mouseMove(user.pad, QPoint(30, 30))
    user.lift()
    assert user.answer() == "2"
    user.click("undoButton")
    assert user.answer() == "1"
    user.keep_as(1)
    user.sees(lambda: len(samples()) == 1)
    (stroke,) = samples()[0].ink.strokes
    np.testing.assert_allclose(stroke / 400, BAR, atol=0.01)
    user.click("undoButton")
    assert not user.is_enabled("clearButton")
    user.click("redoButton")
    user.click("redoButton")
    assert user.answer() == "2"


def test_a_picture_that_arrives_while_one_erases_costs_neither(user, picture_of_2):
    user.drag(BAR)
    right = Qt.MouseButton.RightButton
    user.drag(BAR, button=right, lift=False)
    user.drop(picture_of_2)
    user.sees(lambda: user.answer() == "2")
    user.lift(button=right)
    user.click("undoButton")
    assert not user.is_enabled("clearButton")
    user.click("undoButton")
    assert user.answer() == "1"
