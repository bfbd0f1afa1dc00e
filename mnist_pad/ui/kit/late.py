"""What is built a moment after the window is first shown, because it takes long to import."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

DELAY_MS = 50


class Late(QWidget):
    """A widget whose contents come later; `build` brings them at once."""

    def __init__(self) -> None:
        super().__init__()
        self._is_built = False

    def fill(self) -> None:
        """Make the contents; called once."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the contents, unless they are there."""
        if not self._is_built:
            self._is_built = True
            self.fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the contents after the first paint and the first answer."""
        super().showEvent(event)
        # With itself as the context: where it is gone by then, Qt calls nothing.
        QTimer.singleShot(DELAY_MS, self, self.build)
