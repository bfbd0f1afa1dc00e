"""The training process: takes requests on standard input, gives events on standard output."""

import contextlib
import importlib
import os
import pickle
import queue
import sys
import threading
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.training.control import Control
from mnist_pad.training.events import RunEnded, TrainingEvent
from mnist_pad.training.requests import Adaptation, Command, Request, Run

NICENESS: Final = 5


def main() -> None:
    """Serve runs until the parent goes."""
    requests, events = sys.stdin.buffer, _private_stdout()
    if hasattr(os, "nice"):
        # Training takes every core there is; the window, which needs little, comes first.
        os.nice(NICENESS)
    inbox = _Inbox(requests)
    threading.Thread(target=inbox.listen, daemon=True).start()
    # Both take long: whoever warms this process wants them done now. What cannot be loaded, the
    # run that needs it will tell.
    with contextlib.suppress(ImportError):
        importlib.import_module("mnist_pad.training.loop")
    with contextlib.suppress(UsageError):
        _shipped_digits()
    while True:
        request, control = inbox.runs.get()
        for event in _run(request, control):
            pickle.dump(event, events, protocol=pickle.HIGHEST_PROTOCOL)
            events.flush()


class _Inbox:
    """Reads what the parent sends while the main thread trains."""

    def __init__(self, requests: BinaryIO) -> None:
        self.runs: queue.SimpleQueue[tuple[Request, Control]] = queue.SimpleQueue()
        self._requests = requests
        self._control = Control()

    def listen(self) -> None:
        """Sort requests until there is no parent any more; then end this process at once."""
        while True:
            try:
                message: Request | Command = pickle.load(self._requests)
            except (EOFError, OSError, pickle.UnpicklingError):
                os._exit(0)
            if isinstance(message, Run | Adaptation):
                self._control = Control()
                self.runs.put((message, self._control))
            else:
                getattr(self._control, message)()


def _run(request: Request, control: Control) -> Iterator[TrainingEvent]:
    try:
        yield from _events(request, control)
    except UsageError as error:
        yield RunEnded("failed", 0, None, f"Failed: {error}", None)
    # The process's boundary: whatever was raised costs this run only, and is told.
    except Exception as error:  # noqa: BLE001
        yield RunEnded("failed", 0, None, f"Failed: {type(error).__name__}: {error}", None)


def _events(request: Request, control: Control) -> Iterator[TrainingEvent]:
    from mnist_pad.training.adaptation import adapt
    from mnist_pad.training.loop import train

    if isinstance(request, Adaptation):
        own = (request.images, request.labels)
        return adapt(request.weights, own, _shipped_digits(), control=control)
    digits = _shipped_digits() if request.data is None else mnist.load(request.data)
    return train(request.config, digits, control=control, resume=request.resume)


@cache
def _shipped_digits() -> Digits:
    return mnist.load()


def _private_stdout() -> BinaryIO:
    """Return standard output for events alone; what others print goes to standard error."""
    events = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return events
