"""The user's own drawings: kept when named, renamed, taken back, deleted, learnt from."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from mnist_pad.base import wording
from mnist_pad.base.errors import UsageError
from mnist_pad.base.wording import translate
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError, Labelled
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.ink.drawing import Sheet
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.drawing import DrawingStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.sample_reading import SampleReading, damage, read_samples

Told = Callable[[str], object]


class SamplesStore(QObject):
    """Keeps what is on the pad under the digit that the user says it was.

    Signals: `samples_changed()`, after some were added, renamed, deleted or brought back;
    `name_changed()`, what the drawing on the pad is kept as; `sample_kept()`.
    """

    samples_changed = Signal()
    name_changed = Signal()
    sample_kept = Signal()

    def __init__(
        self,
        collection: Collection,
        *,
        drawing: DrawingStore,
        notices: NoticeStore,
        background: Background,
    ) -> None:
        super().__init__()
        self.count = 0
        self.deleted: tuple[Sample, ...] = ()
        self._collection = collection
        self._drawing = drawing
        self._notices = notices
        self._background = background
        self._images = SampleImages()
        # By the sheet itself: undo and redo bring the same one back, and with it its name.
        self._names: WeakKeyDictionary[Sheet, _Name] = WeakKeyDictionary()
        drawing.drawing_changed.connect(self.name_changed)
        # What was deleted in the session before can be brought back no more.
        background.run(collection.sweep, then=lambda _: None, refused=lambda _: None)
        self._count()

    @property
    def file_name(self) -> str:
        """The name of the file that the drawings are in."""
        return self._collection.path.name

    @property
    def name(self) -> int | None:
        """The digit that the drawing on the pad is kept as; None where it is not kept."""
        kept = self._names.get(self._drawing.sheet)
        return None if kept is None else kept.label

    @property
    def sample(self) -> Sample | None:
        """The drawing on the pad as it is kept."""
        kept = self._names.get(self._drawing.sheet)
        return None if kept is None else kept.sample

    def keep(self, label: int) -> None:
        """Keep the drawing on the pad as a digit; said again, the last word counts."""
        if self._drawing.sheet.picture is not None:
            words = "A picture has no strokes to keep: draw the digit, then say which it is."
            self._notices.tell(translate("SamplesStore", words))
            return
        # A key pressed in mid-stroke names what is drawn so far.
        self._drawing.release()
        # Taken here, in the window's thread: what is drawn on meanwhile is not what was named.
        ink = self._drawing.ink()
        if rasterize(ink) is None:
            words = "Draw a digit first; then say which it is."
            self._notices.tell(translate("SamplesStore", words))
            return
        # One for each drawing, kept or not: two keys in a hurry must not add it twice.
        name = self._names.setdefault(self._drawing.sheet, _Name(self._collection))
        self._do(partial(name.keep, ink, label), then=self._tell_kept)

    def take_back(self) -> None:
        """Keep the drawing on the pad no longer."""
        name = self._names.get(self._drawing.sheet)
        if name is not None:
            self._do(name.take_back, then=lambda _: self._tell_changed())

    def open(self, sample: Sample) -> None:
        """Show a kept drawing on the pad, where it can be read, renamed and taken back."""
        self._drawing.show_ink(sample.ink)
        self.remember(sample)

    def remember(self, sample: Sample) -> None:
        """Take the drawing on the pad as the one that was kept so."""
        self._names[self._drawing.sheet] = _Name(self._collection, sample)
        self.name_changed.emit()

    def rename(self, samples: Sequence[Sample], label: int) -> None:
        """Keep drawings as another digit."""

        def work() -> dict[str | int, Sample]:
            return {sample.id: self._collection.rename(sample, label) for sample in others}

        def take(renamed: dict[str | int, Sample]) -> None:
            for name in list(self._names.values()):
                name.follow(renamed)
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
                self._notices.tell(damage(problems, self.file_name))
            then(labelled)

        self._do(partial(_gathered, self._collection, self._images), then=pass_on)

    def export(self, path: Path) -> None:
        """Write all drawings to a file; one without an ending gets .jsonl."""
        # Dialogs do not add an ending on every system.
        target = path if path.suffix else path.with_suffix(".jsonl")

        def tell(count: int) -> None:
            words = translate("SamplesStore", "{drawings} exported to {file}.")
            self._notices.tell(words.format(drawings=wording.drawings(count), file=target.name))

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

    def _tell_deleted(self, result: "tuple[tuple[Sample, ...], str]") -> None:
        deleted, problem = result
        if deleted:
            self.deleted = deleted
            gone = {sample.id: None for sample in deleted}
            for name in list(self._names.values()):
                name.follow(gone)
        if problem:
            self._notices.tell(problem)
        else:
            self._notices.dismiss()
        self._tell_changed()

    def _tell_changed(self) -> None:
        self._count()
        self.name_changed.emit()


class _Name:
    """What one drawing is kept as; changed by the background's work alone.

    What is asked for in a hurry is done in order, each time knowing what the last time did.
    """

    def __init__(self, collection: Collection, sample: Sample | None = None) -> None:
        self._collection = collection
        self.sample = sample

    @property
    def label(self) -> int | None:
        sample = self.sample
        return None if sample is None else sample.label

    def keep(self, ink: Ink, label: int) -> None:
        if self.sample is None:
            self.sample = self._collection.add(ink, label)
        elif self.sample.label != label:
            self.sample = self._collection.rename(self.sample, label)

    def take_back(self) -> None:
        if self.sample is not None:
            self._collection.remove(self.sample)
            self.sample = None

    def follow(self, changed: Mapping[str | int, Sample | None]) -> None:
        """Take what became of drawings, by their ids, where this is one of them."""
        if self.sample is not None:
            self.sample = changed.get(self.sample.id, self.sample)


def _remove(collection: Collection, samples: tuple[Sample, ...]) -> tuple[tuple[Sample, ...], str]:
    """Remove drawings; return those that are gone, and what kept the others."""
    for count, sample in enumerate(samples):
        try:
            collection.remove(sample)
        except DataError as error:
            # Those before it are gone by now, and have to be known to be brought back.
            return samples[:count], str(error)
    return samples, ""


def _gathered(
    collection: Collection, images: SampleImages
) -> tuple[Labelled, Sequence[LineProblem]]:
    """Return images and digits of what can be learnt from; raises UsageError without any."""
    samples, problems = collection.read()
    labelled = images.labelled(samples)
    if not len(labelled[0]):
        words = (
            "There is nothing to learn from yet: draw a digit, then click or press which it is. "
            "Three of each digit make a difference."
        )
        raise UsageError(translate("SamplesStore", words))
    return labelled, problems
