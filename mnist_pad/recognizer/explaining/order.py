"""An order of a layer's units in which neighbours look alike."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_TURNS: Final = 12
# Of so many units, all pairs are compared at once; of more, by the fields' main directions alone.
_ALL_PAIRS: Final = 1_024
_MAIN_DIRECTIONS: Final = 24


def alike(fields: NDArray[Any], *, columns: int | None = None) -> NDArray[np.intp]:
    """Return an order of units, (units,), given their receptive fields, (units, 784).

    It starts at the unit that is farthest out in the fields' main direction, and goes on to the one
    most alike, by the cosine, of those that are left. Laid out in rows of so many `columns`, each
    is chosen to be like the one above it, too. 256 units take some milliseconds, 8,192 about two
    seconds.
    """
    units = len(fields)
    vectors = _directions(fields)
    first = int(np.argmax(vectors @ _main_directions(vectors, 1)[:, 0])) if units else 0
    if units > _ALL_PAIRS:
        vectors = _directions(vectors @ _main_directions(vectors, _MAIN_DIRECTIONS))
    pairs = vectors @ vectors.T if units <= _ALL_PAIRS else None
    order = np.full(units, first, np.intp)
    taken = np.zeros(units, bool)
    for place in range(units):
        if place:
            neighbours = order[_neighbours(place, columns)]
            if pairs is None:
                likeness = vectors @ vectors[neighbours].sum(axis=0)
            else:
                likeness = pairs[neighbours].sum(axis=0)
            likeness[taken] = -np.inf
            order[place] = likeness.argmax()
        taken[order[place]] = True
    return order


def _neighbours(place: int, columns: int | None) -> list[int]:
    """Return the places before one that touch it."""
    if columns is None or place < columns:
        return [place - 1]
    above = place - columns
    return [above, place - 1] if place % columns else [above]


def _directions(fields: NDArray[Any]) -> NDArray[np.float32]:
    """Return fields of length 1; a unit that weighs nothing has no direction, and stays 0."""
    # The largest taken out first, no square overflows or vanishes.
    largest = np.abs(fields).max(axis=1, keepdims=True, initial=0)
    evened = fields / np.where(largest > 0, largest, 1)
    length = np.linalg.norm(evened, axis=1, keepdims=True)
    return np.asarray(evened / np.where(length > 0, length, 1), np.float32)


def _main_directions(vectors: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return about the first principal directions, (inputs, count), by subspace iteration."""
    centred = vectors - vectors.mean(axis=0) if len(vectors) else vectors
    found = np.random.default_rng(0).normal(size=(vectors.shape[1], count)).astype(np.float32)
    for _ in range(_TURNS):
        found = np.linalg.qr(centred.T @ (centred @ found))[0]
    return found
