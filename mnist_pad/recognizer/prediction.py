"""What the recognizer says of one drawing."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Verdict = Literal["digit", "unsure", "not_a_digit"]


@dataclass(frozen=True, eq=False)
class Prediction:
    """The answer to one drawing.

    `probabilities` has shape (10,), float32, and sums to 1. `digit` is the most probable class, or
    None where the verdict is `not_a_digit`; `reason` then says why in a few words for people.
    """

    probabilities: NDArray[np.float32]
    verdict: Verdict
    digit: int | None
    reason: str = ""
