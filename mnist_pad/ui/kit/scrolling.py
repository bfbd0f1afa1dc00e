"""Where a list was scrolled, found again in one that was just made."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar


class Reach(QObject):
    """Brings a scroll bar to a place as soon as its range goes so far, unless the user is first.

    A list has no range to scroll in before it is laid out, which Qt does when it finds time.
    """

    def __init__(self, bar: QScrollBar, place: int) -> None:
        super().__init__(bar)
        self._bar = bar
        self._place = place
        bar.rangeChanged.connect(self._reach)
        bar.actionTriggered.connect(self.deleteLater)
        self._reach()

    def _reach(self) -> None:
        if self._bar.maximum() >= self._place:
            self._bar.setValue(self._place)
            self.deleteLater()
