"""Why a run diverged: the article's lessons 4 and 5, or the learning rate."""

import math
from typing import Final

from mnist_pad.recognizer.weights import INPUTS
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import Divergence

HEALTHY_DEVIATION: Final = math.sqrt(2 / INPUTS)

LARGE_FIRST_LOSS: Final = 50.0
"""A network that starts well starts at a loss of order 1: ln 10 = 2.3 for cross-entropy."""


def diagnosis(
    config: TrainingConfig, *, epoch: int, step: int, first_loss: float, fresh: bool
) -> Divergence:
    """Tell what happened, and what most likely led to it.

    `step` is the update, counted from 1, at which something was no number any more; `fresh` tells
    that the run began with new weights, not with resumed ones.
    """
    deviation = config.weight_deviation
    # Asked this way round, NaN counts as large.
    large_start = fresh and not first_loss < LARGE_FIRST_LOSS
    too_wide = large_start and deviation is not None and deviation > 4 * HEALTHY_DEVIATION
    return Divergence(
        epoch,
        step,
        first_loss,
        "raw_pixels" if config.scaling == "raw" else "wide_start" if too_wide else "learning_rate",
        config.learning_rate,
        deviation if too_wide else None,
        HEALTHY_DEVIATION,
    )
