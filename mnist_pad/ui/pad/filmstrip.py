"""What the network sees: the drawing on its way to 28x28."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.pictures.switched import part_of
from mnist_pad.recognizer.marks import Mark
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import pixmap
from mnist_pad.ui.pad.ink_layer import InkLayer
from mnist_pad.ui.pad.stage_switches import StagesHead, StageSwitches
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.drawing import PAD_SIDE, DrawingStore
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.stages import StagesStore

THUMBNAIL_PX: Final = 60
# Three times as large, the box of 20 pixels fills its thumbnail.
_BOX_SCALE: Final = 3
WIDE_PX: Final = 336
_INPUT_SCALE: Final = 3
_INK_PX: Final = 4 * THUMBNAIL_PX
"""The ink is painted so large, so that a crop of it is still sharp."""


class Filmstrip(QWidget):
    """Ink, crop, 20×20 box, and the very 28×28 picture that the network gets."""

    def __init__(self, drawing: DrawingStore, reading: ReadingStore, stages: StagesStore) -> None:
        super().__init__()
        self._head = StagesHead(self.tr("What the network sees"), reading, stages)
        self._switches = StageSwitches(reading)
        self._drawing = drawing
        self._reading = reading
        self._ink = InkLayer(_black_paper, lambda: QColor(Qt.GlobalColor.white))
        self._own_ink = InkLayer(_black_paper, lambda: QColor(Qt.GlobalColor.white))
        self._thumbnails = [QLabel() for _ in range(3)]
        seen = self.tr("What the network sees, 28 by 28 pixels")
        self._input = named(QLabel(), "networkInput", seen)
        for thumbnail in self._thumbnails:
            thumbnail.setFixedSize(THUMBNAIL_PX, THUMBNAIL_PX)
        self._input.setFixedSize(28 * _INPUT_SCALE, 28 * _INPUT_SCALE)
        self._arrows: list[QLabel] = []
        self._lay_out()
        reading.reading_changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the arrows out, where there is little room."""
        for arrow in self._arrows:
            arrow.setVisible(self.width() >= WIDE_PX)

    def _show(self) -> None:
        mark = self._reading.current.mark
        if mark is None or mark.found.stages is None:
            for label in (*self._thumbnails, self._input):
                label.setPixmap(QPixmap())
            return
        picture, stages = self._drawing.sheet.picture, mark.found.stages
        whole, crop = self._drawn(mark) if picture is None else _found(picture, mark.found)
        shown = whole, crop, pixmap(stages.box, scale=_BOX_SCALE)
        for label, thumbnail in zip(self._thumbnails, shown, strict=True):
            label.setPixmap(thumbnail)
        self._input.setPixmap(pixmap(stages.image, scale=_INPUT_SCALE))

    def _drawn(self, mark: Mark) -> tuple[QPixmap, QPixmap]:
        """Return the ink, and the part of it that a mark is."""
        strokes, current = self._drawing.sheet.strokes, self._drawing.current
        ink, _ = self._ink.shown(strokes, current, pad=PAD_SIDE)
        alone, area = ink, self._ink.area
        if len(self._reading.current.marks) > 1:
            # Neighbours may reach into the crop, and are not what the network sees.
            growing = current if len(strokes) in mark.strokes else None
            own = tuple(strokes[each] for each in mark.strokes if each < len(strokes))
            alone, _ = self._own_ink.shown(own, growing, pad=PAD_SIDE)
            area = self._own_ink.area
        scale = _INK_PX / PAD_SIDE
        crop = QRectF(area.topLeft() * scale, area.size() * scale).toAlignedRect()
        # A stroke may run beyond the pad's edge, where there is nothing to copy.
        return _fitted(ink), _fitted(alone.copy(crop & QRect(0, 0, _INK_PX, _INK_PX)))

    def _lay_out(self) -> None:
        captions = (self.tr("ink"), self.tr("crop"), "20×20", "28×28")
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        pictures = (*self._thumbnails, self._input)
        for place, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
            if place:
                row.addStretch(1)
                row.addWidget(arrow := _small("→"), 0, Qt.AlignmentFlag.AlignVCenter)
                row.addStretch(1)
                self._arrows.append(arrow)
            row.addLayout(_captioned(picture, caption))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._head)
        layout.addLayout(row)
        layout.addWidget(self._switches)


def _found(picture: Picture, found: Found) -> tuple[QPixmap, QPixmap]:
    """Return the ink found in a picture, and the part where a mark is."""
    coverage, part = picture.coverage, part_of(picture, found)
    if coverage is None or part is None:
        return QPixmap(), QPixmap()
    return _thumbnail(coverage), _thumbnail(coverage[part])


def _black_paper() -> QPixmap:
    paper = QPixmap(_INK_PX, _INK_PX)
    paper.fill(Qt.GlobalColor.black)
    return paper


def _thumbnail(picture: NDArray[np.uint8]) -> QPixmap:
    return _fitted(pixmap(picture))


def _fitted(picture: QPixmap) -> QPixmap:
    """Fit a picture into the thumbnail's square, aspect kept, on the network's black paper."""
    square = QPixmap(THUMBNAIL_PX, THUMBNAIL_PX)
    square.fill(Qt.GlobalColor.black)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    shown = picture.scaled(square.size(), keep, smooth)
    painter = QPainter(square)
    corner = (square.size() - shown.size()) / 2
    painter.drawPixmap(corner.width(), corner.height(), shown)
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
