"""What window and worker tell each other, beside jobs and events."""

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from mnist_pad.engine.jobs import kinds
from mnist_pad.training.control import Pace
from mnist_pad.training.events import TrainingEvent

Word = Literal["pause", "resume", "one_step", "one_epoch", "stop"]


@dataclass(frozen=True)
class Command:
    """What the job in hand shall do."""

    word: Word


@dataclass(frozen=True)
class SetPace:
    """How many updates a second the job in hand shall make."""

    pace: Pace


@dataclass(frozen=True)
class Heartbeat:
    """The worker lives, whatever its job does."""


HEARTBEAT_S: Final = 1.0

FROM_WORKER: Final[tuple[type[Any], ...]] = (*get_args(TrainingEvent), Heartbeat)


def to_worker() -> tuple[type[Any], ...]:
    """Return the kinds of records that a worker takes."""
    return (*kinds(), Command, SetPace)
