"""Which weights the pad reads with, where they come from, and those one step back."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from mnist_pad.engine.record import Origin
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer.weights import Weights

BUILT_IN: Final = Origin("built_in")


@dataclass(frozen=True, eq=False)
class WeightsInUse:
    """Weights and where they come from.

    `adapted_from` is where those came from that learnt the user's hand, if these did.
    """

    weights: Weights
    origin: Origin
    adapted_from: Origin | None = None


class WeightsStore(QObject):
    """The weights in use, and the ones before them.

    Signals: `weights_changed()`, after any of the methods.
    """

    weights_changed = Signal()

    def __init__(self, built_in: Weights) -> None:
        super().__init__()
        self.built_in = WeightsInUse(built_in, BUILT_IN)
        self.current = self.built_in
        self.previous: WeightsInUse | None = None
        self.files: tuple[str, ...] = ()

    def use(self, weights: WeightsInUse) -> None:
        """Take other weights; those in use until now become the ones to go back to."""
        self.previous, self.current = self.current, weights
        if weights.origin.kind == "file":
            self.files = (weights.origin.name, *self._others(weights.origin.name))[:_FILES]
        self.weights_changed.emit()

    def use_built_in(self) -> None:
        """Take the weights that came with the program."""
        if self.current.origin != BUILT_IN:
            self.use(self.built_in)

    def go_back(self) -> None:
        """Swap the weights in use with the ones before them; a second call swaps them again."""
        if self.previous is not None:
            self.use(self.previous)

    def choose_scaling(self, scaling: Scaling) -> None:
        """Go on with the weights in use, for pixels scaled otherwise."""
        weights = self.current.weights.with_scaling(scaling)
        self.current = replace(self.current, weights=weights)
        self.weights_changed.emit()

    def _others(self, name: str) -> tuple[str, ...]:
        return tuple(file for file in self.files if file != name)


_FILES: Final = 5
"""So many files that weights were loaded from are remembered."""
