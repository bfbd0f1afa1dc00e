"""A command: declared once, shown by menus and buttons, and aware of whether it can be used."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from mnist_pad.ui.kit.names import named

Keys = str | QKeySequence.StandardKey
FILE, EDIT, TRAIN, VIEW, HELP = MENUS = ("file", "edit", "train", "view", "help")
"""The menus, in their order."""

_Button = TypeVar("_Button", bound=QAbstractButton)


class Command(QAction):
    """An action in one of MENUS, or in none where that is empty; found as `{name}Action`.

    `usable` and `checked` are asked, and `text` if it is a function, whenever one of `changes` is
    emitted; what they say is shown wherever the command is. `submenu` is the title of the menu
    within the menu where it is found, and `submenu_name` that menu's object name. `tip` says in a
    few words what the command does.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        menu: str,
        text: str | Callable[[], str],
        run: Callable[[], object],
        *,
        keys: Keys = "",
        usable: Callable[[], bool] | None = None,
        checked: Callable[[], bool] | None = None,
        changes: Sequence[SignalInstance] = (),
        tip: str = "",
        submenu: str = "",
        submenu_name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Action")
        self.menu_name, self.submenu, self.submenu_name = menu, submenu, submenu_name
        self.tip = tip
        self._text, self._usable, self._checked = text, usable, checked
        self.setShortcut(QKeySequence(keys))
        self.setCheckable(checked is not None)
        shown = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{tip} ({shown})" if tip and shown else tip)
        # The function's own parameters stay free of the `checked` that the signal carries.
        self.triggered.connect(lambda _checked: self._run(run))
        for signal in changes:
            signal.connect(self.refresh)
        self.refresh()

    # Some signals carry an event; what counts is what is asked for here.
    def refresh(self, *_: object) -> None:
        """Ask again whether the command can be used, and how it is called."""
        self.setText(self._text if isinstance(self._text, str) else self._text())
        if self._usable is not None:
            self.setEnabled(self._usable())
        if self._checked is not None:
            self.setChecked(self._checked())

    def _run(self, run: Callable[[], object]) -> None:
        run()
        # Qt has toggled a checkable action by now; what counts is what came of it.
        self.refresh()


Commands = Mapping[str, Command]
"""A panel's commands by name."""


def by_name(commands: Sequence[Command]) -> dict[str, Command]:
    """Return commands under the names they were given."""
    return {command.objectName().removesuffix("Action"): command for command in commands}


def exclusive(parent: QWidget, commands: Sequence[Command]) -> Sequence[Command]:
    """Return commands of which one is checked at a time: Qt shows dots for it instead of ticks."""
    group = QActionGroup(parent)
    for command in commands:
        group.addAction(command)
    return commands


def push_button(command: Command, name: str, *, label: str = "") -> QPushButton:
    """Return a button that shows a command and nothing of its own; `label` if it is shorter."""
    return _showing(QPushButton(), command, name, label)


def tool_button(command: Command, name: str, *, label: str = "") -> QToolButton:
    """Return a flat button that shows a command and nothing of its own."""
    return _showing(QToolButton(), command, name, label)


def _showing(button: _Button, command: Command, name: str, label: str) -> _Button:
    def show() -> None:
        # A mnemonic on a button may be a menu's as well, and the two together are ambiguous to Qt.
        text = label or _plain(command.text())
        # What is read aloud has to follow what is shown, as where Pause becomes Resume.
        named(button, name, text)
        button.setText(text)
        button.setToolTip(command.toolTip())
        button.setCheckable(command.isCheckable())
        button.setChecked(command.isChecked())
        _enable(button, command.isEnabled())

    # QToolButton has setDefaultAction, QPushButton has not: both are kept in step by hand.
    button.clicked.connect(command.trigger)
    command.changed.connect(show)
    show()
    return button


def _plain(text: str) -> str:
    # Where letters are no part of the writing, the mnemonic stands behind it: "撤销(&U)".
    return re.sub(r"\(&.\)", "", text).replace("&", "")


def _enable(button: QAbstractButton, enabled: bool) -> None:
    # Qt hands the keyboard's focus of a button that is disabled to whatever comes next, which a
    # press of the space bar would then do; the parent panel takes it instead.
    if not enabled and button.hasFocus() and (parent := button.parentWidget()) is not None:
        parent.setFocus()
    button.setEnabled(enabled)
