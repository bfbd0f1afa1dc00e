"""A reading: the drawing on the pad as a network sees it, made in this one place."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from mnist_pad.base.wording import translatable
from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.switches import ALL_ON, Switches
from mnist_pad.recognizer import marks
from mnist_pad.recognizer.marks import Mark, read_found
from mnist_pad.recognizer.numbers import InkReader
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer, nothing
from mnist_pad.recognizer.switched import read_switched, switched_weights
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.drawing import DrawingStore
from mnist_pad.workspace.weights import WeightsStore


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network makes of a drawing: the marks found in it, none on a blank pad.

    They come row by row, from left to right. `chosen` is the place of the one that is looked at.
    """

    marks: tuple[Mark, ...] = ()
    chosen: int = 0

    @property
    def mark(self) -> Mark | None:
        """The mark that is looked at; None on a blank pad."""
        return self.marks[self.chosen] if self.marks else None

    @property
    def predictions(self) -> tuple[Prediction, ...]:
        """What is said of each mark."""
        return tuple(mark.prediction for mark in self.marks)

    @property
    def number(self) -> str | None:
        """The digits, a newline between rows; None where any mark is no digit."""
        return marks.number(self.marks)


class ReadingStore(QObject):
    """Keeps the reading true to the drawing and to the weights.

    While one draws, the mark that is drawn is the chosen one; a choice holds until the ink changes.
    `switches` are the stages that the pad is read with; nothing else goes by them: what is kept,
    saved or learnt from has every stage.

    `is_broken` tells that the weights in use read with something in them broken on purpose.

    Signals: `reading_changed()`, `switches_changed()`.
    """

    reading_changed = Signal()
    switches_changed = Signal()

    def __init__(self, drawing: DrawingStore, weights: WeightsStore) -> None:
        super().__init__()
        self.current = Reading()
        self.switches = ALL_ON
        self.is_broken = False
        self._drawing = drawing
        self._weights = weights
        # What was finished when it was read last.
        self._sheet = drawing.sheet
        # It remembers what it drew and read: a stroke's point costs what is new.
        self._reader = InkReader(Recognizer(weights.current.weights))
        # Whoever reads with some stages off; with all on, the reader's own.
        self._switched = self._reader.recognizer
        # A fast mouse sends moves quicker than a screen shows answers: those that wait in the
        # queue together are read once.
        self._soon = QTimer(self)
        # Without an interval, it fires as soon as the queue is empty.
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.read)
        drawing.ink_changed.connect(self._soon.start)
        drawing.drawing_changed.connect(self.read)
        weights.weights_changed.connect(self.read_with_weights_in_use)

    @property
    def is_learning(self) -> bool:
        """Whether a network that is being trained reads, instead of the weights in use."""
        in_use = self._weights.current.weights
        return self.recognizer.weights is not in_use and not self.is_broken

    @property
    def recognizer(self) -> Recognizer:
        """Whoever reads, with every stage on."""
        return self._reader.recognizer

    @property
    def switched_recognizer(self) -> Recognizer:
        """Whoever read the marks, with the stages that are on."""
        return self._switched

    def choose(self, place: int) -> None:
        """Look at another mark, by its place; beyond the first and the last, nothing happens."""
        if 0 <= place < len(self.current.marks) and place != self.current.chosen:
            self._tell(replace(self.current, chosen=place))

    def read_with(self, weights: Weights, *, broken: bool = False) -> None:
        """Read with a network that is being trained, for now, or with one that is broken."""
        self.is_broken = broken
        self._reader.read_with(Recognizer(weights))
        self._switched = Recognizer(switched_weights(weights, self.switches))
        self.read()

    def switch(self, switches: Switches) -> None:
        """Read the pad with these stages on, for now."""
        if switches != self.switches:
            self.switches = switches
            self._switched = Recognizer(switched_weights(self.recognizer.weights, switches))
            self.switches_changed.emit()
            self.read()

    def read_with_weights_in_use(self) -> None:
        """Read with the weights in use, from now on."""
        self.read_with(self._weights.current.weights)

    def read(self) -> None:
        """Read what is on the pad now."""
        self._soon.stop()
        found, sheet = self._marks(), self._drawing.sheet
        as_it_was = sheet is self._sheet and self._drawing.current is None
        self._sheet = sheet
        # Another network may take the same ink apart in another way.
        stays = as_it_was and len(found) == len(self.current.marks)
        self._tell(Reading(found, self.current.chosen if stays else _newest(found)))

    def _marks(self) -> tuple[Mark, ...]:
        picture, found = self._drawing.sheet.picture, self._whole_marks()
        if self.switches == ALL_ON:
            return found
        source = self._drawing.ink() if picture is None else picture
        return read_switched(found, source, self._switched, self.switches)

    def _whole_marks(self) -> tuple[Mark, ...]:
        picture = self._drawing.sheet.picture
        if picture is None:
            growing = self._drawing.current is not None
            return self._reader.read(self._drawing.ink(), growing=growing)
        return read_found(picture.found, self.recognizer) or (_nothing_in(picture),)

    def _tell(self, reading: Reading) -> None:
        self.current = reading
        self.reading_changed.emit()


def _newest(found: tuple[Mark, ...]) -> int:
    """Return the place of the mark with the last stroke; in a picture, that of the first."""
    last = max((max(mark.strokes, default=0) for mark in found), default=0)
    return next((place for place, mark in enumerate(found) if last in mark.strokes), 0)


def _nothing_in(picture: Picture) -> Mark:
    height, width = picture.shown.shape
    reason = translatable("Reasons", "No ink found")
    return Mark(Found((0.0, 0.0, float(width), float(height)), None), nothing(reason))
