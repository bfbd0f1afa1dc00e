"""Buttons that fold a section of the page away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from mnist_pad.ui.kit.names import named


def fold_button(name: str, text: str, tip: str) -> QToolButton:
    """Return a button, checked where its section is unfolded."""
    button = named(QToolButton(), name, tip)
    button.setText(text)
    button.setToolTip(tip)
    button.setProperty("role", "plain")
    button.setCheckable(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def show_folded(button: QToolButton, *, opened: bool) -> None:
    """Show on a button whether its section is unfolded."""
    button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
    button.setChecked(opened)
