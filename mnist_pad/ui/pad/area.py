"""The area of a picture that is read: a rectangle dragged over the pad; around it all is dimmed."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mnist_pad.ui.pad.marks import picture_place
from mnist_pad.ui.theme import colours
from mnist_pad.workspace.drawing import DrawingStore

_LEAST_PX: Final = 6
"""Who drags less has clicked."""

_DIMMED: Final = 0.7


class Area(QWidget):
    """Lies over the pad, lets everything through, and shows the area that is chosen.

    Signals: `area_chosen(object)`, a Box in pixels of the picture that is shown, or None for all of
    it, where the hand did not move.
    """

    area_chosen = Signal(object)

    def __init__(self, pad: QWidget, drawing: DrawingStore) -> None:
        super().__init__(pad)
        self.setObjectName("area")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drawing = drawing
        self._from: QPointF | None = None
        self._to = QPointF()
        drawing.drawing_changed.connect(self.abandon)

    @property
    def is_dragged(self) -> bool:
        """Whether a rectangle is being dragged."""
        return self._from is not None

    def begin(self, position: QPointF) -> None:
        """Put one corner down."""
        self._from = self._to = position
        self.update()

    def extend(self, position: QPointF) -> None:
        """Drag the other corner."""
        self._to = position
        self.update()

    def finish(self) -> None:
        """Choose what lies between them."""
        picture, dragged = self._drawing.sheet.picture, self._dragged()
        self.abandon()
        if picture is None or dragged is None:
            return
        place = self._place()
        within, scale = dragged & place, picture.shown.shape[1] / place.width()
        if max(dragged.width(), dragged.height()) < _LEAST_PX or within.isEmpty():
            self.area_chosen.emit(None)
            return
        corner = (within.topLeft() - place.topLeft()) * scale
        size = within.size() * scale
        self.area_chosen.emit((corner.x(), corner.y(), size.width(), size.height()))

    def abandon(self) -> None:
        """Choose nothing."""
        self._from = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is not read, and frame what is."""
        area = self._dragged() if self.is_dragged else self._chosen()
        if area is None:
            return
        chosen = colours(self)
        painter = QPainter(self)
        around = QPainterPath()
        around.addRect(self._place())
        around.addRect(area)
        veil = QColor(chosen.window)
        veil.setAlphaF(_DIMMED)
        painter.fillPath(around, veil)
        painter.setPen(QPen(QColor(chosen.muted), 1))
        painter.drawRect(area.toAlignedRect().adjusted(0, 0, -1, -1))

    def _dragged(self) -> QRectF | None:
        if self._from is None:
            return None
        return QRectF(self._from, self._to).normalized()

    def _chosen(self) -> QRectF | None:
        picture = self._drawing.sheet.picture
        if picture is None or picture.area is None:
            return None
        place = self._place()
        scale = place.width() / picture.shown.shape[1]
        x, y, width, height = (scale * each for each in picture.area)
        return QRectF(place.x() + x, place.y() + y, width, height)

    def _place(self) -> QRectF:
        picture = self._drawing.sheet.picture
        return QRectF() if picture is None else picture_place(picture, QSizeF(self.size()))
