"""The personal report: how each of the user's digits is read, and in which styles they write it."""

import re
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

Choice = tuple[int, int | None]
"""What was written and what it is read as; None stands for whatever it is read as."""

_DIGITS: Final = range(10)
_STYLES_COLUMN: Final = len(_DIGITS)
_CELL_WIDTH_PX: Final = GRID_PX * 5 // 2
_CELL_HEIGHT_PX: Final = GRID_PX * 5 // 2
_LARGEST_CELL_PX: Final = GRID_PX * 5
_STYLES_WIDTH_PX: Final = GRID_PX * 12
_NONE: Final = "·"
_READABLE: Final = Qt.ItemFlag.ItemIsEnabled
_CHOOSABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Confusion(QTableWidget):
    """Ten rows for what was written, ten columns for what it is read as, one for the styles.

    A cell that counts something can be chosen, by mouse and by arrow keys; a second click lets go.
    Signals: `choice_changed()`.
    """

    choice_changed = Signal()

    def __init__(self) -> None:
        super().__init__(len(_DIGITS), len(_DIGITS) + 1)
        spoken = self.tr("What you wrote, by row, and how it is read, by column")
        named(self, "ownConfusion", spoken)
        self._let_go = False
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        # Tab goes on to the next widget: arrows are for the cells.
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Cell(self))
        self._head()
        self._cells = [[self._cell(row, column) for column in _DIGITS] for row in _DIGITS]
        self._styles = [self._cell(row, _STYLES_COLUMN) for row in _DIGITS]
        # Where the arrow keys start from, chosen or not.
        self.setCurrentCell(0, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.itemSelectionChanged.connect(self.choice_changed)

    @property
    def choice(self) -> Choice | None:
        """What the chosen cell stands for."""
        chosen = self.selectedItems()
        if not chosen:
            return None
        column = chosen[0].column()
        return chosen[0].row(), None if column == _STYLES_COLUMN else column

    def show_counts(self, confusion: Sequence[Sequence[int]], written: Sequence[int]) -> None:
        """Show `confusion[label][answer]` and, of each digit, how often it was `written`."""
        # Asked for once: there are a hundred cells.
        spoken = self.tr("You wrote {label}, it is read as {answer}: {count:,}")
        for label in _DIGITS:
            for answer in _DIGITS:
                count = confusion[label][answer]
                cell = self._cells[label][answer]
                cell.setText(str(count) if count else _NONE)
                told = spoken.format(label=label, answer=answer, count=count)
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, told)
                cell.setToolTip(told if count else "")
                cell.setFlags(_CHOOSABLE if count else _READABLE)
            self._styles[label].setFlags(_CHOOSABLE if written[label] else _READABLE)
        # Qt leaves a cell selected that can be selected no longer.
        if any(not item.flags() & Qt.ItemFlag.ItemIsSelectable for item in self.selectedItems()):
            self.clearSelection()

    def show_styles(self, styles: Sequence[str]) -> None:
        """Show for each digit in which styles it was written."""
        for label, (cell, text) in enumerate(zip(self._styles, styles, strict=True)):
            cell.setText(text)
            cell.setToolTip(text)
            words = (
                self.tr("Styles of your {label}: {styles}")
                if text
                else self.tr("Styles of your {label}: none yet")
            )
            told = words.format(label=label, styles=text)
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, told)

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
        room = event.size() - QSize(_STYLES_WIDTH_PX, 0)
        width, height = room.width() // len(_DIGITS), room.height() // len(_DIGITS)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.setDefaultSectionSize(min(max(width, _CELL_WIDTH_PX), _LARGEST_CELL_PX))
        rows.setDefaultSectionSize(min(max(height, _CELL_HEIGHT_PX), _LARGEST_CELL_PX))
        super().resizeEvent(event)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        styles = column == _STYLES_COLUMN
        cell = QTableWidgetItem("" if styles else _NONE)
        cell.setFlags(_READABLE)
        across = Qt.AlignmentFlag.AlignLeft if styles else Qt.AlignmentFlag.AlignHCenter
        cell.setTextAlignment(across | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, column, cell)
        return cell

    def _head(self) -> None:
        names = [str(digit) for digit in _DIGITS]
        self.setVerticalHeaderLabels(names)
        self.setHorizontalHeaderLabels(names)
        styles = QTableWidgetItem(self.tr("Styles"))
        styles.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(_STYLES_COLUMN, styles)
        for header, size in (
            (self.horizontalHeader(), _CELL_WIDTH_PX),
            (self.verticalHeader(), _CELL_HEIGHT_PX),
        ):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(_CELL_WIDTH_PX)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setFixedHeight(_CELL_WIDTH_PX)
        self.verticalHeader().setFixedWidth(_CELL_WIDTH_PX)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth((len(_DIGITS) + 1) * _CELL_WIDTH_PX + _STYLES_WIDTH_PX)
        self.setMinimumHeight(_CELL_WIDTH_PX + len(_DIGITS) * _CELL_HEIGHT_PX)


class _Cell(QStyledItemDelegate):
    """Colours the cells: what is read right is quiet, what is not wears the accent."""

    def __init__(self, table: Confusion) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the cell the colour and the weight of what it tells."""
        super().initStyleOption(option, index)
        # Asked with every painting: a change between light and dark needs nothing more.
        chosen = colours(self._table)
        misread = index.data() != _NONE and index.row() != index.column()
        if index.column() == _STYLES_COLUMN:
            colour, misread = chosen.muted, False
            option.font.setPixelSize(small_px())
            # A line breaks between styles alone, not before their figures.
            option.text = re.sub(r" (?=[·\d])", "\N{NO-BREAK SPACE}", option.text)
        elif index.data() == _NONE:
            colour = chosen.faint
        else:
            colour = chosen.accent if misread else chosen.muted
        option.font.setBold(misread)
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
