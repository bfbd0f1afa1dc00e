"""A confusion matrix: what was written, by row, and what it is read as, by column."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours, small_px

NONE: Final = "·"
"""What stands in a cell that counts nothing."""

READABLE: Final = Qt.ItemFlag.ItemIsEnabled
CHOOSABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

DIGITS: Final = range(10)
_CELL_PX: Final = GRID_PX * 5 // 2
_FITTING: Final = 3
_LARGEST_CELL_PX: Final = GRID_PX * 5


class Matrix(QTableWidget):
    """Ten rows for what was written, ten columns for what it is read as.

    A cell that counts something can be chosen, by mouse and by arrow keys; a second click lets go.
    Signals: `choice_changed()`.
    """

    choice_changed = Signal()

    def __init__(
        self, name: str, label: str, spoken: str, *, beside_px: int = 0, row_px: int = _CELL_PX
    ) -> None:
        """Take its names, and what is said of a cell: a sentence of {label}, {answer}, {count:,}.

        `beside_px` is the width that is left for columns of another kind, `row_px` the least
        height of a row.
        """
        super().__init__(len(DIGITS), len(DIGITS))
        named(self, name, label)
        self.setProperty("role", "matrix")
        self._spoken = spoken
        self._beside_px, self._row_px = beside_px, row_px
        self._let_go = False
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        # Tab goes on to the next widget: arrows are for the cells.
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(MatrixCell(self))
        self._head()
        self._cells = [[self.new_cell(row, column) for column in DIGITS] for row in DIGITS]
        # Where the arrow keys start from, chosen or not.
        self.setCurrentCell(0, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.itemSelectionChanged.connect(self.choice_changed)

    @property
    def chosen(self) -> tuple[int, int] | None:
        """The row and the column of the chosen cell."""
        items = self.selectedItems()
        return (items[0].row(), items[0].column()) if items else None

    def new_cell(self, row: int, column: int) -> QTableWidgetItem:
        """Put an empty cell into the table, and return it."""
        cell = QTableWidgetItem(NONE)
        cell.setFlags(READABLE)
        cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setItem(row, column, cell)
        return cell

    def fill(self, confusion: Sequence[Sequence[int]]) -> None:
        """Show `confusion[label][answer]`."""
        before = self.chosen
        for label in DIGITS:
            for answer in DIGITS:
                count = confusion[label][answer]
                cell = self._cells[label][answer]
                cell.setText(str(count) if count else NONE)
                told = self._spoken.format(label=label, answer=answer, count=count)
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, told)
                cell.setToolTip(told if count else "")
                cell.setFlags(CHOOSABLE if count else READABLE)
        # Qt leaves a cell selected that can be selected no longer, though it names it no more.
        if before is not None and self.chosen is None:
            self.clearSelection()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the cell was chosen already."""
        index = self.indexAt(event.position().toPoint())
        self._let_go = self.selectionModel().isSelected(index)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a cell that was clicked again."""
        # Not at the press, where the view would select the very cell again.
        super().mouseReleaseEvent(event)
        if self._let_go:
            self._let_go = False
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cells what room there is, up to a size."""
        room = event.size() - QSize(self._beside_px, 0)
        width, height = room.width() // len(DIGITS), room.height() // len(DIGITS)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setDefaultSectionSize(min(max(width, _CELL_PX), _LARGEST_CELL_PX))
        rows.setDefaultSectionSize(min(max(height, self._row_px), _LARGEST_CELL_PX))
        super().resizeEvent(event)

    def _head(self) -> None:
        names = [str(digit) for digit in DIGITS]
        self.setVerticalHeaderLabels(names)
        self.setHorizontalHeaderLabels(names)
        for header, least in (
            (self.horizontalHeader(), _CELL_PX),
            (self.verticalHeader(), self._row_px),
        ):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(least)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(least)
        self.horizontalHeader().setFixedHeight(_CELL_PX)
        self.verticalHeader().setFixedWidth(_CELL_PX)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth((len(DIGITS) + 1) * _CELL_PX + self._beside_px)
        self.setMinimumHeight(_CELL_PX + len(DIGITS) * self._row_px)


class MatrixCell(QStyledItemDelegate):
    """Colours the cells: what is read right is quiet, what is not wears the accent."""

    def __init__(self, table: Matrix) -> None:
        super().__init__(table)
        self.table = table

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the cell the colour and the weight of what it tells."""
        super().initStyleOption(option, index)
        # Asked with every painting: a change between light and dark needs nothing more.
        shown = colours(self.table)
        misread = index.data() != NONE and index.row() != index.column()
        told = shown.accent if misread else shown.muted
        colour = shown.faint if index.data() == NONE else told
        # Four figures must fit into the narrowest cell.
        option.textElideMode = Qt.TextElideMode.ElideNone
        if len(option.text) > _FITTING:
            option.font.setPixelSize(small_px())
        option.font.setBold(misread)
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
