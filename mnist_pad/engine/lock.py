"""Which runs are going on: each holds a lock for as long as its process lives, and no longer."""

import contextlib
import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def hold(path: Path) -> int:
    """Make the file and lock it; returns the descriptor, to be closed when the run has ended.

    Raises OSError where the file cannot be made. Where the system has no such locks, as some
    network drives have none, there is none.
    """
    # A bare descriptor: it is not inherited by the worker, which may outlive this process.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            # flock and not lockf: that one lets go as soon as anything closes the file.
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def is_held(path: Path) -> bool:
    """Tell whether a living process holds the lock."""
    if sys.platform == "win32":
        return False
    try:
        # A named pipe of that name must not block whoever lists the runs.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # Shared: two who ask at once must not take each other for the run.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False
