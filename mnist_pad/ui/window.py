"""The window: the panels in their places, the menus over them, a notice under them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from mnist_pad.ui.commands import fill_menus, window_commands
from mnist_pad.ui.kit import incoming
from mnist_pad.ui.kit.command import Commands, by_name
from mnist_pad.ui.kit.notice import Notice
from mnist_pad.ui.pages import Pages
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

SIZE_PX: Final = QSize(1200, 760)
SMALLEST_SIZE_PX: Final = QSize(900, 600)
FRAME_PX: Final = QSize(8, 36)
"""What a window's frame may add to it: a size is asked for before there is a frame to measure."""

FARTHEST_PX: Final = 2**24
"""Beyond any screen; what is left in a file may lie beyond Qt's numbers."""

COLUMNS: Final = {"left": 40, "middle": 20}
PAGES_SHARE: Final = 40


class Window(QMainWindow):
    """Made of a tuple of panels; it knows what each is, and none of them by name."""

    def __init__(self, workspace: Workspace, panels: Sequence[Panel]) -> None:
        super().__init__()
        self.setWindowTitle("mnist-pad")
        self.setAcceptDrops(True)
        self.workspace = workspace
        # Commands are made at once, widgets when they are needed: the keys and menus of a page work
        # before it was ever opened.
        groups = [panel.commands(workspace, self) for panel in panels]
        commands = by_name([command for group in groups for command in group])
        self._pages = Pages(workspace, commands)
        self._lay_out(panels, commands)
        fill_menus(self, (*groups, self._pages.commands(self), window_commands(workspace, self)))
        self._open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if incoming.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Load dropped weights, read a dropped picture."""
        incoming.take(
            event.mimeData(),
            opening=self.workspace.opening,
            notices=self.workspace.notices,
            otherwise=self.tr("What was dropped holds neither a picture nor a weights file."),
        )
        event.acceptProposedAction()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember where the window is."""
        self._remember()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember how large the window is."""
        super().resizeEvent(event)
        self._remember()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End a run and its process before the window goes, and save what is not saved."""
        # Out of sight at once: ending a process takes a moment.
        self.hide()
        self.workspace.close()
        super().closeEvent(event)

    def _lay_out(self, panels: Sequence[Panel], commands: Commands) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GRID_PX * 2)
        for place, share in COLUMNS.items():
            column = QVBoxLayout()
            for panel in panels:
                if panel.place == place:
                    column.addWidget(panel.build(self.workspace, commands))
            columns.addLayout(column, share)
        for panel in panels:
            if panel.place == "page":
                self._pages.add(panel)
            elif panel.place == "foot":
                self.statusBar().addWidget(panel.build(self.workspace, commands))
        columns.addWidget(self._pages, PAGES_SHARE)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(GRID_PX * 2, GRID_PX * 2, GRID_PX * 2, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addLayout(columns)
        self.setCentralWidget(central)
        self.statusBar().addPermanentWidget(Notice(self.workspace.notices), 1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(GRID_PX * 2, 0, GRID_PX * 2, 0)

    def _remember(self) -> None:
        # What happens to it while it is hidden is the program's doing, not the user's.
        if not self.isVisible():
            return
        maximized = self.isMaximized()
        self.workspace.preferences.choose(maximized=maximized)
        # The place from before is the one to go back to when it is maximized no longer.
        if not maximized:
            place = (self.x(), self.y(), self.width(), self.height())
            self.workspace.preferences.choose(place=place)

    def _open(self) -> None:
        room = _room(self)
        # On a screen that is smaller still, the least size would push the foot out of reach.
        self.setMinimumSize(SMALLEST_SIZE_PX.boundedTo(room.size()))
        self.resize(SIZE_PX.boundedTo(room.size()))
        preferences = self.workspace.preferences.current
        if preferences.place is not None:
            x, y, width, height = (
                max(-FARTHEST_PX, min(each, FARTHEST_PX)) for each in preferences.place
            )
            self.resize(QSize(width, height).boundedTo(room.size()))
            # The screen it was on may be gone, or smaller now.
            if room.contains(QRect(x, y, width, height).center()):
                self.move(x, y)
        if preferences.maximized:
            # Not showMaximized: whoever makes the window decides when it is shown.
            self.setWindowState(Qt.WindowState.WindowMaximized)


def _room(window: QWidget) -> QRect:
    room = window.screen().availableGeometry()
    if QGuiApplication.platformName() == "offscreen":
        # That screen is made up; the pictures taken on it are not to depend on its size.
        return QRect(room.topLeft(), SIZE_PX.expandedTo(room.size()))
    return room.adjusted(0, 0, -FRAME_PX.width(), -FRAME_PX.height())
