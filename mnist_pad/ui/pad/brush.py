"""Ink from the pen to a painter: lines of one width, and lines that pressure widens."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from mnist_pad.ink.pen_stroke import PenStroke

_POINTS_AT_ONCE: Final = 8
"""Qt's stroker takes a time that grows with the square of a tangle's points; pieces do not."""

_TOLERANCE_PX: Final = 0.1
"""So far the line painted may be off the curve, in the screen's pixels."""

_ARC: Final = np.array([-1.0, -0.95, -0.85, -0.6, 0.0, 0.6, 0.85, 0.95, 1.0])
"""The way round a piece's end, which is to be fine where it leaves the piece: the rest is hidden by
the next one, unless the line turns sharply."""

_SHARP: Final = 0.3
"""In radians: where a line turns more, that shows."""

_Floats = NDArray[np.float64]


class Line:
    """The curve through a stroke's points from one of them on, with its width in pad pixels."""

    def __init__(self, stroke: PenStroke, first: int, *, scale: float) -> None:
        """Take from which point on; `scale` is a pad pixel in pixels of the screen."""
        # A span bends towards the point before it as well.
        before = max(first - 1, 0)
        self._curve, widths = stroke.curve(_TOLERANCE_PX / scale, before)
        self._begin = int(self._curve.knots[first - before])
        self._even = widths is None
        self._widths = np.full(len(self._curve.line), stroke.width) if widths is None else widths

    def paint_settled(self, painter: QPainter, colour: QColor) -> QRectF:
        """Paint what no further point will change, and return where that is."""
        return self._paint(painter, colour, self._begin, self._last_span())

    def paint_last_span(self, painter: QPainter, colour: QColor) -> QRectF:
        """Paint what the next point will bend."""
        return self._paint(painter, colour, self._last_span(), len(self._curve.line) - 1)

    def last_span_area(self) -> QRectF:
        """Return where `paint_last_span` paints."""
        return self._area(self._last_span(), len(self._curve.line) - 1)

    def paint(self, painter: QPainter, colour: QColor) -> QRectF:
        """Paint all of it, and return where that is."""
        return self._paint(painter, colour, self._begin, len(self._curve.line) - 1)

    def _last_span(self) -> int:
        knots = self._curve.knots
        return int(knots[max(len(knots) - 2, 0)])

    def _paint(self, painter: QPainter, colour: QColor, first: int, last: int) -> QRectF:
        line, widths = self._curve.line[first : last + 1], self._widths[first : last + 1]
        if self._even:
            _paint_even(painter, colour, line, float(widths[0]))
        else:
            _paint_pressed(painter, colour, line, widths)
        return self._area(first, last)

    def _area(self, first: int, last: int) -> QRectF:
        line = self._curve.line[first : last + 1]
        # A pixel more than the pen: smoothed edges reach that far.
        room = self._widths[first : last + 1].max() / 2 + 1
        low, high = line.min(axis=0) - room, line.max(axis=0) + room
        return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))


def _paint_even(painter: QPainter, colour: QColor, line: _Floats, width: float) -> None:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, cap, join))
    # Neighbouring pieces share a point, where their round ends meet.
    for start in range(0, max(len(line) - 1, 1), _POINTS_AT_ONCE - 1):
        some = [QPointF(x, y) for x, y in line[start : start + _POINTS_AT_ONCE].tolist()]
        # A line of one point would not be drawn.
        painter.drawPolyline(QPolygonF([some[0], *some]))


def _paint_pressed(painter: QPainter, colour: QColor, line: _Floats, widths: _Floats) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    outlines = _outlines(line, widths / 2).tolist()
    round_ends = _round_ends(line)
    for start in range(0, max(len(outlines), 1), _POINTS_AT_ONCE - 1):
        path = QPainterPath()
        # All go round the same way: where they lie over each other, nothing is left out.
        path.setFillRule(Qt.FillRule.WindingFill)
        for outline in outlines[start : start + _POINTS_AT_ONCE - 1]:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
        for number in range(start, min(start + _POINTS_AT_ONCE, len(line))):
            if round_ends[number]:
                radius = widths[number] / 2
                path.addEllipse(QPointF(*line[number].tolist()), radius, radius)
        painter.drawPath(path)


def _round_ends(line: _Floats) -> NDArray[np.bool_]:
    """Tell of a line's points, shape (n,), where it ends, or turns so that the pen shows."""
    directions = np.arctan2(*np.diff(line, axis=0).T[::-1])
    turns = np.abs((np.diff(directions) + np.pi) % (2 * np.pi) - np.pi)
    return np.concatenate([[True], turns > _SHARP, [True]])[: len(line)]


def _outlines(line: _Floats, radii: _Floats) -> _Floats:
    """Return an outline around each two neighbouring discs, shape (n - 1, 2 * len(_ARC), 2)."""
    way, narrowing = np.diff(line, axis=0), -np.diff(radii)
    direction = np.arctan2(way[:, 1], way[:, 0])
    # Where a straight line touches both discs; where one holds the other, all round the larger.
    lean = np.arccos(np.clip(narrowing / np.hypot(*way.T), -1.0, 1.0))
    ahead = direction[:, None] + _ARC * lean[:, None]
    behind = direction[:, None] + np.pi + _ARC * (np.pi - lean[:, None])
    rims = [
        centre[:, None] + radius[:, None, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1)
        for centre, radius, angle in (
            (line[1:], radii[1:], ahead),
            (line[:-1], radii[:-1], behind),
        )
    ]
    return np.concatenate(rims, axis=1)
