"""How layers of units are laid out as grids of cells, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

ROWS: Final = 16
"""A column of cells where there is room for all units: 256 of them are a square."""

MOST_CELL_PX: Final = 10
LEAST_CELL_PX: Final = 4


@dataclass(frozen=True)
class Grid:
    """One layer's cells: `count` of its units in columns of `rows`, each cell `cell_px` wide."""

    count: int
    rows: int
    columns: int
    cell_px: int

    @property
    def width(self) -> int:
        """Its width in pixels."""
        return self.columns * self.cell_px

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return self.rows * self.cell_px

    def place(self, position: int) -> tuple[int, int]:
        """Return the row and the column of the unit at `position` in the layer's order."""
        column, row = divmod(position, self.rows)
        # Up one column and down the next: what follows each other in the order stays together.
        return (self.rows - 1 - row if column % 2 else row), column

    def position(self, row: int, column: int) -> int | None:
        """Return which position is in a cell; None where none is."""
        if not (0 <= row < self.rows and 0 <= column < self.columns):
            return None
        position = column * self.rows + (self.rows - 1 - row if column % 2 else row)
        return position if position < self.count else None


def arranged(sizes: Sequence[int], *, width: int, height: int) -> tuple[Grid, ...]:
    """Return a grid for each layer, all together at most `width` pixels wide where that can be.

    Where not all units fit, the layers share the room evenly, and each shows a part of its units.
    """
    if not sizes:
        return ()
    columns = [-(-size // ROWS) for size in sizes]
    for cell in range(MOST_CELL_PX, LEAST_CELL_PX - 1, -1):
        if sum(columns) * cell <= width and ROWS * cell <= height:
            return tuple(map(_grid, sizes, columns, [ROWS] * len(sizes), [cell] * len(sizes)))
    rows = max(1, height // LEAST_CELL_PX)
    wanted = [-(-size // rows) for size in sizes]
    given = _shared(wanted, width // LEAST_CELL_PX)
    some = [LEAST_CELL_PX] * len(sizes)
    return tuple(map(_grid, sizes, given, [rows] * len(sizes), some))


def laid_out(values: NDArray[Any], grid: Grid) -> NDArray[np.float32]:
    """Return values in the layer's order, (count,), as cells, (rows, columns); NaN where none."""
    cells = np.full(grid.rows * grid.columns, np.nan, np.float32)
    cells[: grid.count] = values
    table = cells.reshape(grid.columns, grid.rows)
    table[1::2] = table[1::2, ::-1]
    return np.asarray(table.T)


def _grid(size: int, columns: int, rows: int, cell_px: int) -> Grid:
    return Grid(min(size, rows * columns), min(rows, size), columns, cell_px)


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return how many columns each layer gets of `room`: as many as it wants, else an even share.

    None gets less than one.
    """
    given = [0] * len(wanted)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for place, layer in enumerate(order):
        share = max(1, room // (len(order) - place))
        given[layer] = min(wanted[layer], share)
        room -= given[layer]
    return given
