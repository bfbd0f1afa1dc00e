"""How pixels were scaled when weights were trained, found out where their file does not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Labelled
from mnist_pad.ink.scaling import SCALINGS, Scaling
from mnist_pad.recognizer.calibration import log_loss
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights

IMAGES: Final = 500
"""So many training images tell the scalings apart; reading them takes some milliseconds."""

# Two scalings that differ by less are taken to read equally well: two deviations of chance.
_CHANCE: Final = 0.02


@dataclass(frozen=True)
class Trial:
    """Which scaling was taken, and what fraction, in [0, 1], of `count` images each reads."""

    scaling: Scaling
    accuracies: Mapping[Scaling, float]
    count: int


def with_scaling_found(weights: Weights) -> tuple[Weights, Trial | None]:
    """Return weights that say how pixels are scaled; and the trial, where one had to tell.

    It is made on MNIST's first training images: the test set decides nothing. Takes a third of a
    second, nearly all of it for reading MNIST.

    Raises DataError where MNIST cannot be read.
    """
    if weights.says_scaling:
        return weights, None
    digits = mnist.load()
    trial = try_scalings(weights, (digits.x_train[:IMAGES], digits.y_train[:IMAGES]))
    return weights.with_scaling(trial.scaling), trial


def try_scalings(weights: Weights, images: Labelled) -> Trial:
    """Read images, n at least 1, with each scaling.

    Taken is the one that reads most of them right. From 0 to 1 and from 0 to 255, small biases
    make no difference to which digit is read: of those that read as many, give or take what is
    chance, the one is taken under which the labels are likeliest.
    """
    pixels, labels = images
    outputs = {
        scaling: Recognizer(weights.with_scaling(scaling)).logits(pixels) for scaling in SCALINGS
    }
    accuracies = {
        scaling: float((logits.argmax(axis=1) == labels).mean())
        for scaling, logits in outputs.items()
    }
    least = max(accuracies.values()) - _CHANCE
    good = [scaling for scaling in SCALINGS if accuracies[scaling] >= least]
    best = min(good, key=lambda scaling: log_loss(outputs[scaling], labels))
    return Trial(best, accuracies, len(labels))
