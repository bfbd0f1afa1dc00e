"""Connected components, and specks among them."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Pieces of a broken stroke lie close together: what shares neighbouring cells, of which the
# longer side has so many, is one piece.
_CELLS: Final = 128

# A piece with less than this part of the largest's ink is a speck, and so is one that spans fewer
# cells, 3 % of the picture.
_SPECK: Final = 0.03
_SPECK_CELLS: Final = 4

_Mask = NDArray[np.bool_]
_Cell = tuple[int, int]


def without_specks(ink: _Mask) -> _Mask:
    """Return the ink, (h, w), without specks; where the largest piece is one, nothing."""
    side = -(-max(ink.shape) // _CELLS)
    height, width = ink.shape
    padded = np.pad(ink, ((0, -height % side), (0, -width % side)))
    rows, columns = padded.shape[0] // side, padded.shape[1] // side
    amounts = padded.reshape(rows, side, columns, side).sum(axis=(1, 3))
    pieces = [tuple(np.transpose(piece)) for piece in _pieces(amounts > 0)]
    inks = [int(amounts[piece].sum()) for piece in pieces]
    kept = np.zeros_like(amounts, dtype=np.bool_)
    if inks and max(np.ptp(pieces[int(np.argmax(inks))], axis=1)) + 1 >= _SPECK_CELLS:
        for piece, amount in zip(pieces, inks, strict=True):
            kept[piece] = amount >= _SPECK * max(inks)
    return ink & kept.repeat(side, axis=0).repeat(side, axis=1)[:height, :width]


def _pieces(cells: _Mask) -> Iterator[list[_Cell]]:
    """Yield the cells of each piece; cells that share a corner belong together."""
    unseen = {(row, column) for row, column in np.argwhere(cells).tolist()}
    while unseen:
        piece = [unseen.pop()]
        for row, column in piece:
            for near_row in (row - 1, row, row + 1):
                for near_column in (column - 1, column, column + 1):
                    if (near_row, near_column) in unseen:
                        unseen.remove((near_row, near_column))
                        piece.append((near_row, near_column))
        yield piece
