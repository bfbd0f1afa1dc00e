"""The curves of a lesson: the loss of both variants, and the largest weight of each layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.lesson import LessonStore

if TYPE_CHECKING:
    # Importing pyqtgraph takes longer than the window can wait.
    from mnist_pad.ui.lessons.curves import LayersCurves, LossCurves

_REPAINT_MS: Final = 100


class LessonPlots(Late):
    """Loss and weights, side by side; drawn on a timer, however fast the lesson runs."""

    def __init__(self, lesson: LessonStore) -> None:
        super().__init__()
        self._lesson = lesson
        self._loss: LossCurves | None = None
        self._layers: LayersCurves | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REPAINT_MS)
        self._soon.timeout.connect(self._draw)
        lesson.lesson_changed.connect(self._draw_soon)

    def fill(self) -> None:
        """Make the plots."""
        from mnist_pad.ui.lessons.curves import LayersCurves, LossCurves

        self._loss, self._layers = LossCurves(), LayersCurves()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._loss)
        layout.addWidget(self._layers)
        self._draw()

    def _draw_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _draw(self) -> None:
        if self._loss is None or self._layers is None:
            return
        self._loss.draw(self._lesson.current)
        self._layers.draw(self._lesson.current)
