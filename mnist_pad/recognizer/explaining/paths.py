"""The strongest ways through the network that a picture takes to a digit."""

import heapq
import sys
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.explaining.gradient import slope
from mnist_pad.recognizer.forward import Activations
from mnist_pad.recognizer.weights import Weights

# With layers of 8,192 units, so many rows in float64 take some tens of megabytes.
_ROWS_AT_ONCE: Final = 512


@dataclass(frozen=True)
class Path:
    """A way through the network.

    `units` are one of each hidden layer, the first layer's first, then the digit. `contribution` is
    what this way adds to the digit's logit: what the first unit answers, times each weight on the
    way, times each later unit's slope (1 for an active ReLU). With ReLU, all ways and what comes of
    the biases sum up to the logit.
    """

    units: tuple[int, ...]
    contribution: float


class _Begun(NamedTuple):
    """The first units of a path; `least` is less the logarithm of the best it can come to."""

    least: float
    units: tuple[int, ...]
    product: float
    log_size: float


def strongest_paths(
    weights: Weights, activations: Activations, digit: int, count: int
) -> tuple[Path, ...]:
    """Return the `count` paths that add most to a digit's logit, or take most from it.

    `activations` are one picture's, (units,) or (1, units) a layer. The strongest comes first.
    Paths through a dead unit add nothing and are left out, so there may be fewer; a network without
    hidden layers has none. Exact at any depth: the best a path can still come to is known of each
    unit, from the last layer back, so that only what belongs to the answer is ever looked at.
    """
    hidden = [layer.reshape(-1).astype(np.float64) for layer in activations[:-1]]
    if not hidden:
        return ()
    # What the units after the first let through of a small change.
    gates = [slope(layer, weights.meta.activation) for layer in hidden[1:]]
    ahead = _best_ahead(weights, gates, digit)
    steps = [hidden[0], *gates]
    found: list[Path] = []
    open_ = _longer(_Begun(0.0, (), 1.0, 0.0), steps[0], ahead[0], count)
    heapq.heapify(open_)
    while open_ and len(found) < count:
        begun = heapq.heappop(open_)
        depth = len(begun.units)
        theta = weights.parameters[2 * depth]
        if depth == len(steps):
            product = begun.product * float(theta[begun.units[-1], digit])
            found.append(Path((*begun.units, digit), _finite(product)))
            continue
        factors = theta[begun.units[-1]].astype(np.float64) * steps[depth]
        for longer in _longer(begun, factors, ahead[depth], count):
            heapq.heappush(open_, longer)
    return tuple(found)


def _longer(
    begun: _Begun, factors: NDArray[np.float64], ahead: NDArray[np.float64], count: int
) -> list[_Begun]:
    """Return the most promising ways one unit on, no more than can be among the answer."""
    with np.errstate(divide="ignore"):
        log_sizes = begun.log_size + np.log(np.abs(factors))
    reach = log_sizes + ahead
    best = np.argsort(-reach, kind="stable")[:count]
    return [
        _Begun(
            -float(reach[unit]),
            (*begun.units, int(unit)),
            begun.product * float(factors[unit]),
            float(log_sizes[unit]),
        )
        for unit in best
        if reach[unit] > -np.inf
    ]


def _best_ahead(
    weights: Weights, gates: list[NDArray[np.float64]], digit: int
) -> list[NDArray[np.float64]]:
    """Return the logarithm of the largest product from each unit on to the digit, by layer."""
    thetas = weights.parameters[2::2]
    with np.errstate(divide="ignore"):
        ahead = [np.log(np.abs(thetas[-1][:, digit].astype(np.float64)))]
        for theta, gate in zip(reversed(thetas[:-1]), reversed(gates), strict=True):
            ahead.insert(0, _best_step(theta, np.log(np.abs(gate)) + ahead[0]))
    return ahead


def _best_step(theta: NDArray[np.float32], onward: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return max over v of log |theta[u, v]| + onward[v], for each u."""
    highest = float(onward.max(initial=-np.inf))
    if highest == -np.inf:
        return np.full(len(theta), -np.inf)
    # The largest taken out, no product overflows; one that vanishes is of no path that counts.
    share = np.exp(onward - highest)
    rows = range(0, len(theta), _ROWS_AT_ONCE)
    largest = [(np.abs(theta[row : row + _ROWS_AT_ONCE]) * share).max(axis=1) for row in rows]
    # Called where the logarithm of 0 is no fault.
    return np.asarray(np.log(np.concatenate(largest)) + highest)


def _finite(value: Any) -> float:
    return float(np.clip(value, -sys.float_info.max, sys.float_info.max))
