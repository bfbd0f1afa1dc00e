"""Pictures between NumPy and Qt."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPixmap

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import write_bytes
from mnist_pad.base.phrases import phrase


def pixmap(grey: NDArray[np.uint8], *, scale: int = 1) -> QPixmap:
    """Return a uint8 (h, w) picture, each pixel `scale` screen pixels wide and none invented."""
    height, width = grey.shape
    # A crop's rows lie apart in memory, and Qt is told of one stride, the width: left to itself, it
    # would take every row to begin at a multiple of four bytes.
    rows = np.ascontiguousarray(grey)
    image = QImage(rows.data, width, height, width, QImage.Format.Format_Grayscale8)
    if scale != 1:
        image = image.scaled(
            width * scale,
            height * scale,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
    # The image only borrows the array's memory; this copies it while the array is still there.
    return QPixmap.fromImage(image)


def grey(image: QImage) -> NDArray[np.uint8]:
    """Return a Qt picture as uint8 (h, w), transparent parts on white paper."""
    # Converted as it is, what is transparent would come out as black as ink.
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    # Into all of it: one of a dense screen would else be drawn at half its size.
    painter.drawImage(paper.rect(), image)
    painter.end()
    plain = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8)
    rows = rows.reshape(plain.height(), plain.bytesPerLine())
    # Qt fills each row up to a multiple of four bytes, and its memory goes with `plain`.
    pixels: NDArray[np.uint8] = rows[:, : plain.width()].copy()
    return pixels


def save_picture(image: QImage, path: Path) -> None:
    """Write a picture, of the kind that the path's ending names; raises UsageError.

    `path` gets all of it or stays as it was.
    """
    words = phrase("Pictures", "{path}: expected a file that can be written.").given(path=path)
    packed = QBuffer()
    packed.open(QBuffer.OpenModeFlag.WriteOnly)
    kind = QByteArray(path.suffix.removeprefix(".").encode())
    # Not QImage.save: its types and what it takes differ between versions of PySide.
    if not QImageWriter(packed, kind).write(image):
        raise UsageError(words)
    try:
        write_bytes(path, bytes(packed.data().data()))
    except OSError as error:
        raise UsageError(words) from error
