"""The thread that starts a worker and writes to it, so that nobody else has to wait."""

import queue
import threading
from collections.abc import Callable

Work = Callable[[], None]


class Keeper:
    """Does what it is given, in order.

    It lives as long as the worker may: Linux ends a child with the *thread* that started it, if
    the child asked to be ended with its parent.
    """

    def __init__(self) -> None:
        self.closed = False
        self._work: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._keep, name="worker's keeper", daemon=True)
        self._thread.start()

    def do(self, work: Work) -> None:
        """Have something done; returns at once."""
        self._work.put(work)

    def end(self) -> None:
        """Wait for what is being done, and end the thread."""
        self._work.put(None)
        self._thread.join()

    def _keep(self) -> None:
        while (work := self._work.get()) is not None:
            work()
