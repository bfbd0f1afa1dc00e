"""A scatter of thousands of labelled points, one of which the pointer or the arrow keys choose."""

from typing import Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsItem

from mnist_pad.base.wording import translate
from mnist_pad.engine.report.style import DIGIT_COLOURS
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, Colours, colours

REACH_PX: Final = 12
"""So near the pointer has to come to a point."""

_POINT_PX: Final = 4
_MARK_PX: Final = 12
_PAD_PX: Final = 18

_DIRECTIONS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_Points = NDArray[np.float64]


def hue(label: int, chosen: Colours) -> str:
    """Return a digit's colour; grey where nobody named it."""
    return chosen.muted if label == UNLABELLED else DIGIT_COLOURS[label]


class _Layer(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Some points; where they end is worked out once, not with every painting."""

    _bounds: QRectF | None = None

    def boundingRect(self) -> QRectF:
        """Return where the points end, in the plot's units."""
        if self._bounds is None:
            self._bounds = super().boundingRect()
        return self._bounds

    def prepareGeometryChange(self) -> None:
        """Work it out again: points or scale are other ones."""
        self._bounds = None
        super().prepareGeometryChange()


class Scatter(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Shows points without axes: where they lie is their only meaning, and which are neighbours.

    Signals: `point_chosen(int)`, by the pointer over it or an arrow key, −1 for none;
    `point_opened(int)`, by a click or Enter.
    """

    point_chosen = Signal(int)
    point_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        named(self, "digitMap", translate("Scatter", "Map of the images"))
        self.setToolTip(
            translate("Scatter", "A click, or Enter, puts an image on the pad; arrows go on")
        )
        self.setMinimumSize(GRID_PX * 20, GRID_PX * 20)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        item = self.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.hideButtons()
        for side in ("left", "bottom"):
            item.hideAxis(side)
        self._points: _Points = np.empty((0, 2))
        self._places: NDArray[np.intp] = np.empty(0, np.intp)
        self.chosen = -1
        self._layers = [self._layer(label) for label in (UNLABELLED, *range(10))]
        self._mark = _Layer(size=_MARK_PX, brush=None)
        self._pad = _Layer(size=_PAD_PX, symbol="star")
        for over in (self._mark, self._pad):
            # The pad's drawing may lie far outside; the range follows the images alone.
            item.addItem(over, ignoreBounds=True)
        self.viewport().setMouseTracking(True)
        self._paint_in(colours(self))

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self._points)

    @property
    def pad_point(self) -> tuple[float, float] | None:
        """Where the pad's drawing is shown; None where it is not."""
        x, y = self._pad.getData()
        return (float(x[0]), float(y[0])) if len(x) else None

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed."""
        return QSize(self.minimumSize())

    def show_points(
        self, places: NDArray[np.intp], points: _Points, labels: NDArray[np.int64]
    ) -> None:
        """Show points, (m, 2), of the images at `places`, ascending, with their labels, (m,)."""
        self._places, self._points = places, points
        for label, layer in self._layers:
            some = points[labels == label]
            layer.setData(x=some[:, 0], y=some[:, 1])
        self.choose(-1)
        if len(self._points):
            low, high = self._points.min(axis=0), self._points.max(axis=0)
            self.setRange(xRange=(low[0], high[0]), yRange=(low[1], high[1]), padding=0.04)

    def show_pad(self, point: _Points | None) -> None:
        """Show where the pad's drawing lies, (2,); None takes it away."""
        if point is None or not np.isfinite(point).all():
            self._pad.clear()
        else:
            self._pad.setData(x=point[:1], y=point[1:])

    def choose(self, place: int) -> None:
        """Mark a point by the index of its image; −1 marks none."""
        if place == self.chosen:
            return
        self.chosen = place
        if place < 0:
            self._mark.clear()
        else:
            x, y = self._points[int(np.searchsorted(self._places, place))]
            self._mark.setData(x=[x], y=[y])
        self.point_chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the point that the pointer is over."""
        self.choose(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the image of the point on the pad."""
        self.setFocus()
        self.choose(self._nearest(event.position()))
        if self.chosen >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.point_opened.emit(self.chosen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press has done it."""

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to what lies under the map."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the point that the pointer was over."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.choose(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the point that the keyboard chose."""
        super().focusOutEvent(event)
        self.choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to a neighbour with an arrow key; put the image on the pad with Enter."""
        key = Qt.Key(event.key())
        if key in _DIRECTIONS and len(self._points):
            self.choose(self._beside(*_DIRECTIONS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen >= 0:
            self.point_opened.emit(self.chosen)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        # Qt tells of changes while the widget is still being made.
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pad"):
            self._paint_in(colours(self))

    def _layer(self, label: int) -> tuple[int, _Layer]:
        layer = _Layer(size=_POINT_PX, pen=None, antialias=False)
        # Painted once, not with every point of a stroke that moves the pad's own over them.
        layer.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.addItem(layer)
        return label, layer

    def _paint_in(self, chosen: Colours) -> None:
        self.setBackground(chosen.surface)
        for label, layer in self._layers:
            colour = QColor(hue(label, chosen))
            colour.setAlpha(200)
            layer.setBrush(pg.mkBrush(colour))
        self._mark.setPen(pg.mkPen(chosen.text, width=2))
        self._pad.setPen(pg.mkPen(chosen.surface, width=1))
        self._pad.setBrush(pg.mkBrush(chosen.accent))

    def _on_screen(self) -> _Points:
        """Return where the points are painted, (n, 2), in pixels."""
        box = self.getPlotItem().getViewBox()
        view, room = box.viewRect(), box.sceneBoundingRect()
        # A plot's y goes up, a screen's down; a QRectF's bottom is its largest y.
        scale = np.array([room.width() / view.width(), -room.height() / view.height()])
        origin = np.array([room.left(), room.top()])
        screen: _Points = (self._points - [view.left(), view.bottom()]) * scale + origin
        return screen

    def _nearest(self, spot: QPointF) -> int:
        if not len(self._points):
            return -1
        distances = np.hypot(*(self._on_screen() - [spot.x(), spot.y()]).T)
        nearest = int(distances.argmin())
        return int(self._places[nearest]) if distances[nearest] <= REACH_PX else -1

    def _beside(self, across: int, down: int) -> int:
        """Return the nearest point in a direction; without a chosen one, that in the middle."""
        screen = self._on_screen()
        if self.chosen < 0:
            return int(self._places[np.hypot(*(screen - np.median(screen, axis=0)).T).argmin()])
        away = screen - screen[int(np.searchsorted(self._places, self.chosen))]
        ahead = away @ [across, down]
        aside = np.abs(away @ [down, across])
        # Within a right angle ahead, and not the very same place.
        costs = np.where((ahead > 0.5) & (aside <= ahead), ahead + aside, np.inf)
        nearest = int(costs.argmin())
        return int(self._places[nearest]) if np.isfinite(costs[nearest]) else self.chosen
