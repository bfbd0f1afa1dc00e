"""Windows killed at random moments of drawing and training: what the next start lacks."""

import random
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mnist_pad.engine.process import WorkerProcess
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import shipped
from mnist_pad.workspace.workspace import Workspace
from tests.benchmarks.rows import report
from tests.ui.killing import Killed, kill_after

KILLS_A_ROUND = 10
LATEST_S = 3.0


def lost_seconds(told: tuple[tuple[int, float], ...], found: int, at: float) -> float:
    """Return for how long before the end what is found lacks something."""
    missing = [when for count, when in told if count > found]
    return at - min(missing, default=at)


def strokes_found(folder: Path) -> int:
    """Return how many strokes the next start shows."""
    workspace = Workspace(WorkerProcess(), built_in=shipped(), folder=folder)
    workspace.restore()
    found = len(workspace.drawing.sheet.strokes)
    workspace.close()
    return found


def steps_found(folder: Path) -> int:
    """Return how many updates the curves of the only run show."""
    runs = Runs(folder / "runs")
    records, _ = runs.read()
    return runs.history(records[0].id).step if records else 0


def one(chance: random.Random, *, train: bool) -> tuple[Killed, int, int]:
    """Kill a window, and return what it told and what is left of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        killed = kill_after(
            folder,
            seconds=chance.uniform(0, LATEST_S),
            train=train,
            wait_for="trained" if train else "ready",
        )
        return killed, strokes_found(folder), steps_found(folder)


def main(rounds: int) -> None:
    """Kill ten windows a round, half of them while they train."""
    application = QApplication.instance() or QApplication([])
    chance = random.Random(0)
    drawn_s, trained_s = [], []
    for number in range(KILLS_A_ROUND * rounds):
        killed, strokes, steps = one(chance, train=number % 2 == 0)
        drawn_s.append(lost_seconds(killed.drawn, strokes, killed.at))
        if killed.trained:
            trained_s.append(lost_seconds(killed.trained, steps, killed.at))
    name = f"of a drawing lost by {len(drawn_s)} kills"
    report(f"{name}, at most", [max(drawn_s)], "s", at_most=1)
    report(
        f"of a run's curves lost by {len(trained_s)} kills, at most",
        [max(trained_s)],
        "s",
        at_most=1,
    )
    del application


if __name__ == "__main__":
    main(int(sys.argv[1]))
