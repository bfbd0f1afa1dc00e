"""The network as a picture: the drawing goes through it from left to right."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.recognizer.explaining.paths import Path
from mnist_pad.recognizer.weights import CLASSES
from mnist_pad.ui.inside.arrangement import arranged
from mnist_pad.ui.inside.logits import WIDTH_PX, Logits, row_px
from mnist_pad.ui.inside.pictures import SIDE, Pixels
from mnist_pad.ui.inside.sections import small_painter
from mnist_pad.ui.inside.unit_grid import UnitGrid
from mnist_pad.ui.kit.diverging import rgb
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours, small_px
from mnist_pad.workspace.inside import InsideStore
from mnist_pad.workspace.insight import Unit

_FEW_LAYERS: Final = 3
_GAP_PX: Final = 3 * GRID_PX // 2
_NARROW_GAP_PX: Final = GRID_PX
_THICKEST_PX: Final = 3.0


class _Ways(QWidget):
    """Lines over the layers: the strongest paths, the thicker the more each adds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "insidePaths", translate("NetworkPicture", "The strongest paths"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lines: tuple[tuple[tuple[QPointF, ...], float], ...] = ()

    def show_lines(self, lines: Sequence[tuple[tuple[QPointF, ...], float]]) -> None:
        """Show lines, each with its strength from -1 to 1."""
        self.lines = tuple(lines)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, the strongest last."""
        chosen = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = set()
        strongest_last = []
        for points, strength in self.lines:
            for part in pairwise(points):
                # Paths that share a part share its line, which is as thick as the strongest.
                if (ends := (part[0].toTuple(), part[1].toTuple())) not in drawn:
                    drawn.add(ends)
                    strongest_last.append((part, strength))
        for (start, end), strength in reversed(strongest_last):
            # Opaque, a line is painted in a quarter of the time: faint ones are mixed, not blended.
            colour = _mixed(chosen.faint, chosen.accent if strength > 0 else chosen.text, strength)
            painter.setPen(QPen(colour, max(1.0, _THICKEST_PX * abs(strength))))
            painter.drawLine(start, end)


def _mixed(faint: str, strong: str, strength: float) -> QColor:
    share = abs(strength)
    red, green, blue = (rgb(faint) + (rgb(strong) - rgb(faint)) * share).tolist()
    return QColor(round(red), round(green), round(blue))


class NetworkPicture(QWidget):
    """The input, a grid of cells for each hidden layer, the logits, and lines over them.

    It is as high as it must be, and takes what width there is; `part` says what is left out.
    """

    def __init__(self, inside: InsideStore) -> None:
        super().__init__()
        named(self, "insideNetwork", self.tr("The network"))
        self._inside = inside
        self.part = ""
        self._input = Pixels("insideInput", self.tr("The input, 28 by 28 pixels"), scale=2)
        self._input.setToolTip(self.tr("What the network gets: 28 by 28 pixels"))
        self._input.setParent(self)
        self._logits = Logits()
        self._logits.setParent(self)
        self._grids: list[UnitGrid] = []
        self._ways = _Ways(self)
        self._captions: list[tuple[QRect, str]] = []
        self._orders: Sequence[NDArray[np.intp]] = ()
        self._arranged_width = -1
        self.setFixedHeight(self._height() + 2 * small_px())
        inside.live_changed.connect(self._show)
        inside.network_changed.connect(self._arrange)
        inside.unit_changed.connect(self._mark)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return no width: what the page has is enough."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the layers the room there is."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint how many units each layer has."""
        painter = small_painter(self)
        for place, text in self._captions:
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)

    def _height(self) -> int:
        return CLASSES * row_px()

    def _arrange(self) -> None:
        """Lay the layers out anew, where anything about them has changed."""
        orders, width = self._inside.orders, self.width()
        if orders is not self._orders or width != self._arranged_width:
            self._orders, self._arranged_width = orders, width
            self._make()
            self._show()

    def _make(self) -> None:
        for grid in self._grids:
            grid.setParent(None)
            grid.deleteLater()
        orders, height = self._orders, self._height()
        few = len(orders) <= _FEW_LAYERS
        gap = _GAP_PX if few else _NARROW_GAP_PX
        scale = (4 if self.width() >= 50 * GRID_PX else 3) if few else 2
        self._input.set_scale(scale)
        room = self.width() - scale * SIDE - WIDTH_PX - gap * (len(orders) + 1)
        grids = arranged([len(order) for order in orders], width=room, height=height)
        self._grids = [
            UnitGrid(layer, order, grid)
            for layer, (order, grid) in enumerate(zip(orders, grids, strict=True))
        ]
        # What the grids leave over goes between all parts alike.
        gap += max(0, room - sum(grid.width for grid in grids)) // (len(grids) + 1)
        x = 0
        self._captions = []
        for widget in (self._input, *self._grids, self._logits):
            widget.setParent(self)
            widget.move(x, (height - widget.height()) // 2)
            self._caption(widget, gap)
            x += widget.width() + gap
        for grid in self._grids:
            grid.pointed.connect(lambda number, layer=grid.layer: self._point(layer, number))
            grid.pinned.connect(lambda number, layer=grid.layer: self._pin(layer, number))
            grid.show()
        self._ways.resize(self.width(), height)
        self._ways.raise_()
        self.part = self._said()
        self._mark()

    def _caption(self, widget: QWidget, gap: int) -> None:
        texts = ["28×28" if widget is self._input else translate("NetworkPicture", "logits")]
        if isinstance(widget, UnitGrid):
            count = widget.unit_count
            words = translate("NetworkPicture", "{count:,} units")
            words = translate("NetworkPicture", "1 unit") if count == 1 else words
            texts = [words.format(count=count), f"{count:,}"]
        for text in texts:
            needed = self.fontMetrics().horizontalAdvance(text)
            # Where layers stand close, their captions would run into each other.
            if needed <= widget.width() + gap:
                middle = widget.geometry().center().x()
                place = QRect(middle - needed, self._height() + 2, 2 * needed, 2 * small_px())
                self._captions.append((place, text))
                return

    def _said(self) -> str:
        shown = sum(grid.grid.count for grid in self._grids)
        total = sum(grid.unit_count for grid in self._grids)
        if shown == total:
            return ""
        words = translate(
            "NetworkPicture", "Of {total:,} hidden units, the {shown:,} that answer most are shown."
        )
        return words.format(total=total, shown=shown)

    def _point(self, layer: int, number: int | None) -> None:
        self._inside.point_at(None if number is None else Unit(layer, number))

    def _pin(self, layer: int, number: int) -> None:
        self._inside.pin(Unit(layer, number))

    def _mark(self) -> None:
        pinned = self._inside.pinned
        for grid in self._grids:
            is_here = pinned is not None and pinned.layer == grid.layer
            grid.mark(pinned.number if is_here and pinned is not None else None)

    def _show(self) -> None:
        live = self._inside.live
        if live is None:
            self._input.show_nothing()
            self._logits.show_values(None)
            for grid in self._grids:
                grid.show_values(None)
            self._ways.show_lines(())
            return
        self._input.show_grey(live.image)
        self._logits.show_values(live.layers[-1])
        for grid, values in zip(self._grids, live.layers[:-1], strict=True):
            grid.show_values(values)
        strongest = max((abs(path.contribution) for path in live.paths), default=0.0) or 1.0
        self._ways.show_lines(
            [(self._line(path), path.contribution / strongest) for path in live.paths]
        )

    def _line(self, path: Path) -> tuple[QPointF, ...]:
        """Return a path's corners, without those units that are not shown."""
        spots = []
        for grid, unit in zip(self._grids, path.units[:-1], strict=True):
            centre = grid.centre(unit)
            if centre is not None:
                spots.append(centre + QPointF(grid.pos()))
        return (*spots, self._logits.row(path.units[-1]) + QPointF(self._logits.pos()))
