"""What the window's process asks of the training process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig

Command = Literal["pause", "resume", "stop"]


@dataclass(frozen=True, eq=False)
class Run:
    """Train by `config` on the data set at `data` (None is MNIST), from `resume` on if given."""

    config: TrainingConfig
    data: Path | None
    resume: Weights | None
