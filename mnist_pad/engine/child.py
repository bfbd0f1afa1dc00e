"""One child process: started, written to, listened to, ended."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import mnist_pad
from mnist_pad.engine import wire
from mnist_pad.engine.messages import FROM_WORKER

ENTRY: Final = Path(__file__).resolve().with_name("entry.py")

Receiver = Callable[["Child", int, Any], None]
"""Takes a job's number and a record of it, or a WireError; called in the child's reader thread."""

_TAIL_BYTES: Final = 4_096
_TAIL_LENGTH: Final = 300
_EXIT_TIMEOUT_S: Final = 3.0


class Child:
    """A worker; making one starts it.

    That raises OSError, ValueError for a path no process can be given, RuntimeError where no
    thread can be started, or MemoryError.

    `heard` tells whether it ever said anything, `end` what ended the listening, None before.
    """

    def __init__(self, entry: Path, receiver: Receiver) -> None:
        package = Path(mnist_pad.__file__).resolve().parent
        self._process = subprocess.Popen(
            # A script rather than multiprocessing: that would import the parent's main module
            # again, and with it whatever a script does that opens the window.
            [sys.executable or "python", str(entry), str(package), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # TensorFlow's chatter is not for the user, but the last line may tell why it died.
            stderr=subprocess.PIPE,
            env=environment(os.environ),
            # Ctrl-C in the terminal is for the parent, which then ends its child.
            start_new_session=True,
        )
        self.end: wire.WireError | None = None
        self.heard = False
        self._receiver = receiver
        self._tail = b""
        self._threads = [
            threading.Thread(target=work, name=f"worker {self.pid}: {name}", daemon=True)
            for name, work in (("events", self._listen), ("errors", self._follow))
        ]
        try:
            for thread in self._threads:
                thread.start()
        except RuntimeError:
            # Nobody could listen to it.
            self._process.kill()
            raise

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process has not ended, and can be listened to."""
        return self.end is None and self._process.poll() is None

    def send(self, number: int, record: Any) -> None:
        """Write a record; blocks while the child reads nothing. What a dead one misses is lost."""
        with contextlib.suppress(OSError, ValueError):
            wire.write(_open(self._process.stdin), number, record)

    def status_and_last_words(self) -> tuple[int, str]:
        """Return the exit status of a child whose pipe ended, and what it wrote to the last.

        It is given time to end by itself: killed, it could not tell of what.
        """
        try:
            status = self._process.wait(_EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        self._threads[1].join(_EXIT_TIMEOUT_S)
        lines = self._tail.decode(errors="replace").split("\n")
        words = [" ".join(line.split()) for line in lines if line.strip()]
        last = "".join(each for each in words[-1] if each.isprintable()) if words else ""
        return status, last[-_TAIL_LENGTH:]

    def kill(self) -> None:
        """End the process at once, and what belongs to it."""
        self._process.kill()
        self._process.wait()
        # What was not yet written to a dead child is nobody's loss.
        with contextlib.suppress(OSError, ValueError):
            _open(self._process.stdin).close()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(_EXIT_TIMEOUT_S)

    def _listen(self) -> None:
        with _open(self._process.stdout) as stream:
            while True:
                try:
                    number, record = wire.read(stream, FROM_WORKER)
                except wire.WireError as error:
                    self.end = error
                    self._receiver(self, 0, error)
                    return
                self.heard = True
                self._receiver(self, number, record)

    def _follow(self) -> None:
        with _open(self._process.stderr) as stream:
            while line := stream.readline(_TAIL_BYTES):
                self._tail = (self._tail + line)[-_TAIL_BYTES:]


def environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for a child that shall import nothing from where one stands."""
    clean = {name: value for name, value in inherited.items() if name != "PYTHONPATH"}
    # Python follows these before a line of ours is run.
    entries = inherited.get("PYTHONPATH", "").split(os.pathsep)
    if absolute := [entry for entry in entries if os.path.isabs(entry)]:
        clean["PYTHONPATH"] = os.pathsep.join(absolute)
    return clean | {"PYTHONSAFEPATH": "1"}


def _open(pipe: Any) -> BinaryIO:
    assert pipe is not None
    stream: BinaryIO = pipe
    return stream
