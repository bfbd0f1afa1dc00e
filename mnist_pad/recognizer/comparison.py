"""Two networks on the same drawings: what one reads and the other does not, and whether by chance.

The test is McNemar's (1947): drawings that both read, or neither, say nothing of which is better.
Were they equally good, each drawing that one of them alone reads would be either's as a coin falls.
"""

import math
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.evaluation import UNLABELLED

FEW: Final = 25
"""Below so many drawings that one network alone reads, the exact test is made."""


@dataclass(frozen=True)
class McNemar:
    """The test: `p` is how likely a difference as large, or larger, is by chance alone, in [0, 1].

    `statistic` is the squared one with continuity correction (Edwards 1948), of one degree of
    freedom; None where the binomial distribution was asked, exactly.
    """

    method: Literal["exact", "corrected"]
    statistic: float | None
    p: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """Which labelled drawings the first network alone reads right, which the second alone.

    `first_only` and `second_only` are their indices, the surest first: sorted by how probable the
    other's wrong answer was. `both_right` and `both_wrong` count the rest.
    """

    first_only: NDArray[np.intp]
    second_only: NDArray[np.intp]
    both_right: int
    both_wrong: int
    test: McNemar


def compare(
    first: NDArray[np.float32],
    second: NDArray[np.float32],
    labels: NDArray[Any],
    *,
    blank: NDArray[np.bool_] | None = None,
) -> Comparison | None:
    """Compare two networks' probabilities, (n, 10) each, for the same n drawings.

    `labels` and `blank` are as `evaluation.evaluate` takes them, and it is counted as there. None
    where nothing is labelled.
    """
    labels = labels.astype(np.int64)
    labelled = labels != UNLABELLED
    if not labelled.any():
        return None
    pictured = labelled if blank is None else labelled & ~blank
    one = pictured & (first.argmax(axis=1) == labels)
    other = pictured & (second.argmax(axis=1) == labels)
    first_only, second_only = one & ~other, other & ~one
    return Comparison(
        first_only=_surest(first_only, second),
        second_only=_surest(second_only, first),
        both_right=int((one & other).sum()),
        both_wrong=int((labelled & ~one & ~other).sum()),
        test=mcnemar(int(first_only.sum()), int(second_only.sum())),
    )


def mcnemar(first_only: int, second_only: int) -> McNemar:
    """Test whether counts of drawings that one network alone reads differ by more than chance."""
    discordant = first_only + second_only
    if discordant < FEW:
        # Both tails of the binomial distribution with equal chances; in whole numbers, so exactly.
        fewer = min(first_only, second_only)
        tail = sum(math.comb(discordant, count) for count in range(fewer + 1))
        return McNemar("exact", None, min(1.0, 2 * tail / 2**discordant))
    distance = max(0, abs(first_only - second_only) - 1)
    statistic = distance**2 / discordant
    # Chi-squared with one degree of freedom is the square of what is normally distributed.
    return McNemar("corrected", statistic, math.erfc(math.sqrt(statistic / 2)))


def _surest(which: NDArray[np.bool_], misreader: NDArray[np.float32]) -> NDArray[np.intp]:
    (found,) = np.nonzero(which)
    return found[np.argsort(-misreader[found].max(axis=1), kind="stable")]
