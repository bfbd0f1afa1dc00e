"""A run's state as weights that can be saved, and the way back."""

from dataclasses import replace
from typing import Final

from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.calibration import fit_temperature, fit_threshold, prominence
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.snapshots import meta_of
from mnist_pad.training.step import TrainingStep

REJECTED_SHARE: Final = 0.0025
"""So many of the digits held out may be called no digit; of others, it will be some more."""


def capture(training_step: TrainingStep, step: int, *, test_accuracy: float | None) -> Weights:
    """Return the weights after `step` updates, with all that a resumed run needs."""
    known = meta_of(training_step.config, step=step, steps_per_epoch=training_step.steps_per_epoch)
    fingerprint = training_step.digits.fingerprint
    meta = replace(known, data_fingerprint=fingerprint, test_accuracy=test_accuracy)
    return Weights(training_step.network.values(), meta, training_step.optimizer.state())


def calibrated(weights: Weights, held_out: Labelled) -> Weights:
    """Return the weights with temperature and threshold fitted on images not learnt from."""
    images, labels = held_out
    outputs = Recognizer(weights).logits(images)
    temperature = fit_temperature(outputs, labels)
    threshold = fit_threshold(prominence(outputs), REJECTED_SHARE)
    meta = replace(weights.meta, temperature=temperature, rejection_threshold=threshold)
    return replace(weights, meta=meta)


def restore(training_step: TrainingStep, weights: Weights) -> int:
    """Take up weights that a run can go on from, and what the optimizer remembered.

    Returns the updates made before.
    """
    if weights.meta.step or weights.optimizer_state:
        # First what may be refused: nothing has been changed then.
        training_step.optimizer.restore(weights.optimizer_state)
    training_step.network.assign(weights.parameters)
    return weights.meta.step
