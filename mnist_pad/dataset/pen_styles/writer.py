"""Images of digits in every pen style, as many as are asked for."""

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.pen_styles.hands import as_hands_do
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments


def write(count: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return `count` images and their labels; the same for the same seed, in random order.

    Images are uint8, shape (count, 28, 28), 0 (paper) to 255 (ink), drawn as the pad draws them;
    labels are uint8, shape (count,). Digits differ in number by one at most; within a digit,
    styles come by their weight. One image takes about a millisecond.
    """
    random = np.random.default_rng(seed)
    labels = random.permutation(np.arange(count) % 10)
    images = np.empty((count, 28, 28), np.uint8)
    for digit in range(10):
        styles = [style for style in STYLES if style.digit == digit]
        weights = np.array([style.weight for style in styles])
        places = np.flatnonzero(labels == digit)
        chosen = random.choice(len(styles), len(places), p=weights / weights.sum())
        for place, style in zip(places, chosen, strict=True):
            strokes = as_hands_do(draw_strokes(styles[style], random), random)
            images[place] = draw_digit(segments(tuple(strokes))).image
    return images, labels.astype(np.uint8)
