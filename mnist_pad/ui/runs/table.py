"""The list of runs: a row each, newest first; several can be selected, one renamed in place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mnist_pad.engine.record import RunRecord
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.run_names import title
from mnist_pad.ui.kit.scrolling import Reach
from mnist_pad.ui.runs import words
from mnist_pad.workspace.selections import Selection

_ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class RunsTable(QTableWidget):
    """Shows runs.

    Signals: `renamed(str, str)`, a run's id and its new name; `use_requested(str)`, a run's id,
    by Enter or a double click.
    """

    renamed = Signal(str, str)
    use_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._records: Sequence[RunRecord] = ()
        self._shown: list[tuple[str, ...]] = []
        named(self, "runsTable", self.tr("The runs that were kept"))
        self.setToolTip(self.tr("Enter reads the pad with a run's weights; F2 gives it a name"))
        self.setHorizontalHeaderLabels(
            [self.tr("Run"), self.tr("When"), self.tr("Test"), self.tr("Outcome")]
        )
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # F2 alone: a double click stands for using a run.
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        # Tab goes on to the next widget: arrows are for the rows.
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._rename)
        self.itemActivated.connect(lambda item: self.use_requested.emit(self._id(item.row())))

    def show_runs(self, records: Sequence[RunRecord]) -> None:
        """Show these; those selected stay so. While a name is being written, nothing changes."""
        self._records = records
        shown = [_texts(record) for record in records]
        if shown == self._shown or self.state() == QAbstractItemView.State.EditingState:
            return
        self._shown = shown
        selected = set(self.selected())
        # Filling a cell emits itemChanged too, which otherwise means that the user renamed a run.
        with QSignalBlocker(self):
            self.setRowCount(len(records))
            for row, record in enumerate(records):
                for column, text in enumerate(shown[row][1:]):
                    item = QTableWidgetItem(text)
                    item.setData(_ID_ROLE, record.id)
                    item.setToolTip(text)
                    if column:
                        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                    self.setItem(row, column, item)
                    item.setSelected(record.id in selected)
        self.itemSelectionChanged.emit()

    def selection(self) -> Selection:
        """Return which runs are selected, and how far the table is scrolled."""
        return Selection(tuple(self.selected()), scrolled=self.verticalScrollBar().value())

    def restore(self, selection: Selection) -> None:
        """Select these runs alone, of those that are shown; scroll when there is a size for it."""
        with QSignalBlocker(self):
            for row in range(self.rowCount()):
                for column in range(self.columnCount()):
                    if (item := self.item(row, column)) is not None:
                        item.setSelected(self._id(row) in selection.ids)
        self.itemSelectionChanged.emit()
        Reach(self.verticalScrollBar(), selection.scrolled)

    def selected(self) -> list[str]:
        """Return the ids of the selected runs, top to bottom."""
        # Qt gives them in the order in which they were selected.
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._id(row) for row in rows]

    def rename_selected(self) -> None:
        """Let the user write another name over the first selected run's."""
        rows = self.selectionModel().selectedRows()
        item = self.item(rows[0].row(), 0) if rows else None
        if item is not None:
            # Qt lays the rows out when it finds time, and till then hides what is edited.
            self.executeDelayedItemsLayout()
            self.scrollToItem(item)
            self.editItem(item)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Show what came while a name was being written, and the name as it is kept."""
        super().closeEditor(editor, hint)
        self._shown = []
        self.show_runs(self._records)

    def _rename(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self.renamed.emit(item.data(_ID_ROLE), item.text().strip())

    def _id(self, row: int) -> str:
        item = self.item(row, 0)
        return "" if item is None else str(item.data(_ID_ROLE))


def _texts(record: RunRecord) -> tuple[str, ...]:
    """Return what a row tells of a run, after its id."""
    return (
        record.id,
        title(record),
        words.when(record),
        words.accuracy(record),
        words.outcome(record),
    )
