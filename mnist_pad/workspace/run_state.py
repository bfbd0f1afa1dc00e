"""What is known of the run that goes on."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.engine.record import Kind, Origin
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import Compared, RunEnded, WeightsChanged
from mnist_pad.training.history import History
from mnist_pad.workspace.runs import Lineage
from mnist_pad.workspace.weights import WeightsInUse

Until = Literal["end", "one_step", "one_epoch"]
"""How far a run goes before it waits."""

Phase = Literal["loading", "preparing", "training", "paused", "stopping", "ended"]


# Without eq, as all records with arrays: those compare element by element, with no one answer.
@dataclass(frozen=True, eq=False)
class CurrentRun:
    """The run that goes on, or the last that did.

    `done` of `total` is what the phase is about: drawings that are made or updates; `history` is
    as of the last event. `earlier` are the ids and curves of the runs that this one goes on from,
    oldest first. `resumed` are the weights that it began with, where it is this session's.
    `images`, uint8 (n, 28, 28), are some as they are learnt from; `changed` is what
    the last update made of the weights, None at full speed.
    """

    kind: Kind
    origin: Origin
    config: TrainingConfig | None = None
    resumed: WeightsInUse | None = None
    id: str = ""
    phase: Phase = "loading"
    done: int = 0
    total: int = 0
    history: History = field(default_factory=History)
    earlier: Lineage = ()
    images: NDArray[np.uint8] | None = None
    changed: WeightsChanged | None = None
    compared: Compared | None = None
    ended: RunEnded | None = None
