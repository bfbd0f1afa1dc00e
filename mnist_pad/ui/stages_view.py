"""What the network sees: the drawing on its way to 28x28."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.ink.raster import THUMBNAIL_PX, Stages
from mnist_pad.ui.naming import named
from mnist_pad.ui.pictures import pixmap
from mnist_pad.ui.theme import GRID_PX

_INPUT_SCALE: Final = 3


class StagesView(QWidget):
    """Ink, crop, 20x20 box, and the very 28x28 picture that the network gets."""

    def __init__(self) -> None:
        super().__init__()
        self._thumbnails = [QLabel() for _ in range(3)]
        self._input = named(QLabel(), "networkInput", "What the network sees, 28 by 28 pixels")
        for thumbnail in self._thumbnails:
            thumbnail.setFixedSize(THUMBNAIL_PX, THUMBNAIL_PX)
        self._input.setFixedSize(28 * _INPUT_SCALE, 28 * _INPUT_SCALE)
        captions = ("ink", "crop", "20×20", "28×28")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        for place, (picture, caption) in enumerate(
            zip((*self._thumbnails, self._input), captions, strict=True)
        ):
            if place:
                row.addStretch(1)
                row.addWidget(_small("→"), 0, Qt.AlignmentFlag.AlignVCenter)
                row.addStretch(1)
            row.addLayout(_captioned(picture, caption))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that the network gets nothing."""
        for picture in (*self._thumbnails, self._input):
            picture.setPixmap(QPixmap())

    def show_stages(self, stages: Stages) -> None:
        """Show a drawing's stages."""
        for thumbnail, picture in zip(
            self._thumbnails, (stages.ink, stages.crop, stages.box), strict=True
        ):
            thumbnail.setPixmap(_thumbnail(picture))
        self._input.setPixmap(pixmap(stages.image, scale=_INPUT_SCALE))


def _thumbnail(picture: NDArray[np.uint8]) -> QPixmap:
    """Fit a picture into the thumbnail's square, aspect kept, on the network's black paper."""
    square = QPixmap(THUMBNAIL_PX, THUMBNAIL_PX)
    square.fill(Qt.GlobalColor.black)
    shown = pixmap(picture)
    if max(picture.shape) != THUMBNAIL_PX:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown = shown.scaled(square.size(), keep, smooth)
    painter = QPainter(square)
    painter.drawPixmap(
        (square.width() - shown.width()) // 2, (square.height() - shown.height()) // 2, shown
    )
    painter.end()
    return square


def _captioned(picture: QLabel, caption: str) -> QVBoxLayout:
    picture.setProperty("role", "picture")
    column = QVBoxLayout()
    column.setSpacing(GRID_PX // 2)
    column.addStretch(1)
    column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(_small(caption), 0, Qt.AlignmentFlag.AlignHCenter)
    return column


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "small")
    return label
