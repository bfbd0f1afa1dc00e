"""A hidden layer: a cell for each unit, the brighter the more it answers."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.inside.arrangement import Grid, laid_out
from mnist_pad.ui.kit.diverging import Packed, enlarged, image_of, packed, rgb, shares
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import colours

_WITH_GAPS_PX: Final = 5
_BELOW_ZERO: Final = np.array([90, 150, 255], np.float32)
_BETWEEN: Final = np.uint32(0xFF46464C)
_WHITE: Final = np.array([255, 255, 255], np.float32)

_STEPS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_PINNING: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnitGrid(QWidget):
    """One stop for the Tab key; arrows go from unit to unit, Space pins one, as a click does.

    `units` are those that are shown, by the layer's numbers, in the cells' order; `values` is what
    all units of the layer answer, None at rest.

    Signals: `pointed(object)`, the number of the unit under the pointer or the cursor, None where
    there is none any more; `pinned(int)`.
    """

    pointed = Signal(object)
    pinned = Signal(int)

    def __init__(self, layer: int, order: NDArray[np.intp], grid: Grid) -> None:
        super().__init__()
        size = len(order)
        words = translate("UnitGrid", "Hidden layer {layer}: {size:,} units")
        if size == 1:
            words = translate("UnitGrid", "Hidden layer {layer}: 1 unit")
        named(self, f"insideLayer{layer}", words.format(layer=layer + 1, size=size))
        self.layer, self.grid = layer, grid
        self.values: NDArray[Any] | None = None
        self.units: NDArray[np.intp] = order[: grid.count]
        self._position_of = {unit: place for place, unit in enumerate(self.units.tolist())}
        self.unit_count = size
        self._order, self._first = order, self.units
        # Which position in the order each cell has, where it has one.
        places = laid_out(np.arange(grid.count), grid)
        self._is_cell = ~np.isnan(places)
        self._positions = places[self._is_cell].astype(np.intp)
        self._cursor = 0
        self._marked: int | None = None
        self.setToolTip(
            translate(
                "UnitGrid",
                "Point at a unit, or go to it with the arrow keys, to see what it looks for; a "
                "click or Space keeps it",
            )
        )
        self.setFixedSize(grid.width, grid.height)
        # It paints all of itself: what lies under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_values(self, values: NDArray[Any] | None) -> None:
        """Show what the layer's units answer; None shows them at rest."""
        self.values = values
        if (units := self._chosen(values)) is not self.units:
            self.units = units
            self._position_of = {unit: place for place, unit in enumerate(units.tolist())}
        self._tell()
        self.update()

    def mark(self, number: int | None) -> None:
        """Put a frame around a unit: the one that is pinned."""
        if number != self._marked:
            self._marked = number
            self.update()

    def centre(self, number: int) -> QPointF | None:
        """Return where a unit's cell is, in its own pixels; None where the unit is not shown."""
        position = self._position_of.get(number)
        if position is None:
            return None
        row, column = self.grid.place(position)
        side = self.grid.cell_px
        return QPointF((column + 0.5) * side, (row + 0.5) * side)

    def unit_at(self, spot: QPoint) -> int | None:
        """Return which unit is in the cell under a spot."""
        side = self.grid.cell_px
        position = self.grid.position(spot.y() // side, spot.x() // side)
        return None if position is None else int(self.units[position])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which unit the pointer is over."""
        self.pointed.emit(self.unit_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is over none any more."""
        self.pointed.emit(self._under_cursor())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pin the unit."""
        unit = self.unit_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._go(int(np.flatnonzero(self.units == unit)[0]))
            self.pinned.emit(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from unit to unit, or pin one."""
        key = event.key()
        if key in _PINNING:
            self.pinned.emit(int(self.units[self._cursor]))
        elif key in _STEPS:
            row, column = self.grid.place(self._cursor)
            down, right = _STEPS[key]
            position = self.grid.position(row + down, column + right)
            # At an edge, the cursor stays.
            self._go(self._cursor if position is None else position)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else self.grid.count - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor, and what it is on."""
        super().focusInEvent(event)
        # Of a click, what it is on comes after this.
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(self._cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.pointed.emit(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, the cursor and the frame of the unit that is pinned."""
        chosen = colours(self)
        painter = QPainter(self)
        painter.drawImage(0, 0, image_of(self._coloured(chosen.window, chosen.faint)))
        if self.hasFocus():
            self._frame(painter, self._cursor, chosen.muted)
        if self._marked is not None:
            for position in np.flatnonzero(self.units == self._marked).tolist():
                self._frame(painter, position, chosen.accent)

    def _chosen(self, values: NDArray[Any] | None) -> NDArray[np.intp]:
        """Return the units to show: all, or those that answer most, in the layer's order."""
        count = self.grid.count
        if values is None or count == len(self._order):
            return self._first
        most = np.argpartition(-np.abs(values), count)[:count]
        is_chosen = np.zeros(len(self._order), bool)
        is_chosen[most] = True
        return self._order[is_chosen[self._order]]

    def _coloured(self, paper: str, grey: str) -> Packed:
        colours_ = np.empty((*self._is_cell.shape, 3), np.float32)
        colours_[:] = rgb(paper)
        if self.values is None:
            colours_[self._is_cell] = rgb(grey)
        else:
            share = shares(self.values)[self.units[self._positions], np.newaxis]
            # tanh answers below zero too.
            colours_[self._is_cell] = np.where(share < 0, _BELOW_ZERO, _WHITE) * np.abs(share)
        side = self.grid.cell_px
        picture = enlarged(packed(colours_), side)
        if side >= _WITH_GAPS_PX:
            picture[side - 1 :: side] = _BETWEEN
            picture[:, side - 1 :: side] = _BETWEEN
        return picture

    def _go(self, position: int) -> None:
        self._cursor = position
        self._tell()
        self.pointed.emit(self._under_cursor())
        self.update()

    def _under_cursor(self) -> int | None:
        return int(self.units[self._cursor]) if self.hasFocus() else None

    def _tell(self) -> None:
        """Have what reads aloud tell of the unit under the cursor."""
        if not self.hasFocus():
            return
        unit = int(self.units[self._cursor])
        if self.values is None:
            words = translate("UnitGrid", "Unit {unit}, at rest").format(unit=unit + 1)
        else:
            words = translate("UnitGrid", "Unit {unit} answers {value:.2f}")
            words = words.format(unit=unit + 1, value=float(self.values[unit]))
        self.setAccessibleDescription(words)

    def _cell(self, position: int) -> QRect:
        row, column = self.grid.place(position)
        side = self.grid.cell_px
        return QRect(column * side, row * side, side, side)

    def _frame(self, painter: QPainter, position: int, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawRect(self._cell(position).adjusted(0, 0, -1, -1))
