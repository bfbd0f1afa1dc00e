"""A stylus and a hand on the pad, with what Qt's own test events leave out."""

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

TIP = Qt.MouseButton.LeftButton
BARREL = Qt.MouseButton.RightButton
NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Stylus:
    """A stylus over a widget; positions are in parts of its side."""

    def __init__(self, widget, *, rubber=False, feels_pressure=True):
        kinds, can = QPointingDevice.PointerType, QInputDevice.Capability
        self._widget = widget
        self._held = NONE
        self._device = QPointingDevice(
            "stylus",
            1,
            QInputDevice.DeviceType.Stylus,
            kinds.Eraser if rubber else kinds.Pen,
            can.Position | can.Pressure if feels_pressure else can.Position,
            1,
            3,
        )

    def come_near(self):
        QApplication.sendEvent(QApplication.instance(), self._event(ENTER, (0, 0), NONE, 0.0))

    def go_away(self):
        QApplication.sendEvent(QApplication.instance(), self._event(LEAVE, (0, 0), NONE, 0.0))

    def press(self, position, button=TIP, *, pressure=0.5):
        self._held |= button
        self._send(PRESS, position, button, pressure)

    def move(self, position, *, pressure=0.5):
        self._send(MOVE, position, NONE, pressure)

    def release(self, position, button=TIP):
        self._held &= ~button
        self._send(RELEASE, position, button, 0.0)

    def drag(self, points, *, pressures=None):
        first, *rest = points
        pressures = [0.5] * len(points) if pressures is None else pressures
        self.press(first, pressure=pressures[0])
        for point, pressure in zip(rest, pressures[1:], strict=True):
            self.move(point, pressure=pressure)
        self.release(points[-1])

    def _send(self, kind, position, button, pressure):
        QApplication.sendEvent(self._widget, self._event(kind, position, button, pressure))

    def _event(self, kind, position, button, pressure):
        place = QPointF(*position) * self._widget.width()
        return QTabletEvent(
            kind, self._device, place, place, pressure, 0, 0, 0, 0, 0, PLAIN, button, self._held
        )


PRESS, MOVE = QEvent.Type.TabletPress, QEvent.Type.TabletMove
RELEASE = QEvent.Type.TabletRelease
ENTER, LEAVE = QEvent.Type.TabletEnterProximity, QEvent.Type.TabletLeaveProximity


class Hand:
    """Fingers and a palm on a widget; positions are in parts of its side.

    A contact's size comes from a screen alone, so the events here tell it by themselves.
    """

    def __init__(self, widget):
        self._widget = widget
        can = QInputDevice.Capability
        self._device = QPointingDevice(
            "screen",
            2,
            QInputDevice.DeviceType.TouchScreen,
            QPointingDevice.PointerType.Finger,
            can.Position | can.Area,
            10,
            0,
        )

    def put(self, position, *, finger=0, size_px=30):
        self._send(QEvent.Type.TouchBegin, QEventPoint.State.Pressed, finger, position, size_px)

    def move(self, position, *, finger=0, size_px=30):
        self._send(QEvent.Type.TouchUpdate, QEventPoint.State.Updated, finger, position, size_px)

    def lift(self, position, *, finger=0):
        self._send(QEvent.Type.TouchEnd, QEventPoint.State.Released, finger, position, 30)

    def drag(self, points, *, finger=0, size_px=30):
        self.put(points[0], finger=finger, size_px=size_px)
        for point in points[1:]:
            self.move(point, finger=finger, size_px=size_px)
        self.lift(points[-1], finger=finger)

    def cancel(self):
        event = QTouchEvent(QEvent.Type.TouchCancel, self._device, PLAIN, [])
        QApplication.sendEvent(self._widget, event)

    def _send(self, kind, state, finger, position, size_px):
        place = QPointF(*position) * self._widget.width()
        contact = _Contact(finger, state, place, place)
        contact.size = QSizeF(size_px, size_px)
        contact.place = place
        event = _Touch(kind, self._device, PLAIN, [contact])
        event.contact = contact
        QApplication.sendEvent(self._widget, event)


class _Contact(QEventPoint):
    def ellipseDiameters(self):  # noqa: N802
        return self.size

    def position(self):
        return self.place


class _Touch(QTouchEvent):
    def points(self):
        return [self.contact]
