"""Drawing on the pad: pen, eraser, undo, and every way of pointing."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QRegion

from mnist_pad.ink.raster import rasterize
from tests.ui.on_disk import labels, samples

BAR = [(0.5, 0.2), (0.5, 0.8)]


def kept(user, label):
    """Keep what is on the pad, and return its ink as it then is on the disk."""
    before = len(samples())
    user.keep_as(label)
    user.sees(lambda: len(samples()) == before + 1)
    return samples()[-1].ink


def is_empty(user):
    return user.confidence() == "Nothing drawn yet" and user.network_input() is None


def test_clear_can_be_undone_and_redone(user):
    user.draw(3)
    user.click("clearButton")
    assert user.answer() == "?"
    user.click("undoButton")
    assert user.answer() == "3"
    user.click("redoButton")
    assert user.answer() == "?"


def test_the_keyboard_clears_undoes_and_redoes(user):
    user.draw(2)
    user.key("Delete")
    assert user.answer() == "?"
    user.key("Ctrl+Z")
    assert user.answer() == "2"
    user.key("Ctrl+Shift+Z")
    assert user.answer() == "?"


def test_the_eraser_cuts_a_stroke_in_two_and_undo_joins_it(user):
    user.drag(BAR)
    assert len(kept(user, 1).strokes) == 1
    # A narrow gap: across a wide one, they would be two digits.
    user.set("penWidthSlider", 8)
    user.click("eraserButton")
    # A narrow cut: with a wide one, there would be two bars in two rows.
    user.set("penWidthSlider", 6)
    user.drag([(0.3, 0.5), (0.7, 0.5)])
    assert len(kept(user, 2).strokes) == 2
    user.click("undoButton")
    # The very drawing that was kept as 1 is on the pad again: it gets another name.
    user.keep_as(3)
    user.sees(lambda: labels() == [2, 3])
    assert len(samples()[-1].ink.strokes) == 1


def test_the_right_button_erases(user):
    user.drag(BAR)
    user.drag(BAR, button=Qt.MouseButton.RightButton)
    assert is_empty(user)
    assert user.answer() == "?"
    assert not user.is_enabled("clearButton")


def test_the_pen_s_width_is_for_the_eyes_only(user):
    user.draw(5)
    thin = user.network_input()
    user.click("clearButton")
    user.set("penWidthSlider", 50)
    user.draw(5)
    np.testing.assert_array_equal(thin, user.network_input())


def test_the_drawing_survives_a_resize(user):
    user.draw(6)
    before, seen = kept(user, 6), user.network_input()
    user.window.resize(900, 600)
    user.sees(lambda: user.window.size().toTuple() == (900, 600))
    user.click("takeBackButton")
    user.sees(lambda: samples() == [])
    after = kept(user, 6)
    np.testing.assert_array_equal(rasterize(after).image, rasterize(before).image)
    np.testing.assert_array_equal(user.network_input(), seen)
    assert user.answer() == "6"


def test_another_button_does_not_end_a_stroke(user, qtbot):
    user.drag(BAR, lift=False)
    qtbot.mouseClick(user.pad, Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    qtbot.mouseMove(user.pad, QPoint(30, 200))
    user.lift()
    (stroke,) = kept(user, 1).strokes
    # The stroke's end is on the left: the pen was still down there.
    assert stroke[-1][0] < 100


@pytest.mark.parametrize("key", ["E", "button"])
def test_the_eraser_is_taken_and_put_down(user, key):
    def take():
        user.click("eraserButton") if key == "button" else user.key(key)

    take()
    assert user.widget("eraserButton").isChecked()
    take()
    assert not user.widget("eraserButton").isChecked()


class Seen(QObject):
    """Notes which parts of a widget are painted on the screen."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.region |= event.region()
        return False


def test_a_stroke_is_on_the_screen_as_it_is_drawn_and_nothing_else_is_painted(user):
    user.drag(BAR, lift=False)
    user.sees(lambda: user.answer() == "1")
    seen = Seen(user.pad)
    spot = QPoint(*(user.pad.width() * np.array([0.6, 0.8])).astype(int).tolist())
    user.qtbot.mouseMove(user.pad, spot)
    user.sees(lambda: seen.region.contains(spot))
    assert seen.region.boundingRect().width() < 0.3 * user.pad.width()
    # Another part is painted first, as where the pointer's ring was: the ink is not forgotten.
    for to in ([0.7, 0.8], [0.8, 0.8]):
        spot = QPoint(*(user.pad.width() * np.array(to)).astype(int).tolist())
        user.qtbot.mouseMove(user.pad, spot)
        user.pad.repaint(0, 0, 5, 5)
    user.sees(lambda: seen.region.contains(spot))
    user.lift()
