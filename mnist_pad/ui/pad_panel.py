"""The left column: the pad, its tools, and what the network sees."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.ui.naming import named
from mnist_pad.ui.pad import DEFAULT_PEN_WIDTH, Pad
from mnist_pad.ui.stages_view import StagesView
from mnist_pad.ui.theme import GRID_PX


class PadPanel(QWidget):
    """The pad with eraser, pen width, undo, redo and clear under it."""

    def __init__(self) -> None:
        super().__init__()
        self.pad = Pad()
        self.stages = StagesView()
        self._eraser = _tool("Eraser", "eraserButton", "Erase instead of drawing (E)")
        self._eraser.setCheckable(True)
        self._width = named(QSlider(Qt.Orientation.Horizontal), "penWidthSlider", "Pen width")
        self._width.setRange(4, 60)
        self._width.setValue(DEFAULT_PEN_WIDTH)
        self._width.setToolTip("Pen width: for your eyes only, the network's pen stays the same")
        self._width.setMinimumWidth(GRID_PX * 5)
        self._undo = _tool("Undo", "undoButton", "Undo (Ctrl+Z)")
        self._redo = _tool("Redo", "redoButton", "Redo (Ctrl+Shift+Z)")
        self._clear = _tool("Clear", "clearButton", "Clear the pad (Delete)")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(_Square(self.pad))
        layout.addLayout(self._tools())
        layout.addStretch(1)
        layout.addWidget(self.stages)

        self._eraser.toggled.connect(self._set_erasing)
        self._width.valueChanged.connect(self._set_pen_width)
        self._undo.clicked.connect(self.pad.undo)
        self._redo.clicked.connect(self.pad.redo)
        self._clear.clicked.connect(self.pad.clear)
        self.pad.ink_changed.connect(self._offer_what_can_be_done)
        self._offer_what_can_be_done()

    def toggle_eraser(self) -> None:
        """Take the eraser, or the pen again."""
        self._eraser.toggle()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX // 2)
        name = QLabel("Pen")
        name.setProperty("role", "small")
        name.setBuddy(self._width)
        row.addWidget(self._eraser)
        row.addSpacing(GRID_PX // 2)
        row.addWidget(name)
        row.addWidget(self._width, 1)
        row.addSpacing(GRID_PX // 2)
        for button in (self._undo, self._redo, self._clear):
            row.addWidget(button)
        return row

    def _set_erasing(self, erasing: bool) -> None:
        self.pad.erasing = erasing
        shape = Qt.CursorShape.PointingHandCursor if erasing else Qt.CursorShape.CrossCursor
        self.pad.setCursor(shape)

    def _set_pen_width(self, width: int) -> None:
        self.pad.pen_width = float(width)

    def _offer_what_can_be_done(self) -> None:
        drawing = self.pad.drawing
        self._undo.setEnabled(drawing.can_undo)
        self._redo.setEnabled(drawing.can_redo)
        self._clear.setEnabled(not self.pad.is_empty)


class _Square(QWidget):
    """Keeps its one child square, as large as fits."""

    def __init__(self, child: QWidget) -> None:
        super().__init__()
        self._child = child
        child.setParent(self)
        self.setMinimumSize(child.minimumSize())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Ask for a height that fills the width."""
        return width

    def sizeHint(self) -> QSize:
        """Ask for as much as the layout can spare."""
        return QSize(GRID_PX * 80, GRID_PX * 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the child."""
        side = min(self.width(), self.height())
        self._child.setGeometry((self.width() - side) // 2, 0, side, side)


def _tool(text: str, name: str, tip: str) -> QToolButton:
    button = named(QToolButton(), name, text)
    button.setText(text)
    button.setToolTip(tip)
    return button
