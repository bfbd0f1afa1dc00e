"""The answer: the digit, how sure the network is, and the ten probabilities."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.wording import percent
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.ui.naming import named
from mnist_pad.ui.theme import ANSWER_TEXT_PX, GRID_PX, colours


class ProbabilityBar(QProgressBar):
    """One class's probability in thousandths; coloured only while it is the answer.

    Signals: `clicked()`.
    """

    clicked = Signal()

    def __init__(self, digit: int) -> None:
        super().__init__()
        named(self, f"bar{digit}", f"Probability of {digit}")
        self.setRange(0, 1000)
        self.setValue(0)
        self.setTextVisible(False)
        self.setFixedHeight(GRID_PX * 2)
        self.setMinimumWidth(GRID_PX * 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._winning = False

    def set_winning(self, winning: bool) -> None:
        """Colour the bar, or take the colour away."""
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


class AnswerPanel(QWidget):
    """Shows a `Prediction`; the bars keep their order, the winner alone is coloured.

    Signals: `digit_named(int)`, the user says which digit it was, by clicking its row.
    """

    digit_named = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._digit = named(QLabel(), "answerDigit", "Answer")
        self._digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = QFont(self.font())
        font.setPixelSize(ANSWER_TEXT_PX)
        font.setWeight(QFont.Weight.DemiBold)
        self._digit.setFont(font)
        self._digit.setFixedHeight(ANSWER_TEXT_PX + GRID_PX)
        self._answered = False
        self._confidence = named(QLabel(), "answerConfidence", "Confidence")
        self._confidence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self._confidence.setFont(strong)
        self._confidence.setWordWrap(True)
        # Two lines' height, always: a longer reason must not push the bars down.
        self._confidence.setFixedHeight(self._confidence.fontMetrics().lineSpacing() * 2)
        self._bars = [ProbabilityBar(digit) for digit in range(10)]
        self._percents = [QLabel() for _ in range(10)]

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._digit)
        layout.addWidget(self._confidence)
        layout.addSpacing(GRID_PX)
        layout.addLayout(self._bar_grid(), 10)
        layout.addStretch(1)
        self._colour_digit()
        self.show_empty()

    def _bar_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(GRID_PX // 2)
        widest = self.fontMetrics().horizontalAdvance("100.0 %")
        for digit, (bar, share) in enumerate(zip(self._bars, self._percents, strict=True)):
            name = _name(digit)
            name.clicked.connect(partial(self.digit_named.emit, digit))
            bar.clicked.connect(partial(self.digit_named.emit, digit))
            bar.setToolTip(name.toolTip())
            share.setMinimumWidth(widest)
            share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.setRowStretch(digit, 1)
            # An alignment lets the row grow although what is in it does not.
            grid.addWidget(name, digit, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(bar, digit, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(share, digit, 2)
        return grid

    @property
    def answer(self) -> str:
        """The digit that is shown, or "?"."""
        return self._digit.text()

    def show_empty(self) -> None:
        """Show that there is nothing to read yet."""
        self._show("?", "Nothing drawn yet", answered=False)
        for digit in range(10):
            self._set_bar(digit, None, winning=False)

    def show_prediction(self, prediction: Prediction) -> None:
        """Show what the network says; one that is no digit leaves the bars without a winner."""
        answered = prediction.verdict == "digit"
        if prediction.digit is not None and answered:
            confidence = percent(float(prediction.probabilities[prediction.digit]))
            self._show(str(prediction.digit), confidence, answered=True)
        else:
            self._show("?", prediction.reason or "Not a digit", answered=False)
        # One repaint for the ten bars: QProgressBar otherwise repaints itself at every setValue.
        self.setUpdatesEnabled(False)
        for digit, probability in enumerate(prediction.probabilities.tolist()):
            read = None if prediction.verdict == "not_a_digit" else probability
            self._set_bar(digit, read, winning=answered and digit == prediction.digit)
        self.setUpdatesEnabled(True)

    def _show(self, digit: str, confidence: str, *, answered: bool) -> None:
        self._digit.setText(digit)
        self._confidence.setText(confidence)
        if answered != self._answered:
            self._answered = answered
            self._colour_digit()

    def _colour_digit(self) -> None:
        self._digit.setProperty("answered", self._answered)
        # A style sheet heeds a changed property only when it is applied anew.
        self._digit.style().polish(self._digit)

    def _set_bar(self, digit: int, probability: float | None, *, winning: bool) -> None:
        value = 0.0 if probability is None else probability
        self._bars[digit].setValue(round(1000 * value))
        self._bars[digit].set_winning(winning)
        text = "" if probability is None else percent(value)
        self._percents[digit].setText(text)


def _name(digit: int) -> QToolButton:
    name = named(QToolButton(), f"digitButton{digit}", f"It was a {digit}")
    name.setText(str(digit))
    name.setProperty("role", "digit")
    name.setToolTip(f"It was a {digit}: keep the drawing so (press {digit})")
    name.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return name
