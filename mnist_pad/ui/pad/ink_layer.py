"""Ink as pixels; what only grew is painted on, not anew."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ui.pad.brush import Line

_LONG: Final = 1_000
"""A stroke of more points stays as it was pieced together: painting it again takes too long."""


class InkLayer:
    """A pixmap that strokes are painted on; with every point of a stroke only its end is.

    The next point bends the last span of a stroke in progress: that span alone is taken away again
    and painted anew. A stroke that is finished is painted once more as a whole: where it was pieced
    together point by point, its edges were smoothed several times over, and look rough.
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
        self._last: tuple[float, ...] = ()
        # What the last span is painted over.
        self._under = QPixmap()
        self._under_place = QRect()
        # Where there is ink: that is finished, that will stay, that will be bent.
        self._areas = [QRectF(), QRectF(), QRectF()]

    @property
    def area(self) -> QRectF:
        """The part of the pad that has ink on it."""
        finished, settled, last = self._areas
        return finished | settled | last

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
            self._strokes = ()
            self._areas[0] = QRectF()
            self._forget_current()
        changed = self._finish(strokes, pad) | self._grow(current, pad)
        return self._shown, None if anew else changed

    def _forget_current(self) -> None:
        self._count, self._last, self._under = 0, (), QPixmap()
        self._areas[1:] = QRectF(), QRectF()

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
        return _end(growing, self._count)[:2] == self._last[:2]

    def _finish(self, strokes: tuple[PenStroke, ...], pad: float) -> QRectF:
        more = strokes[len(self._strokes) :]
        if not more or self._finished is None:
            return QRectF()
        changed = self.area if self._count else QRectF()
        if len(more) == 1 and self._count == len(more[0].points) > _LONG:
            self._finished, self._areas[0] = QPixmap(self._shown), self.area
        else:
            # Painting on a pixmap that shares its pixels with another copies them first.
            self._shown = QPixmap()
            scale = _scale(self._finished, pad)
            painter = _painter(self._finished, pad)
            for stroke in more:
                area = Line(stroke, 0, scale=scale).paint(painter, self._colour())
                self._areas[0] |= area
                changed |= area
            painter.end()
            self._shown = QPixmap(self._finished)
        self._strokes = strokes
        self._forget_current()
        return changed

    def _grow(self, current: PenStroke | None, pad: float) -> QRectF:
        if current is None or _end(current, len(current.points)) == self._last:
            return QRectF()
        changed = self._areas[2]
        self._take_last_span_away()
        # The span that the point before ended is the first that is not settled.
        line = Line(current, max(self._count - 2, 0), scale=_scale(self._shown, pad))
        colour = self._colour()
        if len(current.points) > 2:
            painter = _painter(self._shown, pad)
            settled = line.paint_settled(painter, colour)
            painter.end()
            self._areas[1] |= settled
            changed |= settled
        self._areas[2] = line.last_span_area()
        self._keep_under(self._areas[2], pad)
        painter = _painter(self._shown, pad)
        line.paint_last_span(painter, colour)
        painter.end()
        self._count = len(current.points)
        self._last = _end(current, self._count)
        return changed | self._areas[2]

    def _keep_under(self, area: QRectF, pad: float) -> None:
        scale = _scale(self._shown, pad)
        place = QRectF(area.topLeft() * scale, area.size() * scale).toAlignedRect()
        self._under_place = place & self._shown.rect()
        self._under = self._shown.copy(self._under_place)

    def _take_last_span_away(self) -> None:
        if self._under.isNull() or self._under_place.isEmpty():
            return
        painter = QPainter(self._shown)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        corner = QPointF(self._under_place.topLeft()) / self._shown.devicePixelRatio()
        painter.drawPixmap(corner, self._under)
        painter.end()


def _end(stroke: PenStroke, count: int) -> tuple[float, ...]:
    """Return where a stroke's first points end, and how wide it is there."""
    width = stroke.width if stroke.widths is None else float(stroke.widths[count - 1])
    return (*stroke.points[count - 1].tolist(), width, float(count))


def _scale(pixmap: QPixmap, pad: float) -> float:
    """Return how many of the pixmap's own pixels a pixel of the pad takes."""
    return pixmap.width() / pad


def _painter(pixmap: QPixmap, pad: float) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = pixmap.deviceIndependentSize().width() / pad
    painter.scale(scale, scale)
    return painter
