"""What a training run tells whoever iterates it; plain data that crosses a process boundary.

A run is Preparing, where drawings have to be made first, and RunStarted; then ImagesSeen,
WeightsChanged, StepsTrained, NormsMeasured, DeadCounted, EpochEnded, Snapshot, RunPaused and
RunResumed in the order they happen; and exactly one RunEnded. One that learns a user's hand tells
Compared before it; a lesson tells Printed and LayersMeasured, and where its code raised, its
RunEnded is of a Failure of that kind. Events carry facts; `mnist_pad.engine.sentences` puts them
into words.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Phrase
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig

Outcome = Literal["completed", "stopped", "diverged", "failed"]


@dataclass(frozen=True)
class Preparing:
    """Drawings to learn from are being made: `done` of `total`."""

    done: int
    total: int


@dataclass(frozen=True)
class RunStarted:
    """The data is read and the step compiled. `first_step` is above 0 in a resumed run."""

    config: TrainingConfig
    layer_sizes: tuple[int, ...]
    steps_per_epoch: int
    first_step: int
    train_count: int
    test_count: int


@dataclass(frozen=True, eq=False)
class ImagesSeen:
    """An epoch or a slow update begins; `images`, uint8 (n, 28, 28), are its first as learnt."""

    images: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class WeightsChanged:
    """What a slow update made of the first layer; told before its StepsTrained.

    `step` is that update's, counted from 1; `before` and `after` are the weights of the layer's
    first few units, a picture each: float32 (n, 28, 28).
    """

    step: int
    before: NDArray[np.float32]
    after: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class StepsTrained:
    """Some updates were made.

    `step` counts the updates since the first epoch, these included; `losses` holds one loss an
    update, shape (k,), float32; `train_accuracy` is this epoch's so far, a fraction.
    """

    epoch: int
    step: int
    losses: NDArray[np.float32]
    train_accuracy: float
    images_per_second: float


@dataclass(frozen=True)
class EpochEnded:
    """An epoch was trained and the test set looked at.

    Accuracies are fractions. `train_accuracy` and `train_loss` are running means over the epoch's
    batches. `seconds` is this epoch's training alone; `elapsed` counts from RunStarted, pauses left
    out.
    """

    epoch: int
    train_accuracy: float
    train_loss: float
    test_accuracy: float
    seconds: float
    elapsed: float


@dataclass(frozen=True, eq=False)
class NormsMeasured:
    """How large each layer's weights and their gradients are.

    Both are roots of sums of squares, float32 (layers,): `gradients` of the loss of update `step`,
    counted from 1, by each theta; `weights` of each theta after it. They may be infinite.
    """

    step: int
    gradients: NDArray[np.float32]
    weights: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class DeadCounted:
    """Which part of each hidden layer's units answer 0 to every image looked at.

    `shares`, float32 (hidden layers,), are fractions, after `step` updates. Told of ReLU alone:
    others never answer 0.
    """

    step: int
    shares: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The parameters after `step` updates, as `Weights` has them.

    Nothing that only a resumed run needs comes with them: that would be two thirds of what the
    window is sent. `training.snapshots.weights_of` makes weights of them.
    """

    step: int
    parameters: tuple[NDArray[np.float32], ...]


@dataclass(frozen=True, eq=False)
class LayersMeasured:
    """How far a lesson's network has come with update `step`.

    `loss` is that update's; `largest`, (layers,), is the largest magnitude among each layer's
    weights after it. Either may be infinite or NaN.
    """

    step: int
    loss: float
    largest: NDArray[np.float64]


@dataclass(frozen=True)
class Printed:
    """What a lesson's code printed."""

    text: str


@dataclass(frozen=True)
class RunPaused:
    """The run waits, between two updates."""


@dataclass(frozen=True)
class RunResumed:
    """The run goes on."""


@dataclass(frozen=True)
class Compared:
    """What learning from a user's drawings brought.

    Of `own_count` drawings, each read by a network that had not learnt from it, so many were right
    before and after; 0 of them where there were too few. MNIST's are accuracies on its test set.
    """

    own_count: int
    own_right_before: int
    own_right_after: int
    mnist_before: float
    mnist_after: float


@dataclass(frozen=True)
class Divergence:
    """Something was no finite number any more: a loss, or a parameter.

    `step` is the update at which that was, counted from 1. `deviation` is set where the weights
    started too wide, with raw pixels too; `healthy_deviation` is He's for the first layer.
    """

    epoch: int
    step: int
    first_loss: float
    reason: Literal["raw_pixels", "wide_start", "learning_rate"]
    learning_rate: float
    deviation: float | None
    healthy_deviation: float


@dataclass(frozen=True)
class Failure:
    """What a run failed of.

    `detail` is what was said of it, in one line, to be translated where it is this program's;
    `status` that of a process that ended, below 0 the number of the signal that ended it.
    """

    kind: Literal[
        "out_of_memory",
        "tensorflow",
        "raised",
        "refused",
        "process_ended",
        "not_started",
        "silent",
        "unreadable",
        "defect",
    ]
    detail: str | Phrase = ""
    status: int | None = None


@dataclass(frozen=True, eq=False)
class RunEnded:
    """The last event of every run.

    `epochs` counts the whole epochs trained. `weights` are the last finite ones, with the
    optimizer's state where the run could give it; None where nothing was learnt. `cause` tells
    why a run diverged or failed.
    """

    outcome: Outcome
    epochs: int
    test_accuracy: float | None
    weights: Weights | None
    cause: Divergence | Failure | None = None


TrainingEvent = (
    Preparing
    | RunStarted
    | ImagesSeen
    | WeightsChanged
    | StepsTrained
    | NormsMeasured
    | DeadCounted
    | EpochEnded
    | Snapshot
    | LayersMeasured
    | Printed
    | RunPaused
    | RunResumed
    | Compared
    | RunEnded
)
