"""Pictures of digits as tiles of a list, each on its paper with a caption."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mnist_pad.ink.raster import Grey
from mnist_pad.ui.theme import GRID_PX, Colours, colours, small_px

TILE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The role under which a list's rows have their `Tile`."""

_PICTURE_PX: Final = 28 * 2
_CAPTION_PX: Final = GRID_PX * 2
_TILE_PX: Final = QSize(GRID_PX * 10, _PICTURE_PX + _CAPTION_PX + GRID_PX * 2)
_ROW_PX: Final = _TILE_PX.height() + GRID_PX
LEAST_WIDTH_PX: Final = GRID_PX * 23
"""A list of tiles is no narrower: two of them, and a scroll bar."""


@dataclass(frozen=True, eq=False)
class Tile:
    """A picture, uint8 (28, 28), 0 (paper) to 255 (ink), with what stands below and behind it.

    One that is `misread` wears the accent.
    """

    image: Grey
    caption: str
    tip: str
    misread: bool = False


def spread(view: QListView) -> None:
    """Spread the columns of tiles over a list's width."""
    # As QListView itself counts: room is left for the scroll bar, whether it shows or not.
    bar = view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth()
    width = view.maximumViewportSize().width() - bar
    columns = max(1, width // _TILE_PX.width())
    view.setGridSize(QSize(width // columns, _ROW_PX))


class TileDelegate(QStyledItemDelegate):
    """Paints a tile: the picture on its paper, the caption below; a misread one's in the accent."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of every tile, with the room around it."""
        return QSize(_TILE_PX.width(), _ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint picture and caption in the middle of the tile."""
        tile: Tile = index.data(TILE_ROLE)
        shown, state = colours(self._view), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        room = QRect(0, 0, _TILE_PX.width(), _TILE_PX.height())
        room.moveCenter(option.rect.center())
        painter.save()
        if selected:
            _fill(painter, room, shown.accent)
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(shown.muted), 1, Qt.PenStyle.DotLine))
            # Qt draws the right and the lower line of a rectangle a pixel outside of it.
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        picture = QRect(0, 0, _PICTURE_PX, _PICTURE_PX)
        picture.moveCenter(room.center())
        picture.moveTop(room.top() + GRID_PX // 2)
        painter.drawImage(picture, on_paper(tile.image, shown))
        painter.setPen(QColor(shown.line))
        painter.drawRect(picture.adjusted(-1, -1, 0, 0))
        # QRect.bottom() is the last row inside, not the first one below.
        caption = QRect(room.left(), picture.bottom() + 1 + GRID_PX // 2, room.width(), _CAPTION_PX)
        _write(painter, caption, tile, _caption_colour(tile, shown, selected))
        painter.restore()


def on_paper(image: Grey, shown: Colours) -> QImage:
    """Return a picture as ink on an appearance's paper."""
    rows = np.ascontiguousarray(image)
    height, width = rows.shape
    # The table of colours spares mixing them pixel by pixel. The image only borrows the array's
    # memory, which goes when this returns: hence the copy.
    drawn = QImage(rows.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    drawn.setColorTable(_shades(shown))
    return drawn


def _fill(painter: QPainter, room: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(room, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # What is painted over it has straight edges, which smoothing would blur.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _write(painter: QPainter, room: QRect, tile: Tile, colour: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(small_px())
    font.setWeight(QFont.Weight.DemiBold if tile.misread else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, tile.caption)


def _caption_colour(tile: Tile, shown: Colours, selected: bool) -> str:
    if selected:
        return shown.on_accent
    return shown.accent if tile.misread else shown.muted


@cache
def _shades(shown: Colours) -> list[int]:
    paper, ink = QColor(shown.surface), QColor(shown.text)
    low = np.array([paper.red(), paper.green(), paper.blue()])
    high = np.array([ink.red(), ink.green(), ink.blue()])
    mixed = low + np.linspace(0, 1, 256)[:, None] * (high - low)  # (256, 3)
    return [QColor(*shade).rgb() for shade in mixed.round().astype(int).tolist()]
