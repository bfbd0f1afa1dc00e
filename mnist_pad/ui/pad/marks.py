"""Where the digits were found: an outline for each, over the pad."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Box
from mnist_pad.recognizer.marks import Mark
from mnist_pad.ui.theme import colours
from mnist_pad.workspace.drawing import PAD_SIDE, DrawingStore
from mnist_pad.workspace.reading import ReadingStore

PICTURE_MARGIN_PX: Final = 2
"""So much of the paper stays in sight around a picture."""

_AWAY_PX: Final = 3
_ROUND_PX: Final = 4


class Marks(QWidget):
    """Outlines several digits, the one that is looked at in the accent, dashed what is none.

    In a picture, one alone is outlined too: it is not plain to see what was found there.
    It lies over the pad and lets everything through. While the pen is down there is none: the
    marks change with every point.
    """

    def __init__(self, pad: QWidget, drawing: DrawingStore, reading: ReadingStore) -> None:
        super().__init__(pad)
        self._pad, self._drawing, self._reading = pad, drawing, reading
        self.setObjectName("marks")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        pad.installEventFilter(self)
        reading.reading_changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the pad."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._pad.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outlines; that of the chosen mark lies over its neighbours'."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reading = self._reading.current
        chosen = colours(self)
        # On a photograph's grey, faint lines would not be seen.
        others = chosen.faint if self._drawing.sheet.picture is None else chosen.muted
        for mark in sorted(reading.marks, key=lambda mark: mark is reading.mark):
            looked_at = mark is reading.mark
            pen = QPen(QColor(chosen.accent if looked_at else others))
            pen.setWidthF(1.5 if looked_at else 1.0)
            if mark.prediction.digit is None:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(self._placed(mark), _ROUND_PX, _ROUND_PX)

    def _show(self) -> None:
        picture = self._drawing.sheet.picture
        several = len(self._reading.current.marks) > 1
        told = several if picture is None else bool(picture.found)
        self.setVisible(told and self._drawing.current is None)
        self.update()

    def _seen(self, mark: Mark) -> Box:
        """Return where the ink of a mark is seen, as wide as it was pressed."""
        strokes = self._drawing.sheet.strokes
        seen = [strokes[number].seen for number in mark.strokes if number < len(strokes)]
        if not seen:
            return mark.found.box
        left, top = np.min(seen, axis=0)[0]
        right, bottom = np.max(seen, axis=0)[1]
        return float(left), float(top), float(right - left), float(bottom - top)

    def _placed(self, mark: Mark) -> QRectF:
        """Return where a mark is on the widget, a little more than it, within the paper."""
        picture = self._drawing.sheet.picture
        if picture is None:
            scale = min(self.width(), self.height()) / PAD_SIDE
            place = QRectF(0, 0, PAD_SIDE * scale, PAD_SIDE * scale)
        else:
            place = picture_place(picture, QSizeF(self.size()))
            scale = place.width() / picture.shown.shape[1]
        box = mark.found.box if picture is not None else self._seen(mark)
        x, y, width, height = (scale * each for each in box)
        around = QRectF(place.x() + x, place.y() + y, width, height)
        around.adjust(-_AWAY_PX, -_AWAY_PX, _AWAY_PX, _AWAY_PX)
        return around & QRectF(self.rect()).adjusted(1, 1, -1, -1)


def picture_place(picture: Picture, room: QSizeF) -> QRectF:
    """Return where a picture is shown on a widget of that size."""
    height, width = picture.shown.shape
    margin = 2 * PICTURE_MARGIN_PX
    scale = min((room.width() - margin) / width, (room.height() - margin) / height)
    left, top = (room.width() - scale * width) / 2, (room.height() - scale * height) / 2
    return QRectF(left, top, scale * width, scale * height)
