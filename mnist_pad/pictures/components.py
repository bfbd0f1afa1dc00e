"""Connected components of ink, and ink in numbered pieces of any kind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Mask = NDArray[np.bool_]
_Numbers = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Pieces:
    """Ink in pieces.

    `labels`, (h, w), numbers each pixel's piece from 1; 0 is paper. `boxes`, (n, 4), holds the
    first row and column of each piece and those past its last; `areas`, (n,), its pixels.
    """

    labels: _Numbers
    boxes: _Numbers
    areas: _Numbers

    @property
    def heights(self) -> _Numbers:
        """How high each is in pixels, (n,)."""
        return self.boxes[:, 2] - self.boxes[:, 0]

    @property
    def widths(self) -> _Numbers:
        """How wide each is in pixels, (n,)."""
        return self.boxes[:, 3] - self.boxes[:, 1]

    @property
    def sizes(self) -> _Numbers:
        """The longer side of each in pixels, (n,)."""
        return np.maximum(self.heights, self.widths)

    @property
    def at_rim(self) -> _Mask:
        """Which reach the rim of their picture, (n,)."""
        top, left, bottom, right = self.boxes.T
        height, width = self.labels.shape
        at_rim: _Mask = (top == 0) | (left == 0) | (bottom == height) | (right == width)
        return at_rim

    def only(self, kept: _Mask) -> _Mask:
        """Return the ink, (h, w), of the pieces that are kept, (n,)."""
        ink: _Mask = np.concatenate([[False], kept])[self.labels]
        return ink

    def crop(self, number: int) -> _Mask:
        """Return the ink of one piece, counted from 0, in its box."""
        top, left, bottom, right = self.boxes[number]
        crop: _Mask = self.labels[top:bottom, left:right] == number + 1
        return crop

    def around(self, number: int, reach: int) -> tuple[slice, slice]:
        """Return the rows and columns of one piece's box, and so many pixels around it."""
        top, left, bottom, right = self.boxes[number].tolist()
        rows = slice(max(0, top - reach), bottom + reach)
        return rows, slice(max(0, left - reach), right + reach)


def components(ink: _Mask) -> Pieces:
    """Take ink, (h, w), apart into pieces that do not touch; pixels that share a corner do.

    Runs of ink in each row are joined with those they touch in the next.
    """
    stride = ink.shape[1] + 2
    flat = np.pad(ink, ((0, 0), (1, 1))).ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    # The runs below that touch a run: those that neither end before it nor start after it.
    first = np.searchsorted(ends, starts + stride)
    touching = np.maximum(np.searchsorted(starts, ends + stride, side="right") - first, 0)
    above = np.repeat(np.arange(len(starts)), touching)
    below = np.arange(len(above)) + np.repeat(first - np.cumsum(touching) + touching, touching)
    _, runs = np.unique(_joined(len(starts), above, below), return_inverse=True)
    labels = np.zeros(flat.size, dtype=np.intp)
    labels[flat] = np.repeat(runs + 1, ends - starts)
    return pieces(labels.reshape(-1, stride)[:, 1:-1])


def pieces(labels: _Numbers) -> Pieces:
    """Return ink in pieces as `labels`, (h, w), number them, from 1 on and none left out."""
    rows, columns = np.nonzero(labels)
    numbers = labels[rows, columns] - 1
    count = int(numbers.max(initial=-1)) + 1
    low = np.full((count, 2), max(labels.shape, default=0), dtype=np.intp)
    high = np.zeros((count, 2), dtype=np.intp)
    for axis, places in enumerate((rows, columns)):
        np.minimum.at(low[:, axis], numbers, places)
        np.maximum.at(high[:, axis], numbers, places + 1)
    areas = np.bincount(numbers, minlength=count)
    return Pieces(labels, np.concatenate([low, high], axis=1), areas)


def _joined(count: int, one: _Numbers, other: _Numbers) -> _Numbers:
    """Return for each of `count` runs the first with which it is joined, directly or not."""
    root = np.arange(count)
    while True:
        least = np.minimum(root[one], root[other])
        before = root.copy()
        for joined in (root[one], root[other]):
            np.minimum.at(root, joined, least)
        root = root[root]
        if np.array_equal(root, before):
            return root
