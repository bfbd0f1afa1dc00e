"""What the reader of a worker's pipe hands to whoever iterates the run."""

import threading
import time
from collections import deque
from typing import Any, Final

CAPACITY: Final = 64
"""A reader waits beyond that: what nobody takes must not fill the memory."""


class Mailbox:
    """A bounded queue with a last letter; a wait for the next one can be cut short."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._letters: deque[Any] = deque()
        self._closed = False
        self._end_s: float | None = None

    def put(self, letter: Any) -> None:
        """Hand over, waiting for room; after the last letter, nothing is taken."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._letters) < CAPACITY or self._closed)
            if not self._closed:
                self._letters.append(letter)
                self._changed.notify_all()

    def put_last(self, letter: Any) -> None:
        """Hand over the last letter, room or not; a reader that waits for room goes on."""
        with self._changed:
            if not self._closed:
                self._letters.append(letter)
            self._closed = True
            self._changed.notify_all()

    def take(self, *, within_s: float) -> Any:
        """Wait for the next letter; raises TimeoutError after so long, or at the end set."""
        # Monotonic, and still while the machine sleeps: closing a laptop is no silence.
        given_up_s = time.monotonic() + within_s
        with self._changed:
            while not self._letters:
                end_s = given_up_s if self._end_s is None else min(given_up_s, self._end_s)
                left_s = end_s - time.monotonic()
                if left_s <= 0:
                    raise TimeoutError
                self._changed.wait(left_s)
            letter = self._letters.popleft()
            self._changed.notify_all()
            return letter

    def end_within(self, seconds: float) -> None:
        """Let no waiting last beyond so long from now."""
        with self._changed:
            self._end_s = time.monotonic() + seconds
            self._changed.notify_all()
