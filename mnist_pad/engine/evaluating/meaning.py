"""Which figures have no meaning for a set of images, and why."""

import numpy as np

from mnist_pad.engine.evaluating.findings import (
    NO_IMAGES,
    NO_LABELS,
    NO_PICTURES,
    ONE_DIGIT,
    TOO_FEW,
    Figure,
)
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.recognizer.evaluation import UNLABELLED

FEWEST_MAPPED = 3

_OF_LABELS: tuple[Figure, ...] = ("accuracy", "recall", "comparison")
_OF_PICTURES: tuple[Figure, ...] = ("confusion", "precision", "reliability", "curves")


def missing(images: LabelledImages) -> dict[Figure, str]:
    """Return the figures that have no meaning, each with its reason."""
    labelled = images.labels != UNLABELLED
    pictured = ~images.blank
    reasons: dict[Figure, str] = {}
    if int(pictured.sum()) < FEWEST_MAPPED:
        reasons["map"] = TOO_FEW
    if not len(images):
        reasons |= dict.fromkeys((*_OF_LABELS, *_OF_PICTURES), NO_IMAGES)
    elif not labelled.any():
        reasons |= dict.fromkeys((*_OF_LABELS, *_OF_PICTURES), NO_LABELS)
    elif not (labelled & pictured).any():
        reasons |= dict.fromkeys(_OF_PICTURES, NO_PICTURES)
    elif len(np.unique(images.labels[labelled])) == 1:
        reasons["precision"] = ONE_DIGIT
    return reasons
