"""Some digits in a row, each with what it is under it."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.inside.pictures import Pixels
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX

_SCALE: Final = 2


class Digits(QWidget):
    """Room for so many digits, always; empty squares where there are none."""

    def __init__(self, name: str, label: str, count: int) -> None:
        super().__init__()
        named(self, name, label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        self._pictures: list[Pixels] = []
        self._labels: list[QLabel] = []
        for place in range(count):
            words = translate("Digits", "{name}, number {place}")
            label_here = words.format(name=label, place=place + 1)
            self._pictures.append(Pixels(f"{name}{place}", label_here, scale=_SCALE))
            self._labels.append(QLabel())
            self._labels[place].setProperty("role", "small")
            self._labels[place].setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(self._pictures[place])
            column.addWidget(self._labels[place])
            row.addLayout(column)
        row.addStretch(1)
        self.images: NDArray[np.uint8] | None = None
        self.labels: tuple[int, ...] = ()

    def show_digits(self, images: NDArray[np.uint8], labels: Sequence[int]) -> None:
        """Show images, (n, 28, 28), and what they are; those that there is no room for are not."""
        self.images, self.labels = images, tuple(labels)
        self.setAccessibleDescription(", ".join(map(str, labels)))
        for place, picture in enumerate(self._pictures):
            if place < len(images):
                picture.show_grey(images[place])
            else:
                picture.show_nothing()
            self._labels[place].setText(str(labels[place]) if place < len(images) else "")

    def show_nothing(self) -> None:
        """Show empty squares."""
        if self.images is not None:
            self.show_digits(np.empty((0, 28, 28), np.uint8), ())
            self.images = None

    def fade(self, faded: bool) -> None:
        """Show by their look whether they belong to what is not there any more."""
        for picture in self._pictures:
            picture.fade(faded)
