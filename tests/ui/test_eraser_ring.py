"""The eraser's ring is where the pointer is, and as large as what is erased, at every size."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.looking import grey
from tests.ui.pens import Hand, Stylus

MIDDLE = (0.5, 0.6)


@pytest.fixture
def inked(user):
    """A pad with ink on it, away from the middle: the invitation is gone."""
    user.drag([(0.05, 0.05), (0.05, 0.1)])
    return user


def hover(user, place):
    # Where the pointer was in the last test's window, Qt tells of no move.
    for off in (9, 0):
        # Asked each time: after a resize, the pad finds its place as the first move is taken.
        spot = QPoint(*(round(part * user.pad.width()) - off for part in place))
        user.qtbot.mouseMove(user.pad, spot)


def ring(user):
    """Return the middle and the diameters of the ring, in parts of the pad's side; None without."""
    image = grey(user.pad.grab().toImage())
    inner = image[image.shape[0] // 5 :, image.shape[1] // 5 :]
    rows, columns = np.nonzero(inner < 100)
    if not len(rows):
        return None
    low = np.array([columns.min(), rows.min()]) + len(image) // 5
    high = np.array([columns.max(), rows.max()]) + len(image) // 5
    return (low + high + 1) / 2 / len(image), (high - low) / len(image)


def assert_around(user, place, width):
    middle, diameters = ring(user)
    pixel = 1 / user.pad.width()
    np.testing.assert_allclose(middle, place, atol=1.5 * pixel)
    np.testing.assert_allclose(diameters, 2 * width / 400, atol=2.5 * pixel)


@pytest.mark.parametrize("width", [4, 24, 60])
@pytest.mark.parametrize("size", [(900, 600), (1600, 1100)])
def test_it_is_as_large_as_what_is_erased(inked, width, size):
    inked.window.resize(*size)
    inked.set("penWidthSlider", width)
    inked.click("eraserButton")
    hover(inked, MIDDLE)
    assert_around(inked, MIDDLE, width)


def test_it_goes_with_the_tool_and_the_pointer(inked):
    hover(inked, MIDDLE)
    assert ring(inked) is None
    inked.key("E")
    assert_around(inked, MIDDLE, 24)
    hover(inked, (0.6, 0.6))
    assert_around(inked, (0.6, 0.6), 24)
    QApplication.sendEvent(inked.pad, QEvent(QEvent.Type.Leave))
    assert ring(inked) is None
    hover(inked, MIDDLE)
    inked.key("E")
    assert ring(inked) is None


def test_the_right_button_shows_it_while_it_erases(inked):
    inked.drag([MIDDLE, (0.6, 0.7)], button=Qt.MouseButton.RightButton, lift=False)
    assert_around(inked, (0.6, 0.7), 24)
    inked.lift(button=Qt.MouseButton.RightButton)
    assert ring(inked) is None


def test_a_stylus_s_other_end_shows_it_before_it_touches(inked):
    rubber = Stylus(inked.pad, rubber=True)
    rubber.move(MIDDLE, pressure=0.0)
    assert_around(inked, MIDDLE, 24)
    rubber.go_away()
    assert ring(inked) is None
    Stylus(inked.pad).move(MIDDLE, pressure=0.0)
    assert ring(inked) is None


def test_a_finger_that_erases_shows_it_until_it_is_lifted(inked):
    inked.click("eraserButton")
    hand = Hand(inked.pad)
    hand.put((0.4, 0.5))
    hand.move(MIDDLE)
    assert_around(inked, MIDDLE, 24)
    hand.lift(MIDDLE)
    assert ring(inked) is None
