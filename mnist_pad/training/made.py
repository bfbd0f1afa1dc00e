"""What some updates gave."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Steps:
    """What some updates gave, one entry an update, shape (k,).

    `right` counts the right answers among `digits`; `images` counts what is no digit too.
    `norms`, (2, layers), are of the last one's gradients, by theta, and of the thetas after it;
    None where they were not measured.
    """

    losses: NDArray[np.float32]
    right: NDArray[np.int32]
    digits: NDArray[np.int64]
    images: NDArray[np.int64]
    finite: bool
    norms: NDArray[np.float32] | None = None


def joined(parts: Sequence[Steps]) -> Steps:
    """Return the steps of all parts, in their order."""
    return Steps(
        np.concatenate([part.losses for part in parts]),
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.digits for part in parts]),
        np.concatenate([part.images for part in parts]),
        all(part.finite for part in parts),
        parts[-1].norms,
    )
