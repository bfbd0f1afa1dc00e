"""From a mouse event on the pad to the painted bars, in the window with its plots."""

import sys
import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mnist_pad.app import create_application, create_window
from mnist_pad.commands.sample_digits import strokes
from tests.benchmarks.rows import percentile, report


def main(rounds: int) -> None:
    """Draw all ten digits, point by point, and time each."""
    application = create_application(["mnist-pad"])
    window = create_window(application)
    window.show()
    application.processEvents()
    pad = window.pad_panel.pad
    taken_ms: list[float] = []
    for digit in list(range(10)) * rounds:
        pad.clear()
        for stroke in strokes(digit):
            points = [QPoint(*map(round, p)) for p in (stroke * pad.width() * 0.8).tolist()]
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                started = time.perf_counter()
                QTest.mouseMove(pad, point)
                # The first round reads, the second paints what that changed.
                application.processEvents()
                application.processEvents()
                taken_ms.append(1000 * (time.perf_counter() - started))
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])
    window.close()
    report("stroke event to painted bars, median", taken_ms, "ms", at_most=3)
    report(
        "stroke event to painted bars, 99th percentile", [percentile(taken_ms, 99)], "ms", at_most=8
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
