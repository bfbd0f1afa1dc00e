"""Whoever does the window's jobs, as the stores know them."""

from collections.abc import Iterator
from typing import Protocol

from mnist_pad.engine.job import Job
from mnist_pad.training.control import Pace
from mnist_pad.training.events import TrainingEvent


class Worker(Protocol):
    """Whoever does jobs: in the program a child process."""

    def run(self, job: Job) -> Iterator[TrainingEvent]:
        """Return a job's events; iterating them does it, and blocks from event to event."""

    def warm(self) -> None:
        """Get ready for a job; returns at once, as all that follow."""

    def pause(self) -> None:
        """Ask the job to wait."""

    def resume(self) -> None:
        """Ask the job to go on."""

    def one_step(self) -> None:
        """Ask the job to make one update more, and to wait then."""

    def one_epoch(self) -> None:
        """Ask the job to go on to the end of an epoch, and to wait then."""

    def set_pace(self, pace: Pace) -> None:
        """Ask the job to make so many updates a second."""

    def stop(self) -> None:
        """Ask the job to end, keeping what it learnt."""

    def close(self) -> None:
        """End at once."""
