"""Ten digits as a hand would draw them, for the demonstration: points that a curve goes through."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.curves import through

Path = tuple[tuple[float, float], ...]

_CURVES: Final[dict[int, tuple[Path, ...]]] = {
    0: (
        (
            *((0.52, 0.04), (0.28, 0.18), (0.2, 0.5), (0.3, 0.84), (0.52, 0.96)),
            *((0.74, 0.82), (0.8, 0.5), (0.72, 0.17), (0.5, 0.04)),
        ),
    ),
    1: (((0.56, 0.03), (0.52, 0.5), (0.47, 0.97)),),
    2: (
        (
            *((0.2, 0.24), (0.36, 0.05), (0.64, 0.06), (0.76, 0.26), (0.62, 0.54)),
            *((0.36, 0.78), (0.18, 0.94)),
        ),
        ((0.18, 0.94), (0.5, 0.92), (0.84, 0.93)),
    ),
    3: (
        ((0.22, 0.13), (0.48, 0.03), (0.73, 0.18), (0.64, 0.38), (0.42, 0.47)),
        ((0.42, 0.47), (0.66, 0.52), (0.77, 0.72), (0.6, 0.94), (0.36, 0.96), (0.18, 0.83)),
    ),
    4: (
        ((0.36, 0.04), (0.28, 0.32), (0.18, 0.58)),
        ((0.18, 0.58), (0.5, 0.57), (0.84, 0.56)),
        ((0.66, 0.26), (0.63, 0.6), (0.59, 0.98)),
    ),
    5: (
        ((0.77, 0.05), (0.55, 0.06), (0.34, 0.06)),
        ((0.34, 0.06), (0.31, 0.24), (0.28, 0.44)),
        ((0.28, 0.44), (0.5, 0.38), (0.74, 0.5), (0.77, 0.74), (0.56, 0.94), (0.22, 0.92)),
    ),
    6: (
        (
            *((0.66, 0.03), (0.4, 0.28), (0.25, 0.64), (0.36, 0.92), (0.6, 0.94)),
            *((0.73, 0.74), (0.6, 0.55), (0.38, 0.6), (0.27, 0.74)),
        ),
    ),
    7: (
        ((0.18, 0.09), (0.5, 0.08), (0.8, 0.07)),
        ((0.8, 0.07), (0.6, 0.5), (0.42, 0.97)),
    ),
    8: (
        (
            *((0.7, 0.16), (0.5, 0.03), (0.3, 0.18), (0.44, 0.42), (0.68, 0.62)),
            *((0.7, 0.86), (0.5, 0.97), (0.3, 0.84), (0.34, 0.62), (0.6, 0.4), (0.71, 0.18)),
        ),
    ),
    9: (
        ((0.7, 0.2), (0.5, 0.05), (0.28, 0.2), (0.34, 0.43), (0.56, 0.44), (0.7, 0.22)),
        ((0.7, 0.22), (0.69, 0.58), (0.6, 0.97)),
    ),
}
"""Each digit's strokes in a square of side 1, y down; where one starts as another ends, the pen
stays on the paper."""


def strokes(digit: int) -> list[NDArray[np.float64]]:
    """Return a digit's strokes, each (n, 2) in [0, 1], y down."""
    drawn: list[NDArray[np.float64]] = []
    for control in _CURVES[digit]:
        curve = through(np.array(control))
        # To the bit: a curve's first and last points are the very ones that it was given.
        if drawn and np.array_equal(drawn[-1][-1], curve[0]):
            drawn[-1] = np.concatenate([drawn[-1], curve[1:]])
        else:
            drawn.append(curve)
    return drawn
