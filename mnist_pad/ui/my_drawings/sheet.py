"""The sheet of the user's own drawings: pictures in rows, each with what it is and is read as."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QMenu

from mnist_pad.base.wording import percent, translate
from mnist_pad.dataset.drawings import Sample
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.tiles import LEAST_WIDTH_PX, TILE_ROLE, Tile, TileDelegate, spread
from mnist_pad.workspace.sample_reading import ReadSample

_DRAWING_ROLE: Final = TILE_ROLE + 1


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
        self.setProperty("role", "gallery")
        self.setViewMode(QListView.ViewMode.IconMode)
        # In this mode, drawings could be dragged about otherwise.
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        # Qt then asks one tile for its size, not each of thousands.
        self.setUniformItemSizes(True)
        self.setMinimumWidth(LEAST_WIDTH_PX)
        self.setItemDelegate(TileDelegate(self))
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
                tip = _told(drawing)
                tile = Tile(drawing.image, drawing.caption, tip, misread=drawing.misread)
                item.setData(TILE_ROLE, tile)
                item.setToolTip(tip)
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
        spread(self)
        super().resizeEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.drawing_opened.emit(item.data(_DRAWING_ROLE).sample)

    def _stay_at(self, row: int) -> None:
        # Selecting nothing: what comes after a deleted drawing is not to go by the next key.
        none = QItemSelectionModel.SelectionFlag.NoUpdate
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), none)


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
