"""What each stage of the preprocessing is worth on the user's own drawings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.drawings import Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.ink.switches import ALL_ON, Switches
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.switched import switched_weights
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.samples import SamplesStore
from mnist_pad.workspace.weights import WeightsStore

_KNOWN: Final = 4
"""For so many choices of stages, the drawings' images are remembered."""


@dataclass(frozen=True)
class Counts:
    """Of `count` kept drawings with a name, so many are read right with all stages and with these.

    Counted as `evaluate` does: the likeliest digit, whatever the verdict.
    """

    switches: Switches
    count: int
    right: int
    right_switched: int


class StagesStore(QObject):
    """Counts, while a stage is off, how many of the user's drawings are read right without it.

    `counts` is None while that is not known, and with all stages on. Signals: `counts_changed()`.
    """

    counts_changed = Signal()

    def __init__(
        self,
        collection: Collection,
        *,
        reading: ReadingStore,
        weights: WeightsStore,
        samples: SamplesStore,
        background: Background,
    ) -> None:
        """Take the stores; nobody else may work in `background`, for this may take its time."""
        super().__init__()
        self.counts: Counts | None = None
        self._collection = collection
        self._reading = reading
        self._weights = weights
        self._background = background
        self._images: dict[Switches, SampleImages] = {ALL_ON: SampleImages()}
        self._counting = self._again = False
        reading.switches_changed.connect(self._forget)
        weights.weights_changed.connect(self._count)
        samples.samples_changed.connect(self._count)

    def _forget(self) -> None:
        # What was counted without another stage must not stand beside this one.
        self.counts = None
        self.counts_changed.emit()
        self._count()

    def _count(self) -> None:
        switches = self._reading.switches
        if switches == ALL_ON:
            return
        # While it is counted, more may change: the last of it counts.
        if self._counting:
            self._again = True
            return
        self._counting = True
        weights = self._weights.current.weights
        images = self._images[ALL_ON], self._images_of(switches)
        collection = self._collection

        def work() -> Counts:
            samples, _ = collection.read()
            return counted(samples, images, weights, switches)

        # A file that cannot be read is told where the drawings are shown.
        self._background.run(work, then=self._take, refused=lambda _: self._take(None))

    def _take(self, counts: Counts | None) -> None:
        self._counting = False
        again, self._again = self._again, False
        if counts is not None and counts.switches == self._reading.switches:
            self.counts = counts
            self.counts_changed.emit()
        if again:
            self._count()

    def _images_of(self, switches: Switches) -> SampleImages:
        # Scaling comes after the images.
        key = replace(switches, scaling=True)
        found = self._images.pop(key, None) or SampleImages(key)
        self._images[key] = found
        for oldest in [each for each in self._images if each != ALL_ON][:-_KNOWN]:
            del self._images[oldest]
        return found


def counted(
    samples: Sequence[Sample],
    images: tuple[SampleImages, SampleImages],
    weights: Weights,
    switches: Switches,
) -> Counts:
    """Count how many drawings are read right, with all stages on and with these."""
    labelled = [sample for sample in samples if sample.label is not None]
    right = [
        _right(labelled, known, Recognizer(read))
        for known, read in zip(images, (weights, switched_weights(weights, switches)), strict=True)
    ]
    return Counts(switches, len(labelled), *right)


def _right(samples: Sequence[Sample], images: SampleImages, recognizer: Recognizer) -> int:
    pairs = zip(images.of(samples), samples, strict=True)
    read = [(image, sample.label) for image, sample in pairs if image is not None]
    if not read:
        return 0
    answers = recognizer.logits(np.stack([image for image, _ in read])).argmax(axis=1)
    return int((answers == np.array([label for _, label in read])).sum())
