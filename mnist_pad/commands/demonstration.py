"""The script of `mnist-pad demo`, played on the real window with mouse events."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from mnist_pad.app import create_application, create_window
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.output import percent
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.training.events import EpochEnded, RunEnded, TrainingEvent

_Widget = TypeVar("_Widget", bound=QWidget)

DIGIT_SIDE: Final = 0.62
"""The drawn digits' height, as a part of the pad's side."""


class Demonstration:
    """Draws 0 to 9, trains `fast`, and takes pictures, light and dark, on the way."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._application = create_application(["mnist-pad"])
        # What is shown here is nobody's drawing, and no run to keep.
        self._home = TemporaryDirectory(prefix="mnist-pad-demo-")
        self._window = create_window(self._application, folder=Path(self._home.name))
        self._window.show()

    def run(self) -> int:
        """Play it; returns 0 when every digit was read and the training completed."""
        self._take_picture("empty")
        read = sum(self._draw_and_read(digit) for digit in range(10))
        print(translate("Commands", "read {count} of 10").format(count=read))
        self._draw(3)
        self._take_picture("reading")
        ended = self._train()
        print(ended_in_words(ended))
        self._take_picture("trained")
        self._window.workspace.preferences.choose(appearance="dark")
        self._take_picture("trained-dark")
        self._window.close()
        # After the window, which writes its session there as it closes.
        self._home.cleanup()
        words = translate("Commands", "pictures of the window: {path}")
        print(words.format(path=self._out))
        return 0 if read == 10 and ended.outcome == "completed" else 1

    def _draw_and_read(self, digit: int) -> bool:
        self._draw(digit)
        answer = self._child("answerDigit", QLabel).text()
        words = translate("Commands", "drew {digit}, read {answer} ({confidence})")
        confidence = self._child("answerConfidence", QLabel).text()
        print(words.format(digit=digit, answer=answer, confidence=confidence))
        return answer == str(digit)

    def _draw(self, digit: int) -> None:
        QTest.mouseClick(self._child("clearButton", QWidget), Qt.MouseButton.LeftButton)
        pad = self._child("pad", QWidget)
        side = pad.width() * DIGIT_SIDE
        margin = (pad.width() - side) / 2
        for stroke in strokes(digit):
            points = [QPoint(*map(round, point)) for point in (stroke * side + margin).tolist()]
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
            for point in points[1:]:
                QTest.mouseMove(pad, point)
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])

    def _train(self) -> RunEnded:
        waiting = QEventLoop()
        result: list[RunEnded] = []

        def follow(event: TrainingEvent) -> None:
            if isinstance(event, EpochEnded):
                words = translate("Commands", "epoch {epoch}: training {training}, test {test}")
                training, test = percent(event.train_accuracy), percent(event.test_accuracy)
                print(words.format(epoch=event.epoch, training=training, test=test))
                # After the first epoch alone there is no line between two points yet.
                if event.epoch == 2:
                    self._take_picture("training")

        def finish(event: RunEnded) -> None:
            result.append(event)
            waiting.quit()

        self._window.workspace.run.event_taken.connect(follow)
        self._window.workspace.run.run_ended.connect(finish)
        QTest.mouseClick(self._child("trainButton", QPushButton), Qt.MouseButton.LeftButton)
        waiting.exec()
        return result[0]

    def _take_picture(self, name: str) -> None:
        # What was changed is laid out and painted by the event loop: it has to have a turn.
        QApplication.processEvents()
        path = self._out / f"{name}.png"
        if not self._window.grab().save(str(path)):
            words = phrase("Errors", "{path}: expected a file that can be written")
            raise UsageError(words.given(path=path))

    def _child(self, name: str, kind: type[_Widget]) -> _Widget:
        child = self._window.findChild(kind, name)
        assert child is not None, name
        return child
