"""Marks in the order in which they are read."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

# Neighbours in a row share this part of the lower one's height, whatever the base line does.
_SHARED: Final = 0.35

_Numbers = NDArray[np.intp]


def in_rows(boxes: _Numbers) -> list[list[int]]:
    """Return marks by their number, row by row from the top and from left to right in each.

    `boxes`, (n, 4), holds the first row and column of each mark and those past its last. A row
    goes on with what stands beside its last mark, so it may rise or fall.
    """
    lines: list[list[int]] = []
    for number in np.argsort(boxes[:, 1] + boxes[:, 3], kind="stable").tolist():
        shared = [_shared(boxes[line[-1]], boxes[number]) for line in lines]
        if shared and max(shared) >= _SHARED:
            lines[int(np.argmax(shared))].append(number)
        else:
            lines.append([number])
    return sorted(lines, key=lambda line: float(boxes[line][:, [0, 2]].mean()))


def _shared(one: _Numbers, other: _Numbers) -> float:
    """Return how much of the lower one's height two boxes have in common; negative for none."""
    common = min(one[2], other[2]) - max(one[0], other[0])
    return float(common / max(1, min(one[2] - one[0], other[2] - other[0])))
