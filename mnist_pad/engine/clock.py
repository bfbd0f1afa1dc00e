"""How long a run has taken."""

import time


class Clock:
    """Counts a run's seconds, its pauses left out; it halts until it is told to go."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._since_s: float | None = None

    @property
    def seconds(self) -> float:
        """The seconds so far."""
        # Monotonic: a computer's clock may be set while a run goes on.
        running = 0.0 if self._since_s is None else time.monotonic() - self._since_s
        return self._seconds + running

    def go(self) -> None:
        """Count on from here."""
        self._since_s = time.monotonic()

    def halt(self) -> None:
        """Count no more for now."""
        self._seconds, self._since_s = self.seconds, None
