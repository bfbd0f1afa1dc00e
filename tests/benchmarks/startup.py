"""From the command to a window that is painted and has read a stroke, against a bare window."""

import subprocess
import sys
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
import mnist_pad.cli
from mnist_pad import app
application = app.create_application(["mnist-pad"])
window = app.create_window(application, plots=False)
window.show()
application.processEvents()
pad = window.pad_panel.pad
pad.drawing.begin_stroke(200, 80, width=24)
pad.drawing.extend_stroke(200, 320)
window.reading.read()
application.processEvents()
assert window.answer_panel.answer == "1"
print("ready", flush=True)
"""


def seconds(code: str) -> float:
    """Return the time from starting an interpreter to its "ready"."""
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        taken = time.perf_counter() - started
    return taken


def main(rounds: int) -> None:
    """Measure in turn, so that both meet the machine in the same mood."""
    seconds(BARE), seconds(OURS)
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(2 * rounds)]
    report("a bare PySide6 window", [bare for bare, _ in pairs], "s")
    report("command to a window that reads a stroke", [ours for _, ours in pairs], "s", at_most=0.6)
    report("the same / a bare window", [ours / bare for bare, ours in pairs], "", at_most=4)


if __name__ == "__main__":
    main(int(sys.argv[1]))
