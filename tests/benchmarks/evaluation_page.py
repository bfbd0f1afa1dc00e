"""The evaluation page at work: how long the window is ever held, and a stroke beside the map."""

import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget

from mnist_pad.app import create_application, create_window
from mnist_pad.ui.window import Window
from tests.benchmarks.rows import percentile, report
from tests.benchmarks.stroke import draw
from tests.benchmarks.window import TICK_MS, Watch

SETTLED_MS = 300
MAP_TAB = 4


def evaluate(window: Window) -> float:
    """Evaluate MNIST's test set in the loop; return the longest stall in ms."""
    evaluation = window.workspace.evaluation
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: evaluation.is_running or loop.quit())
    watch = Watch()
    QTimer.singleShot(0, evaluation.start)
    QTimer.singleShot(10 * TICK_MS, look.start)
    loop.exec()
    return watch.longest()


def open_tabs(window: Window) -> list[float]:
    """Open each part of what was found; return the longest stall with each, in ms."""
    tabs = window.findChild(QTabWidget, "evaluationTabs")
    longest = []
    for index in range(tabs.count()):
        watch, loop = Watch(), QEventLoop()
        QTimer.singleShot(0, partial(tabs.setCurrentIndex, index))
        QTimer.singleShot(SETTLED_MS, loop.quit)
        loop.exec()
        longest.append(watch.longest())
    return longest


def stroke_ms(application: QApplication, window: Window, rounds: int) -> list[float]:
    """Draw all ten digits with the map open; return what each point took."""
    window.findChild(QTabWidget, "evaluationTabs").setCurrentIndex(MAP_TAB)
    digits = list(range(10)) * rounds
    return [taken for digit in digits for taken in draw(application, window, digit)]


def main(rounds: int) -> None:
    """Evaluate MNIST's test set in the window, look at all that was found, and draw."""
    application = create_application(["mnist-pad"])
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(application, folder=Path(folder))
        window.show()
        window.workspace.preferences.choose(page="evaluationPage")
        application.processEvents()
        stalls_ms = [evaluate(window)]
        tabs_ms = open_tabs(window)
        report("longest stall, each part opened first", [max(tabs_ms)], "ms", at_most=50)
        stalls_ms += [evaluate(window) for _ in range(rounds)]
        report("longest stall, MNIST's test set evaluated", stalls_ms, "ms", at_most=50)
        report("the same parts opened again", [max(open_tabs(window))], "ms", at_most=50)
        taken_ms = stroke_ms(application, window, rounds)
        tail = [percentile(taken_ms, 99)]
        report("a stroke's point with the map open, 99th percentile", tail, "ms", at_most=8)
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
