"""The network built by hand: variables, and the forward pass through them."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.activation import DEFAULT_ACTIVATION, Activation
from mnist_pad.training.activations import ACTIVATION_FUNCTIONS
from mnist_pad.training.tensorflow_import import tensorflow as tf

Tensor = Any
"""A tf.Tensor or what stands for one; TensorFlow has no types that mypy could check."""


class Network:
    """Fully connected layers, an activation function between them.

    `parameters` are the variables theta_1, bias_1, theta_2, bias_2, ... in that order: each theta
    float32 of shape (inputs, outputs), each bias float32 of shape (outputs,).
    """

    def __init__(
        self,
        layer_sizes: Sequence[int],
        *,
        weight_deviation: float | None,
        seed: int,
        activation: Activation = DEFAULT_ACTIVATION,
    ) -> None:
        """Draw the thetas from a normal truncated at two deviations; the biases start at zero.

        `weight_deviation` None takes sqrt(2 / inputs) layer by layer (He et al. 2015, "Delving
        Deep into Rectifiers"); with 0, all weights are zero. The same seed draws the same weights.
        """
        self._activate = ACTIVATION_FUNCTIONS[activation]
        self.parameters: list[Any] = []
        for layer, (inputs, outputs) in enumerate(pairwise(layer_sizes), start=1):
            deviation = math.sqrt(2 / inputs) if weight_deviation is None else weight_deviation
            # A stream for each layer: under one seed, all would begin with the same numbers.
            theta = tf.random.stateless_truncated_normal(
                (inputs, outputs), seed=(seed, layer), stddev=deviation
            )
            self.parameters += [
                tf.Variable(theta, name=f"theta_{layer}"),
                tf.Variable(tf.zeros(outputs), name=f"bias_{layer}"),
            ]

    @property
    def names(self) -> list[str]:
        """theta_1, bias_1, theta_2, ..., as the weights file names them."""
        # TensorFlow appends the number of an output.
        return [parameter.name.removesuffix(":0") for parameter in self.parameters]

    @property
    def thetas(self) -> list[Any]:
        """The variables theta_1, theta_2, ... alone."""
        return self.parameters[::2]

    @property
    def hidden(self) -> list[tuple[Any, Any]]:
        """The variables (theta, bias) of each layer but the last."""
        return list(zip(self.parameters[:-2:2], self.parameters[1:-2:2], strict=True))

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits, (n, 10), of scaled images, (n, 784)."""
        theta, bias = self.parameters[-2:]
        for theta_hidden, bias_hidden in self.hidden:
            # (n, 784) @ (784, 256) -> (n, 256); then (n, 256) @ (256, 128) -> (n, 128)
            x = self._activate(x @ theta_hidden + bias_hidden)
        return x @ theta + bias  # (n, 128) @ (128, 10) -> (n, 10)

    def values(self) -> tuple[NDArray[np.float32], ...]:
        """Return copies of the parameters."""
        return tuple(parameter.numpy().copy() for parameter in self.parameters)

    def assign(self, values: Sequence[Any]) -> None:
        """Set the parameters, in place."""
        for parameter, value in zip(self.parameters, values, strict=True):
            parameter.assign(value)
