"""The report beside the sheet: a chosen cell of the one decides what the other shows."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mnist_pad.dataset.drawings import Sample
from mnist_pad.ui.naming import named
from mnist_pad.ui.own_reading import OwnDrawing, OwnReading
from mnist_pad.ui.own_report import Choice, OwnConfusion
from mnist_pad.ui.own_sheet import OwnSheet
from mnist_pad.ui.theme import GRID_PX


class OwnPage(QWidget):
    """Shows how the user's own drawings are read, and the drawings.

    Signals: `selection_changed()`, of the sheet; `delete_requested()`, for what is selected there;
    `drawing_opened(Sample)`, there.
    """

    selection_changed = Signal()
    delete_requested = Signal()
    drawing_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._drawings: Sequence[OwnDrawing] = ()
        self._confusion = OwnConfusion()
        self._sheet = OwnSheet()
        self._heading = named(QLabel(), "ownHeading", "Which drawings are shown")
        self._heading.setBuddy(self._sheet)
        self._show_all = named(QPushButton("Show all"), "showAllDrawingsButton", "Show all")
        self._show_all.setAutoDefault(False)
        self._lay_out()
        self._confusion.choice_changed.connect(self._show_chosen)
        self._show_all.clicked.connect(self._confusion.clearSelection)
        self._sheet.itemSelectionChanged.connect(self.selection_changed)
        self._sheet.delete_requested.connect(self.delete_requested)
        self._sheet.drawing_opened.connect(self.drawing_opened)
        self._show_chosen()

    def show_reading(self, reading: OwnReading) -> None:
        """Show drawings and report; what was chosen and selected stays so while it is there."""
        before, self._drawings = self._drawings, reading.drawings
        written = Counter(drawing.sample.label for drawing in reading.drawings)
        # A choice whose cell is empty now is let go of, and the sheet shows all.
        self._confusion.show_counts(
            reading.evaluation.confusion, [written[digit] for digit in range(10)]
        )
        # Coming back to the window must not rebuild a sheet that is as it was.
        if _looks(before) != _looks(reading.drawings):
            self._show_chosen()

    def show_styles(self, styles: Sequence[str]) -> None:
        """Show for each digit in which styles it was written."""
        self._confusion.show_styles(styles)

    def selected(self) -> list[Sample]:
        """Return what is selected on the sheet."""
        return self._sheet.selected()

    def _show_chosen(self) -> None:
        choice = self._confusion.choice
        chosen = [drawing for drawing in self._drawings if _matches(drawing, choice)]
        self._sheet.show_drawings(chosen)
        self._heading.setText(_described(choice))
        self._show_all.setVisible(choice is not None)

    def _lay_out(self) -> None:
        legend = QLabel("Rows: what you wrote. Columns: how it is read.")
        for label in (legend, self._heading):
            label.setProperty("role", "small")
            label.setFixedHeight(GRID_PX * 4)
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignTop)
        report, drawings = QVBoxLayout(), QVBoxLayout()
        for column in (report, drawings):
            column.setSpacing(0)
        report.addWidget(legend)
        report.addWidget(self._confusion, 1)
        drawings.addLayout(heading)
        drawings.addWidget(self._sheet, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(GRID_PX * 2)
        columns.addLayout(report, 4)
        columns.addLayout(drawings, 3)


def _looks(drawings: Sequence[OwnDrawing]) -> list[tuple[str | int, str, float]]:
    return [(one.sample.id, one.caption, one.probability) for one in drawings]


def _matches(drawing: OwnDrawing, choice: Choice | None) -> bool:
    if choice is None:
        return True
    label, answer = choice
    return drawing.sample.label == label and answer in (None, drawing.answer)


def _described(choice: Choice | None) -> str:
    if choice is None:
        return "All drawings"
    label, answer = choice
    return f"All your {label}s" if answer is None else f"{label} read as {answer}"
