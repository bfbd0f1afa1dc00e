"""The sheet of the user's own drawings: pictures in rows, each with what it is and is read as."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Final

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mnist_pad.base.wording import percent, translate
from mnist_pad.dataset.drawings import Sample
from mnist_pad.ink.raster import Grey
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, Colours, colours, small_px
from mnist_pad.workspace.sample_reading import ReadSample

_PICTURE_PX: Final = 28 * 2
_CAPTION_PX: Final = GRID_PX * 2
_TILE_PX: Final = QSize(GRID_PX * 10, _PICTURE_PX + _CAPTION_PX + GRID_PX * 2)
_ROW_PX: Final = _TILE_PX.height() + GRID_PX
_DRAWING_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class Sheet(QListWidget):
    """Shows drawings in as many columns as there is room for; several can be selected.

    Signals: `delete_requested()`, where the user pressed Delete; `rename_requested(int)`, by a
    digit's key or the context menu; `drawing_opened(Sample)`, by Enter or a double click.
    """

    delete_requested = Signal()
    rename_requested = Signal(int)
    drawing_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "ownSheet", self.tr("Your drawings"))
        self.setViewMode(QListView.ViewMode.IconMode)
        # In this mode, drawings could be dragged about otherwise.
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        # Qt then asks one tile for its size, not each of thousands.
        self.setUniformItemSizes(True)
        self.setMinimumWidth(GRID_PX * 23)
        self.setItemDelegate(_Tile(self))
        self.itemDoubleClicked.connect(self._open)

    def show_drawings(self, drawings: Sequence[ReadSample]) -> None:
        """Show these alone; those selected stay so, and the sheet stays where it was scrolled."""
        selected = {sample.id for sample in self.selected()}
        place, row = self.verticalScrollBar().value(), self.currentRow()
        # One signal in the end, instead of one for each drawing that stays selected.
        with QSignalBlocker(self):
            self.clear()
            for drawing in drawings:
                item = QListWidgetItem(drawing.caption)
                item.setData(_DRAWING_ROLE, drawing)
                item.setToolTip(_told(drawing))
                self.addItem(item)
                item.setSelected(drawing.sample.id in selected)
            self._stay_at(min(row, self.count() - 1))
        self.verticalScrollBar().setValue(place)
        self.itemSelectionChanged.emit()

    def selected(self) -> list[Sample]:
        """Return what is selected."""
        return [item.data(_DRAWING_ROLE).sample for item in self.selectedItems()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the selected drawings to be deleted, or open the current one."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.text().isdecimal() and self.selectedItems():
            # Qt itself would look for a caption that begins with the digit.
            self.rename_requested.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected drawings."""
        item = self.itemAt(event.pos())
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Open on the pad"), lambda: self._open(item))
        naming = menu.addMenu(self.tr("&It was a …"))
        for digit in range(10):
            naming.addAction(str(digit), partial(self.rename_requested.emit, digit))
        menu.addAction(self.tr("&Delete"), self.delete_requested.emit)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            deletes = event.key() == Qt.Key.Key_Delete
            if deletes or (event.text().isdecimal() and self.selectedItems()):
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        # As QListView itself counts: room is left for the scroll bar, whether it shows or not.
        bar = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        width = self.maximumViewportSize().width() - bar
        columns = max(1, width // _TILE_PX.width())
        self.setGridSize(QSize(width // columns, _ROW_PX))
        super().resizeEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.drawing_opened.emit(item.data(_DRAWING_ROLE).sample)

    def _stay_at(self, row: int) -> None:
        # Selecting nothing: what comes after a deleted drawing is not to go by the next key.
        none = QItemSelectionModel.SelectionFlag.NoUpdate
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), none)


class _Tile(QStyledItemDelegate):
    """Paints one drawing on its paper with its caption; a misread one's wears the accent."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

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
        drawing: ReadSample = index.data(_DRAWING_ROLE)
        chosen, state = colours(self._sheet), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        room = QRect(0, 0, _TILE_PX.width(), _TILE_PX.height())
        room.moveCenter(option.rect.center())
        painter.save()
        if selected:
            _fill(painter, room, chosen.accent)
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(chosen.muted), 1, Qt.PenStyle.DotLine))
            # Qt draws the right and the lower line of a rectangle a pixel outside of it.
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        picture = QRect(0, 0, _PICTURE_PX, _PICTURE_PX)
        picture.moveCenter(room.center())
        picture.moveTop(room.top() + GRID_PX // 2)
        painter.drawImage(picture, _on_paper(drawing.image, chosen))
        painter.setPen(QColor(chosen.line))
        painter.drawRect(picture.adjusted(-1, -1, 0, 0))
        # QRect.bottom() is the last row inside, not the first one below.
        caption = QRect(room.left(), picture.bottom() + 1 + GRID_PX // 2, room.width(), _CAPTION_PX)
        _write(painter, caption, drawing, _caption_colour(drawing, chosen, selected))
        painter.restore()


def _fill(painter: QPainter, room: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(room, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # What is painted over it has straight edges, which smoothing would blur.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _write(painter: QPainter, room: QRect, drawing: ReadSample, colour: str) -> None:
    font = QFont(painter.font())
    font.setPixelSize(small_px())
    font.setWeight(QFont.Weight.DemiBold if drawing.misread else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, drawing.caption)


def _caption_colour(drawing: ReadSample, chosen: Colours, selected: bool) -> str:
    if selected:
        return chosen.on_accent
    return chosen.accent if drawing.misread else chosen.muted


def _on_paper(image: Grey, chosen: Colours) -> QImage:
    """Return a picture as ink on this appearance's paper."""
    rows = np.ascontiguousarray(image)
    height, width = rows.shape
    # The table of colours spares mixing them pixel by pixel. The image only borrows the array's
    # memory, which goes when this returns: hence the copy.
    shown = QImage(rows.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    shown.setColorTable(_shades(chosen))
    return shown


@cache
def _shades(chosen: Colours) -> list[int]:
    paper, ink = QColor(chosen.surface), QColor(chosen.text)
    low = np.array([paper.red(), paper.green(), paper.blue()])
    high = np.array([ink.red(), ink.green(), ink.blue()])
    mixed = low + np.linspace(0, 1, 256)[:, None] * (high - low)  # (256, 3)
    return [QColor(*shade).rgb() for shade in mixed.round().astype(int).tolist()]


def _told(drawing: ReadSample) -> str:
    label, answer = drawing.sample.label, drawing.answer
    name = (
        translate("Sheet", "It has no name")
        if label is None
        else translate("Sheet", "You wrote {label}").format(label=label)
    )
    if answer is None:
        return translate("Sheet", "{name}; there is too little ink to read").format(name=name)
    words = (
        translate("Sheet", "{name}; read as {answer}, {probability}, but called not a digit")
        if drawing.rejected
        else translate("Sheet", "{name}; read as {answer}, {probability}")
    )
    return words.format(name=name, answer=answer, probability=percent(drawing.probability))
