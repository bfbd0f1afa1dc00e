"""What the window leaves on the disk, as another program finds it, and ink to put there."""

import numpy as np

from mnist_pad.base import folders
from mnist_pad.dataset.collection import Collection
from mnist_pad.ink.strokes import Ink


def samples():
    """Return the drawings that were kept, as another program finds them."""
    return Collection().read()[0]


def labels():
    """Return what they were kept as, in that order."""
    return [sample.label for sample in samples()]


def runs():
    """Return the weights files of the runs that were kept, the oldest first."""
    return sorted((folders.data() / "runs").rglob("weights.npz"))


def ink(paths):
    """Return ink of strokes in a square of side 1."""
    points = [(np.asarray(path) * 250 + 70).tolist() for path in paths]
    return Ink.from_points(points, pad=(400, 400), pen=24)
