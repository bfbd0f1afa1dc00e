"""The window of help, opened at whatever is in use."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.help.words import LESSON_SCHEME, help_text
from mnist_pad.ui.kit.command import HELP, Command
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.panel import Panel, panel_of
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

WIDTH_PX: Final = GRID_PX * 85
HEIGHT_PX: Final = GRID_PX * 70


class HelpPage(QDialog):
    """Beside the window, which stays in use; Escape closes it."""

    def __init__(self, window: QWidget, workspace: Workspace, panels: Sequence[Panel]) -> None:
        super().__init__(window)
        named(self, "helpPage", self.tr("Help"))
        self.setWindowTitle(self.tr("Help"))
        self.resize(WIDTH_PX, HEIGHT_PX)
        self._window = window
        self._workspace = workspace
        self._panels = panels
        self._text = named(QTextBrowser(), "helpText", self.tr("Help"))
        self._text.setToolTip(self.tr("A lesson's title opens it in the window"))
        # Else it would look for a page behind each link.
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._open)
        self._text.document().setDocumentMargin(2 * GRID_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)

    def open_at(self, panel: str) -> None:
        """Show the page from the part on a panel on."""
        # Made each time: commands change their texts, and tell of their keys themselves.
        commands = self._window.findChildren(Command)
        self._text.setHtml(help_text(self._panels, commands, self._workspace.folder))
        self.show()
        self.raise_()
        self.activateWindow()
        # Only what is laid out can be scrolled to.
        self._text.scrollToAnchor(panel)

    def _open(self, link: QUrl) -> None:
        if link.scheme() == LESSON_SCHEME:
            self._workspace.open_lesson(int(link.path()))
            self._window.activateWindow()


def help_commands(
    workspace: Workspace, window: QWidget, panels: Sequence[Panel]
) -> Sequence[Command]:
    """Return what opens the help."""
    pages: list[HelpPage] = []

    def show() -> None:
        if not pages:
            pages.append(HelpPage(window, workspace, panels))
        pages[0].open_at(_in_use(window, workspace))

    return (
        Command(
            window,
            "help",
            HELP,
            translate("Help", "&Contents and shortcuts"),
            show,
            keys="F1",
            tip=translate("Help", "Shortcuts, what each panel is for, where files are kept"),
        ),
    )


def _in_use(window: QWidget, workspace: Workspace) -> str:
    """Return the name of the panel that has the keyboard, else of the page that is open."""
    # The foot lies beside what the commands belong to.
    widget = window.window().focusWidget()
    return ("" if widget is None else panel_of(widget)) or workspace.preferences.current.page
