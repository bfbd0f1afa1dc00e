"""Ink as pixels; what only grew is painted on, not anew."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from mnist_pad.ink.drawing import PenStroke

_POINTS_AT_ONCE: Final = 8
"""Qt's stroker takes a time that grows with the square of a tangle's points; pieces do not."""


_LONG: Final = 1_000
"""A stroke of more points stays as it was pieced together: painting it again takes too long."""


class InkLayer:
    """A pixmap that strokes are painted on; with every point of a stroke only that point is.

    A stroke that is finished is painted once more as a whole: where it was pieced together point
    by point, its edges were smoothed several times over, and look rough.
    """

    def __init__(self, paper: Callable[[], QPixmap], colour: Callable[[], QColor]) -> None:
        """Take how to make the paper, and the ink's colour; the paper's width is the pad's."""
        self._paper = paper
        self._colour = colour
        # What is finished, and that with the stroke in progress on it.
        self._finished: QPixmap | None = None
        self._shown = QPixmap()
        self._strokes: tuple[PenStroke, ...] = ()
        # Of the stroke in progress: how many points are painted, and the last of these.
        self._count = 0
        self._last = (0.0, 0.0)

    def forget(self) -> None:
        """Paint everything anew next time: size, colours or paper are others."""
        self._finished = None

    def shown(
        self, strokes: tuple[PenStroke, ...], current: PenStroke | None, *, pad: float
    ) -> tuple[QPixmap, QRectF | None]:
        """Return the ink on its paper, and the part of the pad that changed; None for all of it.

        `pad` is the pad's side in the strokes' own pixels.
        """
        anew = self._finished is None or not self._only_grew(strokes, current)
        if anew:
            self._finished = self._paper()
            self._shown = QPixmap(self._finished)
            self._strokes, self._count = (), 0
        changed = self._finish(strokes, pad) | self._grow(current, pad)
        return self._shown, None if anew else changed

    def _only_grew(self, strokes: tuple[PenStroke, ...], current: PenStroke | None) -> bool:
        painted = len(self._strokes)
        # Strokes compare by identity: this looks at no point.
        if strokes[:painted] != self._strokes:
            return False
        if not self._count:
            return True
        growing = strokes[painted] if len(strokes) > painted else current
        if growing is None or len(growing.points) < self._count:
            return False
        # Another stroke may have begun; the arrays are new ones each time, and tell nothing.
        return tuple(growing.points[self._count - 1].tolist()) == self._last

    def _finish(self, strokes: tuple[PenStroke, ...], pad: float) -> QRectF:
        more = strokes[len(self._strokes) :]
        changed = QRectF()
        if not more or self._finished is None:
            return changed
        if len(more) == 1 and self._count == len(more[0].points) > _LONG:
            self._finished, self._strokes, self._count = QPixmap(self._shown), strokes, 0
            return changed
        # Painting on a pixmap that shares its pixels with another copies them first.
        self._shown = QPixmap()
        painter = _painter(self._finished, pad)
        for stroke in more:
            changed |= self._paint(painter, stroke, 0)
        painter.end()
        self._shown = QPixmap(self._finished)
        self._strokes, self._count = strokes, 0
        return changed

    def _grow(self, current: PenStroke | None, pad: float) -> QRectF:
        if current is None:
            return QRectF()
        painter = _painter(self._shown, pad)
        # From the last painted point on: a piece begins where the one before ended.
        changed = self._paint(painter, current, max(self._count - 1, 0))
        painter.end()
        self._count = len(current.points)
        self._last = tuple(current.points[-1].tolist())
        return changed

    def _paint(self, painter: QPainter, stroke: PenStroke, first: int) -> QRectF:
        """Paint a stroke from its point `first` on, and return where that is."""
        points = stroke.points[first:]
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(self._colour(), stroke.width, Qt.PenStyle.SolidLine, cap, join))
        # Neighbouring pieces share a point, where their round ends meet.
        for start in range(0, max(len(points) - 1, 1), _POINTS_AT_ONCE - 1):
            some = [QPointF(x, y) for x, y in points[start : start + _POINTS_AT_ONCE].tolist()]
            # A line of one point would not be drawn.
            painter.drawPolyline(QPolygonF([some[0], *some]))
        low, high = points.min(axis=0), points.max(axis=0)
        # A pixel more than the pen: smoothed edges reach that far.
        room = stroke.width / 2 + 1
        return QRectF(QPointF(*(low - room).tolist()), QPointF(*(high + room).tolist()))


def _painter(pixmap: QPixmap, pad: float) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = pixmap.deviceIndependentSize().width() / pad
    painter.scale(scale, scale)
    return painter
