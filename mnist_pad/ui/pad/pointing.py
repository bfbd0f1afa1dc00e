"""Who draws: of mouse, stylus and fingers one at a time, and never a palm."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QGuiApplication,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication

_PALM_MM: Final = 20.0
"""The pad of a thumb, pressed flat, is shorter."""

_DOTS_PER_INCH: Final = (72.0, 200.0)
"""Screens that say they are sparser or denser, in device-independent pixels, are mistaken."""

_MM_PER_INCH: Final = 25.4

_DRAWS: Final = Qt.MouseButton.LeftButton
_ERASES: Final = Qt.MouseButton.RightButton

Pressure = float | None
"""From 0 to 1; None where it is not felt."""


class _Kind(Enum):
    MOUSE = "mouse"
    STYLUS = "stylus"
    FINGER = "finger"


_Holder = tuple[_Kind, int]
"""Whoever holds the pen: with the mouse's button, or the finger's number."""

_STYLUS: Final = (_Kind.STYLUS, 0)


class Pointing(QObject):
    """Gives the pen to whoever presses first, and to nobody else until it is lifted.

    A stylus takes it from a finger, whose stroke was the hand that came before the tip; while a
    stylus is near, no finger draws.

    Signals, with positions in pixels of the widget: `pressed(QPointF, Pressure, bool)`, the last
    being whether the pen erases; `moved(QPointF, Pressure)`; `released()`; `abandoned()`, where
    what was drawn since the press was not meant; `hovered(QPointF, bool)`, a place above the pad
    and whether the pen would erase there; `left()`, where nothing points any longer.
    """

    pressed = Signal(QPointF, object, bool)
    moved = Signal(QPointF, object)
    released = Signal()
    abandoned = Signal()
    hovered = Signal(QPointF, bool)
    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holder: _Holder | None = None
        self._stylus_near = False

    def watch(self, *, shown: bool) -> None:
        """Look out for a stylus while the pad is shown, and not longer."""
        self._stylus_near = False
        # That one comes near, Qt tells the application, and no widget; whoever listens there hears
        # of each event, of which a window that is being made has thousands.
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)
            if shown:
                application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether a stylus is near; everything goes on its way."""
        kind = event.type()
        if kind == QEvent.Type.TabletEnterProximity:
            self._stylus_came()
        elif kind == QEvent.Type.TabletLeaveProximity:
            self._stylus_near = False
            self.left.emit()
        return False

    def take_mouse(self, event: QMouseEvent) -> None:
        """Draw with the left button, erase with the right one."""
        kind, button, position = event.type(), event.button(), event.position()
        holder = (_Kind.MOUSE, button.value)
        if kind == QEvent.Type.MouseMove:
            if self._holder is None:
                self.hovered.emit(position, False)
            elif self._holder[0] is _Kind.MOUSE:
                self.moved.emit(position, None)
        elif kind == QEvent.Type.MouseButtonRelease:
            # Another button's release, half-way through a stroke, ends nothing.
            if self._holder == holder:
                self._release()
        elif self._holder is None and button in (_DRAWS, _ERASES):
            self._press(holder, position, None, erase=button == _ERASES)

    def take_stylus(self, event: QTabletEvent) -> None:
        """Draw with the tip, erase with the other end; the button on the barrel does neither."""
        self._stylus_came()
        kind, position = event.type(), event.position()
        pressure = event.pressure() if _feels_pressure(event.pointingDevice()) else None
        rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
        if kind == QEvent.Type.TabletPress:
            if self._holder is None and event.button() == _DRAWS == event.buttons():
                self._press(_STYLUS, position, pressure, erase=rubber)
        elif self._holder == _STYLUS:
            if kind == QEvent.Type.TabletMove:
                self.moved.emit(position, pressure)
            elif event.button() == _DRAWS:
                self._release(position)
        elif self._holder is None and kind == QEvent.Type.TabletMove:
            self.hovered.emit(position, rubber)

    def take_touch(self, event: QTouchEvent) -> None:
        """Draw with the first finger; further ones, and palms, neither draw nor disturb it."""
        if event.type() == QEvent.Type.TouchCancel:
            # The system has found that it was a palm, or a gesture of its own.
            self._abandon_finger()
            return
        for finger in event.points():
            self._take_finger(finger, (_Kind.FINGER, finger.id()))

    def _take_finger(self, finger: QEventPoint, holder: _Holder) -> None:
        position = finger.position()
        pressure = finger.pressure() if _feels_pressure(finger.device()) else None
        if finger.state() == QEventPoint.State.Pressed:
            if self._holder is None and not self._stylus_near and not _is_palm(finger):
                self._press(holder, position, pressure, erase=False)
        elif self._holder != holder:
            return
        elif _is_palm(finger):
            # A hand that is laid down touches with its edge first.
            self._abandon_finger()
        elif finger.state() == QEventPoint.State.Updated:
            self.moved.emit(position, pressure)
        elif finger.state() == QEventPoint.State.Released:
            self._release(position)
            # Nothing points where a finger was.
            self.left.emit()

    def _stylus_came(self) -> None:
        self._stylus_near = True
        self._abandon_finger()

    def _press(
        self, holder: _Holder, position: QPointF, pressure: Pressure, *, erase: bool
    ) -> None:
        self._holder = holder
        self.pressed.emit(position, pressure, erase)

    def _release(self, position: QPointF | None = None) -> None:
        if position is not None:
            # Lifted, it presses no more: this last place is drawn as the one before.
            self.moved.emit(position, None)
        self._holder = None
        self.released.emit()

    def _abandon_finger(self) -> None:
        if self._holder is not None and self._holder[0] is _Kind.FINGER:
            self._holder = None
            self.abandoned.emit()
            self.left.emit()


def _feels_pressure(device: QInputDevice | None) -> bool:
    return device is not None and device.hasCapability(QInputDevice.Capability.Pressure)


def _is_palm(finger: QEventPoint) -> bool:
    contact, screen = finger.ellipseDiameters(), QGuiApplication.primaryScreen()
    low, high = _DOTS_PER_INCH
    dots_per_inch = max(low, min(screen.physicalDotsPerInch(), high))
    return max(contact.width(), contact.height()) > _PALM_MM / _MM_PER_INCH * dots_per_inch
