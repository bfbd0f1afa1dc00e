"""Every command's shortcut does what its menu entry says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox

from mnist_pad.ui import theme

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(monkeypatch):
    """Answer every dialog with "cancelled" and note which was asked."""
    names = []
    for dialog, method in (("open", "getOpenFileName"), ("save", "getSaveFileName")):
        monkeypatch.setattr(
            QFileDialog,
            method,
            lambda parent, title, *_, kind=dialog: (names.append((kind, title)), ("", ""))[1],
        )
    return names


@pytest.mark.parametrize(
    ("key", "modifiers", "dialog"),
    [
        (Qt.Key.Key_O, CONTROL, ("open", "Load weights")),
        (Qt.Key.Key_S, CONTROL, ("save", "Save weights")),
        (Qt.Key.Key_O, CONTROL | SHIFT, ("open", "Open picture")),
    ],
)
def test_file_shortcuts_ask_for_a_file(hand, asked, key, modifiers, dialog):
    hand.press_keys(key, modifiers)
    assert asked == [dialog]


def test_e_takes_the_eraser_and_the_pen_again(hand):
    hand.press_keys(Qt.Key.Key_E)
    assert hand.widget("eraserButton").isChecked()
    hand.press_keys(Qt.Key.Key_E)
    assert not hand.widget("eraserButton").isChecked()


def test_ctrl_q_closes_the_window(hand):
    hand.press_keys(Qt.Key.Key_Q, CONTROL)
    assert not hand.window.isVisible()


def test_no_two_commands_share_a_shortcut(hand):
    keys = [
        action.shortcut().toString()
        for action in hand.window.findChildren(QAction)
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys)) >= 11


def test_the_appearance_can_be_chosen(hand, qapp):
    hand.choose("darkAppearanceAction")
    assert theme.colours(hand.window) == theme.DARK
    hand.choose("lightAppearanceAction")
    assert theme.colours(hand.window) == theme.LIGHT
    hand.choose("systemAppearanceAction")


def test_about_names_the_version(hand, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "about", lambda *words: told.append(words[-1]))
    hand.choose("aboutAction")
    assert "mnist-pad 0.1.0" in told[0]
    assert "MNIST" in told[0]


def test_a_clipboard_without_a_picture_is_told(hand, qapp):
    qapp.clipboard().setText("seven")
    hand.choose("pastePictureAction")
    assert "clipboard" in hand.text("noticeText")
