"""The learning rate as a function of the step."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.training.config import Schedule

WARM_UP: Final = 0.2
"""The part of the steps in which `one_cycle` rises."""

FIRST_RATE: Final = 0.04
"""Where `one_cycle` starts, as a part of its peak."""


def learning_rates(
    schedule: Schedule, steps: NDArray[np.int64], *, peak: float, total_steps: int
) -> NDArray[np.float32]:
    """Return the rates, (n,), of updates `steps`, (n,), counted from 0 to `total_steps` - 1.

    `one_cycle` rises in a straight line to `peak`, then falls as half a cosine towards zero
    (Smith and Topin 2018, "Super-Convergence"; the cosine is Loshchilov and Hutter's, 2017).
    """
    if schedule == "constant":
        return np.full(len(steps), peak, np.float32)
    progress = (steps + 1) / total_steps
    rising = FIRST_RATE + (1 - FIRST_RATE) * progress / WARM_UP
    # The last update has a rate above zero, or it would be wasted.
    past = np.maximum(progress - WARM_UP - 1 / total_steps, 0) / (1 - WARM_UP)
    falling = (1 + np.cos(np.pi * past)) / 2
    return (peak * np.minimum(rising, falling)).astype(np.float32)
