"""Which drawings make a figure, in the order in which one wants to look at them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.evaluation import UNLABELLED


def in_cell(
    probabilities: NDArray[np.float32],
    labels: NDArray[Any],
    cell: tuple[int, int],
    *,
    blank: NDArray[np.bool_] | None = None,
) -> NDArray[np.intp]:
    """Return which drawings make a cell, (label, answer), of the confusion matrix, worst first.

    Takes what `evaluation.evaluate` takes. The worst of the misread are those whose answer was the
    most probable; of those read right, those whose answer was the least probable.
    """
    label, answer = cell
    there = (labels.astype(np.int64) == label) & (probabilities.argmax(axis=1) == answer)
    if blank is not None:
        there &= ~blank
    (found,) = np.nonzero(there)
    confidences = probabilities[found, answer]
    # Stable: those equally bad stay in the order of the file.
    return found[np.argsort(confidences if label == answer else -confidences, kind="stable")]


def refused(
    probabilities: NDArray[np.float32],
    labels: NDArray[Any],
    rejected: NDArray[np.bool_],
    *,
    blank: NDArray[np.bool_] | None = None,
) -> NDArray[np.intp]:
    """Return which drawings were judged no digit, the greatest pity first.

    Takes what `evaluation.evaluate` takes. The labelled whose likeliest digit was right come first,
    then the other labelled, then those without a label; in each, the most probable answers. Those
    no picture could be made of have none and come last.
    """
    labels = labels.astype(np.int64)
    pictured = np.ones(len(labels), bool) if blank is None else ~blank
    (found,) = np.nonzero(rejected | ~pictured)
    right = probabilities.argmax(axis=1) == labels
    rank = np.where(labels == UNLABELLED, 2, np.where(right, 0, 1)) + 3 * ~pictured
    # The last key counts first; lexsort is stable.
    return found[np.lexsort((-probabilities.max(axis=1)[found], rank[found]))]
