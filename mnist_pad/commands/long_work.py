"""What commands that take long have in common: they can be stopped, and refuse early."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import check_writable
from mnist_pad.training.control import Control


@contextmanager
def stopping(control: Control, word: str) -> Iterator[None]:
    """Turn the first Ctrl-C, or a polite kill, into a stop; a second one interrupts at once.

    `word` is what the user is told then.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        print(word, file=sys.stderr)
        control.stop()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def check_destination(path: Path) -> None:
    """Refuse a destination before minutes of work, not after; raises UsageError."""
    try:
        check_writable(path)
    except OSError as error:
        found = error.strerror or error
        raise UsageError(f"{path}: expected a file that can be written, found: {found}") from error
