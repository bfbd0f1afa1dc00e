"""A part of the page, that shows some of what was found."""

from collections.abc import Sequence
from operator import is_not

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.ui.evaluation.words import tile
from mnist_pad.ui.kit.gallery import Gallery
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.evaluation import EvaluationStore, Shown


class Section(QWidget):
    """Shows findings when it is in sight; `refresh` is how the page tells that there are others."""

    def __init__(self, evaluation: EvaluationStore, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.evaluation = evaluation
        self.shown: Shown | None = None
        self._parts: tuple[object, ...] = ()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, GRID_PX // 2, 0, 0)
        self.column.setSpacing(GRID_PX // 2)

    def refresh(self) -> None:
        """Show what is there now, if it is not what is shown."""
        shown = self.evaluation.current.shown
        if shown is None or shown is self.shown:
            return
        self.shown = shown
        parts = self.parts(shown.findings)
        # While images are read once more, changed, what was found before is told again and again.
        if len(parts) != len(self._parts) or any(map(is_not, parts, self._parts)):
            self._parts = parts
            self.show_findings(shown)

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return those parts of findings that are shown: only other ones have to be shown anew."""
        raise NotImplementedError

    def show_findings(self, shown: Shown) -> None:
        """Show what was found."""
        raise NotImplementedError

    def gallery(self, name: str, label: str) -> Gallery:
        """Return a gallery whose images go onto the pad."""
        gallery = Gallery(name, label)
        gallery.setToolTip(self.tr("A click, or Enter, puts an image on the pad"))
        return gallery


def plain(label: QLabel) -> QLabel:
    """Let a label show a text with names of files: as it is, and however long, in the room it has.

    A long word, such as a path, must not make the window wider.
    """
    # A file's name may look like markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


class Reason(QLabel):
    """Says why a figure is left out; gone where it is not."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def tell(self, sentence: str, *instead_of: QWidget) -> None:
        """Say a sentence in place of some widgets; nothing, and they are shown."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        for widget in instead_of:
            widget.setVisible(not sentence)


class Images:
    """Some of the images that were read, in a gallery, in an order of their own."""

    def __init__(self, gallery: Gallery, evaluation: EvaluationStore) -> None:
        self.gallery = gallery
        self._evaluation = evaluation
        self._indices: Sequence[int] = ()
        self._shown: Shown | None = None
        gallery.picture_opened.connect(self._open)

    def show_images(self, shown: Shown, indices: Sequence[int], *, second: bool = False) -> None:
        """Show images by their indices, as the first network reads them, or the second."""
        findings = shown.findings
        answers = findings.second if second and findings.second is not None else findings.first
        self._indices, self._shown = indices, shown
        self.gallery.show_tiles(len(indices), lambda place: tile(findings, indices[place], answers))

    def _open(self, place: int) -> None:
        if self._shown is not None:
            self._evaluation.open_image(self._shown, self._indices[place])
