"""The one sentence that the user is told at the moment."""

from PySide6.QtCore import QObject, Signal


class NoticeStore(QObject):
    """Holds a sentence until it is dismissed or another takes its place.

    Signals: `notice_changed()`.
    """

    notice_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = ""

    def tell(self, sentence: str) -> None:
        """Tell the user something."""
        self.current = sentence
        self.notice_changed.emit()

    def dismiss(self) -> None:
        """Take the sentence away."""
        self.tell("")
