"""The smallest change that makes it another digit."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mnist_pad.recognizer.explaining.flip import Flip
from mnist_pad.recognizer.weights import CLASSES
from mnist_pad.ui.inside.pictures import Pixels
from mnist_pad.ui.inside.sections import said
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.inside import InsideStore

_SCALE: Final = 4


class FlipView(QWidget):
    """The drawing, beside it the nearest other digit, and below how far each digit is."""

    def __init__(self, inside: InsideStore) -> None:
        super().__init__()
        self._inside = inside
        # The digit that was chosen to be shown; None is the nearest.
        self._chosen: int | None = None
        self._now = Pixels("insideNow", self.tr("The drawing"), scale=_SCALE)
        self._changed = Pixels("insideFlip", self.tr("The changed drawing"), scale=_SCALE)
        self._changed.setToolTip(self.tr("Framed: the pixels that changed"))
        self._words = named(QLabel(), "insideFlipText", self.tr("The smallest change"))
        self._words.setWordWrap(True)
        self._digits = [self._button(digit) for digit in range(CLASSES)]
        self._lay_out()
        inside.live_changed.connect(self._show)
        inside.at_rest_changed.connect(self._show)
        self._show()

    def _button(self, digit: int) -> QToolButton:
        name = self.tr("How far {digit} is").format(digit=digit)
        button = named(QToolButton(), f"insideFlip{digit}", name)
        button.setToolTip(self.tr("Show the smallest change to {digit}").format(digit=digit))
        button.setProperty("role", "digit")
        button.setCheckable(True)
        button.clicked.connect(partial(self._choose, digit))
        return button

    def _choose(self, digit: int) -> None:
        self._chosen = None if self._chosen == digit else digit
        self._show()

    def _show(self) -> None:
        live, found = self._inside.live, self._inside.at_rest
        if live is None or (found.smallest is None and found.flips is None):
            self._now.show_nothing()
            self._changed.show_nothing()
            self._words.setText("" if live is None else self.tr("Looking for it …"))
            for digit in range(CLASSES):
                self._tell(digit, None)
            return
        is_old = found.live is not live
        for digit in range(CLASSES):
            self._tell(digit, self._to(digit))
        flip = self._flip()
        for digit, button in enumerate(self._digits):
            button.setChecked(flip is not None and digit == flip.digit)
        self._now.show_grey(live.image)
        self._changed.fade(is_old)
        if flip is None:
            self._changed.show_nothing()
            self._words.setText(self.tr("No change was found that makes it another digit."))
            return
        assert found.live is not None
        before = found.live.image.reshape(-1)
        self._changed.show_grey(flip.image, marked=flip.image != before)
        self._words.setText(self._said(flip))

    def _flip(self) -> Flip | None:
        """Return the change to show: the one to the digit that was chosen, else the smallest."""
        there = [flip for digit in range(CLASSES) if (flip := self._to(digit)) is not None]
        chosen = [flip for flip in there if flip.digit == self._chosen]
        return min(chosen or there, key=lambda flip: flip.changed, default=None)

    def _to(self, digit: int) -> Flip | None:
        """Return the smallest change to a digit that is known by now."""
        found = self._inside.at_rest
        known = (found.smallest, None if found.flips is None else found.flips[digit])
        there = [flip for flip in known if flip is not None and flip.digit == digit]
        return min(there, key=lambda flip: flip.changed, default=None)

    def _said(self, flip: Flip) -> str:
        # English has "an 8"; other languages may say both alike.
        is_eight = flip.digit == 8
        if flip.changed == 1:
            words = (
                self.tr("An {digit} in 1 pixel.") if is_eight else self.tr("A {digit} in 1 pixel.")
            )
        elif is_eight:
            words = self.tr("An {digit} in {count} pixels.")
        else:
            words = self.tr("A {digit} in {count} pixels.")
        return words.format(digit=flip.digit, count=flip.changed)

    def _tell(self, digit: int, flip: Flip | None) -> None:
        button = self._digits[digit]
        count = "–" if flip is None else str(flip.changed)
        text = f"{digit}\n{count}"
        if text != button.text():
            button.setText(text)
            button.setEnabled(flip is not None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._now)
        row.addWidget(self._changed)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        distances = QGridLayout()
        distances.setSpacing(0)
        for digit, button in enumerate(self._digits):
            distances.addWidget(button, 0, digit)
            distances.setColumnStretch(digit, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(row)
        layout.addWidget(said(self.tr("How many pixels each digit is away:")))
        layout.addLayout(distances)
