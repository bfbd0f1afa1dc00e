"""What window and worker tell each other, beside jobs and events."""

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from mnist_pad.engine.jobs import kinds
from mnist_pad.training.events import TrainingEvent


@dataclass(frozen=True)
class Command:
    """What the job in hand shall do."""

    word: Literal["pause", "resume", "stop"]


@dataclass(frozen=True)
class Heartbeat:
    """The worker lives, whatever its job does."""


HEARTBEAT_S: Final = 1.0

FROM_WORKER: Final[tuple[type[Any], ...]] = (*get_args(TrainingEvent), Heartbeat)


def to_worker() -> tuple[type[Any], ...]:
    """Return the kinds of records that a worker takes."""
    return (*kinds(), Command)
