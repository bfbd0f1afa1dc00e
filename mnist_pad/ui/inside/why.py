"""Why this answer: which pixels speak for a digit, and what its logit would rather see."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.recognizer.weights import CLASSES
from mnist_pad.ui.inside.pictures import Pixels
from mnist_pad.ui.inside.sections import captioned, said
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.inside import InsideStore

_SCALE: Final = 3


class WhyView(QWidget):
    """Three pictures of the digit that is asked for: the answer, or another one."""

    def __init__(self, inside: InsideStore) -> None:
        super().__init__()
        self._inside = inside
        self._digit = named(QComboBox(), "insideDigit", self.tr("Whose logit is asked for"))
        self._digit.setToolTip(
            self.tr("Ask why it is the answer, or what speaks for another digit and against it")
        )
        self._digit.addItem(self.tr("the answer"))
        self._digit.addItems([str(digit) for digit in range(CLASSES)])
        leave_wheel_alone(self._digit)
        self._saliency = _picture("insideSaliency", self.tr("Saliency"))
        self._near = _picture("insideNear", self.tr("What it would rather see"))
        self._ideal = _picture("insideLiked", self.tr("What it would like best"))
        self._saliency.setToolTip(
            self.tr("The gradient of the logit by each pixel: more ink on red raises it, on blue "
                    "lowers it")
        )  # fmt: skip
        self._near.setToolTip(
            self.tr("The drawing, changed step by step along the gradient so that the logit grows")
        )
        self._ideal.setToolTip(self.tr("The same, begun from plain grey instead of the drawing"))
        self._captions = [said() for _ in range(3)]
        self._lay_out()
        self._digit.activated.connect(self._ask)
        inside.live_changed.connect(self._show)
        inside.at_rest_changed.connect(self._show_at_rest)
        self._show()

    def _ask(self, place: int) -> None:
        self._inside.ask_for(place - 1 if place else None)

    def _show(self) -> None:
        live = self._inside.live
        asked = self._inside.asked
        self._digit.setCurrentIndex(0 if asked is None else asked + 1)
        if live is None or live.saliency is None:
            self._saliency.show_nothing()
        else:
            self._saliency.show_diverging(live.saliency, under=live.image)
        self._name(None if live is None else live.digit)
        self._show_at_rest()

    def _name(self, digit: int | None) -> None:
        words = (
            self.tr("for {digit} (red) and against (blue)"),
            self.tr("more like {digit}"),
            self.tr("{digit} as it likes it best"),
        )
        shown = "…" if digit is None else str(digit)
        for caption, text in zip(self._captions, words, strict=True):
            told = "" if digit is None else text.format(digit=shown)
            if told != caption.text():
                caption.setText(told)

    def _show_at_rest(self) -> None:
        live, found = self._inside.live, self._inside.at_rest
        for picture, image in ((self._near, found.near), (self._ideal, found.ideal)):
            if live is None or image is None:
                picture.show_nothing()
            else:
                picture.show_grey(image)
                picture.fade(found.live is not live)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.addWidget(QLabel(self.tr("Ask about")))
        asked.addWidget(self._digit)
        asked.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        pictures = (self._saliency, self._near, self._ideal)
        for picture, caption in zip(pictures, self._captions, strict=True):
            # No wider than its picture, and always of the same height: nothing is to jump.
            caption.setFixedWidth(picture.width())
            caption.setFixedHeight(3 * caption.fontMetrics().lineSpacing())
            row.addLayout(captioned(picture, caption))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(asked)
        layout.addLayout(row)


def _picture(name: str, label: str) -> Pixels:
    return Pixels(name, label, scale=_SCALE)
