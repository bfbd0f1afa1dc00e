"""The window under test, in the hands of a user; what a test must not leave behind."""

import psutil
import pytest
from PySide6.QtCore import QEvent, Qt

from mnist_pad.app import create_window
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset.collection import Collection
from tests.ui.gestures import User
from tests.ui.leaks import (  # noqa: F401  # fixtures and a hook, for every test here
    no_leaked_threads,
    no_qt_warnings,
    pytest_itemcollected,
)
from tests.ui.on_disk import ink


@pytest.fixture
def open_window(qapp, qtbot):
    """Return what opens a window and gives it into the hands of a user."""
    # The system's own dialogs belong to another program: no test can type into them.
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    windows = []

    def opened(*, restore=False):
        window = create_window(qapp, restore=restore)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return User(window, qtbot)

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
        # Windows that linger would be painted anew with every later one.
        qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert psutil.Process().children() == []


@pytest.fixture
def user(open_window):
    """Somebody at a window that was just opened."""
    return open_window()


@pytest.fixture
def appearance(user):
    """Return what chooses light or dark; afterwards it is the system's again."""
    yield user.choose_appearance
    user.choose_appearance("system")


@pytest.fixture
def collection():
    """The user's drawings as another program finds them."""
    return Collection()


@pytest.fixture
def opened(user, collection):
    """Keep 3, 7, a 3 called 8, and 1, and show them; the latest come first."""

    def open_with(digits=(3, 7, 3, 1), labels=(3, 7, 8, 1)):
        for digit, label in zip(digits, labels, strict=True):
            collection.add(ink(strokes(digit)), label)
        mine = user.open_drawings()
        mine.sees(lambda: len(mine.captions()) == len(digits))
        return mine

    return open_with
