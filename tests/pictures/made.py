"""Digits as people write them, drawn on paper of any light."""

import numpy as np

from mnist_pad.ink.spans import draw

# Each stroke by its corners, in heights of a digit: x, then y down.
_STROKES = {
    "0": [[(0.3, 0), (0.05, 0.3), (0.05, 0.7), (0.3, 1), (0.55, 0.7), (0.55, 0.3), (0.3, 0)]],
    "1": [[(0.1, 0), (0.1, 1)]],
    "2": [[(0, 0.2), (0.3, 0), (0.55, 0.25), (0, 1), (0.6, 1)]],
    "3": [[(0, 0), (0.5, 0), (0.2, 0.45), (0.55, 0.7), (0.3, 1), (0, 0.9)]],
    "4": [[(0.35, 0), (0, 0.6), (0.6, 0.6)], [(0.42, 0.3), (0.42, 1)]],
    "5": [[(0.1, 0.05), (0.05, 0.45), (0.5, 0.6), (0.4, 1), (0, 0.95)], [(0.2, 0), (0.55, 0)]],
    "7": [[(0, 0), (0.6, 0), (0.2, 1)]],
}


def written(
    number: str, *, height: float = 80.0, pen: float = 7.0, gap: float = 0.35, margin: float = 40.0
) -> np.ndarray:
    """Coverage of a number, (h, w), written with a round pen; all in pixels but the gap."""
    path, left = [], margin
    for sign in number:
        strokes = [np.array(stroke) * height + (left, margin) for stroke in _STROKES[sign]]
        path += [np.stack([stroke[:-1], stroke[1:]], axis=1) for stroke in strokes]
        left = max(stroke[:, 0].max() for stroke in strokes) + gap * height
    width, tall = round(left - gap * height + margin), round(height + 2 * margin)
    return draw(np.concatenate(path), pen / 2, width=width, height=tall, fineness=4).coverage()


def on_paper(
    coverage: np.ndarray, light: np.ndarray | float = 220.0, *, noise: float = 2.0
) -> np.ndarray:
    """Photograph ink, which takes three quarters of the light: uint8, (h, w)."""
    grain = np.random.default_rng(6).normal(0, noise, coverage.shape)
    return np.clip(np.rint(light * (1 - 0.75 * coverage) + grain), 0, 255).astype(np.uint8)
