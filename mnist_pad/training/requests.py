"""What the window's process asks of the training process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig

Command = Literal["pause", "resume", "stop"]


@dataclass(frozen=True, eq=False)
class Run:
    """Train by `config` on the data set at `data` (None is MNIST), from `resume` on if given."""

    config: TrainingConfig
    data: Path | None
    resume: Weights | None


@dataclass(frozen=True, eq=False)
class Adaptation:
    """Let `weights` learn a user's drawings: uint8 images, (n, 28, 28), of the digits `labels`."""

    weights: Weights
    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]


Request = Run | Adaptation
