"""The runs that were trained here, kept so that closing a window loses none."""

import contextlib
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from mnist_pad.base import folders
from mnist_pad.recognizer.weights import Weights, WeightsError, save

MAX_RECIPE_LENGTH: Final = 40

KEPT_RUNS: Final = 50
"""So many are kept, about 1 MB each; the oldest make way."""


def folder() -> Path:
    """Return where runs are kept: the user's data folder for this program."""
    return folders.data() / "runs"


def keep(weights: Weights) -> Path:
    """Save a run's weights under its time and recipe; raises WeightsError."""
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        found = error.strerror or error
        raise WeightsError(f"{place}: expected a folder for runs, found: {found}") from error
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    # The recipe's name may come from a file: it must not lead out of the folder.
    recipe = re.sub(r"[^\w-]", "_", weights.meta.recipe)[:MAX_RECIPE_LENGTH]
    path = place / f"{stamp}-{recipe}.npz"
    save(weights, path)
    for old in kept()[KEPT_RUNS:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def kept() -> list[Path]:
    """Return the kept runs, the newest first."""
    return sorted(folder().glob("*.npz"), reverse=True)
