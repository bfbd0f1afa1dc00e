"""A gallery: however many pictures, each made into a tile when it comes into sight."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.tiles import LEAST_WIDTH_PX, TILE_ROLE, Tile, TileDelegate, spread

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOWHERE: Final = QModelIndex()


class _Tiles(QAbstractListModel):
    """Rows whose tiles are asked for one by one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0
        self._tile: Callable[[int], Tile] | None = None

    def take(self, count: int, tile: Callable[[int], Tile]) -> None:
        self.beginResetModel()
        self._count, self._tile = count, tile
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if self._tile is None or not 0 <= index.row() < self._count:
            return None
        if role == TILE_ROLE:
            return self._tile(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._tile(index.row()).caption
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._tile(index.row()).tip
        return None


class Gallery(QListView):
    """Shows pictures in as many columns as there is room for.

    Signals: `picture_opened(int)`, by a click, or Enter on the current one: its place.
    """

    picture_opened = Signal(int)

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.setProperty("role", "gallery")
        # Not IconMode: there, Qt keeps a record of every item's place.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Qt then asks one tile for its size, not each of thousands.
        self.setUniformItemSizes(True)
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self.setItemDelegate(TileDelegate(self))
        self._tiles = _Tiles(self)
        self.setModel(self._tiles)
        self.clicked.connect(self._open)

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._tiles.rowCount()

    def show_tiles(self, count: int, tile: Callable[[int], Tile]) -> None:
        """Show so many pictures, from the first on; `tile` makes the one at a place."""
        self._tiles.take(count, tile)
        self.scrollToTop()

    def tile(self, place: int) -> Tile:
        """Return the tile at a place."""
        found: Tile = self._tiles.index(place, 0).data(TILE_ROLE)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current picture."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.text().isdecimal():
            # Left to the window: Qt itself would look for a caption that begins with the digit.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let Enter be this list's, where a picture is the current one."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and self.currentIndex().isValid()
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        spread(self)
        super().resizeEvent(event)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.picture_opened.emit(index.row())
