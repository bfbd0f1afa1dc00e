"""The program on a real X server: it shows itself, takes the mouse, and goes away."""

import os
import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager

import numpy as np
import pytest

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset.collection import Collection

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)

PATIENCE_S = 60

# Waits for the window; without a window manager nobody else gives it the keyboard.
WINDOW = ("search", "--sync", "--onlyvisible", "--name", "^mnist-pad$", "windowfocus", "--sync")

# The program as it is started, telling on standard output what its labels are painted with.
TELLING = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget
from mnist_pad import app

class Teller(QObject):
    told = ""

    def eventFilter(self, label, event):
        if event.type() == QEvent.Type.Paint and label.text() != self.told:
            self.told = label.text()
            print(label.objectName(), self.told, flush=True)
        return False

application = app.create_application(["mnist-pad"])
window = app.create_window(application)
tellers = [Teller(), Teller()]
for teller, name in zip(tellers, ("answerDigit", "keptLabel")):
    window.findChild(QLabel, name).installEventFilter(teller)
window.show()
pad = window.findChild(QWidget, "pad")
corner = pad.mapToGlobal(pad.rect().topLeft())
print("pad", corner.x(), corner.y(), pad.width(), flush=True)
sys.exit(application.exec())
"""


@pytest.fixture
def screen():
    """Start a virtual screen and yield the environment of those who use it."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answers:
        number = answers.readline().strip()
    yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    server.terminate()
    server.wait()


@contextmanager
def started(screen, *arguments):
    """Start a Python program that is killed, rather than waited for, if it hangs."""
    with subprocess.Popen(
        [sys.executable, *arguments], env=screen, stdout=subprocess.PIPE, text=True
    ) as program:
        watchdog = threading.Timer(PATIENCE_S, program.kill)
        watchdog.start()
        try:
            yield program
        finally:
            watchdog.cancel()
            program.kill()


def xdotool(screen, *words):
    subprocess.run(["xdotool", *map(str, words)], env=screen, check=True, timeout=PATIENCE_S)


def quit_by_keyboard(screen):
    # The window may be gone before xdotool lets the keys go, which it counts as a failure.
    subprocess.run(["xdotool", *WINDOW, "key", "ctrl+q"], env=screen, timeout=PATIENCE_S)


def draw(screen, digit, *, corner, side):
    for stroke in strokes(digit):
        points = (stroke * side * 0.6 + side * 0.2 + corner).round().astype(int).tolist()
        moves = [word for x, y in points[1:] for word in ("mousemove", x, y)]
        xdotool(screen, "mousemove", *points[0], "mousedown", 1, *moves, "mouseup", 1)


def wait_for(program, line):
    """Read what the program tells until it tells `line`; fails where it ends before."""
    told = []
    for text in program.stdout:
        told.append(text.rstrip("\n"))
        if told[-1] == line:
            return
    pytest.fail(f"{line!r} was never told: {told}")


def test_real_mouse_events_are_drawn_and_read_and_a_key_keeps_the_drawing(screen):
    with started(screen, "-c", TELLING) as program:
        x, y, side = map(
            int, re.match(r"pad (\d+) (\d+) (\d+)", program.stdout.readline()).groups()
        )
        wait_for(program, "answerDigit ?")
        for digit in (3, 7):
            draw(screen, digit, corner=(x, y), side=side)
            wait_for(program, f"answerDigit {digit}")
            xdotool(screen, *WINDOW, "key", digit)
            wait_for(program, f"keptLabel Kept as {digit}.")
            xdotool(screen, *WINDOW, "key", "Delete")
            wait_for(program, "answerDigit ?")
        quit_by_keyboard(screen)
        assert program.wait(timeout=20) == 0
    assert [sample.label for sample in Collection().read()[0]] == [3, 7]


def test_every_point_of_the_fastest_mouse_is_drawn(screen):
    with started(screen, "-c", TELLING) as program:
        x, y, side = map(
            int, re.match(r"pad (\d+) (\d+) (\d+)", program.stdout.readline()).groups()
        )
        wait_for(program, "answerDigit ?")
        # As fast as the server takes them, several thousand a second.
        turn = np.linspace(0, 40, 1000)[:, None]
        spiral = np.concatenate([np.cos(turn), np.sin(turn)], axis=1) * (0.1 + turn / 130)
        spots = np.rint((0.5 + spiral) * side).astype(int)
        spots = spots[np.append(True, (np.diff(spots, axis=0) != 0).any(axis=1))]
        first, *rest = (spots + np.array([x, y])).tolist()
        moves = [word for spot in rest for word in ("mousemove", *spot)]
        xdotool(screen, "mousemove", *first, "mousedown", 1, *moves, "mouseup", 1)
        xdotool(screen, *WINDOW, "key", 0)
        wait_for(program, "keptLabel Kept as 0.")
        quit_by_keyboard(screen)
        assert program.wait(timeout=20) == 0
    ((sample,), _) = Collection().read()
    (stroke,) = sample.ink.strokes
    np.testing.assert_allclose(stroke, spots * sample.ink.pad[0] / side, atol=1e-6)


def test_the_command_opens_a_window_and_quits(screen):
    with started(screen, "-m", "mnist_pad") as program:
        quit_by_keyboard(screen)
        assert program.wait(timeout=20) == 0
