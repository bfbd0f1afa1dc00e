"""How a run is paused and stopped from outside."""

import threading


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
