"""Pictures between NumPy and Qt."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from mnist_pad.ink.raster import Grey, Stages
from mnist_pad.pictures.reading import rasterize_picture

SHOWN_SIDE_PX: Final = 1600


@dataclass(frozen=True, eq=False)
class PadPicture:
    """A picture on the pad: what is shown of it, uint8 (h, w), and what the network gets.

    `stages` is None where no digit was found.
    """

    shown: Grey
    stages: Stages | None


def picture_for_pad(pixels: Grey) -> PadPicture:
    """Bring a picture, uint8 (h, w), down for the pad; some tenths of a second for a photograph."""
    # Its copy: thumbnail works in place. A pad has no use for more pixels than a screen's.
    shown = Image.fromarray(pixels)
    shown.thumbnail((SHOWN_SIDE_PX, SHOWN_SIDE_PX))
    return PadPicture(np.asarray(shown), rasterize_picture(pixels))


def pixmap(grey: NDArray[np.uint8], *, scale: int = 1) -> QPixmap:
    """Return a uint8 (h, w) picture, each pixel `scale` screen pixels wide and none invented."""
    height, width = grey.shape
    rows = np.ascontiguousarray(grey)
    image = QImage(rows.data, width, height, width, QImage.Format.Format_Grayscale8)
    if scale != 1:
        image = image.scaled(
            width * scale,
            height * scale,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
    return QPixmap.fromImage(image)


def grey(image: QImage) -> NDArray[np.uint8]:
    """Return a Qt picture as uint8 (h, w), transparent parts on white paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    plain = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8)
    rows = rows.reshape(plain.height(), plain.bytesPerLine())
    pixels: NDArray[np.uint8] = rows[:, : plain.width()].copy()
    return pixels
