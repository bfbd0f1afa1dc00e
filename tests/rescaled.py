"""What ships, as if it had been trained on pixels scaled otherwise."""

from dataclasses import replace

import numpy as np

from mnist_pad.recognizer.weights import shipped

# Factor and shift that make of pixels scaled so what ships takes: pixel / 255 - 0.5.
TO_CENTRED = {"centred": (1, 0), "unit": (1, -0.5), "raw": (1 / 255, -0.5)}


def taught(scaling):
    """Return weights that answer to pixels scaled so as the shipped ones do to theirs."""
    weights = shipped()
    theta, bias, *others = (array.astype(np.float64) for array in weights.parameters)
    factor, shift = TO_CENTRED[scaling]
    # (factor x + shift) theta + bias, multiplied out.
    parameters = (factor * theta, shift * theta.sum(axis=0) + bias, *others)
    single = tuple(array.astype(np.float32) for array in parameters)
    return replace(weights, parameters=single, meta=replace(weights.meta, scaling=scaling))
