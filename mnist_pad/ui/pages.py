"""The pages on the right, one panel each, built when they are first opened."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mnist_pad.ui.kit.command import VIEW, Command, Commands
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

NARROW_PX: Final = GRID_PX * 52


class Pages(QTabWidget):
    """Shows the page that the preferences name, and remembers the one that the user opens."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        named(self, "pages", self.tr("Pages"))
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self._workspace = workspace
        self._commands = commands
        self._panels: list[Panel] = []
        # The preferences are the one place that knows which page is open: a click on a tab changes
        # them, and so does a menu entry.
        self.currentChanged.connect(self._remember)
        workspace.preferences.preferences_changed.connect(self.show_chosen)

    def add(self, panel: Panel) -> None:
        """Add a page at the end, to be built when it is opened."""
        page = named(QWidget(), panel.name, panel.title())
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        self._panels.append(panel)
        self.setTabToolTip(self.addTab(page, panel.title()), panel.help())

    def commands(self, window: QWidget) -> Sequence[Command]:
        """Return a command for each page, to open it."""
        return [
            Command(
                window,
                f"show{panel.name[0].upper()}{panel.name[1:]}",
                VIEW,
                panel.title(),
                partial(self._workspace.preferences.choose, page=panel.name),
                keys=panel.keys,
                tip=self.tr("Open this page"),
            )
            for panel in self._panels
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the tabs closer together where there is no room for all of them."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW_PX
        if self.property("narrow") != narrow:
            self.setProperty("narrow", narrow)
            # A style sheet looks at properties when it is applied, and not again.
            bar = self.tabBar()
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            # Nor does a bar measure its tabs again, unless it is told.
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))

    def show_chosen(self) -> None:
        """Open the page that the preferences name, the first where they name none that is here."""
        names = [panel.name for panel in self._panels]
        page = self._workspace.preferences.current.page
        # A session file may name a page that this version does not have.
        index = names.index(page) if page in names else 0
        if not names:
            return
        self.setCurrentIndex(index)
        self._build(index)

    def _remember(self, index: int) -> None:
        # While pages are still being added, Qt opens the first of itself.
        if index >= 0 and index < len(self._panels) and self.isVisible():
            self._workspace.preferences.choose(page=self._panels[index].name)

    def _build(self, index: int) -> None:
        # The page itself is there from the first moment, as its tab needs it; what is in it is not.
        page = self.widget(index)
        layout = None if page is None else page.layout()
        # What was built but not shown yet counts: to QLayout.isEmpty it would not.
        if layout is not None and not layout.count():
            built = self._panels[index].built(self._workspace, self._commands)
            layout.addWidget(built)
