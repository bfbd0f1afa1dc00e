"""The one sentence that the user is told at the moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import Words

Sentence = Words | Callable[[], str]
"""What is told; made by a function, or a phrase, it can be told anew in another language."""


class NoticeStore(QObject):
    """Holds a sentence until it is dismissed or another takes its place.

    Signals: `notice_changed()`.
    """

    notice_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told: Sentence = ""

    @property
    def current(self) -> str:
        """What is told, in the language that is spoken now; nothing where that is ""."""
        return self._told() if callable(self._told) else str(self._told)

    def tell(self, sentence: Sentence) -> None:
        """Tell the user something."""
        self._told = sentence
        self.notice_changed.emit()

    def dismiss(self) -> None:
        """Take the sentence away."""
        self.tell("")
