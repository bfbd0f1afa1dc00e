"""The number: the digits that were read, of which one is looked at, chosen by click or arrow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from mnist_pad.recognizer.marks import signs
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import colours, text_px
from mnist_pad.workspace.reading import Reading

LINE: Final = 1.3
"""A line's height, in sizes of its font; under the digit that is looked at there is a bar."""

PITCH: Final = 1.1

_STEPS: Final[Mapping[int, int]] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_CUT: Final = "…"


@dataclass(frozen=True)
class _Cell:
    """Where a sign stands, and the place of its mark; None where signs are left out there."""

    area: QRectF
    sign: str
    mark: int | None


class Number(QLabel):
    """A line of digits for each row, as large as there is room; what is too long is cut.

    Signals: `digit_chosen(int)`, the place of the mark that is to be looked at.
    """

    digit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        named(self, "number", self.tr("Number"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A long number must not make the column wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._chosen = 0

    def show_reading(self, reading: Reading) -> None:
        """Show the digits of a reading, a "?" for what is none."""
        text = signs(reading.marks)
        if (text, reading.chosen) == (self.text(), self._chosen):
            return
        self._chosen = reading.chosen
        self.setText(text)
        tip = self.tr("Click a digit, or press an arrow key, to look at it")
        self.setToolTip(f"{text}\n{tip}")
        spoken = self.tr("Number {number}: digit {place} of {count} is {sign}")
        mark = "" if reading.mark is None else reading.mark.sign
        place, count = reading.chosen + 1, len(reading.marks)
        self.setAccessibleName(spoken.format(number=text, place=place, count=count, sign=mark))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the digit that is clicked."""
        place, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        # The first: on the line between two, both contain the place.
        met = next((cell.mark for cell in self._cells() if cell.area.contains(place)), None)
        if left and met is not None:
            self.digit_chosen.emit(met)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from digit to digit with the arrow keys."""
        last = len(self.text().replace("\n", "")) - 1
        # By its number: not every key that a keyboard may have is one that Qt has a name for.
        key = event.key()
        if key in _STEPS:
            self.digit_chosen.emit(min(max(self._chosen + _STEPS[key], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.digit_chosen.emit(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is here no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits, in the accent the one that is looked at."""
        chosen = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(chosen.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._fitting_font())
        for cell in self._cells():
            looked_at = cell.mark == self._chosen
            is_digit = cell.mark is not None and cell.sign.isdigit()
            colour = chosen.accent if looked_at else chosen.text if is_digit else chosen.muted
            painter.setPen(QColor(colour))
            painter.drawText(cell.area, Qt.AlignmentFlag.AlignCenter, cell.sign)
            if looked_at:
                bar = cell.area.adjusted(2, cell.area.height() - 3, -2, -1)
                painter.fillRect(bar, QColor(colour))

    def _fitting_font(self) -> QFont:
        rows = self.text().split("\n")
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(100)
        # At a size of 100 pixels; a font grows evenly.
        width = _pitch(font) * max(1, *map(len, rows))
        largest = min(100 * self.width() / width, self.height() / LINE / len(rows))
        font.setPixelSize(max(round(0.96 * largest), text_px()))
        return font

    def _cells(self) -> Iterator[_Cell]:
        """Yield what is to be seen: around the digit that is looked at, where not all fits."""
        if not self.text():
            return
        font = self._fitting_font()
        width, height = _pitch(font), LINE * font.pixelSize()
        rows = self.text().split("\n")
        starts = [sum(map(len, rows[:number])) for number in range(len(rows))]
        current = sum(start <= self._chosen for start in starts) - 1
        shown = _around(current, len(rows), int(self.height() / height))
        top = (self.height() - height * len(shown)) / 2
        for line, number in enumerate(shown):
            row, start = rows[number], starts[number]
            columns = _around(self._chosen - start, len(row), int(self.width() / width))
            left = (self.width() - width * len(columns)) / 2
            for place, column in enumerate(columns):
                area = QRectF(left + place * width, top + line * height, width, height)
                ends = (columns[0], 0), (columns[-1], len(row) - 1)
                cut = any(column == end != whole for end, whole in ends)
                yield _Cell(area, _CUT if cut else row[column], None if cut else start + column)


def _pitch(font: QFont) -> float:
    """Return how far it is from digit to digit: a little more than in a text."""
    return PITCH * QFontMetricsF(font).horizontalAdvance("0")


def _around(place: int, count: int, room: int) -> range:
    """Return as many of `count` as there is room for, with `place` in the middle if it can be."""
    room = max(1, min(room, count))
    first = min(max(place - room // 2, 0), count - room)
    return range(first, first + room)
