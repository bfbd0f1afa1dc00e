"""Names at the ends of curves, moved apart where they would lie over one another."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QColor

End = tuple[str, float, float]
"""A name, and where its curve ends in the plot's own units, logarithms where it is so drawn."""


class EndNames(QObject):
    """Writes names into a plot; `above` tells on which side of the ends they go."""

    def __init__(self, plot: pg.PlotWidget, *, above: bool) -> None:
        super().__init__(plot)
        self._plot = plot
        self._above = above
        self._ends: Sequence[End] = ()
        self._items: list[pg.TextItem] = []
        self._colour = QColor()
        box = plot.getPlotItem().getViewBox()
        # What is in the way depends on the scale.
        box.sigRangeChanged.connect(self._place)
        box.sigResized.connect(self._place)

    def write(self, ends: Sequence[End]) -> None:
        """Write these names in place of those before."""
        self._ends = [end for end in ends if end[0]]
        while len(self._items) < len(self._ends):
            item = pg.TextItem(anchor=(1, 0), color=self._colour)
            self._plot.addItem(item, ignoreBounds=True)
            self._items.append(item)
        for place, item in enumerate(self._items):
            item.setText(self._ends[place][0] if place < len(self._ends) else "")
        self._place()

    def paint_in(self, colour: str) -> None:
        """Write in a colour."""
        self._colour = QColor(colour)
        for item in self._items:
            item.setColor(self._colour)

    def _place(self, *_: object) -> None:
        box = self._plot.getPlotItem().getViewBox()
        room = box.sceneBoundingRect()
        if not self._ends or room.height() <= 0:
            return
        height = self._items[0].boundingRect().height()
        tops = []
        for _name, x, y in self._ends:
            end = box.mapViewToScene(QPointF(x, y)).y()
            tops.append(end - height if self._above else end)
        lowest = room.bottom() - height * len(tops)
        free = room.top()
        # From the top down: each below the one before, and all of them in the plot.
        for count, place in enumerate(sorted(range(len(tops)), key=tops.__getitem__)):
            top = min(max(tops[place], free), lowest + count * height)
            free = top + height
            spot = box.mapSceneToView(QPointF(0, top))
            self._items[place].setPos(self._ends[place][1], spot.y())
