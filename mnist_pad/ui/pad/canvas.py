"""The canvas: takes pen, finger and mouse, and shows the ink."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QEventPoint,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_pad.ink.drawing import Picture
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import pixmap
from mnist_pad.ui.pad.ink_layer import InkLayer
from mnist_pad.ui.pad.marks import picture_place
from mnist_pad.ui.theme import GRID_PX, colours
from mnist_pad.workspace.drawing import PAD_SIDE, DrawingStore


class Pad(QWidget):
    """A square sheet of paper that shows the drawing, at whatever size, and is drawn on."""

    def __init__(self, drawing: DrawingStore) -> None:
        super().__init__()
        named(self, "pad", self.tr("Drawing pad"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        # The paper covers every pixel: Qt need not clear them first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(GRID_PX * 25, GRID_PX * 25)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._drawing = drawing
        self._button = Qt.MouseButton.NoButton
        self._pen_down = False
        self._ink = InkLayer(self._paper, lambda: QColor(colours(self).text))
        # What the paper was made for: the invitation and a picture are part of it.
        self._paper_for: object = None
        drawing.ink_changed.connect(self._follow)
        drawing.tools_changed.connect(self._show_tool)
        self._show_tool()

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
        # What is left unaccepted, Qt sends again as if the mouse had done it: ink would come twice.
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take the first finger; further ones neither draw nor disturb it."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        if event.type() == QEvent.Type.TouchCancel:
            self._release()
        elif event.points():
            self._take_finger(event.points()[0])
        # Left unaccepted, a touch is heard of no more, but for made-up mouse events.
        event.accept()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing, at the new scale."""
        self._ink.forget()
        # The eraser's ring is as large as what it takes away, at any scale.
        self._show_tool()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink.forget()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the ink, or the invitation to draw."""
        shown, _ = self._shown()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, shown)

    def _take_finger(self, finger: QEventPoint) -> None:
        if finger.state() == QEventPoint.State.Pressed:
            self._press(finger.position(), erase=False)
        elif finger.state() == QEventPoint.State.Updated:
            self._move(finger.position())
        elif finger.state() == QEventPoint.State.Released:
            self._release()

    def _press(self, position: QPointF, *, erase: bool) -> None:
        self._pen_down = True
        self._drawing.press(*self._to_pad(position), erase=erase)

    def _move(self, position: QPointF) -> None:
        if self._pen_down:
            self._drawing.move(*self._to_pad(position))

    def _release(self) -> None:
        if self._pen_down:
            self._pen_down = False
            self._drawing.release()

    def _follow(self) -> None:
        """Paint what is new, and have that part of the widget alone shown again."""
        _, changed = self._shown()
        if changed is None:
            self.update()
            return
        scale = self._scale()
        shown = QRectF(changed.topLeft() * scale, changed.size() * scale)
        self.update(shown.toAlignedRect())

    def _shown(self) -> tuple[QPixmap, QRectF | None]:
        sheet, current = self._drawing.sheet, self._drawing.current
        # None is plain paper under strokes; "blank" has the invitation written on it.
        paper_for = "blank" if self._drawing.is_empty else sheet.picture
        if paper_for is not self._paper_for:
            self._ink.forget()
            self._paper_for = paper_for
        return self._ink.shown(sheet.strokes, current, pad=PAD_SIDE)

    def _show_tool(self) -> None:
        tools = self._drawing.tools
        if tools.erasing:
            # The eraser's radius is the width of the pen: see DrawingStore.press.
            self.setCursor(_ring(2 * tools.pen_width * self._scale(), QColor(colours(self).muted)))
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def _scale(self) -> float:
        return min(self.width(), self.height()) / PAD_SIDE

    def _to_pad(self, position: QPointF) -> tuple[float, float]:
        scale = self._scale()
        return position.x() / scale, position.y() / scale

    def _paper(self) -> QPixmap:
        chosen = colours(self)
        ratio = self.devicePixelRatioF()
        # In the screen's own pixels: at 200 %, Qt would blow up anything smaller.
        sheet = QPixmap(self.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(QColor(chosen.window))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chosen.line), 1))
        painter.setBrush(QColor(chosen.surface))
        # Half a pixel in, a line of one pixel covers whole ones instead of two halves.
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        picture = self._drawing.sheet.picture
        if picture is not None:
            self._paint_picture(painter, picture)
        elif self._drawing.is_empty:
            painter.setPen(QColor(chosen.muted))
            invitation = self.tr("Draw a digit or a number")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, invitation)
        painter.end()
        return sheet

    def _paint_picture(self, painter: QPainter, picture: Picture) -> None:
        place = picture_place(picture, QSizeF(self.size())).toRect()
        shown = pixmap(picture.shown).scaled(
            place.size(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(place.topLeft(), shown)


def _ring(diameter: float, colour: QColor) -> QCursor:
    """Return a cursor that shows what the eraser takes away."""
    # A pixel more on every side: half of the line lies outside the circle.
    side = max(round(diameter), 4) + 2
    shown = QPixmap(side, side)
    shown.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2))
    painter.end()
    return QCursor(shown, side // 2, side // 2)
