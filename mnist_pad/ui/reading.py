"""From the pad to the answer: reads the drawing whenever it, or the network, changes."""

from PySide6.QtCore import QObject, QTimer

from mnist_pad.ink.raster import Stages, rasterize
from mnist_pad.recognizer.recognizer import Recognizer, nothing
from mnist_pad.ui.answer_panel import AnswerPanel
from mnist_pad.ui.pad import PAD_SIDE, Pad
from mnist_pad.ui.stages_view import StagesView


class Reading(QObject):
    """Keeps the stages and the answer true to what is on the pad."""

    def __init__(
        self, *, pad: Pad, stages: StagesView, answer: AnswerPanel, recognizer: Recognizer
    ) -> None:
        super().__init__(pad)
        self._pad = pad
        self._stages = stages
        self._answer = answer
        self._recognizer = recognizer
        # What is on the pad, as of the last reading; None for what is no digit.
        self._read: Stages | None = None
        # A fast mouse sends moves quicker than a screen shows answers: those that wait in the
        # queue together are read once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.read)
        pad.ink_changed.connect(self._soon.start)
        pad.drawing_changed.connect(self.read)

    def use(self, recognizer: Recognizer) -> None:
        """Read with another network from now on, the drawing on the pad first."""
        self._recognizer = recognizer
        # The network changed and the drawing did not: a large picture takes long to bring down.
        if self._read is not None:
            self._answer.show_prediction(recognizer.read(self._read.image))

    def read(self) -> None:
        """Read what is on the pad now."""
        self._soon.stop()
        self._read = None
        if self._pad.is_empty:
            self._stages.show_nothing()
            self._answer.show_empty()
            return
        stages = self._rasterized()
        if stages is None:
            self._stages.show_nothing()
            self._answer.show_prediction(nothing("Too small a mark to be a digit"))
            return
        self._read = stages
        self._show(stages)
        self._answer.show_prediction(self._recognizer.read(stages.image))

    def _show(self, stages: Stages) -> None:
        picture, drawing = self._pad.picture, self._pad.drawing
        if picture is None:
            current = drawing.current
            strokes = (
                drawing.sheet.strokes if current is None else (*drawing.sheet.strokes, current)
            )
            self._stages.show_strokes(strokes, PAD_SIDE, stages)
        elif picture.coverage is not None:
            self._stages.show_picture(picture.coverage, stages)

    def _rasterized(self) -> Stages | None:
        picture = self._pad.picture
        return rasterize(self._pad.ink()) if picture is None else picture.stages
