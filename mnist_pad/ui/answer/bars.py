"""The ten probabilities: a bar for each digit, which can also be named by its row."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from mnist_pad.base.wording import percent
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours

_STEPS: Final[Mapping[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class ProbabilityBar(QProgressBar):
    """One class's probability in thousandths; coloured only while it is the answer.

    Signals: `clicked()`.
    """

    clicked = Signal()

    def __init__(self, digit: int) -> None:
        super().__init__()
        named(self, f"bar{digit}", self.tr("Probability of {digit}").format(digit=digit))
        self.setRange(0, 1000)
        self.setValue(0)
        self.setTextVisible(False)
        self.setMinimumHeight(GRID_PX)
        self.setMaximumHeight(GRID_PX * 2)
        self.setMinimumWidth(GRID_PX * 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._winning = False

    def show_value(self, value: int, *, winning: bool) -> None:
        """Show thousandths, coloured where they are the answer's."""
        if value != self.value():
            # Otherwise, setValue paints at once, each bar by itself; this has Qt do it in its turn.
            self.setUpdatesEnabled(False)
            self.setValue(value)
            self.setUpdatesEnabled(True)
        if winning != self._winning:
            self._winning = winning
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that ends where it began: on the bar."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the part that the probability fills."""
        chosen = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        painter.setBrush(QColor(chosen.line))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(track, 3, 3)
        painter.setOpacity(1.0)
        painter.setBrush(QColor(chosen.accent if self._winning else chosen.muted))
        filled = track.width() * self.value() / self.maximum()
        if filled >= 1:
            painter.drawRoundedRect(QRectF(0, 0, filled, track.height()), 3, 3)


class Bars(QWidget):
    """Ten rows, in the digits' order; one stop for the Tab key, with arrows between the rows.

    Signals: `digit_named(int)`, the user says which digit it was, by clicking its row.
    """

    digit_named = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._bars = [ProbabilityBar(digit) for digit in range(10)]
        self._names = [self._name(digit) for digit in range(10)]
        self._percents = [QLabel() for _ in range(10)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(0)
        # Room for the widest figure, always: bars must not change their length with what they tell.
        widest = self.fontMetrics().horizontalAdvance(percent(1.0))
        middle = Qt.AlignmentFlag.AlignVCenter
        for digit in range(10):
            bar, share = self._bars[digit], self._percents[digit]
            bar.clicked.connect(partial(self.digit_named.emit, digit))
            bar.setToolTip(self._names[digit].toolTip())
            share.setMinimumWidth(widest)
            share.setAlignment(Qt.AlignmentFlag.AlignRight | middle)
            grid.setRowStretch(digit, 1)
            # An alignment lets the row grow although what is in it does not.
            grid.addWidget(self._names[digit], digit, 0, middle)
            grid.addWidget(bar, digit, 1, middle)
            grid.addWidget(share, digit, 2, middle)
        self._stop_at(0)

    def show_nothing(self) -> None:
        """Show ten empty bars."""
        for digit in range(10):
            self._set(digit, None, winning=False)

    def show_prediction(self, prediction: Prediction) -> None:
        """Show ten probabilities; one that is no digit leaves the bars without a winner."""
        answered = prediction.verdict == "digit"
        for digit, probability in enumerate(prediction.probabilities.tolist()):
            # How likely each digit is among digits says nothing of what is none.
            read = None if prediction.verdict == "not_a_digit" else probability
            self._set(digit, read, winning=answered and digit == prediction.digit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from row to row with the arrow keys."""
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return False
        # By its number: not every key that a keyboard may have is one that Qt has a name for.
        step = _STEPS.get(event.key())
        if step is None or not isinstance(watched, QToolButton):
            return False
        row = (self._names.index(watched) + step) % len(self._names)
        self._stop_at(row)
        self._names[row].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stop_at(self, row: int) -> None:
        for number, name in enumerate(self._names):
            # The others keep ClickFocus: a row that is clicked is the one that arrows go on from.
            policy = Qt.FocusPolicy.StrongFocus if number == row else Qt.FocusPolicy.ClickFocus
            name.setFocusPolicy(policy)

    def _set(self, digit: int, probability: float | None, *, winning: bool) -> None:
        value = 0.0 if probability is None else probability
        self._bars[digit].show_value(round(1000 * value), winning=winning)
        self._percents[digit].setText("" if probability is None else percent(value))

    def _name(self, digit: int) -> QToolButton:
        words = self.tr("It was a {digit}").format(digit=digit)
        name = named(QToolButton(), f"digitButton{digit}", words)
        name.setText(str(digit))
        name.setProperty("role", "digit")
        tip = self.tr("It was a {digit}: keep the drawing so (press {digit})")
        name.setToolTip(tip.format(digit=digit))
        name.clicked.connect(partial(self.digit_named.emit, digit))
        name.installEventFilter(self)
        return name
