"""The first layer's weights as they form: a picture for each of its first units."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.recognizer.weights import Weights
from mnist_pad.ui.kit.diverging import diverging, image_of, rgb
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours

UNITS: Final = 32

_SIDE_PX: Final = 28
_GAP_PX: Final = GRID_PX // 2
_PITCH_PX: Final = _SIDE_PX + _GAP_PX


class FirstLayer(QWidget):
    """Rows of 28×28 pictures: what each unit takes from each pixel, red above zero, blue below.

    All by the same largest magnitude, so that units can be compared.
    """

    def __init__(self, *, name: str, rows: int | None = None) -> None:
        """Show as many rows as UNITS need, or so many at most."""
        super().__init__()
        named(self, name, translate("FirstLayer", "Weights of the first layer"))
        self.setToolTip(
            translate(
                "FirstLayer",
                "The weights from the pixels to the first units: where ink speaks for a unit (red) "
                "and where against it (blue).",
            )
        )
        self._rows = rows
        self.units: NDArray[np.float32] = np.empty((0, _SIDE_PX, _SIDE_PX), np.float32)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def show_weights(self, weights: Weights | None) -> None:
        """Show a network's first units; None shows none."""
        theta = np.empty((_SIDE_PX**2, 0)) if weights is None else weights.parameters[0][:, :UNITS]
        self.units = np.ascontiguousarray(theta.T).reshape(-1, _SIDE_PX, _SIDE_PX)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height that the rows take."""
        return QSize(8 * _PITCH_PX, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the rows that the width leaves needed."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the units that fit, evenly spread over the width."""
        columns, rows = self._columns(), self._row_count()
        shown = self.units[: columns * rows]
        pictures = diverging(shown, rgb(colours(self).surface))
        spread = (self.width() + _GAP_PX) / columns
        painter = QPainter(self)
        for number, each in enumerate(pictures):
            row, column = divmod(number, columns)
            painter.drawImage(round(column * spread), row * _PITCH_PX, image_of(each))

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP_PX) // _PITCH_PX)

    def _row_count(self) -> int:
        needed = max(1, -(-len(self.units) // self._columns()))
        return needed if self._rows is None else min(needed, self._rows)

    def _fit(self) -> None:
        height = self._row_count() * _PITCH_PX - _GAP_PX
        if height != self.minimumHeight():
            self.setFixedHeight(height)
