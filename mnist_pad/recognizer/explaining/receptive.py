"""What of the picture a unit looks at: its weights, followed back to the pixels."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import Weights

_LARGEST: Final = 1e200

# With layers of 8,192 units, a piece in float64 takes some tens of megabytes.
_UNITS_AT_ONCE: Final = 512


def receptive_field(weights: Weights, layer: int, unit: int) -> NDArray[np.float64]:
    """Return how a unit of `layer` weighs each pixel, shape (784,).

    Layer 0 is the first hidden one, and has its own weights; a unit of a later layer has the fields
    of the layer before, weighed by its weights, as though there were no activation between
    (Erhan et al. 2009, section 2.3). The last layer is the ten logits. Finite: what would overflow
    float64 is scaled down.
    """
    thetas = weights.parameters[: 2 * layer + 1 : 2]
    field: NDArray[np.float64] = thetas[layer][:, unit].astype(np.float64)
    for theta in reversed(thetas[:-1]):
        field = _within_range(theta.astype(np.float64) @ field)  # (inputs, units) @ (units,)
    return field


def receptive_fields(weights: Weights, layer: int) -> NDArray[np.float64]:
    """Return the fields of all units of a layer, shape (units, 784).

    What would overflow is scaled down, all of a layer's units alike.
    """
    first, *others = weights.parameters[: 2 * layer + 1 : 2]
    fields: NDArray[np.float64] = first.T.astype(np.float64)
    for theta in others:
        # (units, inputs) @ (inputs, 784) -> (units, 784)
        pieces = [
            theta[:, start : start + _UNITS_AT_ONCE].T.astype(np.float64) @ fields
            for start in range(0, theta.shape[1], _UNITS_AT_ONCE)
        ]
        fields = _within_range(np.concatenate(pieces))
    return fields


def _within_range(values: NDArray[Any]) -> NDArray[Any]:
    largest = np.abs(values).max(initial=0)
    return values if largest <= _LARGEST else values * (_LARGEST / largest)
