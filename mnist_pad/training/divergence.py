"""Why a run diverged, in words: the article's lessons 4 and 5, or the learning rate."""

import math
from typing import Final

from mnist_pad.recognizer.weights import INPUTS
from mnist_pad.training.config import TrainingConfig

_LARGE_FIRST_LOSS: Final = 50.0
"""A network that starts well starts at a loss of order 1: ln 10 = 2.3 for cross-entropy."""


def explanation(
    config: TrainingConfig, *, epoch: int, step: int, first_loss: float, fresh: bool
) -> str:
    """Say what happened and what to change.

    `step` is the update, counted from 1, at which something was no number any more; `fresh` tells
    that the run began with new weights, not with resumed ones.
    """
    what = f"Diverged at step {step:,}, in epoch {epoch}; the first loss was {first_loss:.3g}."
    return f"{what} {_cause(config, large_start=fresh and _is_large(first_loss))}"


def _cause(config: TrainingConfig, *, large_start: bool) -> str:
    deviation = config.weight_deviation
    healthy = math.sqrt(2 / INPUTS)
    too_wide = large_start and deviation is not None and deviation > 4 * healthy
    smaller = (
        f"start the weights with a deviation near {healthy:.2f} instead of {deviation:g}"
        if (too_wide)
        else ""
    )
    if config.scaling == "raw":
        also = f" and {smaller}" if smaller else ""
        return (
            "Raw pixels, 0 to 255, make outputs and gradients far too large (the article's "
            f"lesson 4): choose the centred scaling{also}."
        )
    if too_wide:
        return (
            "The weights start so large that outputs and gradients are not of order 1 (the "
            f"article's lesson 5): {smaller}."
        )
    return (
        f"The learning rate, {config.learning_rate:g}, is too large for these settings: "
        "take a tenth of it."
    )


def _is_large(loss: float) -> bool:
    return not loss < _LARGE_FIRST_LOSS
