"""Drawing on the window, and what it answers."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputDevice,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mnist_pad.ink.raster import rasterize
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.ui.pictures import grey

DOT = [(0.5, 0.5)]
BAR = [(0.5, 0.2), (0.5, 0.8)]


@pytest.mark.parametrize("digit", range(10))
def test_a_drawn_digit_is_read(hand, digit):
    hand.draw(digit)
    assert hand.text("answerDigit") == str(digit)
    assert hand.text("answerConfidence").endswith(" %")
    bars = hand.bars()
    assert np.argmax(bars) == digit
    assert 990 <= sum(bars) <= 1010


@pytest.mark.parametrize(
    ("side", "corner"), [(0.25, (0.02, 0.02)), (0.25, (0.7, 0.7)), (0.9, (0.05, 0.05))]
)
def test_place_and_size_do_not_matter(hand, side, corner):
    hand.draw(7, side=side, corner=corner)
    assert hand.text("answerDigit") == "7"


def test_an_empty_pad_is_no_digit(hand):
    assert hand.text("answerDigit") == "?"
    assert hand.bars() == [0] * 10
    assert hand.widget("networkInput").pixmap().isNull()


def test_a_dot_is_no_digit_and_is_told(hand):
    hand.drag(DOT)
    assert hand.text("answerDigit") == "?"
    assert "small" in hand.text("answerConfidence")
    assert hand.bars() == [0] * 10


def test_the_answer_comes_while_the_pen_is_down(hand, qtbot):
    hand.drag(BAR, lift=False)
    qtbot.waitUntil(lambda: hand.text("answerDigit") == "1")
    qtbot.mouseRelease(hand.pad, Qt.MouseButton.LeftButton)


def test_the_preview_is_the_very_picture_that_is_read(hand):
    hand.draw(4)
    image = rasterize(hand.pad.ink()).image
    shown = grey(hand.widget("networkInput").pixmap().toImage())
    scale = len(shown) // 28
    np.testing.assert_array_equal(shown, np.kron(image, np.ones((scale, scale), np.uint8)))
    answer = Recognizer(hand.window.weights.current.weights).read(image)
    assert hand.bars() == [round(1000 * p) for p in answer.probabilities.tolist()]


def test_clear_can_be_undone_and_redone(hand):
    hand.draw(3)
    hand.click("clearButton")
    assert hand.text("answerDigit") == "?"
    hand.click("undoButton")
    assert hand.text("answerDigit") == "3"
    hand.click("redoButton")
    assert hand.text("answerDigit") == "?"


def test_the_keyboard_clears_undoes_and_redoes(hand):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    hand.draw(2)
    hand.press_keys(Qt.Key.Key_Delete)
    assert hand.text("answerDigit") == "?"
    hand.press_keys(Qt.Key.Key_Z, control)
    assert hand.text("answerDigit") == "2"
    hand.press_keys(Qt.Key.Key_Z, control | shift)
    assert hand.text("answerDigit") == "?"


def test_the_eraser_makes_a_7_of_a_crossed_one(hand):
    hand.drag(BAR)
    strokes_before = len(hand.pad.ink().strokes)
    hand.click("eraserButton")
    hand.drag([(0.3, 0.5), (0.7, 0.5)])
    assert len(hand.pad.ink().strokes) == strokes_before + 1
    hand.click("undoButton")
    assert len(hand.pad.ink().strokes) == strokes_before


def test_the_right_button_erases(hand):
    hand.drag(BAR)
    hand.drag(BAR, button=Qt.MouseButton.RightButton)
    assert hand.pad.ink().strokes == ()
    assert hand.text("answerDigit") == "?"


def test_the_pen_s_width_is_for_the_eyes_only(hand):
    hand.draw(5)
    thin = grey(hand.widget("networkInput").pixmap().toImage())
    hand.click("clearButton")
    hand.widget("penWidthSlider").setValue(50)
    hand.draw(5)
    wide = grey(hand.widget("networkInput").pixmap().toImage())
    np.testing.assert_array_equal(thin, wide)


def test_the_drawing_survives_a_resize(hand):
    hand.draw(6)
    before = rasterize(hand.pad.ink()).image
    hand.window.resize(900, 600)
    np.testing.assert_array_equal(rasterize(hand.pad.ink()).image, before)
    assert hand.text("answerDigit") == "6"


def test_a_finger_draws(hand, qtbot):
    screen = QTest.createTouchDevice()
    top, bottom = QPoint(100, 60), QPoint(100, 260)
    QTest.touchEvent(hand.pad, screen).press(0, top, hand.pad).commit()
    for y in range(top.y(), bottom.y(), 20):
        QTest.touchEvent(hand.pad, screen).move(0, QPoint(100, y), hand.pad).commit()
    QTest.touchEvent(hand.pad, screen).release(0, bottom, hand.pad).commit()
    assert hand.text("answerDigit") == "1"


def stylus(hand, kind, position, pointer):
    """Send a stylus's event; `pointer` is which of its ends points."""
    device = QPointingDevice(
        "stylus",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    place = QPointF(*position) * hand.pad.width()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, place, place, 0.5, 0, 0, 0, 0, 0, plain, left, left)
    QApplication.sendEvent(hand.pad, event)


def test_a_stylus_draws_and_its_other_end_erases(hand):
    press, move, lift = (
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
    )
    for pointer in (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser):
        stylus(hand, press, BAR[0], pointer)
        stylus(hand, move, BAR[1], pointer)
        stylus(hand, lift, BAR[1], pointer)
        drawn = pointer == QPointingDevice.PointerType.Pen
        assert hand.text("answerDigit") == ("1" if drawn else "?")
    assert hand.pad.ink().strokes == ()


def test_another_button_does_not_end_a_stroke(hand, qtbot):
    hand.drag(BAR, lift=False)
    qtbot.mouseClick(hand.pad, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    qtbot.mouseMove(hand.pad, QPoint(30, 200))
    qtbot.mouseRelease(hand.pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 200))
    assert len(hand.pad.ink().strokes) == 1
    assert hand.pad.ink().strokes[0][-1][0] < 100


@pytest.fixture
def picture_of_2(tmp_path):
    with np.load("assets/mnist.npz") as data:
        index = int(np.flatnonzero(data["y_test"] == 2)[0])
        picture = 255 - data["x_test"][index]
    path = tmp_path / "two.png"
    Image.fromarray(np.kron(picture, np.ones((5, 5), np.uint8))).save(path)
    return path


def test_a_dropped_picture_is_read_and_undo_brings_the_drawing_back(hand, picture_of_2):
    hand.draw(8)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture_of_2))])
    hand.window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    hand.sees(lambda: hand.text("answerDigit") == "2")
    hand.click("undoButton")
    assert hand.text("answerDigit") == "8"


def test_a_pasted_picture_is_read(hand, picture_of_2):
    QGuiApplication.clipboard().setImage(QImage(str(picture_of_2)))
    hand.choose("pastePictureAction")
    hand.sees(lambda: hand.text("answerDigit") == "2")


def test_a_picture_that_is_none_is_told_and_the_drawing_stays(hand, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_text("not a picture")
    hand.draw(3)
    hand.window.open_picture(bad)
    hand.sees(lambda: "bad.png" in hand.text("noticeText"))
    assert hand.text("answerDigit") == "3"
