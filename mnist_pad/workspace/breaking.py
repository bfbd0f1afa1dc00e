"""A network broken on purpose: what it still reads, until it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from mnist_pad.dataset.digits import IMAGES_AT_ONCE
from mnist_pad.recognizer.explaining.breaking import Breakage
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.latest import Latest
from mnist_pad.workspace.mnist_images import digits
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.weights import WeightsStore

WHOLE: Final = Breakage()


@dataclass(frozen=True, eq=False)
class Accuracy:
    """How many of MNIST's test images a network reads right, as a part of all, from 0 to 1."""

    weights: Weights
    fraction: float


class BreakingStore(QObject):
    """Has the pad read by the weights in use with something broken; those themselves stay whole.

    `current` is what is broken. `whole` is how much of MNIST's test set the weights in use read
    right, `broken` how much is left of it; None until it is known.

    Signals: `breaking_changed()`, something else is broken, or all is mended; `accuracy_changed()`.
    """

    breaking_changed = Signal()
    accuracy_changed = Signal()

    def __init__(self, reading: ReadingStore, weights: WeightsStore) -> None:
        super().__init__()
        self.current = WHOLE
        self.whole: float | None = None
        self.broken: float | None = None
        self._reading = reading
        self._weights = weights
        self._breaking, self._measuring = Latest(), Latest()
        self._breaking.part_found.connect(self._take)
        self._measuring.part_found.connect(self._take_whole)
        weights.weights_changed.connect(self._take_weights)

    @property
    def is_broken(self) -> bool:
        """Whether anything is broken."""
        return self.current != WHOLE

    def change(self, **changes: Any) -> None:
        """Break something else, named as Breakage's fields; what was broken before stays so."""
        wanted = replace(self.current, **changes)
        if wanted == self.current:
            return
        if wanted == WHOLE:
            self.mend()
            return
        self.current = wanted
        self.broken = None
        weights = self._weights.current.weights
        self._breaking.ask(lambda _: _broken(wanted, weights))
        self.breaking_changed.emit()

    def toggle_unit(self, unit: tuple[int, int]) -> None:
        """Take a unit out, by its layer and its number, or put it back."""
        out = self.current.units
        without = tuple(each for each in out if each != unit)
        self.change(units=without if unit in out else (*out, unit))

    def mend(self) -> None:
        """Read with the weights in use again, as they are."""
        if not self.is_broken:
            return
        self._forget()
        # Something else may read by now: a network that learns, or other weights.
        if self._reading.is_broken:
            self._reading.read_with_weights_in_use()

    def measure(self) -> None:
        """Find out how well the weights in use read, unless it is known."""
        weights = self._weights.current.weights
        if self.whole is None:
            self._measuring.ask(lambda _: _accuracy(weights))

    def close(self) -> None:
        """Let go of the threads."""
        self._breaking.close()
        self._measuring.close()

    def _forget(self) -> None:
        self._breaking.drop()
        self.current = WHOLE
        self.broken = None
        self.breaking_changed.emit()

    def _take_weights(self) -> None:
        self._measuring.drop()
        self.whole = None
        # The reading has taken the new ones already.
        if self.is_broken:
            self._forget()
        self.accuracy_changed.emit()

    def _take(self, part: Weights | Accuracy) -> None:
        if isinstance(part, Weights):
            self._reading.read_with(part, broken=True)
        else:
            self.broken = part.fraction
            self.accuracy_changed.emit()

    def _take_whole(self, part: Accuracy) -> None:
        self.whole = part.fraction
        self.accuracy_changed.emit()


def _broken(breakage: Breakage, weights: Weights) -> Iterator[Weights | Accuracy | None]:
    broken = breakage.apply(weights)
    yield broken
    yield from _accuracy(broken)


def _accuracy(weights: Weights) -> Iterator[Accuracy | None]:
    test, recognizer, right = digits(), Recognizer(weights), 0
    for start in range(0, len(test.x_test), IMAGES_AT_ONCE):
        some = slice(start, start + IMAGES_AT_ONCE)
        answers = recognizer.logits(test.x_test[some]).argmax(axis=1)
        right += int(np.count_nonzero(answers == test.y_test[some]))
        # Something else may be asked for by now.
        yield None
    yield Accuracy(weights, right / len(test.x_test))
