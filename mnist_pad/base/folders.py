"""The user's folders for this program, by the system's conventions; none is made here."""

from pathlib import Path
from typing import Final

from platformdirs import user_cache_path, user_data_path, user_log_path

_PROGRAM: Final = "mnist-pad"


def data() -> Path:
    """Return where drawings, runs and the session are kept."""
    # Without appauthor=False, Windows' folders would have the name twice, as its own author's.
    return user_data_path(_PROGRAM, appauthor=False)


def cache() -> Path:
    """Return where what can be made again may lie for a while."""
    return user_cache_path(_PROGRAM, appauthor=False)


def log() -> Path:
    """Return where defects are described."""
    return user_log_path(_PROGRAM, appauthor=False)
