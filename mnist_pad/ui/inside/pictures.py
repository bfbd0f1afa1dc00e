"""Pictures of 28×28 pixels, each pixel a square of its own."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_pad.ui.kit.diverging import diverging, enlarged, grey, image_of, rgb
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import colours

SIDE: Final = 28

_INK_IN_GROUND: Final = 0.3
"""So strongly the drawing shines through what is told of it in colours."""


class Pixels(QWidget):
    """A picture of grey levels or of numbers around zero; empty where there is none.

    `values` are what it shows, (28, 28): grey levels from 0 to 255, or with `is_diverging` any
    numbers, in colours.
    """

    def __init__(self, name: str, label: str, *, scale: int) -> None:
        super().__init__()
        named(self, name, label)
        self.values: NDArray[Any] | None = None
        self.is_diverging = False
        self._under: NDArray[Any] | None = None
        self._marked: NDArray[np.bool_] | None = None
        self._is_faded = False
        self._image: QImage | None = None
        # It paints all of itself: what lies under it need not be painted.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(scale)

    def set_scale(self, scale: int) -> None:
        """Show each pixel so many screen pixels wide."""
        self.setFixedSize(QSize(SIDE * scale, SIDE * scale))
        self._image = None

    def show_grey(self, values: NDArray[Any], *, marked: NDArray[np.bool_] | None = None) -> None:
        """Show grey levels, 784 of them; those that are `marked` get a frame."""
        self._show(values, None, marked, is_diverging=False)

    def show_diverging(self, values: NDArray[Any], *, under: NDArray[Any] | None = None) -> None:
        """Show numbers around zero, 784 of them, over the grey levels of a drawing `under` them."""
        self._show(values, under, None, is_diverging=True)

    def show_nothing(self) -> None:
        """Show an empty square."""
        if self.values is not None:
            self.values = self._image = None
            self.update()

    def fade(self, faded: bool) -> None:
        """Show by its look whether what is shown is of a drawing that is not there any more."""
        if faded != self._is_faded:
            self._is_faded = faded
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        chosen = colours(self)
        if self.values is None or self._is_faded:
            painter.fillRect(self.rect(), QColor(chosen.line))
        if self.values is None:
            return
        if self._image is None:
            self._image = self._made()
        painter.setOpacity(0.35 if self._is_faded else 1.0)
        painter.drawImage(0, 0, self._image)
        if self._marked is not None:
            side = self.width() // SIDE
            painter.setPen(QPen(QColor(chosen.accent)))
            for row, column in np.argwhere(self._marked).tolist():
                painter.drawRect(QRect(column * side - 1, row * side - 1, side + 1, side + 1))

    def _show(
        self,
        values: NDArray[Any],
        under: NDArray[Any] | None,
        marked: NDArray[np.bool_] | None,
        *,
        is_diverging: bool,
    ) -> None:
        self.values = values.reshape(SIDE, SIDE)
        self.is_diverging = is_diverging
        self._under = None if under is None else under.reshape(SIDE, SIDE)
        self._marked = None if marked is None else marked.reshape(SIDE, SIDE)
        # Made when it is painted: what is scrolled out of sight costs nothing.
        self._image = None
        self.update()

    def _made(self) -> QImage:
        assert self.values is not None
        scale = self.width() // SIDE
        if not self.is_diverging:
            return image_of(enlarged(grey(self.values), scale))
        chosen = colours(self)
        ground = rgb(chosen.surface)
        if self._under is not None:
            ink = self._under[..., np.newaxis] * (_INK_IN_GROUND / 255)
            ground = np.asarray(ground + (rgb(chosen.text) - ground) * ink, np.float32)
        return image_of(enlarged(diverging(self.values, ground), scale))
