"""Whether a data set's images lie as the network reads them: transposed and inverted sets are not.

A network reads hardly any digit of such a set, and nothing else says why.
"""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.conversion import Turn, turned
from mnist_pad.dataset.digits import Digits
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped

_LOOKED_AT: Final = 200

# Of MNIST's own test images, 99 % are read right, and by any turn 15 % at most.
_FAR_BETTER: Final = 0.25
# One or two may be read right by chance.
_FEWEST_GAINED: Final = 3


@dataclass(frozen=True)
class Comparison:
    """Of `count` images, how many are read right as they lie and turned in the way of `turn`."""

    turn: Turn
    count: int
    right: int
    right_turned: int


def better_turned(digits: Digits) -> Comparison | None:
    """Return by which turn the shipped network reads a set far better; None where by none."""
    images, labels = _some(digits)
    recognizer = Recognizer(shipped())

    def right(turn: Turn) -> int:
        answers = recognizer.probabilities(turned(images, turn)).argmax(axis=1)
        return int((answers == labels).sum())

    as_it_lies, *others = (Turn(*each) for each in product((False, True), repeat=2))
    now = right(as_it_lies)
    best, most = max(((turn, right(turn)) for turn in others), key=lambda pair: pair[1])
    gained = most - now
    if gained < max(_FEWEST_GAINED, _FAR_BETTER * len(labels)):
        return None
    return Comparison(best, len(labels), now, most)


def _some(digits: Digits) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return some images from all over the set: it may be sorted."""
    is_tested = len(digits.x_test) > 0
    images = digits.x_test if is_tested else digits.x_train
    labels = digits.y_test if is_tested else digits.y_train
    step = -(-len(labels) // _LOOKED_AT)
    return images[::step], labels[::step]
