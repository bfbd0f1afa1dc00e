"""Names of widgets: one for the program, one for assistive technology."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


def named(widget: _Widget, name: str, label: str = "") -> _Widget:
    """Give `widget` its objectName and its accessible name, and return it."""
    widget.setObjectName(name)
    widget.setAccessibleName(label)
    return widget
