"""A writer of our own making: digits in styles and a slant that are always the same person's.

`python -m tests.benchmarks.own_writer DIR` writes two files of drawings there: three of each digit
to learn from, `three.jsonl`, and thirty others, `others.jsonl`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from mnist_pad.dataset.drawings import Sample, write
from mnist_pad.dataset.pen_styles.style import Style
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.strokes import Ink

PAD = (400.0, 400.0)
PEN = 24.0
HEIGHT_PX = 240.0
CORNER_PX = 80.0

# Ways to write that neither MNIST nor the generator has, as a mirrored 4 and a 7 with a foot: the
# network misreads many of them.
HABITS = {
    0: ("50,2 14,18 2,50 16,84 50,98 86,82 98,50 84,17 50,2", "-6,50 106,50"),
    1: ("6,84 56,2! 58,50 60,98",),
    2: ("14,30 40,3 70,14 60,46 20,92! 2,74 30,64 60,84 110,100",),
    3: ("20,4 80,4! 46,38! 70,44 80,64 70,90 44,98 20,88",),
    4: ("70,2 74,40 60,58 34,56 20,40", "20,2 24,50 40,98"),
    5: ("80,4 40,4! 30,46! 54,38 76,52 74,78 50,97 20,90",),
    6: ("70,2 36,30 22,64 30,92 56,98 72,82 66,64 46,62 28,76",),
    7: ("10,14 50,9 88,5! 60,50 40,96", "10,96 80,98"),
    8: ("74,14 50,3 28,14 36,36 66,58 74,80 52,97 28,84 34,62 64,38 76,16",),
    9: ("76,20 50,2 24,20 32,44 60,42 76,12! 80,70 62,112 10,108 2,84 30,76",),
}


def drawings(each: int, seed: int) -> Iterator[Sample]:
    """Yield `each` drawings of every digit, digit by digit; other seeds, other drawings."""
    random = np.random.default_rng(seed)
    for digit, strokes in HABITS.items():
        style = Style(digit, "own", 1, strokes, 0.6, (0.1, 0.3))
        for number in range(each):
            drawn = [CORNER_PX + HEIGHT_PX * stroke for stroke in draw_strokes(style, random)]
            yield Sample(f"{digit}-{seed}-{number}", digit, Ink(tuple(drawn), PAD, PEN))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write(drawings(3, seed=1), folder / "three.jsonl")
    write(drawings(30, seed=2), folder / "others.jsonl")
