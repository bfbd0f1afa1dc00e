"""The training digits that are nearest to the drawing in the last hidden layer."""

from mnist_pad.base.wording import translate
from mnist_pad.ui.inside.digits import Digits
from mnist_pad.workspace.inside import InsideStore
from mnist_pad.workspace.insight import NEAREST


class NearestView(Digits):
    """Nearest first, with what each of them is."""

    def __init__(self, inside: InsideStore) -> None:
        label = translate("NearestView", "Nearest training digits")
        super().__init__("insideNearest", label, NEAREST)
        self._inside = inside
        inside.live_changed.connect(self._show)
        inside.at_rest_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        live, found = self._inside.live, self._inside.at_rest
        if live is None or found.nearest is None:
            self.show_nothing()
            return
        if found.nearest.images is not self.images:
            self.show_digits(found.nearest.images, found.nearest.labels)
        self.fade(found.live is not live)
