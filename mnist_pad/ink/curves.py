"""Smooth curves through points."""

import numpy as np
from numpy.typing import NDArray


def through(
    points: NDArray[np.float64], *, tension: float = 0.5, points_per_span: int = 8
) -> NDArray[np.float64]:
    """Return a cardinal spline through points, (n, d) with n >= 2; the first and last are on it.

    It has (n - 1) * points_per_span + 1 points. `tension` scales the tangents: 0.5 is the curve
    of Catmull and Rom (1974), 0 the straight lines between the points.
    """
    # The first and the last point lack a neighbour: the one made up goes straight on.
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    # (n - 1, 1, d) each: a row for each span, against the (1, t, 1) of places along it.
    before, start, end, after = (padded[i : len(padded) - 3 + i, None] for i in range(4))
    t = np.linspace(0, 1, points_per_span, endpoint=False)[None, :, None]
    leaving, arriving = tension * (end - before), tension * (after - start)
    curve = (
        start
        + leaving * t
        + (3 * (end - start) - 2 * leaving - arriving) * t**2
        + (2 * (start - end) + leaving + arriving) * t**3
    )
    return np.concatenate([curve.reshape(-1, points.shape[1]), points[-1:]])
