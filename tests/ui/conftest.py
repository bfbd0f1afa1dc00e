"""The window under test, and what a user's hand does to it."""

import threading

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from mnist_pad.app import create_window
from mnist_pad.commands.sample_digits import strokes


class Hand:
    """A user at the window: draws, clicks, types, looks."""

    def __init__(self, qtbot, window):
        self._qtbot = qtbot
        self.window = window
        self.pad = self.widget("pad")

    def widget(self, name):
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name):
        return self.widget(name).text()

    def bars(self):
        return [self.widget(f"bar{digit}").value() for digit in range(10)]

    def click(self, name):
        self._qtbot.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def choose(self, name):
        self.window.findChild(QAction, name).trigger()

    def sees(self, condition):
        """Wait until what was asked for is there to see."""
        self._qtbot.waitUntil(condition)

    def press_keys(self, keys, modifiers=Qt.KeyboardModifier.NoModifier):
        self._qtbot.keyClick(self.window, keys, modifiers)

    def drag(self, points, *, button=Qt.MouseButton.LeftButton, lift=True):
        """Drag along (n, 2) points in parts of the pad's side."""
        spots = [QPoint(*map(round, point)) for point in np.multiply(points, self.pad.width())]
        self._qtbot.mousePress(self.pad, button, pos=spots[0])
        for spot in spots[1:]:
            self._qtbot.mouseMove(self.pad, spot)
        if lift:
            self._qtbot.mouseRelease(self.pad, button, pos=spots[-1])

    def draw(self, digit, *, side=0.6, corner=(0.2, 0.2)):
        """Draw a digit into a square of the pad."""
        for stroke in strokes(digit):
            self.drag(stroke * side + np.array(corner))

    def wait_for(self, signal, *, seconds, trigger):
        """Do `trigger` and return what `signal` then brings."""
        with self._qtbot.waitSignal(signal, timeout=1000 * seconds) as waiting:
            trigger()
        return waiting.args[0] if waiting.args else None


@pytest.fixture
def window(qapp):
    made = create_window(qapp)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    # Windows that linger would be painted anew with every later one.
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    assert psutil.Process().children() == []
    assert [thread.name for thread in threading.enumerate() if not thread.daemon] == ["MainThread"]


@pytest.fixture
def hand(qtbot, window):
    qtbot.waitExposed(window)
    return Hand(qtbot, window)
