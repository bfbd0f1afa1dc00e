"""A first look at the data, as the article takes it before using any."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.digits import ARRAYS, Digits


@dataclass(frozen=True)
class ArrayFacts:
    """One array: `kind` is its Python type, `dtype` that of its elements."""

    name: str
    kind: str
    dtype: str
    shape: tuple[int, ...]
    minimum: int
    maximum: int


@dataclass(frozen=True)
class Summary:
    """The arrays in the order x_train, y_train, x_test, y_test, none empty; each digit's count."""

    arrays: tuple[ArrayFacts, ...]
    train_counts: tuple[int, ...]
    test_counts: tuple[int, ...]


def look(digits: Digits) -> Summary:
    """Return what there is to see in a data set without drawing it."""
    arrays = ((name, getattr(digits, name)) for name in ARRAYS)
    return Summary(
        arrays=tuple(_facts(name, array) for name, array in arrays if len(array)),
        # A digit that is missing counts 0 in its place.
        train_counts=tuple(np.bincount(digits.y_train, minlength=10).tolist()),
        test_counts=tuple(np.bincount(digits.y_test, minlength=10).tolist()),
    )


def _facts(name: str, array: NDArray[Any]) -> ArrayFacts:
    return ArrayFacts(
        name=name,
        kind=f"{type(array).__module__}.{type(array).__name__}",
        dtype=str(array.dtype),
        shape=array.shape,
        minimum=int(array.min()),
        maximum=int(array.max()),
    )
