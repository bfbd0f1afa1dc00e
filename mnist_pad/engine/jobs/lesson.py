"""Running a lesson."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass

from mnist_pad.engine.ahead import mnist_digits
from mnist_pad.training.control import Control
from mnist_pad.training.events import TrainingEvent
from mnist_pad.training.lessons.lesson import Variant


@dataclass(frozen=True)
class LessonRun:
    """Run one variant of lesson `number`."""

    number: int
    variant: Variant

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        """Return the events of `mnist_pad.training.lessons.running.run`."""
        running = importlib.import_module("mnist_pad.training.lessons.running")
        events: Iterator[TrainingEvent] = running.run(
            self.number, self.variant, mnist_digits(), control=control
        )
        return events
