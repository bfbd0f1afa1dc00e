"""From a mouse event on the pad to the painted bars, in the window with its plots."""

import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mnist_pad.app import create_application, create_window
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.ui.window import Window
from tests.benchmarks.points import DRAWINGS, POINTS, SIDE, TIMED
from tests.benchmarks.rows import percentile, report


def moved_ms(application: QApplication, pad: QWidget, points: Sequence[QPoint]) -> list[float]:
    """Draw a stroke, and return what each of its points but the first took."""
    taken_ms = []
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        started = time.perf_counter()
        QTest.mouseMove(pad, point)
        # The first round reads, the second paints what that changed.
        application.processEvents()
        application.processEvents()
        taken_ms.append(1000 * (time.perf_counter() - started))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])
    return taken_ms


def spots(points: Iterable[Sequence[float]]) -> list[QPoint]:
    """Return the screen's pixels for points."""
    return [QPoint(*map(round, point)) for point in points]


def report_number(application: QApplication, window: Window, rounds: int) -> None:
    """Draw six digits in a row, and time each point of the last."""
    pad = window.findChild(QWidget, "pad")
    taken_ms: list[float] = []
    for digit in list(range(10)) * rounds:
        window.workspace.drawing.clear()
        window.workspace.drawing.choose_pen_width(8)
        for place in range(6):
            corner = np.array([0.02 + 0.16 * place, 0.4])
            for stroke in strokes((digit + place) % 10):
                moved = moved_ms(application, pad, spots((stroke * 0.15 + corner) * pad.width()))
                taken_ms += moved if place == 5 else []
    report("the same in a drawing of six digits, median", taken_ms, "ms")
    tail = [percentile(taken_ms, 99)]
    report("the same in a drawing of six digits, 99th percentile", tail, "ms", at_most=8)


def draw(application: QApplication, window: Window, digit: int) -> list[float]:
    """Draw a digit on a clear pad, and return what each of its points took."""
    pad = window.findChild(QWidget, "pad")
    window.workspace.drawing.clear()
    taken_ms: list[float] = []
    for stroke in strokes(digit):
        taken_ms += moved_ms(application, pad, spots(stroke * pad.width() * 0.8))
    return taken_ms


def main(rounds: int) -> None:
    """Draw all ten digits, then strokes of 5,000 points, and time each point."""
    application = create_application(["mnist-pad"])
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(application, folder=Path(folder))
        window.show()
        application.processEvents()
        pad = window.findChild(QWidget, "pad")
        taken_ms: list[float] = []
        for digit in list(range(10)) * rounds:
            taken_ms += draw(application, window, digit)
        report("stroke event to painted bars, median", taken_ms, "ms", at_most=3)
        tail = [percentile(taken_ms, 99)]
        report("stroke event to painted bars, 99th percentile", tail, "ms", at_most=8)
        report_number(application, window, rounds)
        for name, drawing in DRAWINGS.items():
            window.workspace.drawing.clear()
            points = drawing(np.arange(float(POINTS))) * pad.width() / SIDE
            last_ms = moved_ms(application, pad, spots(points))[-TIMED:]
            tail = [percentile(last_ms, 99)]
            report(f"the same at {POINTS:,} points: {name}", tail, "ms", at_most=8)
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
