"""The left column: the pad, its tools, and what the network sees."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.ui.kit import incoming
from mnist_pad.ui.kit.command import EDIT, FILE, Command, Commands, tool_button
from mnist_pad.ui.kit.dialogs import ask_to_open
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.pad.canvas import Pad
from mnist_pad.ui.pad.filmstrip import WIDE_PX, Filmstrip
from mnist_pad.ui.pad.marks import Marks
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.drawing import PEN_WIDTHS, DrawingStore
from mnist_pad.workspace.workspace import Workspace

PICTURE_FILES: Final = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


class PadPanel(QWidget):
    """The pad with eraser, pen width, undo, redo and clear under it."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._drawing = workspace.drawing
        self._width = named(QSlider(Qt.Orientation.Horizontal), "penWidthSlider", "")
        self._width.setAccessibleName(self.tr("Pen width"))
        self._width.setRange(*PEN_WIDTHS)
        tip = self.tr("Pen width: for your eyes only, the network's pen stays the same")
        self._width.setToolTip(tip)
        self._width.setMinimumWidth(GRID_PX * 5)
        self._width.valueChanged.connect(self._drawing.choose_pen_width)
        self._drawing.tools_changed.connect(self._show_tools)
        self._drawing.drawing_changed.connect(self._show_tools)
        self._tool = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        pad = Pad(self._drawing)
        pad.area.area_chosen.connect(workspace.opening.choose_area)
        self._marks = Marks(pad, self._drawing, workspace.reading)
        layout.addWidget(_Square(pad))
        layout.addLayout(self._tools(commands))
        layout.addStretch(1)
        layout.addWidget(Filmstrip(self._drawing, workspace.reading, workspace.stages))
        self._show_tools()

    def _tools(self, commands: Commands) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX // 2)
        name = self._name = QLabel(self.tr("Pen"))
        name.setProperty("role", "small")
        name.setBuddy(self._width)
        # One in the other's place: the eraser leaves pictures alone, and there is little room.
        self._tool.addWidget(tool_button(commands["eraser"], "eraserButton"))
        self._tool.addWidget(tool_button(commands["area"], "areaButton", label=self.tr("Area")))
        row.addLayout(self._tool)
        row.addSpacing(GRID_PX // 2)
        row.addWidget(name)
        row.addWidget(self._width, 1)
        row.addSpacing(GRID_PX // 2)
        for command in ("undo", "redo", "clear"):
            row.addWidget(tool_button(commands[command], f"{command}Button"))
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be guessed, where there is little room."""
        self._name.setVisible(self.width() >= WIDE_PX)

    # The slider tells the store of this in turn, which has that width already and stays still.
    def _show_tools(self) -> None:
        self._width.setValue(round(self._drawing.tools.pen_width))
        self._tool.setCurrentIndex(0 if self._drawing.sheet.picture is None else 1)


class _Square(QWidget):
    """Keeps its one child square, as large as fits."""

    def __init__(self, child: QWidget) -> None:
        super().__init__()
        self._child = child
        # Placed by hand: no layout of Qt's keeps what it holds square.
        child.setParent(self)
        self.setMinimumSize(child.minimumSize())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # Unless the policy says so, a layout never calls heightForWidth.
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


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return what can be done with the drawing."""
    drawing, keys = workspace.drawing, QKeySequence.StandardKey

    def open_picture() -> None:
        title = translate("PadPanel", "Open picture")
        kinds = translate("PadPanel", "Pictures ({files})").format(files=PICTURE_FILES)
        if path := ask_to_open(window, title, kinds):
            workspace.opening.open_picture(path)

    return (
        Command(
            window,
            "openPicture",
            FILE,
            translate("PadPanel", "Open &picture …"),
            open_picture,
            keys="Ctrl+Shift+O",
            tip=translate("PadPanel", "Read the digits in a photograph or a scan"),
        ),
        *_steps(drawing, window),
        Command(
            window,
            "eraser",
            EDIT,
            translate("PadPanel", "&Eraser"),
            lambda: drawing.choose_eraser(not drawing.tools.erasing),
            keys="E",
            checked=lambda: drawing.tools.erasing,
            changes=(drawing.tools_changed,),
            tip=translate("PadPanel", "Erase instead of drawing"),
        ),
        *_area(workspace, window),
        Command(
            window,
            "pastePicture",
            EDIT,
            translate("PadPanel", "&Paste picture"),
            lambda: _paste(workspace),
            keys=keys.Paste,
            tip=translate("PadPanel", "Read the digits in a picture that was copied elsewhere"),
        ),
    )


def _area(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    drawing, notices = workspace.drawing, workspace.notices

    def has_area() -> bool:
        picture = drawing.sheet.picture
        # The key is the notice's as long as there is one.
        return picture is not None and picture.area is not None and not notices.current

    return (
        Command(
            window,
            "area",
            EDIT,
            translate("PadPanel", "Choose &area"),
            lambda: drawing.choose_area_tool(not drawing.chooses_area),
            keys="A",
            usable=lambda: drawing.sheet.picture is not None,
            checked=lambda: drawing.chooses_area,
            changes=(drawing.tools_changed, drawing.drawing_changed),
            tip=translate("PadPanel", "Drag over a picture: what lies inside is read alone"),
        ),
        Command(
            window,
            "wholePicture",
            EDIT,
            translate("PadPanel", "Read the &whole picture"),
            lambda: workspace.opening.choose_area(None),
            keys="Escape",
            usable=has_area,
            changes=(drawing.drawing_changed, notices.notice_changed),
            tip=translate("PadPanel", "Read all of a picture again, not a part alone"),
        ),
    )


def _steps(drawing: DrawingStore, window: QWidget) -> Sequence[Command]:
    keys, changes = QKeySequence.StandardKey, (drawing.ink_changed,)
    return (
        Command(
            window,
            "undo",
            EDIT,
            translate("PadPanel", "&Undo"),
            drawing.undo,
            keys=keys.Undo,
            usable=lambda: drawing.can_undo,
            changes=changes,
            tip=translate("PadPanel", "Undo"),
        ),
        Command(
            window,
            "redo",
            EDIT,
            translate("PadPanel", "&Redo"),
            drawing.redo,
            keys="Ctrl+Shift+Z",
            usable=lambda: drawing.can_redo,
            changes=changes,
            tip=translate("PadPanel", "Redo"),
        ),
        Command(
            window,
            "clear",
            EDIT,
            translate("PadPanel", "&Clear"),
            drawing.clear,
            # On the page of drawings, the sheet takes this key for itself while it has the focus.
            keys=keys.Delete,
            usable=lambda: not drawing.is_empty,
            changes=changes,
            tip=translate("PadPanel", "Clear the pad"),
        ),
    )


def _paste(workspace: Workspace) -> None:
    incoming.take(
        QApplication.clipboard().mimeData(),
        opening=workspace.opening,
        notices=workspace.notices,
        otherwise=phrase("PadPanel", "The clipboard holds neither a picture nor a weights file."),
    )


def _help() -> str:
    return translate(
        "PadPanel",
        "Draw a digit or a number with mouse, pen or finger, or open, paste or drop a picture; "
        "dragging over a picture with Area chosen has that part read alone. Under the pad: "
        "eraser, pen width, undo, and what becomes of the drawing until it is the 28×28 picture "
        "that the network gets. Each stage on that way can be switched off, to see what it is for.",
    )


PANEL: Final = Panel(
    "pad", "left", PadPanel, commands, lambda: translate("PadPanel", "Pad"), help=_help
)
