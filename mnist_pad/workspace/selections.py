"""What is selected on the pages, and how far they are scrolled."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

Cell = tuple[int, int | None]
"""What was written, and what it is read as; None for all of that digit."""


@dataclass(frozen=True)
class Selection:
    """What is selected in a list: ids, the cell that the list is of, and its scroll bar's value."""

    ids: tuple[str | int, ...] = ()
    cell: Cell | None = None
    scrolled: int = 0


class SelectionStore(QObject):
    """Remembers selections for a page that is made anew, in another language.

    The page that shows one is the only one to change it: nobody needs a signal.
    """

    def __init__(self) -> None:
        super().__init__()
        self.runs = Selection()
        self.drawings = Selection()
