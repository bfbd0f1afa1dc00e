"""What an update made of the first layer: the weights of some units, and how they changed."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.training.events import WeightsChanged
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours

_SIDE_PX: Final = 28
_GAP_PX: Final = GRID_PX // 2

_UP: Final = np.array([214, 69, 48], np.float32)
_DOWN: Final = np.array([38, 104, 214], np.float32)


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
        paper = colours(self).surface
        painter = QPainter(self)
        for row, values in enumerate((after, after - self.changed.before)):
            pictures = coloured(values, paper)
            for column in range(count):
                x = round(column * room / count)
                painter.drawPixmap(x, row * (_SIDE_PX + _GAP_PX), picture(pictures[column]))


def coloured(values: NDArray[np.float32], paper: str) -> NDArray[np.uint8]:
    """Return values, (n, h, w), as colours, (n, h, w, 3): the paper's is zero."""
    # What is no number, where a run diverges, is left as paper.
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    largest = np.abs(finite).max(initial=0.0)
    share = (finite / largest if largest else finite)[..., np.newaxis]
    ground = np.array([int(paper[at : at + 2], 16) for at in (1, 3, 5)], np.float32)
    end = np.where(share > 0, _UP, _DOWN)
    return np.asarray(np.rint(ground + (end - ground) * np.abs(share)), np.uint8)


def picture(colour: NDArray[np.uint8]) -> QPixmap:
    """Return colours, (h, w, 3), as a picture, pixel by pixel."""
    height, width, channels = colour.shape
    rows = np.ascontiguousarray(colour)
    image = QImage(rows.data, width, height, channels * width, QImage.Format.Format_RGB888)
    # The image only borrows the array's memory; this copies it while the array is still there.
    return QPixmap.fromImage(image)
