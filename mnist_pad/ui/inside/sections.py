"""The parts of the page: a heading, one sentence, and what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from mnist_pad.ui.theme import GRID_PX, colours, small_px


def section(title: str, sentence: str, *contents: QWidget | QLayout) -> QVBoxLayout:
    """Return a part of the page, from top to bottom."""
    layout = QVBoxLayout()
    layout.setSpacing(GRID_PX)
    heading = QLabel(title)
    font = QFont(heading.font())
    font.setWeight(QFont.Weight.DemiBold)
    heading.setFont(font)
    layout.addWidget(heading)
    layout.addWidget(said(sentence))
    for each in contents:
        if isinstance(each, QLayout):
            layout.addLayout(each)
        else:
            layout.addWidget(each)
    return layout


class Line(QWidget):
    """One line on the side that changes often: unlike a label's, its text moves nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setFixedHeight(round(1.5 * small_px()))

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def setText(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        painter = small_painter(self)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)


def small_painter(widget: QWidget) -> QPainter:
    """Return what paints on a widget what is said on the side, as `said` looks."""
    painter = QPainter(widget)
    font = QFont(widget.font())
    font.setPixelSize(small_px())
    painter.setFont(font)
    painter.setPen(QColor(colours(widget).muted))
    return painter


def said(text: str = "") -> QLabel:
    """Return a label for what is said on the side; lines are broken where they must be."""
    label = QLabel(text)
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def captioned(picture: QWidget, caption: QLabel) -> QVBoxLayout:
    """Return a picture with its caption under it."""
    column = QVBoxLayout()
    column.setSpacing(GRID_PX // 2)
    column.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(caption)
    column.addStretch(1)
    return column
