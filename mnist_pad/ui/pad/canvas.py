"""The canvas: takes pen, finger and mouse, and shows the ink."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_pad.ink.drawing import Picture
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import pixmap
from mnist_pad.ui.pad.area import Area
from mnist_pad.ui.pad.ink_layer import InkLayer
from mnist_pad.ui.pad.marks import picture_place
from mnist_pad.ui.pad.pointing import Pointing, Pressure
from mnist_pad.ui.pad.ring import Ring
from mnist_pad.ui.theme import GRID_PX, colours
from mnist_pad.workspace.drawing import PAD_SIDE, DrawingStore


class Pad(QWidget):
    """A square sheet of paper that shows the drawing, at whatever size, and is drawn on."""

    _ink_waits = Signal()

    def __init__(self, drawing: DrawingStore) -> None:
        super().__init__()
        named(self, "pad", self.tr("Drawing pad"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        # The paper covers every pixel: Qt need not clear them first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(GRID_PX * 25, GRID_PX * 25)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        # The eraser's ring goes with what only hovers, too.
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self._drawing = drawing
        self.area = Area(self, drawing)
        self._ring = Ring()
        # Where something points, and whether that erases whatever the tool.
        self._pointer: QPointF | None = None
        self._erases = False
        self._ink = InkLayer(self._paper, lambda: QColor(colours(self).text))
        # What the paper was made for: the invitation and a picture are part of it.
        self._paper_for: object = None
        # A fast hand's points come several at a time: those that wait together are painted at once.
        self._is_told = False
        self._ink_waits.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        drawing.ink_changed.connect(self._note_ink)
        drawing.tools_changed.connect(self._show_ring)
        self._pointing = pointing = Pointing(self)
        pointing.pressed.connect(self._press)
        pointing.moved.connect(self._move)
        pointing.released.connect(self._release)
        pointing.abandoned.connect(self._abandon)
        pointing.hovered.connect(self._point)
        pointing.left.connect(self._point_nowhere)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down; the right button erases."""
        self._pointing.take_mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._pointing.take_mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        self._pointing.take_mouse(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the eraser's ring go with the pointer."""
        self._point_nowhere()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a stylus; its other end erases."""
        self._pointing.take_stylus(event)
        # What is left unaccepted, Qt sends again as if the mouse had done it: ink would come twice.
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take a finger."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        self._pointing.take_touch(event)
        # Left unaccepted, a touch is heard of no more, but for made-up mouse events.
        event.accept()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Look out for a stylus."""
        self._pointing.watch(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look out no longer."""
        self._pointing.watch(shown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing, at the new scale."""
        self._ink.forget()
        self.area.resize(self.size())
        self._show_ring()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink.forget()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the ink, or the invitation to draw."""
        # What came since the last time may lie beyond what is to be painted now.
        shown = self._up_to_date(event.rect())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, shown)
        self._ring.paint(painter, colours(self))

    def _press(self, position: QPointF, pressure: Pressure, erase: bool) -> None:
        self._point(position, erase)
        if self._drawing.chooses_area and not erase:
            self.area.begin(position)
            return
        self._drawing.press(*self._to_pad(position), erase=erase, pressure=pressure)

    def _move(self, position: QPointF, pressure: Pressure) -> None:
        self._point(position, self._erases)
        if self.area.is_dragged:
            self.area.extend(position)
        else:
            self._drawing.move(*self._to_pad(position), pressure=pressure)

    def _release(self) -> None:
        self._erases = False
        if self.area.is_dragged:
            self.area.finish()
        else:
            self._drawing.release()
        self._show_ring()

    def _abandon(self) -> None:
        self.area.abandon()
        self._drawing.abandon()

    def _point(self, position: QPointF, erases: bool) -> None:
        self._pointer, self._erases = position, erases
        self._show_ring()

    def _point_nowhere(self) -> None:
        self._pointer, self._erases = None, False
        self._show_ring()

    def _show_ring(self) -> None:
        """Show how far the eraser reaches, where there is one."""
        tools = self._drawing.tools
        erases = tools.erasing and not self._drawing.chooses_area
        if self._pointer is not None and (self._erases or erases):
            changed = self._ring.show(self._pointer, tools.eraser_radius * self._scale())
        else:
            changed = self._ring.hide()
        self.update(changed)

    def _note_ink(self) -> None:
        if not self._is_told:
            self._is_told = True
            self._ink_waits.emit()

    def _follow(self) -> None:
        self._is_told = False
        self._up_to_date(QRect())

    def _up_to_date(self, seen: QRect) -> QPixmap:
        """Paint what is new; have that part of the widget shown again, unless it is `seen` now."""
        shown, changed = self._shown()
        if changed is None:
            part = self.rect()
        else:
            scale = self._scale()
            place = QRectF(changed.topLeft() * scale, changed.size() * scale)
            part = place.toAlignedRect() & self.rect()
        if not (part.isEmpty() or seen.contains(part)):
            self.update(part)
        return shown

    def _shown(self) -> tuple[QPixmap, QRectF | None]:
        sheet, current = self._drawing.sheet, self._drawing.current
        # None is plain paper under strokes; "blank" has the invitation written on it.
        paper_for = "blank" if self._drawing.is_empty else sheet.picture
        if paper_for is not self._paper_for:
            self._ink.forget()
            self._paper_for = paper_for
        return self._ink.shown(sheet.strokes, current, pad=PAD_SIDE)

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
