"""A reading: the drawing on the pad as a network sees it, made in this one place."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from mnist_pad.ink.raster import Rasterizer, Stages
from mnist_pad.recognizer.forward import Activations
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer, nothing
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.drawing import DrawingStore
from mnist_pad.workspace.weights import WeightsStore


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network makes of a drawing: one entry a digit found in it, none on a blank pad.

    `stages` are how each digit was brought down, `predictions` what is said of it, `activations`
    what its layers answered. A mark that is no digit has a prediction alone.
    """

    stages: tuple[Stages, ...] = field(default=())
    predictions: tuple[Prediction, ...] = field(default=())
    activations: tuple[Activations, ...] = field(default=())


class ReadingStore(QObject):
    """Keeps the reading true to the drawing and to the weights.

    Signals: `reading_changed()`.
    """

    reading_changed = Signal()

    def __init__(self, drawing: DrawingStore, weights: WeightsStore) -> None:
        super().__init__()
        self.current = Reading()
        self._drawing = drawing
        self._weights = weights
        self._recognizer = Recognizer(weights.current.weights)
        # It remembers what it drew: a stroke's point costs what is new.
        self._rasterizer = Rasterizer()
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
        return self._recognizer.weights is not self._weights.current.weights

    @property
    def recognizer(self) -> Recognizer:
        """Whoever reads."""
        return self._recognizer

    def read_with(self, weights: Weights) -> None:
        """Read with a network that is being trained, for now."""
        self._recognizer = Recognizer(weights)
        # The network changed and the drawing did not: a large picture takes long to bring down.
        self._judge(self.current.stages)

    def read_with_weights_in_use(self) -> None:
        """Read with the weights in use, from now on."""
        self.read_with(self._weights.current.weights)

    def read(self) -> None:
        """Read what is on the pad now."""
        self._soon.stop()
        if self._drawing.is_empty:
            self._tell(Reading())
            return
        stages = self._bring_down()
        if stages is None:
            self._tell(Reading(predictions=(nothing("Too small a mark to be a digit"),)))
            return
        self._judge((stages,))

    def _bring_down(self) -> Stages | None:
        picture = self._drawing.sheet.picture
        return (
            self._rasterizer.rasterize(self._drawing.ink()) if picture is None else picture.stages
        )

    def _judge(self, stages: tuple[Stages, ...]) -> None:
        if not stages:
            # What has no picture says the same whoever reads it.
            self.reading_changed.emit()
            return
        read = [self._recognizer.read_whole(each.image) for each in stages]
        predictions, activations = zip(*read, strict=True)
        self._tell(Reading(stages, predictions, activations))

    def _tell(self, reading: Reading) -> None:
        self.current = reading
        self.reading_changed.emit()
