"""Training a network by a recipe."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mnist_pad.dataset import mnist
from mnist_pad.engine.ahead import mnist_digits
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import TrainingEvent


@dataclass(frozen=True, eq=False)
class Training:
    """Train by `config` on the data set at `data` (None is MNIST), from `resume` on if given.

    A set without test images gives some of its training images for them.
    """

    config: TrainingConfig
    data: Path | None = None
    resume: Weights | None = None

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        """Return the events of `mnist_pad.training.run.train`."""
        if self.data is None:
            digits = mnist_digits()
        else:
            digits = mnist.with_test_images(mnist.load(self.data))
        run = importlib.import_module("mnist_pad.training.run")
        events: Iterator[TrainingEvent] = run.train(
            self.config, digits, control=control, resume=self.resume
        )
        return events
