"""The ten logits: what the last layer answers, before they become probabilities."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.recognizer.weights import CLASSES
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours, small_px

WIDTH_PX = 8 * GRID_PX


class Logits(QWidget):
    """A row for each digit: right of the line in the middle above zero, left of it below.

    `values` are the logits, (10,), None at rest; `answer` is the digit of the largest.
    """

    def __init__(self) -> None:
        super().__init__()
        named(self, "insideLogits", self.tr("Logits"))
        self.setToolTip(
            self.tr(
                "What the last layer answers, one number a digit: right of the line above zero, "
                "left below; the largest is the answer"
            )
        )
        self.values: NDArray[Any] | None = None
        self.answer: int | None = None
        self.setFixedSize(WIDTH_PX, CLASSES * row_px())

    def show_values(self, values: NDArray[Any] | None) -> None:
        """Show ten logits; None shows none."""
        self.values = values
        self.answer = None if values is None else int(values.argmax())
        told = "" if values is None else self._told(values)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
        self.update()

    def row(self, digit: int) -> QPointF:
        """Return where a digit's row begins, in the widget's pixels."""
        return QPointF(0, (digit + 0.5) * row_px())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        chosen = colours(self)
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(small_px())
        painter.setFont(font)
        height, left = row_px(), 2 * GRID_PX
        middle = left + (self.width() - left) / 2
        painter.fillRect(QRectF(middle, 0, 1, self.height()), QColor(chosen.line))
        largest = 0.0 if self.values is None else float(np.abs(self.values).max())
        for digit in range(CLASSES):
            colour = QColor(chosen.accent if digit == self.answer else chosen.muted)
            painter.setPen(colour)
            place = QRect(0, digit * height, left - GRID_PX // 2, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(digit))
            if self.values is not None and largest > 0:
                long = float(self.values[digit]) / largest * (self.width() - middle)
                bar = QRectF(middle, digit * height + 3, long, height - 6).normalized()
                painter.fillRect(bar, colour)

    def _told(self, values: NDArray[Any]) -> str:
        words = translate("Logits", "{digit}: {logit:.1f}")
        return ", ".join(words.format(digit=d, logit=value) for d, value in enumerate(values))


def row_px() -> int:
    """Return the height of a digit's row."""
    return small_px() + 3
