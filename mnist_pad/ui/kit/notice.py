"""One line that tells the user what went wrong, or what was done; it never blocks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.notices import NoticeStore


class _Sentence(QLabel):
    """A sentence in the middle of its place's height, or from its top where it is cut off."""

    def align(self) -> None:
        """See whether all of it is in sight: if not, that is its beginning."""
        cut_off = self.heightForWidth(self.width()) > self.height()
        flag = Qt.AlignmentFlag
        self.setAlignment(flag.AlignLeft | (flag.AlignTop if cut_off else flag.AlignVCenter))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Align anew: the same sentence may fit now."""
        super().resizeEvent(event)
        self.align()


class Notice(QWidget):
    """A strip with one sentence, shown until it is dismissed or replaced.

    Its place is always there, two lines high, so that nothing moves when a sentence comes.
    """

    def __init__(self, notices: NoticeStore) -> None:
        super().__init__()
        self._notices = notices
        self._text = named(_Sentence(), "noticeText", self.tr("Message"))
        # A file's name may look like markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        # A sentence without end must not make the window wider; what is cut off is in the tool tip.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        dismiss = named(QToolButton(), "dismissNoticeButton", self.tr("Dismiss the message"))
        dismiss.setText(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss the message (Esc)"))
        dismiss.setProperty("role", "plain")
        dismiss.clicked.connect(notices.dismiss)
        self._strip = QFrame()
        self._strip.setProperty("role", "notice")
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(GRID_PX, 0, GRID_PX // 2, 0)
        strip.addWidget(self._text, 1)
        strip.addWidget(dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._strip)
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + GRID_PX)
        # While the strip is hidden, the key is free for others.
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._strip)
        escape.activated.connect(notices.dismiss)
        notices.notice_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._text.setText(self._notices.current)
        self._text.align()
        self._text.setToolTip(self._notices.current)
        # The strip alone: hidden as a whole, the widget would give its place away.
        self._strip.setVisible(bool(self._notices.current))
