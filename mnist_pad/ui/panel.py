"""What a panel is: a widget, the place where it goes, and its commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtWidgets import QWidget

from mnist_pad.ui.kit.command import Command, Commands
from mnist_pad.workspace.workspace import Workspace

Place = Literal["left", "middle", "page", "foot"]

_PANEL_PROPERTY: Final = "panel"


def no_commands(_: Workspace, __: QWidget) -> Sequence[Command]:
    """Return no commands, for a panel that has none."""
    return ()


@dataclass(frozen=True)
class Panel:
    """A part of the window.

    `commands` makes its commands, at once, given the window; `build` its widget, given those. A
    `page` is built when it is first opened, and found by the object name `name`; `title` heads its
    tab, and `keys` open it; `help` says what it is for.
    """

    name: str
    place: Place
    build: Callable[[Workspace, Commands], QWidget]
    commands: Callable[[Workspace, QWidget], Sequence[Command]] = no_commands
    # A function: panels are made at import, when there is no translator yet. `str()` is no title.
    title: Callable[[], str] = str
    keys: str = ""
    help: Callable[[], str] = str

    def built(self, workspace: Workspace, commands: Commands) -> QWidget:
        """Return its widget, which `panel_of` knows for this panel's."""
        widget = self.build(workspace, commands)
        widget.setProperty(_PANEL_PROPERTY, self.name)
        return widget


def panel_of(widget: QWidget) -> str:
    """Return the name of the panel that a widget is in; nothing where it is in none."""
    above: QWidget | None = widget
    while above is not None:
        name = above.property(_PANEL_PROPERTY)
        if isinstance(name, str):
            return name
        above = above.parentWidget()
    return ""
