"""What the network gets to see as it learns: some images of the run, distorted as they are."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import pixmap
from mnist_pad.ui.theme import GRID_PX

_SIDE_PX: Final = 28
_GAP_PX: Final = GRID_PX // 2


class SeenStrip(QWidget):
    """As many images in a row as there is room for, pixel by pixel; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "trainingPreview", self.tr("Images as the network learns from them"))
        tip = self.tr("Some of the images of this epoch, as the network learns from them")
        self.setToolTip(tip)
        self.setFixedHeight(_SIDE_PX)
        self._images: NDArray[np.uint8] = np.empty((0, _SIDE_PX, _SIDE_PX), np.uint8)
        self.hide()

    def show_images(self, images: NDArray[np.uint8]) -> None:
        """Show images, uint8 (n, 28, 28)."""
        self._images = images
        self.setVisible(len(images) > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the images that fit, evenly spread."""
        # The last image needs no gap after it.
        room = self.width() + _GAP_PX
        shown = self._images[: room // (_SIDE_PX + _GAP_PX)]
        painter = QPainter(self)
        for index, image in enumerate(shown):
            painter.drawPixmap(round(index * room / len(shown)), 0, pixmap(image))
