"""Where weights go that took minutes to make."""

import sys
from pathlib import Path

from mnist_pad.base.phrases import phrase
from mnist_pad.engine.elsewhere import save_elsewhere
from mnist_pad.recognizer.weights import Weights, WeightsError, save


def save_somewhere(weights: Weights, path: Path) -> Path:
    """Save weights to `path`, or to another place where that fails; returns where they are.

    Raises WeightsError where there is no such place either.
    """
    try:
        save(weights, path)
    except WeightsError as error:
        # The disk may have filled up, or the drive have gone, since the path was tried.
        elsewhere = save_elsewhere(weights, path.stem)
        words = phrase("Commands", "{error}; they are in {path}")
        told = words.given(error=error.words, path=elsewhere)
        print(f"mnist-pad: {told}", file=sys.stderr)
        return elsewhere
    return path
