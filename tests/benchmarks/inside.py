"""From a stroke's point to all live views of the inside page painted, and what comes at rest."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mnist_pad.app import create_application, create_window
from mnist_pad.ui.window import Window
from tests.benchmarks.rows import percentile, report
from tests.benchmarks.stroke import draw
from tests.benchmarks.window import Watch

PAGE = "insidePage"
PATIENCE_S = 60


def until(application: QApplication, condition: Callable[[], bool]) -> float:
    """Let the window go on until something is so; returns the seconds that took."""
    started = time.perf_counter()
    while not condition():
        application.processEvents()
        time.sleep(0.001)
        if time.perf_counter() - started > PATIENCE_S:
            raise TimeoutError("what was waited for did not come")
    return time.perf_counter() - started


def main(rounds: int) -> None:
    """Draw with the page open, while it settles and after; then wait for what comes at rest."""
    application = create_application(["mnist-pad"])
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(application, folder=Path(folder))
        window.resize(1200, 1600)
        window.show()
        application.processEvents()
        watch = Watch()
        window.workspace.preferences.choose(page=PAGE)
        application.processEvents()
        report("longest stall, the page opened first", [watch.longest()], "ms", at_most=50)
        inside = window.workspace.inside
        inside.pin(inside_unit())
        early_ms = draw(application, window, 3)
        report("stroke event to painted views, while training digits are read", early_ms, "ms")
        until(application, lambda: inside.at_rest.nearest is not None)
        until(application, lambda: inside.known(1) is not None)
        taken_ms: list[float] = []
        rest_s: list[float] = []
        for digit in list(range(10)) * rounds:
            taken_ms += draw(application, window, digit)
            rest_s.append(until(application, lambda: is_found(window)))
        report("stroke event to painted views, the page open, median", taken_ms, "ms")
        tail = [percentile(taken_ms, 99)]
        report("the same, 99th percentile", tail, "ms", at_most=8)
        report("a digit lifted to all that comes at rest, 200 ms included", rest_s, "s")
        window.workspace.drawing.clear()
        hidden_ms = hidden(application, window)
        report("the same strokes with another page open, median", hidden_ms, "ms")
        window.close()


def inside_unit() -> object:
    """Return a unit to pin; imported late, as the page is."""
    from mnist_pad.workspace.insight import Unit

    return Unit(1, 5)


def is_found(window: Window) -> bool:
    """Tell whether all that takes long is known of the drawing that is there."""
    inside = window.workspace.inside
    return inside.at_rest.flips is not None and inside.at_rest.live is inside.live


def hidden(application: QApplication, window: Window) -> list[float]:
    """Draw with the first page open."""
    window.workspace.preferences.choose(page="trainPage")
    application.processEvents()
    return [each for digit in range(10) for each in draw(application, window, digit)]


if __name__ == "__main__":
    main(int(sys.argv[1]))
