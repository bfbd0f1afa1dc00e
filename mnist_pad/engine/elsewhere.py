"""Another place for weights that took minutes to make and have none where they should be."""

import contextlib
import re
import tempfile
from pathlib import Path
from typing import Final

from mnist_pad.base.phrases import phrase, why
from mnist_pad.recognizer.weights import Weights, WeightsError, save

_MAX_NAME_LENGTH: Final = 100


def save_elsewhere(weights: Weights, name: str) -> Path:
    """Save weights where the system keeps temporary files, by about that name; returns where.

    Raises WeightsError where there is no room either.
    """
    try:
        # A folder that nobody else could have prepared.
        folder = Path(tempfile.mkdtemp(prefix="mnist-pad-"))
    except OSError as error:
        words = phrase("Errors", "{path}: expected room for weights, found: {why}")
        raise WeightsError(words.given(path=tempfile.gettempdir(), why=why(error))) from error
    path = folder / f"{re.sub(r'[^A-Za-z0-9_-]', '_', name)[:_MAX_NAME_LENGTH]}.npz"
    try:
        save(weights, path)
    except WeightsError:
        # An empty folder would be in nobody's interest.
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise
    return path
