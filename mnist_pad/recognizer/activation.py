"""What hidden units make of their sums, in NumPy; `mnist_pad.training.activations` is its twin."""

from typing import Any, Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Activation = Literal["relu", "sigmoid", "tanh"]

ACTIVATIONS: Final[tuple[Activation, ...]] = get_args(Activation)

DEFAULT_ACTIVATION: Final[Activation] = "relu"
"""What weights have that do not say, the article's and those of earlier versions."""


def activated(
    sums: NDArray[np.floating[Any]], activation: Activation, *, ceiling: float
) -> NDArray[Any]:
    """Return what units answer to their sums, any shape, of the same type.

    Sigmoid answers from 0 to 1, tanh from -1 to 1; ReLU, from 0, is cut off at `ceiling`.
    """
    if activation == "relu":
        return np.asarray(np.clip(sums, 0, ceiling))
    if activation == "tanh":
        return np.asarray(np.tanh(sums))
    # 1 / (1 + exp(-x)), with nothing in it that overflows.
    return np.asarray((1 + np.tanh(sums / 2)) / 2)
