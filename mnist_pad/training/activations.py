"""Activation functions by hand, each with its derivative by hand."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from mnist_pad.recognizer.activation import Activation
from mnist_pad.training.tensorflow_import import tensorflow as tf

Tensor = Any
"""A tf.Tensor or what stands for one; TensorFlow has no types that mypy could check."""


def _sigmoid(x: Tensor) -> tuple[Tensor, Callable[[Tensor], Tensor]]:
    """Return 1 / (1 + exp(-x)), and what takes a gradient by it to one by x."""
    # The exponential of what is never above 0 does not overflow.
    power = tf.exp(-tf.abs(x))
    y = tf.where(x >= 0, tf.ones_like(x), power) / (1 + power)
    return y, lambda gradient: gradient * y * (1 - y)


def _tanh(x: Tensor) -> tuple[Tensor, Callable[[Tensor], Tensor]]:
    """Return (1 - exp(-2x)) / (1 + exp(-2x)), and what takes a gradient by it to one by x."""
    power = tf.exp(-2 * tf.abs(x))
    y = tf.sign(x) * (1 - power) / (1 + power)
    return y, lambda gradient: gradient * (1 - y * y)


ACTIVATION_FUNCTIONS: Final[Mapping[Activation, Callable[[Tensor], Tensor]]] = {
    # max(x, 0); where x is 0, TensorFlow takes the derivative for 0.
    "relu": tf.nn.relu,
    # The derivative of what is written above comes to the same, in more steps.
    "sigmoid": tf.custom_gradient(_sigmoid),
    "tanh": tf.custom_gradient(_tanh),
}
"""Each takes and returns any shape."""
