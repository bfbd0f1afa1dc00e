"""The thread that pumps a run's events into Qt."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal


class Pump(QThread):
    """Iterates one run.

    Signals: `event_received(event)`, in order; the last is a `RunEnded`.
    """

    event_received = Signal(object)

    def __init__(self, events: Iterator[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._events = events

    def run(self) -> None:
        """Iterate the run to its end, in this thread."""
        # A signal to an object of another thread is queued there: receivers run in the window's.
        for event in self._events:
            self.event_received.emit(event)
