"""Jobs done in a worker process, as the window uses it: the parent never imports TensorFlow."""

import itertools
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from mnist_pad.base.phrases import phrase
from mnist_pad.engine import wire
from mnist_pad.engine.assignment import Assignment
from mnist_pad.engine.child import ENTRY, Child
from mnist_pad.engine.job import Job
from mnist_pad.engine.keeper import Keeper, Work
from mnist_pad.engine.messages import Command, Heartbeat, SetPace
from mnist_pad.training.control import Pace
from mnist_pad.training.events import Failure, RunEnded, TrainingEvent

SILENCE_S: Final = 10.0
"""So long without any sign of life, and a worker is given up."""

START_S: Final = 60.0
"""So long until its first one: a cold disk takes its time for NumPy."""

STOP_S: Final = 3.0
"""So long has a run that was asked to stop; then its worker is ended."""


class WorkerProcess:
    """Does one job after the other; the child is started by the first, or by `warm`.

    All methods may be called from any thread, and none but `close` waits for anybody. A child
    that dies, or cannot be started, costs the run; the next one starts another.
    """

    def __init__(
        self,
        *,
        entry: Path = ENTRY,
        start_s: float = START_S,
        silence_s: float = SILENCE_S,
        stop_s: float = STOP_S,
    ) -> None:
        self._entry = entry
        self._start_s = start_s
        self._silence_s = silence_s
        self._stop_s = stop_s
        self._numbers = itertools.count(1)
        # Held for moments alone: `pause` and `stop` take it in the window's thread.
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._keeper: Keeper | None = None
        self._current: Assignment | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, None without a child."""
        child = self._child
        return child.pid if child is not None and child.alive else None

    def warm(self) -> None:
        """Start the child, which then imports TensorFlow; returns at once."""
        with self._lock:
            self._do(partial(self._start, None))

    def run(self, job: Job) -> Iterator[TrainingEvent]:
        """Return a job's events; iterating them does it, and blocks from event to event.

        The last one is RunEnded: nothing is raised for what happens in the child. From this call
        on `stop` is heeded. A run before it that has not ended yet is stopped.
        """
        assignment = Assignment(next(self._numbers))
        # Now, not with the first event: a stop that comes in between is for this run.
        with self._lock:
            earlier, self._current = self._current, assignment
        if earlier is not None:
            earlier.mailbox.put_last(None)
        return self._events(assignment, job)

    def pause(self) -> None:
        """Ask the run to wait."""
        self._tell(Command("pause"))

    def resume(self) -> None:
        """Ask the run to go on."""
        self._tell(Command("resume"))

    def one_step(self) -> None:
        """Ask the run to make one update more, and to wait then."""
        self._tell(Command("one_step"))

    def one_epoch(self) -> None:
        """Ask the run to go on to the end of an epoch, and to wait then."""
        self._tell(Command("one_epoch"))

    def set_pace(self, pace: Pace) -> None:
        """Ask the run to make so many updates a second."""
        self._tell(SetPace(pace))

    def stop(self) -> None:
        """Ask the run to end, keeping what it learnt; before long it ends in any case."""
        self._tell(Command("stop"))

    def close(self) -> None:
        """End the child at once, whatever it does, and the run with it."""
        with self._lock:
            current, keeper, child = self._current, self._keeper, self._child
            self._current = self._keeper = self._child = None
            if current is not None:
                current.stopped = True
                current.mailbox.put_last(None)
            if keeper is not None:
                keeper.closed = True
        # In this order: a keeper that writes to a child that reads nothing waits for its end.
        if child is not None:
            child.kill()
        if keeper is not None:
            keeper.end()

    def _events(self, assignment: Assignment, job: Job) -> Iterator[TrainingEvent]:
        event: Any = None
        try:
            if not self._begin(assignment, job):
                event = RunEnded("stopped", 0, None, None)
                yield event
            while not isinstance(event, RunEnded):
                event = self._next(assignment)
                if not isinstance(event, Heartbeat):
                    yield event
        finally:
            with self._lock:
                if self._current is assignment:
                    self._current = None
            if not isinstance(event, RunEnded):
                # Whoever iterated went away: the rest of the run is nobody's.
                self._end_child(assignment)

    def _begin(self, assignment: Assignment, job: Job) -> bool:
        with self._lock:
            if assignment.stopped or assignment is not self._current:
                return False
            assignment.begun = True
            self._do(partial(self._start, assignment))
            self._do(partial(assignment.send, job))
            for asked in assignment.waiting:
                self._do(partial(assignment.send, asked))
        return True

    def _tell(self, asked: Command | SetPace) -> None:
        with self._lock:
            current = self._current
            if current is None:
                return
            if asked == Command("stop"):
                current.stopped = True
                current.mailbox.end_within(self._stop_s)
            if current.begun:
                self._do(partial(current.send, asked))
            else:
                current.waiting.append(asked)

    def _do(self, work: Work) -> None:
        """Have the keeper do something; with the lock held, which keeps things in their order."""
        if self._keeper is None:
            self._keeper = Keeper()
        self._keeper.do(work)

    def _start(self, assignment: Assignment | None) -> None:
        """Find the assignment a living child; in the keeper's thread."""
        keeper, child = self._keeper, self._child
        if keeper is None or keeper.closed:
            return
        if child is None or not child.alive:
            try:
                child = Child(self._entry, self._receive)
            except (OSError, ValueError, RuntimeError, MemoryError) as error:
                if assignment is not None:
                    failure = Failure(
                        "not_started",
                        str(error) or phrase("runs", "there is not enough memory"),
                    )
                    assignment.mailbox.put_last(failure)
                return
            # `close` may have come while the child was started, and did not know of it.
            with self._lock:
                abandoned = keeper.closed
                if not abandoned:
                    self._child = child
            if abandoned:
                child.kill()
                return
        if assignment is not None:
            assignment.child = child
            # It may have died before anybody knew whose child it was.
            if child.end is not None:
                assignment.mailbox.put(child.end)

    def _receive(self, child: Child, number: int, record: Any) -> None:
        """Pass on what the child says; in the thread that reads it."""
        current = self._current
        if current is None or current.child is not child:
            return
        if isinstance(record, wire.WireError) or number == current.number:
            current.mailbox.put(record)

    def _next(self, assignment: Assignment) -> Any:
        child = assignment.child
        heard = child is not None and child.heard
        # Whoever iterates keeps the time: no further thread, and none that outlives the run.
        try:
            letter = assignment.mailbox.take(within_s=self._silence_s if heard else self._start_s)
        except TimeoutError:
            letter = None if assignment.stopped else Failure("silent")
            self._end_child(assignment)
        # A pipe that ended is not yet a process that did: it is given time to say of what.
        if isinstance(letter, wire.WireEndError):
            letter = self._last_words(assignment)
            self._end_child(assignment)
        elif isinstance(letter, wire.WireError):
            letter = Failure("unreadable", str(letter))
            self._end_child(assignment)
        if letter is None or isinstance(letter, Failure):
            return assignment.ended(letter)
        return assignment.noted(letter)

    def _last_words(self, assignment: Assignment) -> Failure | None:
        if assignment.stopped or assignment.child is None:
            return None
        status, words = assignment.child.status_and_last_words()
        return Failure("process_ended", words, status)

    def _end_child(self, assignment: Assignment) -> None:
        # The child's reader may wait for room that nobody will make.
        assignment.mailbox.put_last(None)
        child = assignment.child
        if child is None:
            return
        with self._lock:
            if self._child is child:
                self._child = None
        child.kill()
