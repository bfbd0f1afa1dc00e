"""The ring that shows how far the eraser reaches."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from mnist_pad.ui.theme import Colours

_LINE_PX: Final = 1.5
_HALO_PX: Final = 3.5
"""Around the line, so that it is seen on ink as on paper."""


class Ring:
    """A circle around the pointer; painted, as platforms limit and scale a cursor as they like."""

    def __init__(self) -> None:
        self._circle = QRectF()

    def show(self, middle: QPointF, radius: float) -> QRect:
        """Show it here, and return what has to be painted again, in pixels of the widget."""
        return self._change(
            QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        )

    def hide(self) -> QRect:
        """Show it nowhere, and return what has to be painted again."""
        return self._change(QRectF())

    def paint(self, painter: QPainter, chosen: Colours) -> None:
        """Paint it, where it is shown."""
        if self._circle.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((chosen.surface, _HALO_PX), (chosen.text, _LINE_PX)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(self._circle)

    def _change(self, circle: QRectF) -> QRect:
        changed = QRect()
        if circle != self._circle:
            changed = _around(self._circle) | _around(circle)
            self._circle = circle
        return changed


def _around(circle: QRectF) -> QRect:
    if circle.isNull():
        return QRect()
    return circle.adjusted(-_HALO_PX, -_HALO_PX, _HALO_PX, _HALO_PX).toAlignedRect()
