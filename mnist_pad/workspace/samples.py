"""The user's own drawings: kept when named, renamed, taken back, deleted, learnt from."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from mnist_pad.base import wording
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Words, phrase
from mnist_pad.base.wording import translate
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError, Labelled
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.ink.found import Found
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.pictures.kept import picture_of_kept
from mnist_pad.recognizer.marks import Mark
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.drawing import DrawingStore, on_pad
from mnist_pad.workspace.names import Names, Parts
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.sample_reading import SampleReading, damage, read_samples

Told = Callable[[Words], object]


class SamplesStore(QObject):
    """Keeps a mark on the pad under the digit that the user says it was.

    Signals: `samples_changed()`, after some were added, renamed, deleted or brought back;
    `name_changed()`, what the chosen mark on the pad is kept as; `sample_kept()`.
    """

    samples_changed = Signal()
    name_changed = Signal()
    sample_kept = Signal()

    def __init__(
        self,
        collection: Collection,
        *,
        drawing: DrawingStore,
        reading: ReadingStore,
        notices: NoticeStore,
        background: Background,
    ) -> None:
        super().__init__()
        self.count = 0
        self.deleted: tuple[Sample, ...] = ()
        self._collection = collection
        self._drawing = drawing
        self._reading = reading
        self._notices = notices
        self._background = background
        self._images = SampleImages()
        self._names = Names(collection)
        # Whose name was told last.
        self._told: Parts = ()
        drawing.drawing_changed.connect(self.name_changed)
        reading.reading_changed.connect(self._follow_choice)
        # What was deleted in the session before can be brought back no more.
        background.run(collection.sweep, then=lambda _: None, refused=lambda _: None)
        self._count()

    @property
    def path(self) -> Path:
        """The file that the drawings are in, or will be."""
        return self._collection.path

    @property
    def file_name(self) -> str:
        """The name of the file that the drawings are in."""
        return self.path.name

    @property
    def name(self) -> int | None:
        """The digit that the chosen mark on the pad is kept as; None where it is not kept."""
        kept = self._names.of(self._chosen())
        return None if kept is None else kept.label

    @property
    def samples(self) -> tuple[Sample, ...]:
        """What is on the pad as it is kept, mark by mark."""
        names = (self._names.of(self._parts(mark)) for mark in self._reading.current.marks)
        kept = (None if name is None else name.sample for name in names)
        return tuple(sample for sample in kept if sample is not None)

    def keep(self, label: int) -> None:
        """Keep the chosen mark on the pad, by itself, as a digit; said again, the last word counts.

        With several digits on the pad, each is kept by its own; of a picture, what the network gets
        of it is.
        """
        # A key pressed in mid-stroke names what is drawn so far.
        self._drawing.release()
        # Taken here, in the window's thread: what is drawn on meanwhile is not what was named.
        mark, chosen = self._reading.current.mark, self._chosen()
        stages = None if mark is None else mark.kept.stages
        if mark is None or stages is None or not chosen:
            told = phrase("SamplesStore", "Draw a digit first; then say which it is.")
            self._notices.tell(told)
            return
        ink = self._drawing.ink().part(mark.strokes)
        image = None if self._drawing.sheet.picture is None else stages.image
        # One for each mark, kept or not: two keys in a hurry must not add it twice.
        name = self._names.made(chosen)
        self._do(partial(name.keep, ink, label, image), then=self._tell_kept)

    def take_back(self) -> None:
        """Keep the chosen mark on the pad no longer."""
        name = self._names.of(self._chosen())
        if name is not None:
            self._do(name.take_back, then=lambda _: self._tell_changed())

    def open(self, sample: Sample) -> None:
        """Show a kept drawing on the pad, where it can be read, renamed and taken back."""
        parts: Parts
        if sample.image is None:
            self._drawing.show_ink(sample.ink)
            # What the network takes apart now was one digit to whoever kept it.
            parts = self._drawing.sheet.strokes
        else:
            picture = picture_of_kept(sample.image)
            self._drawing.lay_picture(picture)
            parts = picture.found[:1]
        if parts:
            self._names.remember(parts, sample)
        self.name_changed.emit()

    def remember(self, samples: Sequence[Sample]) -> None:
        """Take the marks on the pad as those that were kept so."""
        for parts in map(self._parts, self._reading.current.marks):
            for sample in samples:
                if parts and _shows(parts, sample):
                    self._names.remember(parts, sample)
        self.name_changed.emit()

    def rename(self, samples: Sequence[Sample], label: int) -> None:
        """Keep drawings as another digit."""

        def work() -> dict[str | int, Sample]:
            return {sample.id: self._collection.rename(sample, label) for sample in others}

        def take(renamed: dict[str | int, Sample]) -> None:
            self._names.follow(renamed)
            self._tell_changed()

        others = [sample for sample in samples if sample.label != label]
        self._do(work, then=take)

    def delete(self, samples: Sequence[Sample]) -> None:
        """Delete drawings; until the program ends, `restore` brings the last ones back."""
        self._do(partial(_remove, self._collection, tuple(samples)), then=self._tell_deleted)

    def restore(self) -> None:
        """Bring back what was deleted last."""
        # Forgotten at once: pressed twice, this must not ask for them a second time.
        samples, self.deleted = self.deleted, ()

        def work() -> None:
            for sample in samples:
                self._collection.restore(sample)

        self._do(work, then=lambda _: self._tell_changed())

    def read(
        self, recognizer: Recognizer, *, then: Callable[[SampleReading], object], refused: Told
    ) -> None:
        """Have all drawings read by a network, as the file is now."""

        def take(reading: SampleReading) -> None:
            then(reading)
            # Another window, or a program, may have added to the file.
            if len(reading.drawings) != self.count:
                self._show_count(len(reading.drawings))

        work = partial(read_samples, self._collection, self._images, recognizer)
        self._background.run(work, then=take, refused=refused)

    def gather(self, then: Callable[[Labelled], object]) -> None:
        """Bring together the images and digits of what can be learnt from."""

        def pass_on(gathered: tuple[Labelled, Sequence[LineProblem]]) -> None:
            labelled, problems = gathered
            if problems:
                self._notices.tell(partial(damage, problems, self.file_name))
            then(labelled)

        self._do(partial(_gathered, self._collection, self._images), then=pass_on)

    def export(self, path: Path) -> None:
        """Write all drawings to a file; one without an ending gets .jsonl."""
        # Dialogs do not add an ending on every system.
        target = path if path.suffix else path.with_suffix(".jsonl")

        def tell(count: int) -> None:
            self._notices.tell(partial(_told_export, count, target.name))

        self._do(partial(self._collection.export, target), then=tell)

    def _do(self, work: Callable[[], object], *, then: Callable[..., object]) -> None:
        self._background.run(work, then=then, refused=self._notices.tell)

    def _count(self) -> None:
        # A damaged file is told when its drawings are shown or learnt from.
        self._background.run(
            self._collection.count, then=self._show_count, refused=lambda _: self._show_count(0)
        )

    def _show_count(self, count: int) -> None:
        self.count = count
        self.samples_changed.emit()

    def _tell_kept(self, _: object) -> None:
        self._tell_changed()
        self.sample_kept.emit()

    def _tell_deleted(self, result: "tuple[tuple[Sample, ...], Words]") -> None:
        deleted, problem = result
        if deleted:
            self.deleted = deleted
            self._names.follow({sample.id: None for sample in deleted})
        if problem:
            self._notices.tell(problem)
        else:
            self._notices.dismiss()
        self._tell_changed()

    def _follow_choice(self) -> None:
        # With every point of a stroke there is another reading, and mostly the same mark.
        if self._drawing.current is None and (chosen := self._chosen()) != self._told:
            self._told = chosen
            self.name_changed.emit()

    def _chosen(self) -> Parts:
        mark = self._reading.current.mark
        return () if mark is None else self._parts(mark)

    def _parts(self, mark: Mark) -> Parts:
        sheet = self._drawing.sheet
        if sheet.picture is not None:
            return (mark.kept,) if mark.kept in sheet.picture.found else ()
        # A stroke in progress is not on the sheet yet: what it is part of has no name.
        whole = max(mark.strokes, default=-1) < len(sheet.strokes)
        return tuple(sheet.strokes[number] for number in mark.strokes) if whole else ()

    def _tell_changed(self) -> None:
        self._count()
        self.name_changed.emit()


def _shows(parts: Parts, sample: Sample) -> bool:
    """Tell whether parts on the pad are that drawing, or that digit of a picture."""
    strokes = tuple(part.points for part in parts if isinstance(part, PenStroke))
    if len(strokes) < len(parts):
        images = [part.stages.image for part in parts if isinstance(part, Found) and part.stages]
        return sample.image is not None and np.array_equal(images, [sample.image])
    # It may be from a pad of another size.
    brought = on_pad(sample.ink).strokes
    return len(strokes) == len(brought) and all(map(np.array_equal, strokes, brought))


def _told_export(count: int, file: str) -> str:
    words = translate("SamplesStore", "{drawings} exported to {file}.")
    return words.format(drawings=wording.drawings(count), file=file)


def _remove(
    collection: Collection, samples: tuple[Sample, ...]
) -> tuple[tuple[Sample, ...], Words]:
    """Remove drawings; return those that are gone, and what kept the others."""
    for count, sample in enumerate(samples):
        try:
            collection.remove(sample)
        except DataError as error:
            # Those before it are gone by now, and have to be known to be brought back.
            return samples[:count], error.words
    return samples, ""


def _gathered(
    collection: Collection, images: SampleImages
) -> tuple[Labelled, Sequence[LineProblem]]:
    """Return images and digits of what can be learnt from; raises UsageError without any."""
    samples, problems = collection.read()
    labelled = images.labelled(samples)
    if not len(labelled[0]):
        words = phrase(
            "SamplesStore",
            "There is nothing to learn from yet: draw a digit, then click or press which it is. "
            "Three of each digit make a difference.",
        )
        raise UsageError(words)
    return labelled, problems
