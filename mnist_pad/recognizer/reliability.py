"""Whether 90 % means nine in ten: the reliability diagram."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.evaluation import BINS, UNLABELLED, bins_of


@dataclass(frozen=True)
class Bin:
    """The `count` answers whose confidence is above `low`, and at most `high`, in [0, 1].

    `confidence` is their mean confidence, `accuracy` the fraction of them that is right; None in
    an empty bin.
    """

    low: float
    high: float
    count: int
    confidence: float | None
    accuracy: float | None


def reliability(
    probabilities: NDArray[np.float32],
    labels: NDArray[Any],
    *,
    blank: NDArray[np.bool_] | None = None,
) -> tuple[Bin, ...]:
    """Return the bins of the reliability diagram (Guo et al. 2017, figure 1), all of equal width.

    Takes what `evaluation.evaluate` takes, and counts as its calibration error does. Without a
    labelled drawing that has a picture, there are no bins.
    """
    labels = labels.astype(np.int64)
    judged = labels != UNLABELLED if blank is None else (labels != UNLABELLED) & ~blank
    if not judged.any():
        return ()
    confidences = probabilities[judged].max(axis=1).astype(np.float64)
    right = probabilities[judged].argmax(axis=1) == labels[judged]
    bins = bins_of(confidences)
    counts = np.bincount(bins, minlength=BINS).tolist()
    sums = np.bincount(bins, weights=confidences, minlength=BINS).tolist()
    hits = np.bincount(bins, weights=right, minlength=BINS).tolist()
    return tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            count=count,
            confidence=sums[number] / count if count else None,
            accuracy=hits[number] / count if count else None,
        )
        for number, count in enumerate(counts)
    )
