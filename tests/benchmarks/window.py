"""The window at work: how long its event loop is ever held, what it answers when, its memory."""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import psutil
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget

from mnist_pad.app import assemble, create_application, create_window
from mnist_pad.dataset import mnist
from mnist_pad.training.events import RunEnded, StepsTrained
from mnist_pad.ui.window import Window
from tests.benchmarks.rows import percentile, report

TICK_MS = 1
STOP_AFTER_MS = 1000
CLOSE_AFTER_MS = 500
GIVE_UP_AFTER_MS = 10_000
PAGE_MS = 3_000
RESTORED_MS = 2_000


class Watch:
    """Notes how much later than it should each tick of a timer comes, and the memory then."""

    def __init__(self) -> None:
        self.stalls_ms: list[float] = []
        self.most_mb = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def restart(self) -> None:
        """Forget what was noted; it was the benchmark's own work."""
        self.stalls_ms.clear()
        self._last = time.perf_counter()

    def longest(self) -> float:
        """Return the longest stall in ms since the last call, or the start."""
        self._tick()
        longest = max(self.stalls_ms)
        self.restart()
        return longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self.stalls_ms.append(max(0.0, 1000 * (now - self._last) - TICK_MS))
        if len(self.stalls_ms) % 100 == 0:
            self.most_mb = max(self.most_mb, memory_mb())
        # What the watch itself took is nobody's stall.
        self._last = time.perf_counter()


@dataclass(frozen=True)
class Times:
    """Of one run, in seconds: Train to the first losses, Stop to the end."""

    first: float
    stopped: float


def run(window: Window, *, stop: bool) -> Times:
    """Press Train and wait for the end, or press Stop after a second of losses."""
    loop = QEventLoop()
    at: dict[str, float] = {}

    def take(event: object) -> None:
        now = time.perf_counter()
        if isinstance(event, StepsTrained) and "first" not in at:
            at["first"] = now
            if stop:
                QTimer.singleShot(STOP_AFTER_MS, press_stop)
        if isinstance(event, RunEnded):
            at["end"] = now
            loop.quit()

    def press_stop() -> None:
        at["stop"] = time.perf_counter()
        window.workspace.run.stop()

    window.workspace.run.event_taken.connect(take)
    pressed = time.perf_counter()
    window.workspace.train()
    loop.exec()
    window.workspace.run.event_taken.disconnect(take)
    return Times(at["first"] - pressed, at["end"] - at.get("stop", at["end"]))


def photograph(folder: Path) -> Path:
    """Write a picture of a digit, 13 megapixels."""
    path = folder / "photograph.png"
    large = np.kron(255 - mnist.load().x_test[0], np.ones((130, 130), np.uint8))
    Image.fromarray(large).save(path)
    return path


def use_files(window: Window, weights: Path, picture: Path) -> None:
    """Save weights, load them, and open a picture."""
    opening, in_use = window.workspace.opening, window.workspace.weights
    _in_the_loop(lambda: opening.save_weights(weights), lambda: weights.exists())
    _in_the_loop(
        lambda: opening.open_weights(weights), lambda: in_use.current.origin.kind == "file"
    )
    _in_the_loop(
        lambda: opening.open_picture(picture), lambda: not window.workspace.drawing.is_empty
    )


def open_pages(window: Window) -> list[float]:
    """Open each page for the first time; return the longest stall with each, in ms."""
    pages, longest = window.findChild(QTabWidget, "pages"), []
    for index in range(1, pages.count()):
        watch, loop = Watch(), QEventLoop()
        QTimer.singleShot(0, partial(pages.setCurrentIndex, index))
        QTimer.singleShot(PAGE_MS, loop.quit)
        loop.exec()
        longest.append(watch.longest())
    pages.setCurrentIndex(0)
    return longest


def restored(application: QApplication, folder: Path) -> float:
    """Restore a session in the loop; return the longest stall after the window is there, in ms."""
    window = assemble(application, restore=True, folder=folder)
    watch, loop = Watch(), QEventLoop()
    window.show()
    application.processEvents()
    watch.restart()
    QTimer.singleShot(RESTORED_MS, loop.quit)
    loop.exec()
    longest = watch.longest()
    window.close()
    return longest


def _in_the_loop(begin: Callable[[], None], done: Callable[[], bool]) -> None:
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: done() and loop.quit())
    look.start(TICK_MS)
    QTimer.singleShot(0, begin)
    QTimer.singleShot(GIVE_UP_AFTER_MS, loop.quit)
    loop.exec()
    assert done()


def close(window: Window) -> None:
    """Close the window in the middle of a run."""
    window.workspace.train()
    _in_the_loop(lambda: None, lambda: window.workspace.run.is_running)
    loop = QEventLoop()
    QTimer.singleShot(CLOSE_AFTER_MS, loop.quit)
    loop.exec()
    loop = QEventLoop()
    QTimer.singleShot(0, window.close)
    QTimer.singleShot(10 * TICK_MS, loop.quit)
    loop.exec()


def memory_mb(pid: int | None = None) -> float:
    """Return a process's resident memory; this one's unless told."""
    return psutil.Process(pid).memory_info().rss / 1e6


def main(rounds: int) -> None:
    """Measure a cold run, warm ones, files, and the end."""
    application = create_application(["mnist-pad"])
    home = tempfile.TemporaryDirectory()
    window = create_window(application, folder=Path(home.name))
    window.show()
    application.processEvents()
    report("memory of the window's process, idle", [memory_mb()], "MB", at_most=200)

    watch = Watch()
    cold = run(window, stop=False)
    report("Train pressed to first loss, cold", [cold.first], "s", at_most=6)
    steady_ms = percentile(watch.stalls_ms, 99)
    report("longest stall, Train to the end, cold", [watch.longest()], "ms", at_most=50)
    report("99th percentile of these stalls", [steady_ms], "ms", at_most=8)

    warm, longest = [], []
    for _ in range(rounds):
        warm.append(run(window, stop=True))
        longest.append(watch.longest())
    report("Train pressed to first loss, warm", [once.first for once in warm], "s", at_most=1)
    report("Stop pressed to stopped", [once.stopped for once in warm], "s", at_most=0.3)
    report("longest stall, Train to stopped, warm", longest, "ms", at_most=50)
    report("memory of the window's process, training", [watch.most_mb], "MB", at_most=260)

    (child,) = psutil.Process().children()
    report("memory of the training process, after runs", [memory_mb(child.pid)], "MB")
    with tempfile.TemporaryDirectory() as folder:
        picture = photograph(Path(folder))
        watch.restart()
        use_files(window, Path(folder) / "saved.npz", picture)
    report("longest stall, saving, loading, a photograph", [watch.longest()], "ms", at_most=50)
    pages_ms = open_pages(window)
    report("longest stall, each page opened first", [max(pages_ms)], "ms", at_most=50)
    watch.restart()
    close(window)
    # Nobody sees this one: the window goes first.
    report("the end of a window closed during a run", [watch.longest()], "ms")
    restored_ms = restored(application, Path(home.name))
    report("longest stall after a restored window is shown", [restored_ms], "ms", at_most=50)
    home.cleanup()


if __name__ == "__main__":
    main(int(sys.argv[1]))
