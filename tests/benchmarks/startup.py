"""From the command to a window that is painted and has read a stroke, against a bare window."""

import os
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.rows import report

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
print("ready", flush=True)
"""

# What the command does, up to the answer to a first stroke, drawn as soon as the window is shown.
OURS = """
import sys
import mnist_pad.cli
from pathlib import Path
from PySide6.QtWidgets import QLabel
from mnist_pad import app
application = app.create_application(["mnist-pad"])
window = app.assemble(application, restore=True, folder=Path(sys.argv[1]))
window.show()
application.processEvents()
drawing = window.workspace.drawing
drawing.clear()
drawing.press(200, 80)
drawing.move(200, 320)
drawing.release()
application.processEvents()
assert window.findChild(QLabel, "answerDigit").text() == "1"
print("ready", flush=True)
# Not to be measured, nor to change what the next is to restore.
import os
os._exit(0)
"""

# A session with what a busy hour leaves: a drawing with its steps, and weights of a run.
SESSION = """
import sys
from pathlib import Path
import numpy as np
from mnist_pad import app
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.recognizer.weights import save, shipped
folder = Path(sys.argv[1])
application = app.create_application(["mnist-pad"])
window = app.create_window(application, folder=folder)
workspace = window.workspace
save(shipped(), folder / "mine.npz")
workspace.opening.open_weights(folder / "mine.npz")
for digit in range(10):
    workspace.drawing.clear()
    for stroke in strokes(digit):
        points = (stroke * 320 + 40).tolist()
        workspace.drawing.press(*points[0])
        for point in points[1:]:
            workspace.drawing.move(*point)
        workspace.drawing.release()
while workspace.weights.current.origin.kind != "file":
    application.processEvents()
window.show()
window.close()
"""


def as_a_user() -> dict[str, str]:
    """Return an environment in which modules are compiled once, not at every start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(code: str, folder: str) -> float:
    """Return the time from starting an interpreter to its "ready"."""
    started = time.perf_counter()
    command = [sys.executable, "-c", code, folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=as_a_user()) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        taken = time.perf_counter() - started
    return taken


def main(rounds: int) -> None:
    """Measure in turn, so that both meet the machine in the same mood."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-c", SESSION, folder], check=True)
        seconds(BARE, folder), seconds(OURS, folder)
        pairs = [(seconds(BARE, folder), seconds(OURS, folder)) for _ in range(2 * rounds)]
    report("a bare PySide6 window", [bare for bare, _ in pairs], "s")
    name = "command to a window, its session restored, that reads a stroke"
    report(name, [ours for _, ours in pairs], "s", at_most=0.6)
    report("the same / a bare window", [ours / bare for bare, ours in pairs], "", at_most=4)


if __name__ == "__main__":
    main(int(sys.argv[1]))
