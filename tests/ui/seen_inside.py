"""The inside page as one sees it, and the network's figures by other means."""

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from mnist_pad.recognizer.weights import shipped
from tests.ui.looking import LEFT


class Inside:
    """Somebody at the inside page."""

    def __init__(self, user):
        self.user = user
        user.do("showInsidePageAction")
        user.sees(lambda: user.is_visible("insideNetwork"))
        user.sees(lambda: user.window.findChild(QWidget, "mendButton") is not None)
        # A moment later, units that look alike are beside each other.
        user.sees(lambda: not self.is_as_it_comes(0))

    def is_as_it_comes(self, layer):
        units = self.grid(layer).units
        return np.array_equal(units, np.arange(len(units)))

    def grid(self, layer):
        return self.user.widget(f"insideLayer{layer}")

    def cells(self, layer):
        """Return the middle of every cell, by the unit that is in it."""
        grid = self.grid(layer)
        side = grid.grid.cell_px
        spots = [
            QPoint(x * side + side // 2 - 1, y * side + side // 2 - 1)
            for x in range(grid.width() // side)
            for y in range(grid.height() // side)
        ]
        units = {grid.unit_at(spot): spot for spot in spots}
        units.pop(None, None)
        return units

    def painted(self, layer):
        """Return how bright each unit's cell is painted, from 0 to 1, by its number."""
        grid = self.grid(layer)
        picture = grid.grab().toImage()
        scale = picture.width() / grid.width()
        return {
            unit: QColor(picture.pixel(spot * scale)).lightnessF()
            for unit, spot in self.cells(layer).items()
        }

    def point_at(self, layer, unit):
        self.scroll_to(self.grid(layer))
        spot = self.cells(layer)[unit]
        # Where the pointer lies already, coming is no move.
        self.user.qtbot.mouseMove(self.grid(layer), spot + QPoint(1, 1))
        self.user.qtbot.mouseMove(self.grid(layer), spot)

    def pin(self, layer, unit):
        self.scroll_to(self.grid(layer))
        self.user.qtbot.mouseClick(self.grid(layer), LEFT, pos=self.cells(layer)[unit])

    def point_elsewhere(self):
        self.user.qtbot.mouseMove(self.user.pad)
        self.user.qtbot.mouseMove(self.user.pad, QPoint(3, 3))

    def scroll_to(self, widget):
        self.user.widget("insideScroll").ensureWidgetVisible(widget)

    def picture(self, name):
        """Return the numbers that a picture shows, (784,); None where it is empty."""
        values = self.user.widget(name).values
        return None if values is None else values.reshape(-1).astype(np.float64)


def forward(image, parameters=None):
    """Return what each layer answers to a picture of 0 to 255, by the formula, in float64."""
    arrays = shipped().parameters if parameters is None else parameters
    answers, hidden = [], image.reshape(-1).astype(np.float64) / 255 - 0.5
    for theta, bias in zip(arrays[::2], arrays[1::2], strict=True):
        hidden = hidden @ theta.astype(np.float64) + bias
        if len(answers) < len(arrays) // 2 - 1:
            hidden = np.maximum(hidden, 0)
        answers.append(hidden)
    return answers
