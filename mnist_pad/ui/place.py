"""Where the window is and how large: remembered, and found again on whatever screen there is."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mnist_pad.workspace.preferences import PreferencesStore

SIZE_PX: Final = QSize(1200, 760)
SMALLEST_SIZE_PX: Final = QSize(900, 600)
FRAME_PX: Final = QSize(8, 36)
"""What a window's frame may add to it: a size is asked for before there is a frame to measure."""

FARTHEST_PX: Final = 2**24
"""Beyond any screen; what is left in a file may lie beyond Qt's numbers."""


def remember(window: QWidget, preferences: PreferencesStore) -> None:
    """Note where a window is now."""
    # What happens to it while it is hidden is the program's doing, not the user's.
    if not window.isVisible():
        return
    maximized = window.isMaximized()
    preferences.choose(maximized=maximized)
    # The place from before is the one to go back to when it is maximized no longer.
    if not maximized:
        preferences.choose(place=(window.x(), window.y(), window.width(), window.height()))


def put(window: QWidget, preferences: PreferencesStore) -> None:
    """Give a window that is not shown yet the place it had, or one that the screen has room for."""
    room = _room(window)
    # On a screen that is smaller still, the least size would push the foot out of reach.
    window.setMinimumSize(SMALLEST_SIZE_PX.boundedTo(room.size()))
    window.resize(SIZE_PX.boundedTo(room.size()))
    chosen = preferences.current
    if chosen.place is not None:
        x, y, width, height = (max(-FARTHEST_PX, min(each, FARTHEST_PX)) for each in chosen.place)
        window.resize(QSize(width, height).boundedTo(room.size()))
        # The screen it was on may be gone, or smaller now.
        if room.contains(QRect(x, y, width, height).center()):
            window.move(x, y)
    if chosen.maximized:
        # Not showMaximized: whoever makes the window decides when it is shown.
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _room(window: QWidget) -> QRect:
    room = window.screen().availableGeometry()
    if QGuiApplication.platformName() == "offscreen":
        # That screen is made up; the pictures taken on it are not to depend on its size.
        return QRect(room.topLeft(), SIZE_PX.expandedTo(room.size()))
    return room.adjusted(0, 0, -FRAME_PX.width(), -FRAME_PX.height())
