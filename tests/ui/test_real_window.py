"""The program on a real X server: it shows itself, takes the mouse, and goes away."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from mnist_pad.commands.sample_digits import strokes

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)

# The program as it is started, telling on standard output what it answers to each stroke.
TELLING = """
import sys
from PySide6.QtWidgets import QLabel, QWidget
from mnist_pad import app

application = app.create_application(["mnist-pad"])
window = app.create_window(application)
pad, answer = window.findChild(QWidget, "pad"), window.findChild(QLabel, "answerDigit")
pad.stroke_finished.connect(lambda: print("read", answer.text(), flush=True))
window.show()
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


def xdotool(screen, *words):
    subprocess.run(["xdotool", *map(str, words)], env=screen, check=True)


def draw(screen, digit, *, corner, side):
    for stroke in strokes(digit):
        points = (stroke * side * 0.6 + side * 0.2 + corner).round().astype(int).tolist()
        moves = [word for x, y in points[1:] for word in ("mousemove", x, y)]
        xdotool(screen, "mousemove", *points[0], "mousedown", 1, *moves, "mouseup", 1)


def test_real_mouse_events_are_drawn_and_read(screen):
    with subprocess.Popen(
        [sys.executable, "-c", TELLING], env=screen, stdout=subprocess.PIPE, text=True
    ) as program:
        x, y, side = map(
            int, re.match(r"pad (\d+) (\d+) (\d+)", program.stdout.readline()).groups()
        )
        for digit in (3, 7):
            xdotool(screen, "key", "Delete")
            draw(screen, digit, corner=(x, y), side=side)
            answers = [program.stdout.readline() for _ in strokes(digit)]
            assert answers[-1] == f"read {digit}\n"
        xdotool(screen, "key", "ctrl+q")
        assert program.wait(timeout=20) == 0


def test_the_command_opens_a_window_and_quits(screen):
    with subprocess.Popen([sys.executable, "-m", "mnist_pad"], env=screen) as program:
        # Waits until the window is there.
        xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "^mnist-pad$")
        xdotool(screen, "key", "--clearmodifiers", "ctrl+q")
        assert program.wait(timeout=20) == 0
