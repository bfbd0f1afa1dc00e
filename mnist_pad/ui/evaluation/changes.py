"""How well the same images are read that are turned, squeezed, thickened or moved."""

from PySide6.QtWidgets import QGridLayout, QLabel

from mnist_pad.ui.evaluation.plots import change_plots
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
        self._plots = change_plots()
        grid = QGridLayout()
        grid.setSpacing(GRID_PX)
        for place, plot in enumerate(self._plots.values()):
            grid.addWidget(plot, *divmod(place, 2))
        self.column.addWidget(self._told)
        self.column.addWidget(self._reason)
        self.column.addLayout(grid, 1)

    def show_findings(self, shown: Shown) -> None:
        """Draw what is measured by now."""
        findings = shown.findings
        networks = [each for each in (findings.first, findings.second) if each is not None]
        self._reason.tell(reason(findings, "curves"), self._told, *self._plots.values())
        counts = [curve.count for curve in findings.first.curves.values()]
        self._told.setText(self._described(max(counts, default=0), several=len(networks) > 1))
        for change, plot in self._plots.items():
            plot.draw([each.curves[change] for each in networks if change in each.curves])

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
