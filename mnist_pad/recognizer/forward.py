"""The network's forward pass in NumPy: what the tape's network computes, without TensorFlow."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.activation import Activation, activated
from mnist_pad.recognizer.weights import Weights

# Times the largest float32 and summed over the widest layer, still a float64.
_LARGEST_ACTIVATION: Final = 1e200

Activations = tuple[NDArray[Any], ...]
"""What each layer answers, (n, units) each: the hidden ones as activated, then the logits."""


def logits(weights: Weights, inputs: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the raw outputs, finite, shape (n, 10), for scaled pixels of shape (n, 784).

    Weights of a run about to diverge overflow float32. Those images are computed once more in
    float64, activations cut off at 1e200.
    """
    activation = weights.meta.activation
    # An overflow is looked for below; NumPy's warning would tell nobody anything.
    with np.errstate(all="ignore"):
        outputs = _layers(weights.parameters, inputs, activation, ceiling=np.inf)[-1]
    outputs = outputs.astype(np.float64)
    overflown = ~np.isfinite(outputs).all(axis=1)
    if overflown.any():
        parameters = [array.astype(np.float64) for array in weights.parameters]
        wide = inputs[overflown].astype(np.float64)
        layers = _layers(parameters, wide, activation, ceiling=_LARGEST_ACTIVATION)
        outputs[overflown] = layers[-1]
    return outputs


def activations(weights: Weights, inputs: NDArray[np.float32]) -> Activations:
    """Return what each layer answers to scaled pixels, (n, 784): the hidden ones, then the logits.

    (n, 256), (n, 128) and (n, 10) for the layers that ship. Finite as `logits` are.
    """
    activation = weights.meta.activation
    with np.errstate(all="ignore"):
        layers = _layers(weights.parameters, inputs, activation, ceiling=np.inf)
    if all(np.isfinite(layer).all() for layer in layers):
        return tuple(layers)
    wide = [array.astype(np.float64) for array in weights.parameters]
    exact = inputs.astype(np.float64)
    return tuple(_layers(wide, exact, activation, ceiling=_LARGEST_ACTIVATION))


def softmax(logits: NDArray[np.float64], temperature: float = 1.0) -> NDArray[np.float32]:
    """Return probabilities that sum to 1 along the last axis, for logits of shape (..., 10).

    `temperature` above 1 makes them more cautious, below 1 bolder (Guo et al. 2017, section 4).
    """
    # Less the largest, no exponential overflows; far below it, one vanishes, as it should.
    with np.errstate(over="ignore", under="ignore"):
        powers = np.exp((logits - logits.max(axis=-1, keepdims=True)) / temperature)
    probabilities = powers / powers.sum(axis=-1, keepdims=True)
    return np.asarray(probabilities, np.float32)


def _layers(
    parameters: Sequence[NDArray[Any]],
    inputs: NDArray[Any],
    activation: Activation,
    *,
    ceiling: float,
) -> list[NDArray[Any]]:
    layers, hidden = [], inputs
    for theta, bias in zip(parameters[:-2:2], parameters[1:-2:2], strict=True):
        # (n, inputs) -> (n, units)
        hidden = activated(hidden @ theta + bias, activation, ceiling=ceiling)
        layers.append(hidden)
    layers.append(hidden @ parameters[-2] + parameters[-1])  # (n, units) -> (n, 10)
    return layers
