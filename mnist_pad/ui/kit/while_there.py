"""What comes from a thread beside the window, for a widget that may be gone by then."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

T = TypeVar("T")


def while_there(widget: QObject, take: Callable[[T], object]) -> Callable[[T], None]:
    """Return what hands a result on unless the widget was deleted meanwhile.

    In another language, all widgets are made anew, and what the old ones asked for still comes.
    """

    def hand_on(result: T) -> None:
        if shiboken6.isValid(widget):
            take(result)

    return hand_on
