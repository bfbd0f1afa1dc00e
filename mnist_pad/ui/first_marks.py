"""Three marks on the window at the very first start: what to do here, and what one sees."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygon,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours
from mnist_pad.workspace.workspace import Workspace

WIDEST_PX: Final = GRID_PX * 42
_BESIDE_PX: Final = GRID_PX * 30
"""A mark that is narrower has its button below its words."""

_MOVES: Final = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class _Mark(QWidget):
    """A sentence in a frame that points up; gone at a click on it, all of them at "Got it"."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        words: str,
        *,
        over: str,
        under: str,
        done: Callable[[], object],
    ) -> None:
        """Point at the widget called `over`; lie below the one called `under`."""
        super().__init__(parent)
        named(self, name, words)
        self.over, self.under = over, under
        self.wanted = True
        self.done = done
        text = QLabel(words)
        text.setWordWrap(True)
        self.button = named(QPushButton(self.tr("Got it")), f"{name}Button", self.tr("Got it"))
        self.button.setToolTip(self.tr("Close these marks for good (Esc)"))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        # The tip of the frame is above its words.
        self._layout.setContentsMargins(GRID_PX, 2 * GRID_PX, GRID_PX, GRID_PX)
        self._layout.setSpacing(GRID_PX)
        self._layout.addWidget(text, 1)
        self._layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._tip_x = 0

    def place(self, at: QRect, under: QRect, room: QRect) -> None:
        """Lie under a place, within the room, and point at the middle of `at`."""
        width = min(WIDEST_PX, room.width())
        beside = width >= _BESIDE_PX
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        height = self._layout.totalHeightForWidth(width)
        left = min(max(room.left(), at.center().x() - width // 2), room.right() + 1 - width)
        top = under.bottom() + 1
        self._tip_x = at.center().x() - left
        self.setGeometry(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame with its tip, in the window's own colours."""
        shown = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On the middles of pixels, so that a line of one pixel is one pixel wide.
        painter.translate(0.5, 0.5)
        painter.setPen(QPen(QColor(shown.muted), 1))
        painter.setBrush(QColor(shown.surface))
        frame = self.rect().adjusted(0, GRID_PX, -1, -1)
        painter.drawRoundedRect(frame, 6, 6)
        x = min(max(self._tip_x, 2 * GRID_PX), self.width() - 2 * GRID_PX)
        foot = frame.top() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        tip = [QPoint(x - GRID_PX, foot), QPoint(x, 1), QPoint(x + GRID_PX, foot)]
        painter.drawPolygon(QPolygon(tip))
        painter.setPen(QPen(QColor(shown.muted), 1))
        painter.drawPolyline(QPolygon(tip))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go: a click on it says that it was read."""
        self.done()


class FirstMarks(QObject):
    """The marks at the pad, at the answer and at Train; each goes when its thing was done.

    None lies on the pad: whoever draws draws on the pad alone.
    """

    def __init__(self, ground: QWidget, workspace: Workspace) -> None:
        """Put the marks on `ground`, in the coordinates of which all that they point at lies."""
        super().__init__(ground)
        self._ground = ground
        self._workspace = workspace
        self._marks: list[_Mark] = []
        self._add("padMark", self.tr("Draw a digit on the pad."), "pad", "clearButton")
        self._add(
            "answerMark",
            self.tr("Here the network says which digit it is, and how sure it is."),
            "answerDigit",
            "bar9",
        )
        self._add(
            "trainMark", self.tr("Press Train and watch it learn."), "trainButton", "trainButton"
        )
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), ground)
        self._escape.activated.connect(self._dismiss)
        workspace.drawing.ink_changed.connect(self._note_ink)
        workspace.run.run_started.connect(self._note_run)
        # A message and a chosen part of a picture have the key before these.
        workspace.notices.notice_changed.connect(self._share_escape)
        workspace.drawing.drawing_changed.connect(self._share_escape)
        answer = self._widget("answerDigit")
        self._answer = None if answer is None else answer.parentWidget()
        for mark in self._marks:
            # A page that was never built has nothing to point at: its mark is not shown.
            for name in (mark.over, mark.under):
                if (pointed_at := self._widget(name)) is not None:
                    pointed_at.installEventFilter(self)
        for each in (ground, self._answer):
            if each is not None:
                each.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is pointed at; see a click on the answer."""
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and watched is self._answer:
            self._go("answerMark")
        return False

    def _add(self, name: str, words: str, over: str, under: str) -> None:
        mark = _Mark(
            self._ground, name, words, over=over, under=under, done=partial(self._go, name)
        )
        mark.button.clicked.connect(self._dismiss)
        self._marks.append(mark)

    def _widget(self, name: str) -> QWidget | None:
        found = self._ground.findChild(QWidget, name)
        return found if isinstance(found, QWidget) else None

    def _place(self) -> None:
        for mark in self._marks:
            over, under = self._widget(mark.over), self._widget(mark.under)
            mark.setVisible(mark.wanted and over is not None and over.isVisibleTo(self._ground))
            # What is wider than its column would lie on the pad.
            column = None if over is None else over.parentWidget()
            if over is not None and under is not None and column is not None:
                mark.place(self._area(over), self._area(under), self._area(column))
                mark.raise_()

    def _area(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._ground, QPoint(0, 0)), widget.size())

    def _note_ink(self, *_: object) -> None:
        if not self._workspace.drawing.is_empty:
            self._go("padMark")

    def _note_run(self) -> None:
        self._go("trainMark")

    def _go(self, name: str) -> None:
        for mark in self._marks:
            if mark.objectName() == name and mark.wanted:
                mark.wanted = False
                mark.hide()
                self._remember()

    def _dismiss(self) -> None:
        for mark in self._marks:
            mark.wanted = False
            mark.hide()
        self._remember()

    def _remember(self) -> None:
        # Whoever has done one of the three needs no second introduction.
        self._workspace.preferences.choose(introduced=True)
        self._share_escape()

    def _share_escape(self) -> None:
        picture = self._workspace.drawing.sheet.picture
        taken = self._workspace.notices.current or (
            picture is not None and picture.area is not None
        )
        self._escape.setEnabled(not taken and any(mark.wanted for mark in self._marks))
