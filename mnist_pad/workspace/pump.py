"""The thread that pumps a run's events into Qt."""

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QObject, QThread, Signal

CLOSING_TIMEOUT_MS: Final = 5000


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

    def finish(self) -> None:
        """Let go of it, after its last event."""
        # It ends in a moment. Deleted before that, it would have Qt abort.
        self.wait()
        self.deleteLater()

    def abandon(self) -> None:
        """Wait for its end, though not for ever; what it still has to tell finds nobody."""
        self.event_received.disconnect()
        self.wait(CLOSING_TIMEOUT_MS)
