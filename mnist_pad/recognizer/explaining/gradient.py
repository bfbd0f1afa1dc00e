"""Saliency: a logit's gradient by the input, by hand, as backpropagation has it."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.activation import Activation
from mnist_pad.recognizer.explaining.pixels import Image, inputs_of
from mnist_pad.recognizer.forward import Activations, activations
from mnist_pad.recognizer.weights import CLASSES, Weights

# A float32 times it, summed over the widest layer, is still far within float64.
_LARGEST: Final = 1e200


def saliency(weights: Weights, image: Image, digit: int) -> NDArray[np.float64]:
    """Return how a digit's logit answers to each scaled pixel, its gradient, shape (784,).

    `image` is grey levels from 0 to 255, (28, 28) or (784,) (Simonyan et al. 2014, section 3).
    Finite: where float64 would overflow, the gradient keeps its direction and is cut off in length.
    """
    inputs = inputs_of(image, weights.meta.scaling)
    gradient: NDArray[np.float64] = input_gradient(weights, inputs, np.eye(CLASSES)[[digit]])[0]
    return gradient


def input_gradient(
    weights: Weights, inputs: NDArray[np.float32], seeds: NDArray[Any]
) -> NDArray[np.float64]:
    """Return the gradient by scaled pixels, (n, 784), of the logits weighed by `seeds`, (n, 10).

    `inputs` has shape (n, 784), or (1, 784) for several seeds at the same place: with the unit
    matrix for seeds, that is the network's Jacobian.
    """
    return backward(weights, activations(weights, inputs), seeds)


def backward(weights: Weights, layers: Activations, seeds: NDArray[Any]) -> NDArray[np.float64]:
    """Return what `input_gradient` does, given what the layers answered, (n, units) each."""
    if all(layer.dtype == np.float32 for layer in layers):
        # An overflow is looked for below; NumPy's warning would tell nobody anything.
        with np.errstate(all="ignore"):
            gradient = _backward(weights, layers, seeds.astype(np.float32))
        if np.isfinite(gradient).all():
            return gradient.astype(np.float64)
    return _backward(weights, layers, seeds.astype(np.float64), cut_off=True)


def slope(hidden: NDArray[Any], activation: Activation) -> NDArray[Any]:
    """Return the activation's derivative where it answered `hidden`, of any shape."""
    if activation == "relu":
        # Where the sum is 0, TensorFlow takes the derivative for 0.
        return (hidden > 0).astype(hidden.dtype)
    return np.asarray(hidden * (1 - hidden) if activation == "sigmoid" else 1 - hidden * hidden)


def _backward(
    weights: Weights, layers: Activations, seeds: NDArray[Any], *, cut_off: bool = False
) -> NDArray[Any]:
    gradient = seeds
    for theta, hidden in _from_the_end(weights, layers):
        # (n, units) @ (units, inputs) -> (n, inputs)
        gradient = gradient @ theta.T.astype(gradient.dtype, copy=False)
        if hidden is not None:
            gradient = gradient * slope(hidden, weights.meta.activation)
        if cut_off:
            largest = np.abs(gradient).max(axis=1, keepdims=True, initial=0)
            gradient = gradient * (_LARGEST / np.maximum(largest, _LARGEST))
    return gradient


def _from_the_end(
    weights: Weights, layers: Activations
) -> Iterator[tuple[NDArray[np.float32], NDArray[Any] | None]]:
    """Yield each theta, the last one first, and what the hidden layer before it answered."""
    thetas = weights.parameters[::2]
    yield from zip(reversed(thetas), (*reversed(layers[:-1]), None), strict=True)
