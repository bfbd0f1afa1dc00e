"""The folder of a run that goes on: how it comes to be, whole or not at all, and goes."""

import contextlib
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mnist_pad.engine import lock
from mnist_pad.engine import record as records
from mnist_pad.engine.kept_snapshots import FILE_NAME
from mnist_pad.engine.record import FILES, LOCK_FILE, RunRecord

NEW_PREFIX: Final = ".new-"
"""How a folder is called until it holds a run."""

RUN_NAME: Final = re.compile(r"\d{4}-\d\d-\d\d-\d{6}-[\w-]{1,60}", re.ASCII)
"""What folders of runs are called: the time in UTC, the recipe, and a number where both recur."""

_TEMPORARY: Final = re.compile(r"\.mnist-pad-[0-9a-f]{16}\.tmp")
_MAX_RUNS_A_SECOND: Final = 1_000
_UNFINISHED_S: Final = 60.0


@dataclass(frozen=True)
class RunFolder:
    """A run's folder and the lock that says that the run goes on."""

    path: Path
    _lock: int

    @classmethod
    def make(cls, runs: Path, record: RunRecord) -> "RunFolder":
        """Make the folder of a new run, with its record, among the others; raises OSError."""
        runs.mkdir(parents=True, exist_ok=True)
        # Filled under another name: whoever lists the runs sees it whole or not at all.
        new = runs / f"{NEW_PREFIX}{os.urandom(8).hex()}"
        new.mkdir()
        descriptor = None
        try:
            # Held before it can be seen: else it would be taken for interrupted.
            descriptor = lock.hold(new / LOCK_FILE)
            records.write(record, new)
            return cls(_placed(new, runs, _name(record)), descriptor)
        except OSError:
            if descriptor is not None:
                os.close(descriptor)
            with contextlib.suppress(OSError):
                clear(new)
            raise

    def remove(self) -> None:
        """Remove a run of which nothing came, as far as that can be done."""
        with contextlib.suppress(OSError):
            clear(self.path)

    def release(self) -> None:
        """Let others know that the run goes on no longer."""
        os.close(self._lock)


def clear(folder: Path) -> None:
    """Remove what this program writes into a run's folder, and the folder where that was all.

    Raises OSError.
    """
    for name in os.listdir(folder):
        if name in FILES or FILE_NAME.fullmatch(name) or _TEMPORARY.fullmatch(name):
            (folder / name).unlink()
    # What others have put there stays, and the folder with it.
    if not os.listdir(folder):
        folder.rmdir()


def clear_temporary(folder: Path) -> None:
    """Remove files that a kill left half written; raises OSError."""
    for name in os.listdir(folder):
        # Another process may be writing one right now.
        if _TEMPORARY.fullmatch(name) and is_old(folder / name):
            (folder / name).unlink()


def is_old(path: Path) -> bool:
    """Tell whether whoever made this has had the time to finish it; raises OSError."""
    return time.time() - path.stat().st_mtime > _UNFINISHED_S


def _name(record: RunRecord) -> str:
    stamp = record.started[:19].replace(":", "").replace("T", "-")
    # A recipe's name may come from a file: it must not lead out of the folder.
    return f"{stamp}-{re.sub(r'[^A-Za-z0-9_-]', '_', record.recipe) or 'run'}"


def _placed(new: Path, runs: Path, name: str) -> Path:
    """Give the folder its name; a rename does not take a place where there is something."""
    for number in range(1, _MAX_RUNS_A_SECOND):
        path = runs / (name if number == 1 else f"{name}-{number}")
        if os.path.lexists(path):
            continue
        try:
            new.rename(path)
        except OSError:
            # Another process was quicker; or this fails for another reason, which counts.
            if not os.path.lexists(path):
                raise
        else:
            return path
    raise FileExistsError(f"{runs}: no name is left for {name}")
