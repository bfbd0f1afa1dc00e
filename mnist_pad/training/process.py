"""Training in a child process, as the window uses it: the parent never imports TensorFlow."""

import contextlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import mnist_pad
from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import RunEnded, RunStarted, TrainingEvent
from mnist_pad.training.requests import Adaptation, Command, Request, Run

# A plain interpreter rather than multiprocessing: that would import the parent's main module
# again, and with it whatever a script does that opens the window.
_CHILD: Final = """
import sys
sys.path.append({root!r})
from mnist_pad.training.child import main
main()
"""

_GONE: Final = (EOFError, OSError, ValueError, pickle.UnpicklingError)


class TrainingProcess:
    """Serves one run after the other; the child is started by the first, or by `warm`.

    `pause`, `resume`, `stop` and `close` may be called from any thread. A child that dies costs
    the run; the next one starts another.
    """

    def __init__(self, data: Path | None = None) -> None:
        self._data = data
        self._lock = threading.Lock()
        # Apart from the other: a child that is slow to read must not hold up `close`.
        self._sending = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._training = False
        self._abandoned = ""

    @property
    def pid(self) -> int | None:
        """The child's process id, None without a child."""
        child = self._child
        return None if child is None else child.pid

    def warm(self) -> None:
        """Start the child, which then imports TensorFlow; returns at once."""
        with self._lock:
            self._living_child()

    def run(self, config: TrainingConfig, resume: Weights | None = None) -> Iterator[TrainingEvent]:
        """Return a run's events; iterating them trains, and blocks from event to event.

        They are those of `mnist_pad.training.loop.train`; the run ends with `failed` where the
        child dies. Nothing is raised for what happens there. From this call on `stop` is heeded.
        """
        return self._serve(Run(config, self._data, resume))

    def adapt(self, weights: Weights, own: Labelled) -> Iterator[TrainingEvent]:
        """Return the events of learning a user's drawings, images and digits, as `run` does.

        They are those of `mnist_pad.training.adaptation.adapt`.
        """
        return self._serve(Adaptation(weights, *own))

    def _serve(self, request: Request) -> Iterator[TrainingEvent]:
        self._abandoned, self._training = "", False
        return self._events(request)

    def _events(self, request: Request) -> Iterator[TrainingEvent]:
        with self._lock:
            child = None if self._abandoned else self._living_child()
        if child is None:
            yield RunEnded("stopped", 0, None, self._abandoned, None)
            return
        self._send(child, request)
        event: TrainingEvent | None = None
        try:
            while not isinstance(event, RunEnded):
                event = self._receive(child)
                self._training = self._training or isinstance(event, RunStarted)
                yield event
        finally:
            self._training = False
            if not isinstance(event, RunEnded):
                # Whoever iterated went away: the rest of the run is nobody's.
                self._kill(child)

    def pause(self) -> None:
        """Ask the run to wait, between two steps."""
        self._command("pause")

    def resume(self) -> None:
        """Ask the run to go on."""
        self._command("resume")

    def stop(self) -> None:
        """Ask the run to end; one that still loads TensorFlow ends at once, without weights."""
        if self._training:
            self._command("stop")
        else:
            self._abandon("Stopped before the training began.")

    def close(self) -> None:
        """End the child at once, whatever it does."""
        self._abandon("Stopped: the window was closed.")

    def _abandon(self, message: str) -> None:
        with self._lock:
            self._abandoned = message
            child = self._child
        if child is not None:
            self._kill(child)

    def _living_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            root = str(Path(mnist_pad.__file__).resolve().parent.parent)
            self._child = subprocess.Popen(
                [sys.executable, "-c", _CHILD.format(root=root)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # TensorFlow's messages are not for the user; errors come as events.
                stderr=subprocess.DEVNULL,
                # Ctrl-C in the terminal is for the parent, which then ends its child.
                start_new_session=True,
            )
        return self._child

    def _command(self, command: Command) -> None:
        child = self._child
        if child is not None:
            self._send(child, command)

    def _send(self, child: subprocess.Popen[bytes], message: Request | Command) -> None:
        assert child.stdin is not None
        # A child that is gone is noticed where its events are received.
        with self._sending, contextlib.suppress(*_GONE):
            pickle.dump(message, child.stdin)
            child.stdin.flush()

    def _receive(self, child: subprocess.Popen[bytes]) -> TrainingEvent:
        assert child.stdout is not None
        try:
            event: TrainingEvent = pickle.load(child.stdout)
        except _GONE:
            self._kill(child)
            return self._obituary(child)
        return event

    def _obituary(self, child: subprocess.Popen[bytes]) -> RunEnded:
        if self._abandoned:
            return RunEnded("stopped", 0, None, self._abandoned, None)
        status = child.wait()
        how = f"signal {-status}" if status < 0 else f"status {status}"
        message = f"Failed: the training process ended unexpectedly ({how})."
        return RunEnded("failed", 0, None, message, None)

    def _kill(self, child: subprocess.Popen[bytes]) -> None:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            # What was not yet written to a dead child is nobody's loss.
            with contextlib.suppress(OSError):
                pipe.close()
        with self._lock:
            if self._child is child:
                self._child = None
