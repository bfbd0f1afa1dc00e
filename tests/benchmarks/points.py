"""What one point more costs in drawings of 5,000 points, as the network is to read them."""

import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import Rasterizer
from mnist_pad.ink.strokes import Ink
from tests.benchmarks.rows import percentile, report

POINTS = 5_000
TIMED = 200
SIDE = 400.0

Drawing = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def around(angle: NDArray[np.float64], radius: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return points about the middle of the pad, shape (n, 2)."""
    return SIDE / 2 + np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def zigzag(number: NDArray[np.float64]) -> NDArray[np.float64]:
    """Go across the pad in 20 points and back again, ever lower."""
    across = np.abs(number % 40 - 20) / 20
    return SIDE * np.stack([0.1 + 0.8 * across, 0.1 + 0.8 * number / len(number)], axis=1)


DRAWINGS: dict[str, Drawing] = {
    "an outward spiral": lambda number: around(number / 80, 0.45 * SIDE * number / len(number)),
    "a scribble at random": lambda number: np.random.default_rng(5).uniform(
        0, SIDE, (len(number), 2)
    ),
    "a circle again and again": lambda number: around(number / 20, 0.4 * SIDE),
    "a zigzag": zigzag,
}


def costs_ms(points: NDArray[np.float64]) -> list[float]:
    """Return what each of the last points costs, once all before them are drawn."""
    rasterizer = Rasterizer()
    taken_ms = []
    for count in range(len(points) - TIMED, len(points) + 1):
        ink = Ink((points[:count],), (SIDE, SIDE), 20.0)
        started = time.perf_counter()
        rasterizer.rasterize(ink)
        taken_ms.append(1000 * (time.perf_counter() - started))
    return taken_ms[1:]


def main(rounds: int) -> None:
    """Time the last points of each drawing."""
    for name, drawing in DRAWINGS.items():
        points = drawing(np.arange(float(POINTS)))
        taken_ms = [taken for _ in range(rounds) for taken in costs_ms(points)]
        report(f"one point more of {name}, median", taken_ms, "ms")
        tail = [percentile(taken_ms, 99)]
        report(f"one point more of {name}, 99th percentile", tail, "ms", at_most=2)


if __name__ == "__main__":
    main(int(sys.argv[1]))
