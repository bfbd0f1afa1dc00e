"""The user's own drawings: kept when named, taken back, and learnt from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from mnist_pad.base.errors import UsageError
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import Labelled
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.ui.background import Background
from mnist_pad.ui.own_panel import OwnPanel
from mnist_pad.ui.pad import Pad

if TYPE_CHECKING:
    from mnist_pad.ui.own_drawings import OwnDrawings

NOTHING_DRAWN = "Draw a digit first; then say which it is."
NO_PICTURES = "A picture has no strokes to keep: draw the digit, then say which it is."
NOTHING_KEPT = (
    "There is nothing to learn from yet: draw a digit, then click or press which it is. "
    "Three of each digit make a difference."
)


class OwnHand(QObject):
    """Keeps what is on the pad under the digit that the user says it was.

    Signals: `drawing_kept()`; `told(str)`, a sentence for the user; `drawings_gathered(Labelled)`,
    what Learn mine shall learn from.
    """

    drawing_kept = Signal()
    told = Signal(str)
    drawings_gathered = Signal(object)

    def __init__(
        self, *, pad: Pad, panel: OwnPanel, background: Background, recognizer: Recognizer
    ) -> None:
        super().__init__(panel)
        self._pad = pad
        self._panel = panel
        self._background = background
        self._recognizer = recognizer
        self._collection = Collection()
        self._drawings: OwnDrawings | None = None
        self._kept = _Kept(self._collection)
        panel.take_back_requested.connect(self.take_back)
        panel.drawings_requested.connect(self.show_drawings)
        panel.learn_requested.connect(self._gather)
        pad.drawing_changed.connect(self._forget_kept)
        self._count()

    def use(self, recognizer: Recognizer) -> None:
        """Show the drawings as another network reads them, from now on."""
        self._recognizer = recognizer
        if self._drawings is not None:
            self._drawings.show_read_by(recognizer)

    def show_drawings(self) -> None:
        """Show what was kept, and how it is read."""
        if self._drawings is None:
            # With the first look at it, not with the window: that shall be there at once.
            from mnist_pad.ui.own_drawings import OwnDrawings

            self._drawings = OwnDrawings(
                collection=self._collection,
                background=self._background,
                parent=self._panel.window(),
            )
            self._drawings.collection_changed.connect(self._count)
            self._drawings.drawing_opened.connect(self._open)
        self._drawings.show_read_by(self._recognizer)
        self._drawings.show()
        self._drawings.raise_()
        self._drawings.activateWindow()

    def keep(self, label: int) -> None:
        """Keep the drawing on the pad as a digit; said again, the last word counts."""
        if self._pad.picture is not None:
            self.told.emit(NO_PICTURES)
            return
        ink = self._pad.ink()
        if rasterize(ink) is None:
            self.told.emit(NOTHING_DRAWN)
            return
        kept = self._kept
        self._do(partial(kept.keep, ink, label), then=lambda _: self._show_kept(kept, label))

    def take_back(self) -> None:
        """Keep the drawing on the pad no longer."""
        self._do(self._kept.take_back, then=self._show_taken_back)

    def _count(self) -> None:
        # A damaged file is told when its drawings are shown or learnt from.
        self._background.run(
            self._collection.read,
            then=lambda read: self._panel.show_count(len(read[0])),
            refused=lambda _: self._panel.show_count(0),
        )

    def _do(self, work: Callable[[], object], *, then: Callable[..., object]) -> None:
        self._background.run(work, then=then, refused=self.told.emit)

    def _show_kept(self, kept: _Kept, label: int) -> None:
        self._collection_changed()
        self.drawing_kept.emit()
        # A slow disk may answer when another drawing is on the pad.
        if kept is self._kept:
            self._panel.show_kept(label)

    def _show_taken_back(self, _: object) -> None:
        self._panel.invite()
        self._collection_changed()

    def _collection_changed(self) -> None:
        self._count()
        if self._drawings is not None:
            self._drawings.refresh()

    def _open(self, sample: Sample) -> None:
        """Show a kept drawing on the pad, where it can be read, renamed and taken back."""
        self._pad.show_ink(sample.ink)
        self._kept = _Kept(self._collection, sample)
        if sample.label is not None:
            self._panel.show_kept(sample.label)

    def _forget_kept(self) -> None:
        self._kept = _Kept(self._collection)
        self._panel.invite()

    def _gather(self) -> None:
        self._do(partial(_gathered, self._collection), then=self._pass_on)

    def _pass_on(self, gathered: tuple[Labelled, list[LineProblem]]) -> None:
        own, problems = gathered
        self.drawings_gathered.emit(own)
        if problems:
            more = f" and {len(problems) - 1:,} more" if len(problems) > 1 else ""
            path = self._collection.path
            self.told.emit(f"{path}: {problems[0]}{more}; the rest is used.")


class _Kept:
    """One drawing in the collection, if it is there; used by the background's thread alone.

    What is asked for in a hurry is done in order, each time knowing what the last time did.
    """

    def __init__(self, collection: Collection, sample: Sample | None = None) -> None:
        self._collection = collection
        self._sample = sample

    def keep(self, ink: Ink, label: int) -> None:
        if self._sample is None:
            self._sample = self._collection.add(ink, label)
        elif self._sample.label != label:
            self._sample = self._collection.rename(self._sample, label)

    def take_back(self) -> None:
        if self._sample is not None:
            self._collection.remove(self._sample)
            self._sample = None


def _gathered(collection: Collection) -> tuple[Labelled, list[LineProblem]]:
    """Return images and digits of what can be learnt from; raises UsageError without any."""
    samples, problems = collection.read()
    pairs = [
        (stages.image, sample.label)
        for sample in samples
        if sample.label is not None and (stages := rasterize(sample.ink)) is not None
    ]
    if not pairs:
        raise UsageError(NOTHING_KEPT)
    images, labels = zip(*pairs, strict=True)
    return (np.array(images, np.uint8), np.array(labels, np.uint8)), problems
