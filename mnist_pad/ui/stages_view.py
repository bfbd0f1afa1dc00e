"""What the network sees: the drawing on its way to 28x28."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.ink.drawing import PenStroke
from mnist_pad.ink.raster import Stages
from mnist_pad.ui.naming import named
from mnist_pad.ui.pictures import pixmap
from mnist_pad.ui.theme import GRID_PX

THUMBNAIL_PX: Final = 56
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

    def show_strokes(self, strokes: tuple[PenStroke, ...], pad: float, stages: Stages) -> None:
        """Show strokes on a pad of side `pad`, and their stages."""
        pen = max(stroke.width for stroke in strokes)
        points = np.concatenate([stroke.points for stroke in strokes])
        low, size = points.min(axis=0) - pen / 2, np.ptp(points, axis=0) + pen
        crop = QRectF(*low.tolist(), *size.tolist())
        whole = _drawn(strokes, QRectF(0, 0, pad, pad))
        self._show(whole, _drawn(strokes, crop), stages)

    def show_picture(self, coverage: NDArray[np.uint8], stages: Stages) -> None:
        """Show the ink found in a picture, uint8 (h, w), and its stages."""
        rows, columns = np.nonzero(coverage > coverage.max() / 2)
        crop = coverage[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        self._show(_thumbnail(coverage), _thumbnail(crop), stages)

    def _show(self, whole: QPixmap, crop: QPixmap, stages: Stages) -> None:
        for thumbnail, picture in zip(
            self._thumbnails, (whole, crop, _thumbnail(stages.box)), strict=True
        ):
            thumbnail.setPixmap(picture)
        self._input.setPixmap(pixmap(stages.image, scale=_INPUT_SCALE))


def _drawn(strokes: tuple[PenStroke, ...], part: QRectF) -> QPixmap:
    """Draw a part of the pad into the thumbnail's square."""
    square = QPixmap(THUMBNAIL_PX, THUMBNAIL_PX)
    square.fill(Qt.GlobalColor.black)
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = THUMBNAIL_PX / max(part.width(), part.height())
    painter.translate(THUMBNAIL_PX / 2, THUMBNAIL_PX / 2)
    painter.scale(scale, scale)
    painter.translate(-part.center())
    for stroke in strokes:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(Qt.GlobalColor.white, stroke.width, Qt.PenStyle.SolidLine, cap, join))
        points = [QPointF(x, y) for x, y in stroke.points.tolist()]
        # A line of one point would not be drawn.
        painter.drawPolyline(QPolygonF([points[0], *points]))
    painter.end()
    return square


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
