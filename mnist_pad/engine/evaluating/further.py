"""What takes longer than reading once: the map, and reading the images changed."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.engine.evaluating.findings import DigitMap
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.evaluating.judging import Judge, images_at_once
from mnist_pad.ink.raster import scale
from mnist_pad.recognizer import mapping
from mnist_pad.recognizer.calibration import prominence
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.recognizer.robustness import AMOUNTS, ChangedImages, Curve
from mnist_pad.recognizer.weights import Weights

MAPPED: Final = 10_000
"""More points than this are no map any more."""

CHANGED: Final = 2_000
"""So many images, evenly spaced, are read changed; fewer where the network is larger than ours."""

_FEWEST_CHANGED: Final = 200
_PARAMETERS: Final = 235_146


def chosen(images: LabelledImages, weights: Weights) -> NDArray[np.intp]:
    """Return which images are read changed: of the labelled that have a picture, some."""
    (able,) = np.nonzero((images.labels != UNLABELLED) & ~images.blank)
    parameters = sum(array.size for array in weights.parameters)
    most = np.clip(CHANGED * _PARAMETERS // parameters, _FEWEST_CHANGED, CHANGED)
    return evenly(able, int(most))


def evenly(among: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """Return at most so many, evenly spaced: where a set is sorted, some of each digit."""
    if len(among) <= most:
        return among
    return among[np.linspace(0, len(among) - 1, most).astype(np.intp)]


def points() -> int:
    """Return how many points all curves have together."""
    return sum(map(len, AMOUNTS.values()))


def measured(judge: Judge, images: LabelledImages, which: NDArray[np.intp]) -> Iterator[int]:
    """Measure the curves of `judge`, point by point; yields how many images were read each time."""
    tried = ChangedImages(
        images.images[which], judge.weights, at_once=images_at_once(judge.weights)
    )
    labels = images.labels[which]
    for change, amounts in AMOUNTS.items():
        curve = Curve(change, len(which))
        for amount in amounts:
            right = refused = start = 0
            for outputs in tried.logits(change, amount):
                answers = outputs.argmax(axis=1)
                right += int((answers == labels[start : start + len(outputs)]).sum())
                threshold = judge.weights.meta.rejection_threshold
                refused += int((prominence(outputs) < threshold).sum())
                start += len(outputs)
                if start == len(which):
                    curve = curve.with_point(amount, right=right, refused=refused)
                    judge.curves = MappingProxyType({**judge.curves, change: curve})
                yield len(outputs)


def mapped(images: LabelledImages, weights: Weights) -> Iterator[DigitMap | None]:
    """Make a map; yields None as often as it may be given up, and at last the map if there is one.

    There is none where what the last hidden layer answers varies in fewer than two directions.
    """
    (able,) = np.nonzero(~images.blank)
    which = evenly(able, MAPPED)
    fitted = which if _units(weights) <= mapping.WIDE else evenly(which, mapping.FEW)
    answers = []
    for some in _some(fitted, weights):
        answers.append(_hidden(images, some, weights))
        yield None
    plane = mapping.fit(np.concatenate(answers))
    yield None
    if plane is None:
        return
    points = []
    if len(fitted) == len(which):
        points = [plane.place(some) for some in answers]
    else:
        for some in _some(which, weights):
            points.append(plane.place(_hidden(images, some, weights)))
            yield None
    yield DigitMap(plane, which, np.concatenate(points))


def _hidden(
    images: LabelledImages, which: NDArray[np.intp], weights: Weights
) -> NDArray[np.float64]:
    inputs = scale(images.images[which], weights.meta.scaling)
    return mapping.last_hidden_of_all(weights, inputs)


def _some(which: NDArray[np.intp], weights: Weights) -> Iterator[NDArray[np.intp]]:
    step = images_at_once(weights)
    return (which[start : start + step] for start in range(0, len(which), step))


def _units(weights: Weights) -> int:
    """Return how many numbers the output layer gets."""
    return weights.layer_sizes[-2]
