"""What ends a command that takes long, before its time: signals, and nobody there to listen."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import check_writable
from mnist_pad.base.phrases import cannot_be_written
from mnist_pad.training.control import Control

_INPUT, _OUTPUT, _ERROR = 0, 1, 2

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""By name: Windows has no hang-up."""


@contextmanager
def stopping(control: Control, word: str) -> Iterator[None]:
    """Turn the first Ctrl-C, polite kill or hang-up into a stop; a second one ends at once.

    `word` is what the user is told then.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        control.stop()
        signal.signal(number, signal.SIG_DFL)
        # Not print: the signal may have come in the middle of one, and the terminal may be gone.
        with contextlib.suppress(OSError):
            os.write(_ERROR, f"{word}\n".encode())

    known = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    # Under `nohup` the command shall survive its terminal.
    heeded = [each for each in known if each.name != "SIGHUP" or not _is_ignored(each)]
    before = {number: signal.signal(number, stop) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_ignored(number: signal.Signals) -> bool:
    return signal.getsignal(number) is signal.SIG_IGN


def fill_closed_streams() -> None:
    """Open what of standard input, output and error is closed, so that no file takes its number.

    TensorFlow's libraries write to number 2 whatever it is: a weights file, else. What is printed
    to a closed standard output still fails, as it should; messages to closed standard error go
    nowhere.
    """
    # Output for reading alone: printing to it has to fail, as to a closed one.
    ways = {_INPUT: os.O_RDONLY, _OUTPUT: os.O_RDONLY, _ERROR: os.O_WRONLY}
    for number, way in ways.items():
        try:
            os.fstat(number)
        except OSError:
            # The lowest free number is taken: this one, as those below are open by now.
            os.open(os.devnull, way)
    # Python leaves a closed stream None, which print passes over and tqdm stumbles on.
    sys.stdout = sys.stdout or open(_OUTPUT, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(_ERROR, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


@contextmanager
def heard(control: Control | None = None) -> Iterator[None]:
    """Print in here: output that has gone, or takes no more, raises nothing.

    The run is then stopped, where its control is given: whoever wanted to follow it has left.
    """
    try:
        yield
    except (OSError, UnicodeEncodeError):
        if control is not None:
            control.stop()
        _mute()


def _mute() -> None:
    """Send what is still printed nowhere: the interpreter's own last flush would fail, too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (_OUTPUT, _ERROR):
        os.dup2(nowhere, number)
    os.close(nowhere)


def check_destination(path: Path) -> None:
    """Refuse a destination before minutes of work, not after; raises UsageError."""
    try:
        check_writable(path)
    except OSError as error:
        raise UsageError(cannot_be_written(path, error)) from error
