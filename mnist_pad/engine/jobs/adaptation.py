"""Learning one hand."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_pad.engine.ahead import mnist_digits
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.control import Control
from mnist_pad.training.events import TrainingEvent


@dataclass(frozen=True, eq=False)
class Adaptation:
    """Let `weights` learn a user's drawings: uint8 images, (n, 28, 28), of the digits `labels`."""

    weights: Weights
    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        """Return the events of `mnist_pad.training.adaptation.adapt`."""
        adaptation = importlib.import_module("mnist_pad.training.adaptation")
        events: Iterator[TrainingEvent] = adaptation.adapt(
            self.weights, (self.images, self.labels), mnist_digits(), control=control
        )
        return events
