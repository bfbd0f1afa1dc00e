"""The menus: every command of every panel, and the window's own."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QWidget

from mnist_pad import __version__
from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.command import FILE, HELP, MENUS, VIEW, Command, exclusive
from mnist_pad.workspace.preferences import APPEARANCES, LANGUAGES, Appearance, Language
from mnist_pad.workspace.workspace import Workspace


def fill_menus(window: QMainWindow, groups: Sequence[Sequence[Command]]) -> None:
    """Put commands into the menus they name; each group's are set off from the one before."""
    for name, title in zip(MENUS, _titles(), strict=True):
        menu = _with_tips(window.menuBar().addMenu(title))
        for group in groups:
            shown = [command for command in group if command.menu_name == name]
            if shown and not menu.isEmpty():
                menu.addSeparator()
            _fill(menu, shown)
    # A command in no menu is still found by its keys.
    window.addActions([each for group in groups for each in group if not each.menu_name])


def window_commands(
    workspace: Workspace, window: QWidget, close: Callable[[], object]
) -> Sequence[Command]:
    """Return the commands that belong to no panel; `close` is how the window is closed."""
    return (
        Command(
            window,
            "startFresh",
            FILE,
            translate("Window", "Start &fresh"),
            workspace.start_fresh,
            # A run that goes on would put its weights in place of the built-in ones when it ends.
            usable=lambda: not workspace.run.is_running,
            changes=(workspace.run.run_started, workspace.run.run_ended),
            tip=translate("Window", "Everything as at the first start; what was kept stays"),
        ),
        Command(
            window,
            "quit",
            FILE,
            translate("Window", "&Quit"),
            close,
            keys="Ctrl+Q",
            tip=translate("Window", "Close the window; a run that goes on is kept"),
        ),
        *_appearances(workspace, window),
        *_languages(workspace, window),
        Command(
            window,
            "about",
            HELP,
            translate("Window", "&About mnist-pad"),
            partial(_show_about, window),
            tip=translate("Window", "Version and sources"),
        ),
    )


# A function, not a constant: at import there is no translator yet.
def _titles() -> Sequence[str]:
    return (
        translate("Window", "&File"),
        translate("Window", "&Edit"),
        translate("Window", "&Train"),
        translate("Window", "&View"),
        translate("Window", "&Help"),
    )


def _fill(menu: QMenu, commands: Sequence[Command]) -> None:
    submenus: dict[str, QMenu] = {}
    for command in commands:
        # Not `setdefault`: it would put another submenu into the menu with every command.
        if command.submenu and command.submenu not in submenus:
            submenu = submenus[command.submenu] = _with_tips(menu.addMenu(command.submenu))
            submenu.setObjectName(command.submenu_name)
        submenus.get(command.submenu, menu).addAction(command)


def _with_tips(menu: QMenu) -> QMenu:
    menu.setToolTipsVisible(True)
    return menu


def _appearances(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    made = [_appearance(workspace, window, appearance) for appearance in APPEARANCES]
    return exclusive(window, made)


def _appearance(workspace: Workspace, window: QWidget, appearance: Appearance) -> Command:
    preferences = workspace.preferences
    titles = {
        "system": translate("Window", "&System"),
        "light": translate("Window", "&Light"),
        "dark": translate("Window", "&Dark"),
    }
    tips = {
        "system": translate("Window", "Light or dark as the system is"),
        "light": translate("Window", "Dark on light, whatever the system is"),
        "dark": translate("Window", "Light on dark, whatever the system is"),
    }
    return Command(
        window,
        f"{appearance}Appearance",
        VIEW,
        titles[appearance],
        partial(preferences.choose, appearance=appearance),
        checked=lambda: preferences.current.appearance == appearance,
        changes=(preferences.preferences_changed,),
        tip=tips[appearance],
    )


def _languages(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    made = [_language(workspace, window, language) for language in LANGUAGES]
    return exclusive(window, made)


def _language(workspace: Workspace, window: QWidget, language: Language) -> Command:
    preferences = workspace.preferences
    # Each in its own language: whoever looks for theirs may read no other.
    titles = {
        "en": "&English",
        "zh_CN": "简体中文(&C)",
        "system": translate("Window", "S&ystem's language"),
    }
    return Command(
        window,
        f"{language}Language",
        VIEW,
        titles[language],
        partial(preferences.choose, language=language),
        checked=lambda: preferences.current.language == language,
        changes=(preferences.preferences_changed,),
        tip=translate("Window", "Show everything in this language, at once"),
        submenu=translate("Window", "&Language"),
        submenu_name="languageMenu",
    )


def _show_about(window: QWidget) -> None:
    words = translate(
        "Window",
        "mnist-pad {version}\n\n"
        "Draw a digit and a network built by hand reads it; press Train and watch it learn.\n\n"
        "MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0.",
    )
    title = translate("Window", "About mnist-pad")
    QMessageBox.about(window, title, words.format(version=__version__))
