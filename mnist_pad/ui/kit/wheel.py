"""The wheel scrolls; it does not change what the pointer happens to be over."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Filter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to what lies under the widget."""
        if event.type() == QEvent.Type.Wheel:
            # Not accepted, it goes on to the parent: the page that scrolls.
            event.ignore()
            return True
        return False


def leave_wheel_alone(widget: QWidget) -> None:
    """Keep the wheel from changing a widget's value."""
    # Spin boxes and combo boxes begin with WheelFocus: the wheel would take the keyboard along.
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    # Qt does not keep a filter alive: it has to belong to the widget.
    widget.installEventFilter(_Filter(widget))
