"""A window that draws and trains until it is killed, and what the next start finds."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# Draws a stroke of 20 points every 40 ms, and tells of each when it is finished; trains meanwhile.
DRAWING = """
import sys
import time
from pathlib import Path
from PySide6.QtCore import QTimer
from mnist_pad.app import create_application, create_window

application = create_application(["mnist-pad"])
window = create_window(application, folder=Path(sys.argv[1]))
window.show()
drawing, run = window.workspace.drawing, window.workspace.run
count = 0

def draw():
    global count
    place = 20 + 18 * (count % 20)
    drawing.press(place, 10 + count % 7)
    for step in range(1, 20):
        drawing.move(place + step / 7, 10 + 15 * step)
    drawing.release()
    count += 1
    print("drawn", count, time.monotonic(), flush=True)

def tell(event):
    history = run.current.history
    if history.step:
        print("trained", history.step, time.monotonic(), flush=True)

timer = QTimer()
timer.timeout.connect(draw)
timer.start(40)
if sys.argv[2] == "train":
    window.workspace.recipe.choose_recipe("article")
    run.event_taken.connect(tell)
    window.workspace.train()
print("ready", 0, time.monotonic(), flush=True)
application.exec()
"""


@dataclass(frozen=True)
class Killed:
    """What a window told before it was killed: (count, time) of strokes and of updates.

    `at` is when it was killed, by the same clock.
    """

    drawn: tuple[tuple[int, float], ...]
    trained: tuple[tuple[int, float], ...]
    at: float

    def drawn_before(self, seconds: float) -> int:
        """Return how many strokes were finished so long before the end."""
        return max((count for count, when in self.drawn if when <= self.at - seconds), default=0)

    def trained_before(self, seconds: float) -> int:
        """Return how many updates were told of so long before the end."""
        return max((count for count, when in self.trained if when <= self.at - seconds), default=0)


def kill_after(folder: Path, *, seconds: float, train: bool, wait_for: str = "ready") -> Killed:
    """Start a window in `folder`, and kill it so long after it told what is waited for."""
    command = [sys.executable, "-c", DRAWING, str(folder), "train" if train else "draw"]
    told: list[tuple[str, int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        until = None
        for line in program.stdout:
            word, count, when = line.split()
            told.append((word, int(count), float(when)))
            if until is None and word == wait_for:
                until = time.monotonic() + seconds
            # It tells of a stroke every 40 ms: that is fine enough a clock.
            if until is not None and time.monotonic() >= until:
                program.kill()
                break
        at = time.monotonic()
    return Killed(
        tuple((count, when) for word, count, when in told if word == "drawn"),
        tuple((count, when) for word, count, when in told if word == "trained"),
        at,
    )
