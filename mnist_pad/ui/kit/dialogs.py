"""Files that the user names."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_to_open(parent: QWidget, title: str, kinds: str, *, folder: str = "") -> Path | None:
    """Let the user choose a file; None where they thought better of it."""
    path, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(path) if path else None


def ask_to_save(parent: QWidget, title: str, kinds: str, *, suggested: str) -> Path | None:
    """Let the user name a file; Qt asks before one that is there would be replaced."""
    path, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    return Path(path) if path else None


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Let the user choose a folder."""
    path = QFileDialog.getExistingDirectory(parent, title)
    return Path(path) if path else None
