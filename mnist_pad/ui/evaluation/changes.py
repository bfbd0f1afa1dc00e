"""How well the same images are read that are turned, squeezed, thickened or moved."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLabel

from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.recognizer.robustness import Change
from mnist_pad.ui.evaluation.plots import CHANGES, ChangePlot, floor_of
from mnist_pad.ui.evaluation.section import Reason, Section
from mnist_pad.ui.evaluation.words import reason
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.evaluation import EvaluationStore, Shown


class Changes(Section):
    """Four small plots, of one network or two."""

    def __init__(self, evaluation: EvaluationStore) -> None:
        super().__init__(evaluation, "evaluationChanges", "")
        self.setAccessibleName(self.tr("Changed"))
        self._told = named(QLabel(), "evaluationChangesTold", self.tr("What the plots show"))
        self._told.setProperty("role", "small")
        self._told.setWordWrap(True)
        self._reason = Reason("evaluationChangesReason", self.tr("Why there are no plots"))
        self._plots: dict[Change, ChangePlot] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(GRID_PX)
        self.column.addWidget(self._told)
        self.column.addWidget(self._reason)
        self.column.addLayout(self._grid, 1)
        self.column.addStretch(0)
        self._make_next()

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return what is shown of findings."""
        return (findings,)

    def show_findings(self, shown: Shown) -> None:
        """Draw what is measured by now."""
        findings = shown.findings
        networks = [each for each in (findings.first, findings.second) if each is not None]
        missing = reason(findings, "curves")
        self._reason.tell(missing, self._told, *self._plots.values())
        counts = [curve.count for curve in findings.first.curves.values()]
        self._told.setText(self._described(max(counts, default=0), several=len(networks) > 1))
        curves = [list(each.curves.values()) for each in networks]
        floor = floor_of([curve for of_one in curves for curve in of_one])
        for change, plot in self._plots.items():
            of_this = [curve for of_one in curves for curve in of_one if curve.change == change]
            plot.draw(of_this, floor=floor)

    def _make_next(self) -> None:
        # One at a time: to make all four would hold the window up.
        missing = [change for change in CHANGES if change not in self._plots]
        if not missing:
            return
        plot = self._plots[missing[0]] = ChangePlot(missing[0])
        self._grid.addWidget(plot, *divmod(CHANGES.index(missing[0]), 2))
        if self.shown is not None:
            self.show_findings(self.shown)
        QTimer.singleShot(0, self, self._make_next)

    def _described(self, count: int, *, several: bool) -> str:
        if not count:
            return self.tr("How many are read right, in percent, when all are changed alike.")
        words = (
            self.tr(
                "How many of {count:,} images are read right, in percent, when all are changed "
                "alike; dashed, by the other weights."
            )
            if several
            else self.tr(
                "How many of {count:,} images are read right, in percent, when all are changed "
                "alike."
            )
        )
        return words.format(count=count)
