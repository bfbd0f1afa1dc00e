"""Work that may hold the window up, done in a thread beside it."""

import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Words, phrase

T = TypeVar("T")

PATIENCE_S: Final = 0.02
"""So long the window waits: what most files take, and nobody notices."""

LIMIT_S: Final = 20.0
"""After so long a piece of work is given up: what it waits for may never come."""

CLOSING_S: Final = 5.0


class _Work(Generic[T]):
    """One piece of work, and what becomes of its result."""

    def __init__(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object],
        refused: Callable[[Words], object],
    ) -> None:
        self._work, self._then, self._refused = work, then, refused
        self._result: Callable[[], object] | None = None
        self.finished = threading.Event()

    def start(self, announce: Callable[[], None]) -> None:
        """Do it in a thread of its own, which then calls `announce`."""

        def do() -> None:
            self._do()
            # Who was to hear of it may be gone, with the window, while it waited.
            with suppress(RuntimeError):
                announce()

        # A daemon: one that waits for ever must not keep the program from ending.
        self._thread = threading.Thread(target=do, name="background", daemon=True)
        self._thread.start()

    def ends_by(self, until: float) -> bool:
        """Wait for it, and tell whether it was done by a time as `time.monotonic` gives it."""
        self._thread.join(max(0.0, until - time.monotonic()))
        return not self._thread.is_alive()

    def _do(self) -> None:
        try:
            result = self._work()
        except UsageError as error:
            # Python forgets `error` when its block ends, before the function below is called.
            words = error.words
            self._result = lambda: self._refused(words)
        except Exception as error:  # noqa: BLE001  # the thread's boundary: raised where it is delivered
            defect = error
            self._result = lambda: _raise(defect)
        else:
            self._result = lambda: self._then(result)
        self.finished.set()

    def deliver(self) -> None:
        """Hand the result over; what was raised, a defect, is raised here."""
        if self._result is not None:
            self._result()

    def give_up(self, seconds: float) -> None:
        """Tell that it took too long."""
        told = phrase("Background", "Given up after {seconds:.0f} s: a file did not answer.")
        self._refused(told.given(seconds=seconds))


class Background(QObject):
    """Does one piece of work after the other; what comes of it arrives in the window's thread.

    Work that takes longer than `limit_s` is given up, and the next begins: a file on a drive that
    stalls, or a pipe that nobody writes to, must not keep others from being saved.
    """

    _finished = Signal(object)

    def __init__(self, *, limit_s: float = LIMIT_S) -> None:
        super().__init__()
        self._limit_s = limit_s
        self._current: _Work[Any] | None = None
        self._last: _Work[Any] | None = None
        self._waiting: deque[_Work[Any]] = deque()
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)
        self._finished.connect(self._take)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object],
        refused: Callable[[Words], object],
    ) -> None:
        """Do `work`, then call `then` with its result, or `refused` with a UsageError's message.

        Results come in the order of the calls; one that is quick comes before this returns.
        """
        asked = _Work(work, then=then, refused=refused)
        self._waiting.append(asked)
        if self._current is None:
            self._begin()
            if asked.finished.wait(PATIENCE_S):
                self._take(asked)

    def finish(self, seconds: float = CLOSING_S) -> bool:
        """Do what still waits, and tell whether it was all done in time; results find nobody."""
        self._limit.stop()
        until = time.monotonic() + seconds
        self._current = None
        # Its thread may still be announcing what was taken already.
        if self._last is not None and not self._last.ends_by(until):
            return False
        while self._waiting:
            work = self._waiting.popleft()
            work.start(lambda: None)
            if not work.ends_by(until):
                return False
        return True

    def _begin(self) -> None:
        work = self._waiting.popleft()
        self._current = self._last = work
        # Counted from its beginning: what waits its turn has taken no time yet.
        self._limit.start(round(1000 * self._limit_s))
        # Not a reference of its own: the thread must never be the last to know this object, which
        # would then be deleted there.
        this = weakref.ref(self)

        def announce() -> None:
            if (background := this()) is not None:
                # The signal crosses over from the work's thread into the window's.
                background._finished.emit(work)

        work.start(announce)

    def _take(self, work: "_Work[Any]") -> None:
        # What was given up, or taken already because it was quick, may still announce itself.
        if work is not self._current:
            return
        # Before it is delivered: a defect that is raised there must not hold up what waits.
        self._next()
        work.deliver()

    def _give_up(self) -> None:
        work = self._current
        self._next()
        # Its thread cannot be ended and goes on waiting; should it come back, nobody listens.
        if work is not None:
            work.give_up(self._limit_s)

    def _next(self) -> None:
        self._current = None
        self._limit.stop()
        if self._waiting:
            self._begin()


def _raise(error: Exception) -> None:
    raise error
