"""One line that tells the user what went wrong, or what was done; it never blocks."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from mnist_pad.ui.naming import named
from mnist_pad.ui.theme import GRID_PX


class Notice(QFrame):
    """A strip with one sentence, shown until it is dismissed or replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._text = named(QLabel(), "noticeText", "Message")
        self._text.setWordWrap(True)
        dismiss = named(QToolButton(), "dismissNoticeButton", "Dismiss the message")
        dismiss.setText("Dismiss")
        dismiss.setProperty("role", "plain")
        dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID_PX, GRID_PX // 2, GRID_PX // 2, GRID_PX // 2)
        layout.addWidget(self._text, 1)
        layout.addWidget(dismiss)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show one sentence."""
        self._text.setText(sentence)
        self.show()
