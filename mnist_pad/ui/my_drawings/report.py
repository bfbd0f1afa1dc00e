"""The report beside the sheet: a chosen cell of the one decides what the other shows."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.scrolling import Reach
from mnist_pad.ui.my_drawings.confusion import Choice, Confusion
from mnist_pad.ui.my_drawings.sheet import Sheet
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.sample_reading import ReadSample, SampleReading
from mnist_pad.workspace.samples import SamplesStore
from mnist_pad.workspace.selections import Selection, SelectionStore


class Report(QWidget):
    """Shows how the user's own drawings are read, and the drawings."""

    def __init__(self, samples: SamplesStore, selections: SelectionStore) -> None:
        super().__init__()
        self._samples = samples
        self._selections = selections
        # Until there are drawings, nothing can be selected, and what was must not be forgotten.
        self._is_filled = False
        self._drawings: Sequence[ReadSample] = ()
        self._chosen: Sequence[ReadSample] = ()
        self._confusion = Confusion()
        self._sheet = Sheet()
        self._heading = named(QLabel(), "ownHeading", self.tr("Which drawings are shown"))
        self._heading.setBuddy(self._sheet)
        self._show_all = named(
            QPushButton(self.tr("Show all")), "showAllDrawingsButton", self.tr("Show all")
        )
        self._show_all.setToolTip(self.tr("Show all drawings, not those of one cell alone"))
        self._sheet.setToolTip(self.tr("Enter opens a drawing on the pad; a digit renames it"))
        self._confusion.setToolTip(self.tr("Click a number to see the drawings that it counts"))
        self._lay_out()
        self._confusion.choice_changed.connect(self._show_chosen)
        self._show_all.clicked.connect(self._confusion.clearSelection)
        self.delete_button = named(
            QPushButton(self.tr("Delete")), "deleteDrawingButton", self.tr("Delete")
        )
        self.delete_button.setToolTip(self.tr("Delete the selected drawings (Delete)"))
        self.delete_button.clicked.connect(self._delete)
        self._sheet.itemSelectionChanged.connect(self._offer_to_delete)
        self._sheet.itemSelectionChanged.connect(self._remember)
        self._sheet.verticalScrollBar().valueChanged.connect(self._remember)
        self._sheet.delete_requested.connect(self._delete)
        self._sheet.drawing_opened.connect(samples.open)
        self._sheet.rename_requested.connect(self._rename)
        self._show_chosen()

    def show_reading(self, reading: SampleReading) -> None:
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
        if not self._is_filled:
            self._select_as_before()

    def show_styles(self, styles: Sequence[str]) -> None:
        """Show for each digit in which styles it was written."""
        self._confusion.show_styles(styles)

    def _offer_to_delete(self) -> None:
        self.delete_button.setEnabled(bool(self._sheet.selected()))

    def _select_as_before(self) -> None:
        selection, self._is_filled = self._selections.drawings, True
        if selection.cell is not None:
            label, answer = selection.cell
            # A cell that counts nothing any more cannot be selected.
            last = self._confusion.columnCount() - 1
            self._confusion.setCurrentCell(label, last if answer is None else answer)
        for row, drawing in enumerate(self._chosen):
            if drawing.sample.id in selection.ids and (item := self._sheet.item(row)) is not None:
                item.setSelected(True)
        Reach(self._sheet.verticalScrollBar(), selection.scrolled)

    def _remember(self) -> None:
        # Hidden, it may be on its way out already, for a page in another language.
        if self._is_filled and self.isVisible():
            self._selections.drawings = Selection(
                tuple(sample.id for sample in self._sheet.selected()),
                self._confusion.choice,
                self._sheet.verticalScrollBar().value(),
            )

    def _delete(self) -> None:
        if selected := self._sheet.selected():
            self._samples.delete(selected)

    def _rename(self, label: int) -> None:
        self._samples.rename(self._sheet.selected(), label)

    def _show_chosen(self) -> None:
        choice = self._confusion.choice
        self._chosen = [drawing for drawing in self._drawings if _matches(drawing, choice)]
        self._sheet.show_drawings(self._chosen)
        self._heading.setText(_described(choice))
        self._show_all.setVisible(choice is not None)

    def _lay_out(self) -> None:
        legend = QLabel(self.tr("Rows: what you wrote. Columns: how it is read."))
        for label in (legend, self._heading):
            label.setProperty("role", "small")
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(legend)
        layout.addWidget(self._confusion)
        layout.addLayout(heading)
        layout.addWidget(self._sheet, 1)


def _looks(drawings: Sequence[ReadSample]) -> list[tuple[str | int, str, float]]:
    # The probability is in the tool tip.
    return [(one.sample.id, one.caption, one.probability) for one in drawings]


def _matches(drawing: ReadSample, choice: Choice | None) -> bool:
    if choice is None:
        return True
    label, answer = choice
    return drawing.sample.label == label and answer in (None, drawing.answer)


def _described(choice: Choice | None) -> str:
    if choice is None:
        return translate("Report", "All drawings")
    label, answer = choice
    if answer is None:
        return translate("Report", "All your {label}s").format(label=label)
    return translate("Report", "{label} read as {answer}").format(label=label, answer=answer)
