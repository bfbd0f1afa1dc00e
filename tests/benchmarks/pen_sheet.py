"""The pen styles on a sheet, a row a digit: `python -m tests.benchmarks.pen_sheet OUT.png`."""

import sys
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments

CELL_PX: Final = 28
ENLARGEMENT: Final = 2


def sheet(seed: int) -> NDArray[np.uint8]:
    """Return one drawing of each style, dark on white, a row for each digit, styles across.

    uint8, shape (10 * 28, 28 * styles of the digit that has the most).
    """
    random = np.random.default_rng(seed)
    rows = [[style for style in STYLES if style.digit == digit] for digit in range(10)]
    ink = np.zeros((10, CELL_PX, max(map(len, rows)), CELL_PX), np.uint8)
    for row, styles in enumerate(rows):
        for column, style in enumerate(styles):
            strokes = draw_strokes(style, random)
            ink[row, :, column] = draw_digit(segments(tuple(strokes))).image
    return 255 - ink.reshape(10 * CELL_PX, -1)


if __name__ == "__main__":
    picture = Image.fromarray(sheet(seed=0))
    size = (picture.width * ENLARGEMENT, picture.height * ENLARGEMENT)
    picture.resize(size, Image.Resampling.BICUBIC).save(sys.argv[1])
