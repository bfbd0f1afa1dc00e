"""Which weights the pad reads with, and those one click back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.wording import percent
from mnist_pad.recognizer.weights import Weights


@dataclass(frozen=True, eq=False)
class NamedWeights:
    """Weights under the name that the window shows them by.

    `base` are the weights that learnt the user's hand and became these, None where none did.
    """

    weights: Weights
    name: str
    base: Weights | None = None

    @property
    def description(self) -> str:
        """Name, recipe and test accuracy, as far as they are known."""
        meta = self.weights.meta
        parts = [self.name]
        if meta.recipe not in ("unknown", self.name):
            parts.append(meta.recipe)
        if meta.test_accuracy is not None:
            parts.append(f"{percent(meta.test_accuracy, decimals=2)} on the test set")
        return " · ".join(parts)


class WeightsInUse(QObject):
    """The weights in use, and the ones before them.

    Signals: `changed()`, after `use` or `go_back`.
    """

    changed = Signal()

    def __init__(self, first: NamedWeights, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current = first
        self.previous: NamedWeights | None = None

    def use(self, weights: NamedWeights) -> None:
        """Take other weights; those in use until now become the ones to go back to."""
        self.previous, self.current = self.current, weights
        self.changed.emit()

    def go_back(self) -> None:
        """Swap the weights in use with the ones before them; a second call swaps them again."""
        if self.previous is not None:
            self.use(self.previous)
