"""Where the window is and how large, remembered and kept in sight; what is dropped on it."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from mnist_pad.base import folders
from mnist_pad.recognizer.weights import save, shipped
from mnist_pad.ui.place import SIZE_PX, SMALLEST_SIZE_PX
from mnist_pad.workspace.drawing import Tools
from mnist_pad.workspace.session import Session, SessionFile
from tests.ui.test_pages import leave

LEFT, PLAIN, COPY = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.DropAction.CopyAction,
)


def place(user):
    return user.window.workspace.preferences.current.place


def room(user):
    screen = user.window.screen().availableGeometry()
    # The screen without a screen is taken for as large as the window at its first start.
    return QRect(screen.topLeft(), SIZE_PX.expandedTo(screen.size()))


def test_the_first_time_the_window_has_the_size_it_was_made_for(user):
    assert user.window.size() == SIZE_PX
    assert user.window.minimumSize() == SMALLEST_SIZE_PX


def test_size_and_place_come_back(user, open_window):
    user.window.resize(1000, 700)
    user.window.move(60, 40)
    user.sees(lambda: place(user) == (60, 40, 1000, 700))
    user.close()
    again = open_window(restore=True).window
    assert (again.x(), again.y(), again.width(), again.height()) == (60, 40, 1000, 700)


def test_maximized_comes_back_with_the_size_from_before(user, open_window):
    user.window.resize(1000, 700)
    user.sees(lambda: place(user)[2:] == (1000, 700))
    user.window.showMaximized()
    user.sees(lambda: user.window.workspace.preferences.current.maximized)
    assert place(user)[2:] == (1000, 700)
    user.close()
    again = open_window(restore=True)
    assert again.window.isMaximized()
    assert place(again)[2:] == (1000, 700)
    again.window.showNormal()
    again.sees(lambda: not again.window.workspace.preferences.current.maximized)


@pytest.mark.parametrize(
    "left",
    [
        (0, 0, 1, 1),
        (0, 0, -500, -500),
        (10, 10, 100_000, 100_000),
        (5_000, 5_000, 1000, 700),
        (-5_000, 0, 1000, 700),
        (0, 0, 10**6, 3),
    ],
)
def test_whatever_was_left_the_window_is_in_sight_and_usable(open_window, left):
    leave(place=left)
    user = open_window(restore=True)
    frame = user.window.geometry()
    assert frame.width() >= SMALLEST_SIZE_PX.width()
    assert frame.height() >= SMALLEST_SIZE_PX.height()
    assert frame.width() <= room(user).width()
    assert frame.height() <= room(user).height()
    assert room(user).intersects(frame)
    user.draw(3)
    assert user.answer() == "3"


@pytest.mark.parametrize("left", [(0, 0, 2**31, 700), (2**40, 0, 1000, 700), (0, 0, 900, -(2**63))])
def test_a_place_beyond_all_screens_ends_no_start(open_window, left):
    leave(place=left)
    user = open_window(restore=True)
    assert room(user).intersects(user.window.geometry())
    assert user.window.width() <= room(user).width()


@pytest.mark.parametrize("width", [-7.0, 0.0, 1e3, 1e300])
def test_a_pen_of_no_width_there_is_ends_no_start_and_draws(open_window, width):
    session = Session(tools=Tools(pen_width=width))
    SessionFile(folders.data() / "session.json").write(session)
    user = open_window(restore=True)
    slider = user.widget("penWidthSlider")
    assert user.window.workspace.drawing.tools.pen_width == slider.value()
    user.draw(3)
    assert len(user.window.workspace.drawing.sheet.strokes) > 0


def test_a_window_that_is_not_shown_remembers_nothing(user):
    user.window.hide()
    before = place(user)
    user.window.resize(950, 650)
    user.window.move(11, 12)
    assert place(user) == before


def enter(user, data):
    event = QDragEnterEvent(QPoint(50, 50), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(user.window.windowHandle(), event)
    return event.isAccepted()


def drop(user, data):
    assert enter(user, data)
    event = QDropEvent(QPointF(50, 50), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(user.window.windowHandle(), event)


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_text_cannot_be_dropped(user):
    data = QMimeData()
    data.setText("3")
    assert not enter(user, data)


def test_a_dropped_picture_is_read_and_undo_takes_it_away(user, tmp_path):
    grey = np.full((300, 200), 255, np.uint8)
    grey[60:240, 90:110] = 0
    Image.fromarray(grey).save(tmp_path / "one.png")
    drop(user, files(tmp_path / "one.png"))
    user.sees(lambda: user.answer() == "1")
    user.click("undoButton")
    assert user.answer() == "?"


def test_dropped_weights_are_refused_in_a_run_and_told(user, tmp_path):
    save(shipped(), tmp_path / "mine.npz")
    before = user.weights_text()
    user.click("trainButton")
    drop(user, files(tmp_path / "mine.npz"))
    assert "stop it" in user.notice()
    assert user.weights_text() == before


def test_an_address_that_is_dropped_is_told_to_hold_nothing(user):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/one.png")])
    drop(user, data)
    assert user.notice() == "What was dropped holds neither a picture nor a weights file."
