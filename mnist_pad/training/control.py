"""How a run is paused, stopped, slowed down and taken step by step from outside."""

import math
import threading
import time
from collections.abc import Generator, Mapping
from typing import Final, Literal

from mnist_pad.training.events import RunPaused, RunResumed

Pace = Literal["full_speed", "ten_a_second", "one_a_second"]

INTERVALS_S: Final[Mapping[Pace, float]] = {
    "full_speed": 0.0,
    "ten_a_second": 0.1,
    "one_a_second": 1.0,
}
"""From one update to the next."""


class Control:
    """Asked by the run between two chunks of steps; told from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._stopped = False
        self._paused = False
        self._interval_s = 0.0
        # So many more updates, or to the end of an epoch; then it pauses by itself.
        self._updates_left = 0
        self._to_epoch_end = False
        self._turn_s = -math.inf

    @property
    def stopped(self) -> bool:
        """Whether the run shall end."""
        return self._stopped

    @property
    def paused(self) -> bool:
        """Whether the run shall wait; a stop ends the waiting too."""
        # Without the lock: this is asked between all chunks, and each flag is read as a whole.
        return self._paused and not self._stopped

    @property
    def slow(self) -> bool:
        """Whether updates are to be looked at one by one."""
        return self._interval_s > 0 or self._updates_left > 0

    def stop(self) -> None:
        """Ask the run to end, keeping what it learnt."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Ask the run to wait."""
        self._go(paused=True)

    def resume(self) -> None:
        """Ask the run to go on."""
        self._go()

    def one_step(self) -> None:
        """Ask the run to make one update more, and to wait then; asked twice, it makes two."""
        self._go(updates=self._updates_left + 1)

    def one_epoch(self) -> None:
        """Ask the run to go on to the end of its epoch, or of the next, and to wait then."""
        self._go(to_epoch_end=True)

    def set_pace(self, pace: Pace) -> None:
        """Ask the run to make so many updates a second."""
        with self._changed:
            self._interval_s = INTERVALS_S[pace]
            self._changed.notify_all()

    def made_updates(self, *, slow: bool, epoch_ended: bool) -> None:
        """Tell of updates just made, one where they are slow; it may have been the last one."""
        with self._changed:
            # What was asked for in the middle of a chunk is yet to come.
            counted = slow and self._updates_left > 0
            self._updates_left -= counted
            if (counted and not self._updates_left) or (self._to_epoch_end and epoch_ended):
                self._paused, self._to_epoch_end = True, False

    def wait_for_turn(self) -> float:
        """Block until the next of slow updates is due, or something else is; returns seconds."""
        started_s = time.perf_counter()
        with self._changed:
            # A pace that changes counts from the last update as well.
            while self._interval_s and not (self._stopped or self._paused or self._updates_left):
                left_s = self._turn_s + self._interval_s - time.perf_counter()
                if left_s <= 0:
                    break
                self._changed.wait(left_s)
        self._turn_s = time.perf_counter()
        return self._turn_s - started_s

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

    def _go(self, *, paused: bool = False, updates: int = 0, to_epoch_end: bool = False) -> None:
        with self._changed:
            self._paused, self._updates_left, self._to_epoch_end = paused, updates, to_epoch_end
            self._changed.notify_all()
