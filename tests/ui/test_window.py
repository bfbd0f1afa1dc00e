"""Every command of the window: its shortcut does what its menu entry says."""

import pytest
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QMessageBox


@pytest.mark.parametrize(
    ("keys", "title"),
    [("Ctrl+O", "Load weights"), ("Ctrl+S", "Save weights"), ("Ctrl+Shift+O", "Open picture")],
)
def test_file_shortcuts_ask_for_a_file(user, keys, title):
    asked, _ = user.cancel_file(lambda: user.key(keys))
    assert asked == title
    assert user.menu(title).shortcut().toString() == keys


def test_ctrl_q_closes_the_window(user):
    user.key("Ctrl+Q")
    user.sees(lambda: not user.window.isVisible())


def test_no_two_commands_share_a_shortcut(user):
    keys = [
        action.shortcut().toString()
        for action in user.window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys)) >= 11


def test_the_appearance_can_be_chosen(user, appearance):
    def paper():
        return user.window.grab().toImage().pixelColor(4, user.window.height() // 2)

    appearance("dark")
    assert paper() == user.window.palette().color(QPalette.ColorRole.Window)
    assert paper().lightness() < 60
    appearance("light")
    assert paper() == user.window.palette().color(QPalette.ColorRole.Window)
    assert paper().lightness() > 220
    assert paper() != QColor("white")


def test_about_names_the_version(user):
    def read(dialog):
        dialog.accept()
        return dialog.text()

    told = user.in_dialog(QMessageBox, lambda: user.do("aboutAction"), read)
    assert "mnist-pad 0.1.0" in told
    assert "MNIST" in told
