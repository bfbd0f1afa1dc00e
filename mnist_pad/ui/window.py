"""The window: the panels in their places, the menus over them, a notice under them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QVBoxLayout, QWidget

from mnist_pad.base.phrases import phrase
from mnist_pad.ui import language, place
from mnist_pad.ui.commands import fill_menus, window_commands
from mnist_pad.ui.first_marks import FirstMarks
from mnist_pad.ui.help.page import help_commands
from mnist_pad.ui.kit import incoming
from mnist_pad.ui.kit.command import Commands, by_name
from mnist_pad.ui.kit.late import Late
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
        self._panels = panels
        self._make()
        place.put(self, workspace.preferences)

    def changeEvent(self, event: QEvent) -> None:
        """Show everything in another language."""
        super().changeEvent(event)
        # Qt sends one for each catalogue, and one to a window that was made in that language.
        if event.type() == QEvent.Type.LanguageChange and self._made_in != language.spoken():
            self._make_anew()

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
            otherwise=phrase(
                "Window", "What was dropped holds neither a picture nor a weights file."
            ),
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

    def _make(self) -> QWidget:
        self._made_in = language.spoken()
        # Commands belong to it, as all else that is made anew in another language.
        content = QWidget()
        # Commands are made at once, widgets when they are needed: the keys and menus of a page work
        # before it was ever opened.
        groups = [panel.commands(self.workspace, content) for panel in self._panels]
        commands = by_name([command for group in groups for command in group])
        pages = Pages(self.workspace, commands)
        self._lay_out(content, pages, commands)
        groups += [
            pages.commands(content),
            help_commands(self.workspace, content, self._panels),
            window_commands(self.workspace, content, self.close),
        ]
        fill_menus(self, groups)
        if not self.workspace.preferences.current.introduced:
            FirstMarks(content, self.workspace)
        return content

    def _make_anew(self) -> None:
        """Make all that shows words again; what is open is in the stores, and stays."""
        focused = self.focusWidget()
        name = "" if focused is None else focused.objectName()
        for old in (self.centralWidget(), self.menuBar(), self.statusBar()):
            # Out of the window at once; deleted when nobody is in the middle of it any more.
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        content = self._make()
        # Qt shows what is new in a window that is shown already only when it comes to it.
        content.show()
        # What was built a moment after the start is there at once now: its libraries are loaded.
        for late in self.findChildren(Late):
            if late.isVisible():
                late.build()
        again = self.findChild(QWidget, name) if name else None
        if isinstance(again, QWidget):
            again.setFocus()

    def _lay_out(self, content: QWidget, pages: Pages, commands: Commands) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GRID_PX * 2)
        for column_name, share in COLUMNS.items():
            column = QVBoxLayout()
            for panel in self._panels:
                if panel.place == column_name:
                    column.addWidget(panel.built(self.workspace, commands))
            columns.addLayout(column, share)
        for panel in self._panels:
            if panel.place == "page":
                pages.add(panel)
        pages.show_chosen()
        columns.addWidget(pages, PAGES_SHARE)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(GRID_PX * 2, GRID_PX * 2, GRID_PX * 2, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addLayout(columns)
        # Before the foot: the keyboard goes through them in this order, beginning at the pad.
        self.setCentralWidget(content)
        for panel in self._panels:
            if panel.place == "foot":
                self.statusBar().addWidget(panel.built(self.workspace, commands))
        self.statusBar().addPermanentWidget(Notice(self.workspace.notices), 1)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(GRID_PX * 2, 0, GRID_PX * 2, 0)
