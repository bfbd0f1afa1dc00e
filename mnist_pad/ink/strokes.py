"""Ink: what the pen left on the pad, as vectors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Stroke = NDArray[np.float64]
"""One pen-down to pen-up path, shape (n, 2) with n >= 1: x and y in pad pixels, y down."""


@dataclass(frozen=True, eq=False)
class Ink:
    """A drawing.

    `strokes` are in pad pixels, `pad` is the pad's (width, height) in pixels, `pen` the width in
    pixels of the pen that drew them. The pen's width never reaches the network.
    """

    strokes: tuple[Stroke, ...]
    pad: tuple[float, float]
    pen: float

    @classmethod
    def from_points(
        cls,
        strokes: Iterable[Sequence[Sequence[float]]],
        *,
        pad: tuple[float, float],
        pen: float,
    ) -> "Ink":
        """Build ink from nested sequences of [x, y]; strokes without a point are left out."""
        arrays = (np.asarray(points, dtype=np.float64).reshape(-1, 2) for points in strokes)
        return cls(tuple(array for array in arrays if len(array)), pad, pen)
