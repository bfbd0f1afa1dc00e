"""Probabilities that mean what they say, and where to stop believing them.

Both are chosen on drawings that the network has not learnt from.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.forward import softmax

_LARGEST_TEMPERATURE: Final = 20.0
_REFINEMENTS: Final = 4
_CANDIDATES: Final = 41


def fit_temperature(logits: NDArray[np.float64], labels: NDArray[np.uint8]) -> float:
    """Return the temperature under which the labels are likeliest (Guo et al. 2017, section 4.2).

    `logits` has shape (n, 10), `labels` (n,), n at least 1. The result is from 0.05 to 20.
    """
    # On a logarithmic scale: half and double are equally far from 1.
    low, high = -np.log(_LARGEST_TEMPERATURE), np.log(_LARGEST_TEMPERATURE)
    # The loss has one minimum; every round looks closer at the neighbourhood of the best so far.
    for _ in range(_REFINEMENTS):
        candidates = np.linspace(low, high, _CANDIDATES)
        losses = [log_loss(logits, labels, float(np.exp(each))) for each in candidates]
        best = int(np.argmin(losses))
        low = candidates[max(best - 1, 0)]
        high = candidates[min(best + 1, _CANDIDATES - 1)]
    return float(np.exp((low + high) / 2))


def prominence(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far one class stands out, (n,), in [0.1, 1], of logits, (n, 10).

    It is the largest probability as it was before the temperature: a network that was taught to
    hold all digits for equally likely where there is none leaves others in the running more often
    than it answers wrong, and a low temperature would hide them.
    """
    return np.asarray(softmax(logits).max(axis=-1), np.float64)


def fit_threshold(prominences: NDArray[np.float64], share: float) -> float:
    """Return the prominence below which no more than `share`, in [0, 1], of the digits lie.

    `prominences`, (n,), are those of n digits.
    """
    # Not between two that were seen: below the lower one lie no more than `share`.
    return float(np.quantile(prominences, share, method="lower"))


def log_loss(
    logits: NDArray[np.float64], labels: NDArray[np.uint8], temperature: float = 1.0
) -> float:
    """Return how unlikely the labels, (n,), are by logits, (n, 10): the mean cross-entropy.

    In nats; an image adds 87 at most, however sure the network is of another digit.
    """
    probabilities = softmax(logits, temperature)[np.arange(len(labels)), labels]
    # An impossible label, by float32, is very unlikely at worst.
    likeliest = np.maximum(probabilities, np.finfo(np.float32).tiny)
    return float(-np.log(likeliest).mean(dtype=np.float64))
