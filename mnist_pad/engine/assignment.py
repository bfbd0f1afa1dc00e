"""A job given to a worker, and what was heard of it so far."""

from dataclasses import replace
from typing import Any, Literal

from mnist_pad.engine import wire
from mnist_pad.engine.child import Child
from mnist_pad.engine.mailbox import Mailbox
from mnist_pad.engine.messages import Command, SetPace
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.events import Failure, RunEnded, RunStarted, Snapshot, TrainingEvent
from mnist_pad.training.snapshots import weights_of


class Assignment:
    """One job: its number, the child that does it, and its events as they come."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.mailbox = Mailbox()
        self.child: Child | None = None
        self.begun = False
        self.stopped = False
        # What was asked for before the child had the job, to be sent after it.
        self.waiting: list[Command | SetPace] = []
        self._started: RunStarted | None = None
        self._snapshot: Snapshot | None = None

    def send(self, record: Any) -> None:
        """Send the job, or a command about it; blocks while the child reads nothing."""
        if self.child is None:
            return  # it could not be started, which was told
        try:
            self.child.send(self.number, record)
        except wire.WireError as error:
            self.mailbox.put_last(Failure("defect", str(error)))
        except MemoryError:
            self.mailbox.put_last(Failure("out_of_memory"))

    def noted(self, event: TrainingEvent) -> TrainingEvent:
        """Remember what an end without weights would need, and make such an end whole."""
        if isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, Snapshot):
            self._snapshot = event
        elif isinstance(event, RunEnded) and event.outcome in ("failed", "stopped"):
            # What a failed run itself could not save is here, up to the last snapshot.
            return event if event.weights is not None else self._with_weights(event)
        return event

    def ended(self, failure: Failure | None) -> RunEnded:
        """Return the end of a job that its worker cannot tell any more; None is a stop."""
        outcome: Literal["stopped", "failed"] = "stopped" if failure is None else "failed"
        return self._with_weights(RunEnded(outcome, 0, None, None, failure))

    def _with_weights(self, end: RunEnded) -> RunEnded:
        weights = self._last_weights()
        if weights is None:
            return end
        return replace(end, weights=weights, epochs=weights.meta.epochs)

    def _last_weights(self) -> Weights | None:
        if self._started is None or self._snapshot is None:
            return None
        return weights_of(self._started, self._snapshot)
