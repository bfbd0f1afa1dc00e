"""The window: the panels in their places, the menus over them, a notice under them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QVBoxLayout, QWidget

from mnist_pad.ui import place
from mnist_pad.ui.commands import fill_menus, window_commands
from mnist_pad.ui.first_marks import FirstMarks
from mnist_pad.ui.help.page import help_commands
from mnist_pad.ui.kit import incoming
from mnist_pad.ui.kit.command import Commands, by_name
from mnist_pad.ui.kit.notice import Notice
from mnist_pad.ui.pages import Pages
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

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
        ground = self._lay_out(panels, commands)
        groups += [
            self._pages.commands(self),
            help_commands(workspace, self, panels),
            window_commands(workspace, self),
        ]
        fill_menus(self, groups)
        place.put(self, workspace.preferences)
        if not workspace.preferences.current.introduced:
            FirstMarks(self, ground, workspace)

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
        place.remember(self, self.workspace.preferences)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember how large the window is."""
        super().resizeEvent(event)
        place.remember(self, self.workspace.preferences)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End a run and its process before the window goes, and save what is not saved."""
        # Out of sight at once: ending a process takes a moment.
        self.hide()
        if not self.workspace.close():
            words = self.tr(
                "What was drawn or named last could not be saved: the disk did not answer."
            )
            QMessageBox.warning(self, self.windowTitle(), words)
        super().closeEvent(event)

    def _lay_out(self, panels: Sequence[Panel], commands: Commands) -> QWidget:
        columns = QHBoxLayout()
        columns.setSpacing(GRID_PX * 2)
        for column_name, share in COLUMNS.items():
            column = QVBoxLayout()
            for panel in panels:
                if panel.place == column_name:
                    column.addWidget(panel.built(self.workspace, commands))
            columns.addLayout(column, share)
        for panel in panels:
            if panel.place == "page":
                self._pages.add(panel)
        columns.addWidget(self._pages, PAGES_SHARE)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(GRID_PX * 2, GRID_PX * 2, GRID_PX * 2, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addLayout(columns)
        # Before the foot: the keyboard goes through them in this order, beginning at the pad.
        self.setCentralWidget(central)
        for panel in panels:
            if panel.place == "foot":
                self.statusBar().addWidget(panel.built(self.workspace, commands))
        self.statusBar().addPermanentWidget(Notice(self.workspace.notices), 1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(GRID_PX * 2, 0, GRID_PX * 2, 0)
        return central
