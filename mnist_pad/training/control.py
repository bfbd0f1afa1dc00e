"""How a run is paused and stopped from outside."""

import threading
import time
from collections.abc import Generator

from mnist_pad.training.events import RunPaused, RunResumed


class Control:
    """Asked by the run between two chunks of steps; told from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._stopped = False
        self._paused = False

    @property
    def stopped(self) -> bool:
        """Whether the run shall end."""
        return self._stopped

    @property
    def paused(self) -> bool:
        """Whether the run shall wait; a stop ends the waiting too."""
        # Without the lock: this is asked between all chunks, and each flag is read as a whole.
        return self._paused and not self._stopped

    def stop(self) -> None:
        """Ask the run to end, keeping what it learnt."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Ask the run to wait."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Ask the run to go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def wait_while_paused(self) -> None:
        """Block, without using the processor, until the run shall go on or end."""
        with self._changed:
            self._changed.wait_for(lambda: not self.paused)

    def pauses(self) -> Generator[RunPaused | RunResumed, None, float]:
        """Tell of a pause where one is asked for, and wait for its end; returns its seconds.

        A pause that a stop ends is not told as resumed: nothing goes on then.
        """
        if not self.paused:
            return 0.0
        started_s = time.perf_counter()
        yield RunPaused()
        self.wait_while_paused()
        if not self.stopped:
            yield RunResumed()
        return time.perf_counter() - started_s
