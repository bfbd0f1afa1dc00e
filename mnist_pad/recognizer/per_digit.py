"""How well each digit is read: precision and recall."""

from collections.abc import Sequence
from dataclasses import dataclass

from mnist_pad.recognizer.evaluation import Evaluation


@dataclass(frozen=True)
class DigitFigures:
    """What came out for one digit.

    Of the labelled drawings that have a picture, `shown` show it, `answered` are read as it, and
    `right` are both. `precision` is the fraction of those read as it that show it, `recall` that of
    those that show it, without a picture or with, that are read as it; None where there are none.
    """

    digit: int
    shown: int
    answered: int
    right: int
    precision: float | None
    recall: float | None


def per_digit(evaluation: Evaluation) -> tuple[DigitFigures, ...]:
    """Return the figures of the ten digits.

    Where fewer than two digits are labelled, each precision is None: whatever is read as the only
    digit that there is, is it.
    """
    columns = [sum(column) for column in zip(*evaluation.confusion, strict=True)]
    several = labelled_digits(evaluation.per_class) > 1
    return tuple(
        DigitFigures(
            digit=digit,
            shown=sum(row),
            answered=columns[digit],
            right=row[digit],
            precision=row[digit] / columns[digit] if several and columns[digit] else None,
            recall=evaluation.per_class[digit],
        )
        for digit, row in enumerate(evaluation.confusion)
    )


def labelled_digits(per_class: Sequence[float | None]) -> int:
    """Return how many of the digits are labelled at all, of an evaluation's `per_class`."""
    return sum(fraction is not None for fraction in per_class)
