"""Numbers as a hand writes them: digits side by side, each of its own strokes."""

import numpy as np

from mnist_pad.commands.sample_digits import strokes

WIDTH = 0.75
"""A digit's width, in its heights."""


def written(number, *, height=60.0, gap=0.25, corner=(10.0, 20.0), slant=0.0, uneven=0.0):
    """Return the strokes of a number and how many each digit has, rows one below the other.

    `gap` lies between the ink of neighbours, `uneven` is how far they stand off the base line, both
    in heights of a digit; `slant` is x by y.
    """
    left, top = corner
    all_strokes, counts = [], []
    for row, digits in enumerate(number.split("\n")):
        across = left
        for place, digit in enumerate(map(int, digits)):
            lean = np.array([[1.0, 0.0], [-slant, 1.0]])
            drawn = [stroke * [WIDTH * height, height] for stroke in strokes(digit)]
            first = min(stroke[:, 0].min() for stroke in drawn)
            down = top + (1.4 * row + uneven * (-1) ** place) * height
            all_strokes += [(stroke - [first, 0]) @ lean + [across, down] for stroke in drawn]
            counts.append(len(drawn))
            across += max(stroke[:, 0].max() for stroke in drawn) - first + gap * height
    return all_strokes, counts


def grouped(counts):
    """Return the strokes' numbers, digit by digit."""
    ends = np.cumsum(counts).tolist()
    return [tuple(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]


def line(*points, count=30):
    """Return a stroke of straight lines through points."""
    places = np.linspace(0, len(points) - 1, count)
    axes = np.array(points, float).T
    return np.stack([np.interp(places, np.arange(len(points)), axis) for axis in axes], axis=1)


def circle(middle, radius, *, start=-np.pi / 2, turn=2 * np.pi, count=40):
    """Return a stroke round a middle, `radius` across and down."""
    angle = start + np.linspace(0, turn, count)
    return np.array(middle) + np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius
