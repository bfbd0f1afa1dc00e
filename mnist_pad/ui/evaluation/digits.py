"""How well each digit is read, in figures, and how much a probability can be believed."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from mnist_pad.base.wording import percent
from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.recognizer.per_digit import DigitFigures
from mnist_pad.ui.evaluation.plots import ReliabilityPlot
from mnist_pad.ui.evaluation.section import Reason, Section
from mnist_pad.ui.evaluation.words import reason
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.evaluation import EvaluationStore, Shown

_ROW_PX: Final = GRID_PX * 5 // 2
_DIGITS: Final = range(10)
_NO_FIGURE: Final = "–"


class Digits(Section):
    """A table of precision and recall over the reliability diagram."""

    def __init__(self, evaluation: EvaluationStore) -> None:
        super().__init__(evaluation, "evaluationDigits", "")
        self.setAccessibleName(self.tr("Digits"))
        self._table = DigitTable()
        self._precision = Reason("evaluationPrecisionReason", self.tr("Why there is no precision"))
        self._recall = Reason("evaluationRecallReason", self.tr("Why there is no recall"))
        self._reliability = ReliabilityPlot()
        self.column.addWidget(self._recall)
        self.column.addWidget(self._table, 1)
        self.column.addWidget(self._precision)
        self.column.addWidget(self._reliability, 1)
        self.column.addStretch(0)

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return what is shown of findings."""
        return (findings.first.evaluation,)

    def show_findings(self, shown: Shown) -> None:
        """Show the figures."""
        findings = shown.findings
        unnamed = reason(findings, "recall")
        self._recall.tell(unnamed, self._table)
        self._precision.tell("" if unnamed else reason(findings, "precision"))
        self._table.show_figures(findings.first.digits)
        self._reliability.draw(findings.first.bins)
        self._reliability.setVisible(not reason(findings, "reliability"))


class DigitTable(QTableWidget):
    """A row for each digit."""

    def __init__(self) -> None:
        super().__init__(len(_DIGITS), 4)
        named(self, "evaluationTable", self.tr("Precision and recall of each digit"))
        self.setToolTip(
            self.tr(
                "Precision: of all read as this digit, how many are it. Recall: of all that are "
                "this digit, how many are read as it."
            )
        )
        self.setProperty("role", "table")
        self.setHorizontalHeaderLabels(
            [self.tr("Digit"), self.tr("Images"), self.tr("Precision"), self.tr("Recall")]
        )
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW_PX)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(_ROW_PX * 4)
        self.setMaximumHeight(_ROW_PX * (len(_DIGITS) + 1) + GRID_PX * 2)

    def show_figures(self, digits: tuple[DigitFigures, ...]) -> None:
        """Show the figures of the ten digits."""
        for row, figures in enumerate(digits):
            texts = (
                str(figures.digit),
                f"{figures.shown:,}",
                _percent(figures.precision),
                _percent(figures.recall),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(row, column, cell)


def _percent(fraction: float | None) -> str:
    return _NO_FIGURE if fraction is None else percent(fraction, decimals=2)
