"""What a run's network said of the drawing on the pad, while it learnt."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mnist_pad.engine.recording import RecordedEvent
from mnist_pad.recognizer.marks import Mark
from mnist_pad.training.events import RunEnded, Snapshot
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.reading import ReadingStore

MOST: Final = 600
"""So many are remembered; of more, every second one is left out."""


class AnswersStore(QObject):
    """Remembers snapshots' answers to the chosen mark, and the end's, until it is another one.

    Signals: `answers_changed()`.
    """

    answers_changed = Signal()

    def __init__(self, run: CurrentRunStore, reading: ReadingStore) -> None:
        super().__init__()
        self._reading = reading
        self._image: NDArray[np.uint8] | None = None
        self._answers: list[tuple[int, NDArray[np.float32]]] = []
        self._every = self._passed = 0
        # Told after the pad was read with it.
        run.event_taken.connect(self._take)
        run.run_started.connect(self.clear)
        reading.reading_changed.connect(self._follow_drawing)
        # The same picture, perhaps, and yet another question.
        reading.switches_changed.connect(self.clear)

    @property
    def series(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Steps, shape (n,), and the ten probabilities after each, shape (n, 10)."""
        steps = np.array([step for step, _ in self._answers], np.float64)
        return steps, np.array([each for _, each in self._answers], np.float64).reshape(-1, 10)

    def clear(self) -> None:
        """Forget all answers."""
        self._image, self._every, self._passed = None, 1, 0
        if self._answers:
            self._answers = []
            self.answers_changed.emit()

    def _take(self, event: RecordedEvent) -> None:
        mark = self._reading.current.mark
        image = _image_of(mark)
        step = self._step_of(event)
        if step is None or mark is None or image is None:
            return
        self._image = image
        self._passed += 1
        if self._passed >= self._every or isinstance(event, RunEnded):
            self._passed = 0
            self._answers.append((step, mark.prediction.probabilities))
        if len(self._answers) > MOST:
            self._answers, self._every = self._answers[::2], 2 * self._every
        self.answers_changed.emit()

    def _step_of(self, event: RecordedEvent) -> int | None:
        """Return after which update the network is that was told of; None where none was."""
        if isinstance(event, Snapshot):
            return event.step
        # What a run that failed brings does not read the pad.
        if isinstance(event, RunEnded) and event.weights is self._reading.recognizer.weights:
            step = event.weights.meta.step
            return None if self._answers and self._answers[-1][0] == step else step
        return None

    def _follow_drawing(self) -> None:
        # Nothing to compare with every point of a stroke, where nothing is remembered.
        if self._image is not None:
            image = _image_of(self._reading.current.mark)
            if image is None or not np.array_equal(image, self._image):
                self.clear()


def _image_of(mark: Mark | None) -> NDArray[np.uint8] | None:
    return None if mark is None or mark.found.stages is None else mark.found.stages.image
