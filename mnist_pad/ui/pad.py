"""The canvas: takes pen, finger and mouse, and shows the ink."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QPolygonF,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_pad.ink.drawing import Drawing, PenStroke, Picture
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.strokes import Ink
from mnist_pad.ui.naming import named
from mnist_pad.ui.pictures import pixmap
from mnist_pad.ui.theme import GRID_PX, colours

PAD_SIDE: Final = 400.0
"""The pad's side in its own pixels; the widget scales them, so a resize keeps the drawing."""

DEFAULT_PEN_WIDTH: Final = 24
INVITATION: Final = "Draw a digit"


class Pad(QWidget):
    """A square sheet of paper over a `Drawing`.

    Signals: `ink_changed()`, after every change of the ink, points of a stroke in progress
    included; `drawing_changed()`, after every whole step: the pen lifted, the pad cleared.
    """

    ink_changed = Signal()
    drawing_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        named(self, "pad", "Drawing pad")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(GRID_PX * 25, GRID_PX * 25)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.drawing = Drawing()
        self.pen_width = float(DEFAULT_PEN_WIDTH)
        self.erasing = False
        self._button = Qt.MouseButton.NoButton
        self._pen_down = False
        self._erasing_now = False
        self._finished: QPixmap | None = None

    def ink(self) -> Ink:
        """Return the drawing as it is now, a stroke in progress included."""
        return self.drawing.ink(pad=(PAD_SIDE, PAD_SIDE), pen=self.pen_width)

    @property
    def picture(self) -> Picture | None:
        """The picture on the pad."""
        return self.drawing.sheet.picture

    @property
    def is_empty(self) -> bool:
        """Whether there is neither ink nor a picture."""
        return self.drawing.is_empty

    def show_picture(self, picture: Picture) -> None:
        """Lay a picture on the pad; Undo brings the drawing under it back."""
        self.drawing.lay_picture(picture)
        self._drawing_changed()

    def show_ink(self, ink: Ink) -> None:
        """Put another drawing on the pad, at the pad's scale; Undo brings back what was there."""
        scale = PAD_SIDE / max(ink.pad)
        strokes = tuple(scale * stroke for stroke in ink.strokes)
        self.drawing.replace(Ink(strokes, (PAD_SIDE, PAD_SIDE), scale * ink.pen))
        self._drawing_changed()

    def clear(self) -> None:
        """Wipe the pad; undoable."""
        self.drawing.clear()
        self._drawing_changed()

    def undo(self) -> None:
        """Take the last change back."""
        self.drawing.undo()
        self._drawing_changed()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self.drawing.redo()
        self._drawing_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down; the right button erases."""
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if event.button() in buttons and not self._pen_down:
            self._button = event.button()
            self._press(event.position(), erase=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen; another button's release, half-way through a stroke, does not."""
        if event.button() == self._button:
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a stylus; its other end erases."""
        if event.type() == QEvent.Type.TabletPress:
            rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._press(event.position(), erase=rubber)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._release()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take the first finger; further ones neither draw nor disturb it."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        if event.type() == QEvent.Type.TouchCancel:
            self._release()
        elif event.points():
            self._take_finger(event.points()[0])
        event.accept()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing, at the new scale."""
        self._finished = None

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._finished = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the ink, or the invitation to draw."""
        painter = QPainter(self)
        if self._finished is None:
            self._finished = self._paint_finished()
        painter.drawPixmap(0, 0, self._finished)
        current = self.drawing.current
        if current is not None:
            self._paint_strokes(painter, (current,))

    def _take_finger(self, finger: QEventPoint) -> None:
        if finger.state() == QEventPoint.State.Pressed:
            self._press(finger.position(), erase=False)
        elif finger.state() == QEventPoint.State.Updated:
            self._move(finger.position())
        elif finger.state() == QEventPoint.State.Released:
            self._release()

    def _press(self, position: QPointF, *, erase: bool) -> None:
        self._pen_down = True
        self._erasing_now = erase or self.erasing
        x, y = self._to_pad(position)
        if self._erasing_now:
            self.drawing.begin_erase(x, y, radius=self.pen_width)
            self._finished = None
        else:
            if not self.drawing.sheet.strokes:
                # The invitation, or a picture, makes way for the first stroke.
                self._finished = None
            self.drawing.begin_stroke(x, y, width=self.pen_width)
        self._moved()

    def _move(self, position: QPointF) -> None:
        if not self._pen_down:
            return
        x, y = self._to_pad(position)
        if self._erasing_now:
            self.drawing.extend_erase(x, y)
            self._finished = None
        else:
            self.drawing.extend_stroke(x, y)
        self._moved()

    def _release(self) -> None:
        if not self._pen_down:
            return
        self._pen_down = False
        if self._erasing_now:
            self.drawing.end_erase()
        else:
            self.drawing.end_stroke()
        self._drawing_changed()

    def _moved(self) -> None:
        self.update()
        self.ink_changed.emit()

    def _drawing_changed(self) -> None:
        self._finished = None
        self._moved()
        self.drawing_changed.emit()

    def _scale(self) -> float:
        return min(self.width(), self.height()) / PAD_SIDE

    def _to_pad(self, position: QPointF) -> tuple[float, float]:
        scale = self._scale()
        return position.x() / scale, position.y() / scale

    def _paint_finished(self) -> QPixmap:
        chosen = colours(self)
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor(chosen.window))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chosen.line), 1))
        painter.setBrush(QColor(chosen.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.picture is not None:
            self._paint_picture(painter, self.picture.shown)
        elif self.drawing.is_empty:
            painter.setPen(QColor(chosen.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, INVITATION)
        self._paint_strokes(painter, self.drawing.sheet.strokes)
        painter.end()
        return sheet

    def _paint_picture(self, painter: QPainter, picture: Grey) -> None:
        room = self.size() - QSize(4, 4)
        shown = pixmap(picture).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        corner = (self.size() - shown.size()) / 2
        painter.drawPixmap(corner.width(), corner.height(), shown)

    def _paint_strokes(self, painter: QPainter, strokes: tuple[PenStroke, ...]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        painter.scale(scale, scale)
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        colour = QColor(colours(self).text)
        for stroke in strokes:
            painter.setPen(QPen(colour, stroke.width, Qt.PenStyle.SolidLine, round_cap, round_join))
            points = [QPointF(x, y) for x, y in stroke.points.tolist()]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
