"""The worker's side: jobs come on standard input, their events go out on standard output."""

import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.engine import wire
from mnist_pad.engine.ahead import load_ahead
from mnist_pad.engine.job import Job
from mnist_pad.engine.messages import HEARTBEAT_S, Command, Heartbeat, SetPace, to_worker
from mnist_pad.training.control import Control
from mnist_pad.training.events import Failure, RunEnded, RunStarted, TrainingEvent

NICENESS: Final = 5


def main() -> None:
    """Serve jobs, one after the other, until the parent goes."""
    # What others print must not come between the messages.
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        # Training takes every core there is; the window, which needs little, comes first.
        os.nice(NICENESS)
    outbox = Outbox(events)
    inbox = Inbox(sys.stdin.buffer, outbox)
    for work in (inbox.listen, outbox.beat):
        threading.Thread(target=work, daemon=True).start()
    # Before the first job comes: whoever starts a worker early wants this done by then.
    load_ahead()
    while True:
        serve(*inbox.jobs.get(), outbox)


def serve(number: int, job: Job, control: Control, outbox: "Outbox") -> None:
    """Do a job and tell its events, of which the last is RunEnded whatever is raised."""
    # Stopped while the job before it was at work: it would compile for seconds, for nobody.
    if not outbox.wants(number):
        return
    for event in _ending(job, control):
        if not outbox.tell(number, event):
            return


def _ending(job: Job, control: Control) -> Iterator[TrainingEvent]:
    event: TrainingEvent | None = None
    try:
        for event in job.events(control):
            yield event
    except UsageError as error:
        yield _failed(Failure("refused", error.words))
    except MemoryError as error:
        yield _failed(Failure("out_of_memory", str(error)))
    except ImportError as error:
        words = phrase("runs", "TensorFlow cannot be imported: {error}")
        yield _failed(Failure("tensorflow", words.given(error=error)))
    # The process's boundary: whatever was raised costs this job only, and is told.
    except Exception as error:  # noqa: BLE001
        traceback.print_exc()
        yield _failed(Failure("defect", f"{type(error).__name__}: {error}"))
    else:
        if not isinstance(event, RunEnded):
            yield _failed(Failure("defect", f"{type(job).__name__} did not say how it ended"))


def _failed(failure: Failure) -> RunEnded:
    return RunEnded("failed", 0, None, None, failure)


class Outbox:
    """Tells of one job at a time; may be used by all threads."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._number = 0
        self._begun = False

    def begin(self, number: int) -> None:
        """Tell of this job from now on; of an earlier one nobody wants to know any more."""
        with self._lock:
            self._number, self._begun = number, False

    def wants(self, number: int) -> bool:
        """Whether anybody still wants to hear of a job."""
        return number == self._number

    def tell(self, number: int, event: TrainingEvent) -> bool:
        """Tell an event; returns whether the job is still wanted, which RunEnded settles."""
        with self._lock:
            if number != self._number:
                return False
            self._begun = self._begun or isinstance(event, RunStarted)
            if isinstance(event, RunEnded):
                self._number = 0
            self._write(number, event)
            return True

    def end_before_it_begins(self, number: int) -> None:
        """Tell that a job was stopped, unless it has started: until then it may not listen."""
        with self._lock:
            if number != self._number or self._begun:
                return
            self._number = 0
            self._write(number, RunEnded("stopped", 0, None, None))

    def beat(self) -> None:
        """Give a sign of life every second in which there is a job; returns never."""
        while True:
            with self._lock:
                if self._number:
                    self._write(self._number, Heartbeat())
            time.sleep(HEARTBEAT_S)

    def _write(self, number: int, record: Any) -> None:
        try:
            wire.write(self._stream, number, record)
        except OSError:
            os._exit(0)  # nobody reads any more


class Inbox:
    """Reads what the parent sends while the main thread is at work."""

    def __init__(self, stream: BinaryIO, outbox: Outbox) -> None:
        self.jobs: queue.SimpleQueue[tuple[int, Job, Control]] = queue.SimpleQueue()
        self._stream = stream
        self._outbox = outbox
        self._number = 0
        self._control = Control()

    def listen(self) -> None:
        """Sort messages until there is no parent any more; then end this process at once."""
        kinds = to_worker()
        while True:
            try:
                number, record = wire.read(self._stream, kinds)
            except wire.WireEndError:
                os._exit(0)
            except wire.WireError:
                traceback.print_exc()
                os._exit(1)
            self._sort(number, record)

    def _sort(self, number: int, record: Any) -> None:
        if not isinstance(record, Command | SetPace):
            self._number, self._control = number, Control()
            self._outbox.begin(number)
            self.jobs.put((number, record, self._control))
        elif number != self._number:
            return
        elif isinstance(record, SetPace):
            self._control.set_pace(record.pace)
        else:
            getattr(self._control, record.word)()
            if record.word == "stop":
                # TensorFlow may be loading or compiling, and does not look at the control.
                self._outbox.end_before_it_begins(number)
