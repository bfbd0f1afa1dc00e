"""A `fast` run in the window: how long its event loop is ever held, what it answers when."""

import sys
import time

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from mnist_pad.app import create_application, create_window
from mnist_pad.training.events import RunEnded, StepsTrained, TrainingEvent
from mnist_pad.ui.main_window import MainWindow
from tests.benchmarks.rows import percentile, report

TICK_MS = 1


class Stalls:
    """Notes how much later than it should each tick of a timer comes."""

    def __init__(self) -> None:
        self.ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.ms.append(1000 * (now - self._last) - TICK_MS)
        self._last = now


def run(window: MainWindow, *, stop_after_s: float | None = None) -> tuple[float, float]:
    """Press Train; returns the seconds to the first losses, and those from Stop to the end."""
    loop = QEventLoop()
    at: dict[str, float] = {}

    def take(event: TrainingEvent) -> None:
        now = time.perf_counter()
        if isinstance(event, StepsTrained) and "first" not in at:
            at["first"] = now
            if stop_after_s is not None:
                QTimer.singleShot(int(1000 * stop_after_s), stop)
        if isinstance(event, RunEnded):
            at["end"] = now
            loop.quit()

    def stop() -> None:
        at["stop"] = time.perf_counter()
        window.training_panel.stop_requested.emit()

    window.session.event_taken.connect(take)
    pressed = time.perf_counter()
    window.training_panel.toggle()
    loop.exec()
    window.session.event_taken.disconnect(take)
    return at["first"] - pressed, at["end"] - at.get("stop", at["end"])


def memory_mb() -> float:
    """Return this process's resident memory."""
    return psutil.Process().memory_info().rss / 1e6


def main(rounds: int) -> None:
    """Measure a cold run, then warm ones."""
    application = create_application(["mnist-pad"])
    window = create_window(application)
    window.show()
    application.processEvents()
    report("memory of the window's process, idle", [memory_mb()], "MB", at_most=200)
    stalls = Stalls()
    cold, _ = run(window)
    report("Train pressed to first loss, cold", [cold], "s", at_most=6)
    report(
        "longest stall, Train to the end, TensorFlow's import in it",
        [max(stalls.ms)],
        "ms",
        at_most=50,
    )
    report("99th percentile of stalls", [percentile(stalls.ms, 99)], "ms", at_most=8)
    report("memory of the window's process, after a run", [memory_mb()], "MB", at_most=260)
    warm = [run(window, stop_after_s=1.0) for _ in range(rounds)]
    report("Train pressed to first loss, warm", [first for first, _ in warm], "s", at_most=1)
    report("Stop pressed to stopped", [stopped for _, stopped in warm], "s", at_most=0.3)
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
