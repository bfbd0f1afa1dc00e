"""The plots of the run that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from mnist_pad.training.events import RunEnded
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.kit.run_names import curve_name
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.runs import RunsStore

if TYPE_CHECKING:
    # Importing pyqtgraph takes longer than the window can wait.
    from mnist_pad.ui.kit.curves import AccuracyPanel, LossPanel

REPAINT_INTERVAL_MS: Final = 100


class Plots(Late):
    """Loss and accuracy; the runs that this one goes on from are drawn before it."""

    def __init__(self, run: CurrentRunStore, runs: RunsStore) -> None:
        super().__init__()
        self._run = run
        self._runs = runs
        self._loss: LossPanel | None = None
        self._accuracy: AccuracyPanel | None = None
        self._stale = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        # Plots repaint on a timer, not per event: their cost must not grow with the speed.
        self._repaint = QTimer(self)
        self._repaint.setInterval(REPAINT_INTERVAL_MS)
        self._repaint.timeout.connect(self._draw)
        run.run_started.connect(self._start)
        run.run_progressed.connect(self._mark_stale)
        run.run_ended.connect(self._end)

    def fill(self) -> None:
        """Make the plots."""
        from mnist_pad.ui.kit.curves import AccuracyPanel, LossPanel

        self._loss, self._accuracy = LossPanel(), AccuracyPanel()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._loss)
        layout.addWidget(self._accuracy)
        self._draw()

    def _start(self) -> None:
        # A run that is started by its key does not wait for the page to be shown.
        self.build()
        self._stale = True
        self._draw()
        self._repaint.start()

    def _mark_stale(self) -> None:
        self._stale = True
        # A run of an earlier session comes all at once, and no timer goes for it.
        if not self._run.is_running:
            self._draw()

    def _end(self, _: RunEnded) -> None:
        self._repaint.stop()
        # What came since the timer's last turn would otherwise never be drawn.
        self._draw()

    def _draw(self) -> None:
        current = self._run.current
        if not self._stale or self._loss is None or self._accuracy is None or current is None:
            return
        self._stale = False
        from mnist_pad.ui.kit.curves import RunCurve, infinite_at

        earlier = [RunCurve(history, self._name(run)) for run, history in current.earlier]
        cause = None if current.ended is None else current.ended.cause
        # One run alone needs no name.
        name = self._name(current.id) if earlier else ""
        runs = [*earlier, RunCurve(current.history, name, infinite_at(cause))]
        self._loss.draw(runs)
        self._accuracy.draw(runs)

    def _name(self, run: str) -> str:
        record = self._runs.record(run)
        return "" if record is None else curve_name(record)
