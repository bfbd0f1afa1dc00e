"""How well a set of drawings is read."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import CLASSES

UNLABELLED: Final = -1
"""The label of a drawing nobody named."""

BINS: Final = 15
"""So many bins of equal width has what compares confidence with accuracy."""


@dataclass(frozen=True)
class Evaluation:
    """What came out.

    `accuracy` is the fraction of the labelled drawings that were read right, whatever the verdict;
    `per_class` the same for each digit. Both are None where nothing is labelled so.
    `confusion[label][answer]` counts the labelled drawings that have a picture. `rejected` counts
    those judged not a digit. `calibration_error` is the expected calibration error in [0, 1] over
    the labelled drawings that have a picture, None without any.
    """

    count: int
    accuracy: float | None
    per_class: tuple[float | None, ...]
    confusion: tuple[tuple[int, ...], ...]
    rejected: int
    calibration_error: float | None


def evaluate(
    probabilities: NDArray[np.float32],
    labels: NDArray[Any],
    *,
    rejected: NDArray[np.bool_] | None = None,
    blank: NDArray[np.bool_] | None = None,
) -> Evaluation:
    """Compare the answers to n drawings with their labels.

    `probabilities` has shape (n, 10); `labels` holds n integers, 0 to 9 or UNLABELLED.
    `rejected` marks, shape (n,), those judged no digit. `blank` marks those no picture could be
    made of, a lone dot for one: they are rejected and, where labelled, misread, whatever their
    probabilities.
    """
    labels = labels.astype(np.int64)  # MNIST's uint8 would overflow below
    pictured = np.ones(len(labels), bool) if blank is None else ~blank
    answers = probabilities.argmax(axis=1)
    confidences = probabilities.max(axis=1).astype(np.float64)
    labelled = labels != UNLABELLED
    right = labelled & pictured & (answers == labels)
    judged = labelled & pictured
    # One number for label and answer together: all cells are counted in one pass.
    cells = np.bincount(labels[judged] * CLASSES + answers[judged], minlength=CLASSES**2)
    return Evaluation(
        count=len(labels),
        accuracy=_fraction(right, labelled),
        per_class=tuple(_fraction(right, labels == digit) for digit in range(CLASSES)),
        confusion=tuple(map(tuple, cells.reshape(CLASSES, CLASSES).tolist())),
        rejected=int((~pictured if rejected is None else ~pictured | rejected).sum()),
        calibration_error=calibration_error(confidences[judged], right[judged]),
    )


def misread(
    probabilities: NDArray[np.float32],
    labels: NDArray[Any],
    *,
    blank: NDArray[np.bool_] | None = None,
) -> NDArray[np.intp]:
    """Return which of n labelled drawings were misread, the worst first.

    Takes what `evaluate` takes, and counts as it does. The worst are those whose wrong answer was
    the most probable; drawings no picture could be made of have no answer and come last.
    """
    pictured = np.ones(len(labels), bool) if blank is None else ~blank
    labelled = labels.astype(np.int64) != UNLABELLED
    (wrong,) = np.nonzero(labelled & ~(pictured & (probabilities.argmax(axis=1) == labels)))
    badness = np.where(pictured, probabilities.max(axis=1), 0)[wrong]
    # Stable: those equally bad stay in the order of the file.
    return wrong[np.argsort(-badness, kind="stable")]


def calibration_error(confidences: NDArray[np.float64], right: NDArray[np.bool_]) -> float | None:
    """Return how far confidence and accuracy lie apart, in [0, 1]; None for no answers.

    The expected calibration error over 15 bins of equal width (Guo et al. 2017, equation 3).
    `confidences` are the largest probabilities, shape (n,), `right` says whether each held.
    """
    if not len(confidences):
        return None
    # Weighted so, a bin's sum is its accuracy less its confidence, times how many are in it.
    gaps = np.bincount(bins_of(confidences), weights=right - confidences, minlength=BINS)
    return float(np.abs(gaps).sum() / len(confidences))


def bins_of(confidences: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return which of the BINS each confidence, (n,), in [0, 1], falls into, from 0."""
    # Open below and closed above, as in the paper.
    return np.clip(np.ceil(confidences * BINS).astype(np.int64) - 1, 0, BINS - 1)


def _fraction(right: NDArray[np.bool_], among: NDArray[np.bool_]) -> float | None:
    total = int(among.sum())
    return int((right & among).sum()) / total if total else None
