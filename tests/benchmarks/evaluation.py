"""MNIST's test set evaluated with all figures: how long, and how long it holds up other threads."""

import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from mnist_pad.engine.evaluating.findings import FiguresFound, Findings
from mnist_pad.engine.evaluating.further import mapped
from mnist_pad.engine.evaluating.reading import mnist_test
from mnist_pad.engine.jobs.evaluation import EvaluationRequest, evaluated
from mnist_pad.engine.report import csv_file, page
from mnist_pad.engine.report.page import Subject
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.control import Control
from tests.benchmarks.rows import percentile, report

SUBJECT = Subject("MNIST", "Built-in", "2026-01-01T00:00:00+00:00")
TICK_S = 0.001


class Ticking:
    """A thread that wants to go on every millisecond, as a window does; notes what it waited."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def __enter__(self) -> "Ticking":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()

    def _tick(self) -> None:
        while not self._ends.is_set():
            began = time.perf_counter()
            time.sleep(TICK_S)
            self.late_ms.append(1000 * (time.perf_counter() - began - TICK_S))


def evaluate() -> Findings:
    """Evaluate the shipped weights; the last figures."""
    found = None
    for event in evaluated(EvaluationRequest(shipped()), Control()):
        if isinstance(event, FiguresFound):
            found = event.findings
    assert found is not None
    assert found.whole
    return found


def seconds(work: Callable[[], object], rounds: int) -> list[float]:
    """Time something, so often."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return taken


def main(rounds: int) -> None:
    """Measure; the first evaluation reads MNIST, the others have it."""
    first = seconds(evaluate, 1)
    report("the first evaluation of 10,000 images, MNIST read in it", first, "s")
    with Ticking() as ticking:
        taken = seconds(evaluate, rounds)
    report("10,000 images with all figures", taken, "s", at_most=1)
    report("a thread beside it held up, longest", [max(ticking.late_ms)], "ms", at_most=50)
    tail = [percentile(ticking.late_ms, 99)]
    report("a thread beside it held up, 99th percentile", tail, "ms")
    images, weights = mnist_test(), shipped()
    taken = seconds(lambda: list(mapped(images, weights)), rounds)
    report("the map of 10,000 images", taken, "s", at_most=2)
    findings = evaluate()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report"
        taken = seconds(lambda: page.write(findings, SUBJECT, path), rounds)
        report("the report of it", taken, "s")
        taken = seconds(lambda: csv_file.write(findings, path), rounds)
        report("its CSV", taken, "s")


if __name__ == "__main__":
    main(int(sys.argv[1]))
