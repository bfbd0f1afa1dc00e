"""What an update made of the first layer: the weights of some units, and how they changed."""

from typing import Final

import numpy as np
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.training.events import WeightsChanged
from mnist_pad.ui.kit.diverging import diverging, image_of, rgb
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours

_SIDE_PX: Final = 28
_GAP_PX: Final = GRID_PX // 2


class WeightChanges(QWidget):
    """Two rows of pictures, a column a unit: its weights, and below what the update changed.

    Red is above zero, blue below; each row by its own largest magnitude. Hidden while nothing is
    known.
    """

    def __init__(self) -> None:
        super().__init__()
        named(self, "weightChanges", translate("WeightChanges", "What the update changed"))
        self.setFixedHeight(2 * _SIDE_PX + _GAP_PX)
        self.changed: WeightsChanged | None = None
        self.hide()

    def show_changed(self, changed: WeightsChanged | None) -> None:
        """Show what an update changed; None hides all."""
        if changed is self.changed:
            return
        self.changed = changed
        self.setVisible(changed is not None)
        if changed is not None:
            largest = float(np.abs(changed.after - changed.before).max(initial=0.0))
            words = translate(
                "WeightChanges",
                "The weights from the pixels to the first units, after update {step:,}; below, "
                "what it changed in them, by {largest:.2g} at most. Red: more; blue: less.",
            )
            self.setToolTip(words.format(step=changed.step, largest=largest))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the units that fit, evenly spread."""
        if self.changed is None:
            return
        after = self.changed.after
        room = self.width() + _GAP_PX
        count = min(len(after), room // (_SIDE_PX + _GAP_PX))
        paper = rgb(colours(self).surface)
        painter = QPainter(self)
        for row, values in enumerate((after, after - self.changed.before)):
            pictures = diverging(values, paper)
            for column in range(count):
                x = round(column * room / count)
                painter.drawImage(x, row * (_SIDE_PX + _GAP_PX), image_of(pictures[column]))
