"""How well numbers are read."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class NumberEvaluation:
    """What came out.

    `right` is how many of `count` numbers were read wholly right, row breaks included, `accuracy`
    the same as a fraction. `digits_right` is the fraction of their digits that were: each that is
    missing, too many or another one counts as wrong. Fractions are None where there is nothing.
    """

    count: int
    right: int
    accuracy: float | None
    digits_right: float | None


def evaluate_numbers(expected: Sequence[str], read: Sequence[str]) -> NumberEvaluation:
    """Compare numbers, digits with a newline between rows, with what they were read as."""
    pairs = list(zip(expected, read, strict=True))
    right = sum(one == other for one, other in pairs)
    rows = [(one.replace("\n", ""), other.replace("\n", "")) for one, other in pairs]
    digits = sum(len(one) for one, _ in rows)
    wrong = sum(edits(one, other) for one, other in rows)
    return NumberEvaluation(
        count=len(pairs),
        right=right,
        accuracy=right / len(pairs) if pairs else None,
        digits_right=max(0.0, 1 - wrong / digits) if digits else None,
    )


def edits(one: str, other: str) -> int:
    """Return how many signs have to be put in, taken out or changed (Levenshtein 1966)."""
    costs = list(range(len(other) + 1))
    for row, sign in enumerate(one, start=1):
        diagonal, costs[0] = costs[0], row
        for column, wanted in enumerate(other, start=1):
            change = diagonal + (sign != wanted)
            diagonal = costs[column]
            costs[column] = min(change, diagonal + 1, costs[column - 1] + 1)
    return costs[-1]
