"""Work that may hold the window up, done in a thread beside it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.errors import UsageError

T = TypeVar("T")

PATIENCE_S: Final = 0.02
"""So long the window waits: what most files take, and nobody notices."""


class Background(QObject):
    """Does one piece of work after the other; what comes of it arrives in the window's thread."""

    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._undelivered = 0
        self._done.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object],
        refused: Callable[[str], object],
    ) -> None:
        """Do `work`, then call `then` with its result, or `refused` with a UsageError's message.

        Results come in the order of the calls; one that is quick comes before this returns.
        """

        def deliver(future: "Future[T]") -> None:
            try:
                result = future.result()
            except UsageError as error:
                refused(str(error))
            else:
                then(result)

        future = self._worker.submit(work)
        if not self._undelivered and wait([future], PATIENCE_S).done:
            deliver(future)
            return
        self._undelivered += 1
        # The callback comes in the worker's thread; the signal crosses over.
        future.add_done_callback(lambda done: self._done.emit(partial(deliver, done)))

    def finish(self) -> None:
        """Wait until all work is done; results that are still to come find nobody."""
        self._worker.shutdown(wait=True)

    def _deliver(self, deliver: Callable[[], Any]) -> None:
        self._undelivered -= 1
        deliver()
