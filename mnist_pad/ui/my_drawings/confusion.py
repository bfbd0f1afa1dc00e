"""The personal report: how each of the user's digits is read, and in which styles they write it."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QTableWidgetItem

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.matrix import CHOOSABLE, DIGITS, READABLE, Matrix, MatrixCell
from mnist_pad.ui.theme import GRID_PX, colours, small_px

Choice = tuple[int, int | None]
"""What was written and what it is read as; None stands for whatever it is read as."""

_STYLES_COLUMN: Final = len(DIGITS)
_STYLES_WIDTH_PX: Final = GRID_PX * 12


class Confusion(Matrix):
    """The matrix of the user's drawings, with a column for the styles.

    A row's styles can be chosen, too, where the digit was written.
    """

    def __init__(self) -> None:
        super().__init__(
            "ownConfusion",
            translate("Confusion", "What you wrote, by row, and how it is read, by column"),
            translate("Confusion", "You wrote {label}, it is read as {answer}: {count:,}"),
            beside_px=_STYLES_WIDTH_PX,
        )
        self.setItemDelegate(_Cell(self))
        self.insertColumn(_STYLES_COLUMN)
        self._head_styles()
        self._styles = [self._styles_cell(row) for row in DIGITS]

    @property
    def choice(self) -> Choice | None:
        """What the chosen cell stands for."""
        if self.chosen is None:
            return None
        row, column = self.chosen
        return row, None if column == _STYLES_COLUMN else column

    def show_counts(self, confusion: Sequence[Sequence[int]], written: Sequence[int]) -> None:
        """Show `confusion[label][answer]` and, of each digit, how often it was `written`."""
        for label in DIGITS:
            self._styles[label].setFlags(CHOOSABLE if written[label] else READABLE)
        self.fill(confusion)

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

    def _styles_cell(self, row: int) -> QTableWidgetItem:
        cell = self.new_cell(row, _STYLES_COLUMN)
        cell.setText("")
        cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return cell

    def _head_styles(self) -> None:
        styles = QTableWidgetItem(self.tr("Styles"))
        styles.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalHeaderItem(_STYLES_COLUMN, styles)
        self.horizontalHeader().setStretchLastSection(True)


class _Cell(MatrixCell):
    """Writes the styles smaller than the counts."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the cell the colour and the weight of what it tells."""
        super().initStyleOption(option, index)
        if index.column() != _STYLES_COLUMN:
            return
        option.font.setBold(False)
        option.font.setPixelSize(small_px())
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colours(self.table).muted))
        # A line breaks between styles alone, not before their figures.
        option.text = re.sub(r" (?=[·\d])", "\N{NO-BREAK SPACE}", option.text)
