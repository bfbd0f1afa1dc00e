"""Gradient descent, four ways: an update formula each, and one holder of what they remember."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.network import Network, Tensor
from mnist_pad.training.resuming import SLOTS, check_state
from mnist_pad.training.tensorflow_import import tensorflow as tf

ADAM_VARIANCE_DECAY: Final = 0.999
# As Keras's Adam has it; the paper has 1e-8.
ADAM_EPSILON: Final = 1e-7

MUON_ITERATIONS: Final = 4
MUON_COEFFICIENTS: Final = (3.4445, -4.7750, 2.0315)
"""Of the polynomial that each iteration puts singular values through; Jordan's, as are Keras's."""
# Beside this, updates are as large as Adam's mostly are (Liu et al. 2025, section 2.2).
MUON_ROOT_MEAN_SQUARE: Final = 0.2


class Rule(Protocol):
    """An update formula; `slots` names what it remembers of each parameter."""

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the tensors remembered, each of its parameter's shape, zero at first."""

    @property
    def linear(self) -> bool:
        """Whether rate and gradient enter as their product alone."""

    def update(
        self, gradient: Tensor, memory: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Return what to subtract from the parameter, and the new memory; `step` counts from 1."""


@dataclass(frozen=True)
class Sgd:
    """The article's: theta - rate * gradient."""

    slots: tuple[str, ...] = SLOTS["sgd"]
    linear: bool = True

    def update(
        self, gradient: Tensor, memory: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Return rate * gradient; there is nothing to remember."""
        return learning_rate * gradient, ()


@dataclass(frozen=True)
class Momentum:
    """The heavy ball (Polyak 1964): velocity = momentum * velocity + rate * gradient."""

    momentum: float
    slots: tuple[str, ...] = SLOTS["momentum"]
    linear: bool = True

    def update(
        self, gradient: Tensor, memory: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Return the new velocity, which is also what is remembered."""
        (velocity,) = memory
        velocity = self.momentum * velocity + learning_rate * gradient
        return velocity, (velocity,)


@dataclass(frozen=True)
class Adam:
    """Kingma and Ba 2015, "Adam", algorithm 1 with the order changed as in its section 2."""

    mean_decay: float
    slots: tuple[str, ...] = SLOTS["adam"]
    linear: bool = False

    def update(
        self, gradient: Tensor, memory: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Return the step along the mean gradient, over its root mean square."""
        mean, variance = memory
        mean = mean + (1 - self.mean_decay) * (gradient - mean)
        variance = variance + (1 - ADAM_VARIANCE_DECAY) * (tf.square(gradient) - variance)
        # Both start at zero; this takes that bias out.
        unbiased = tf.sqrt(1 - ADAM_VARIANCE_DECAY**step) / (1 - self.mean_decay**step)
        change = learning_rate * unbiased * mean / (tf.sqrt(variance) + ADAM_EPSILON)
        return change, (mean, variance)


@dataclass(frozen=True)
class Muon:
    """Jordan et al. 2024, "Muon": momentum, its singular values all made about equal.

    A gradient of many images is mostly along a few directions; made orthogonal, an update goes as
    far along each of the others. A bias is a matrix of one row: its update has a fixed length.
    """

    momentum: float
    slots: tuple[str, ...] = SLOTS["muon"]
    linear: bool = False

    def update(
        self, gradient: Tensor, memory: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Return the step along the momentum made orthogonal, whatever its length was."""
        (velocity,) = memory
        velocity = self.momentum * velocity + gradient
        # As seen from where the momentum leads (Nesterov 1983).
        ahead = gradient + self.momentum * velocity
        matrix = ahead if ahead.shape.rank == 2 else ahead[tf.newaxis]
        size = MUON_ROOT_MEAN_SQUARE * math.sqrt(max(matrix.shape))
        change = learning_rate * size * tf.reshape(_orthogonal(matrix), ahead.shape)
        return change, (velocity,)


def _orthogonal(matrix: Tensor) -> Tensor:
    """Return U V' of a matrix U S V', about: singular values of 0.7 to 1.2, but for tiny ones."""
    tall = matrix.shape[0] > matrix.shape[1]
    x = tf.transpose(matrix) if tall else matrix  # (m, n), m the smaller
    x /= tf.norm(x) + ADAM_EPSILON
    # Newton and Schulz's iteration, x <- (a + b g + c g g) x with g = x x', on the small g alone.
    linear, cubic, quintic = MUON_COEFFICIENTS
    identity = tf.eye(x.shape[0])
    gram = x @ tf.transpose(x)  # (m, m)
    product = identity
    for iteration in range(MUON_ITERATIONS):
        factor = linear * identity + cubic * gram + quintic * (gram @ gram)
        product = factor @ product if iteration else factor
        if iteration < MUON_ITERATIONS - 1:
            gram = factor @ gram @ factor
    x = product @ x
    return tf.transpose(x) if tall else x


def rule_of(config: TrainingConfig) -> Rule:
    """Return the formula that the settings name."""
    match config.optimizer:
        case "sgd":
            return Sgd()
        case "momentum":
            return Momentum(config.momentum)
        case "adam":
            return Adam(config.momentum)
        case "muon":
            return Muon(config.momentum)


class Optimizer:
    """Applies a rule to a network's variables, in place, and keeps the rule's memory.

    Weight decay is decoupled from the gradient (Loshchilov and Hutter 2019, "Decoupled Weight
    Decay Regularization"): rate * decay * theta is subtracted too, from the thetas only.

    `linear` tells that gradients may come with the learning rate already in them; the rate to
    apply them with is then 1.
    """

    def __init__(self, network: Network, rule: Rule, *, weight_decay: float = 0.0) -> None:
        self._rule = rule
        self._weight_decay = weight_decay
        # Decay takes the rate without a gradient.
        self.linear = rule.linear and not weight_decay
        self._parameters = network.parameters
        self._slots: dict[str, Any] = {
            f"{slot}_{name}": tf.Variable(tf.zeros_like(parameter))
            for name, parameter in zip(network.names, network.parameters, strict=True)
            for slot in rule.slots
        }
        # XLA makes one pass over memory of a rule that reads and writes several tensors; for
        # plain descent its call costs more than it saves.
        self.apply = tf.function(self._apply, jit_compile=True) if rule.slots else self._apply

    @property
    def variables(self) -> list[Any]:
        """The memory's variables, in the order of `state`."""
        return list(self._slots.values())

    def state(self) -> dict[str, NDArray[np.float32]]:
        """Return copies of the memory, by names such as `velocity_theta_1`."""
        return {name: slot.numpy().copy() for name, slot in self._slots.items()}

    def restore(self, state: Mapping[str, NDArray[np.float32]]) -> None:
        """Take up what `state` returned.

        Raises WeightsError where that was another optimizer's, or another network's.
        """
        check_state({name: slot.shape for name, slot in self._slots.items()}, state)
        for name, slot in self._slots.items():
            slot.assign(state[name])

    def _apply(self, gradients: Sequence[Tensor], learning_rate: Tensor, step: Tensor) -> None:
        width = len(self._rule.slots)
        slots = list(self._slots.values())
        for index, (parameter, gradient) in enumerate(
            zip(self._parameters, gradients, strict=True)
        ):
            # Slots lie parameter by parameter, as they were made.
            memory = slots[index * width : (index + 1) * width]
            change, renewed = self._rule.update(
                gradient, memory, learning_rate=learning_rate, step=step
            )
            if self._weight_decay and parameter.shape.rank == 2:
                change += learning_rate * self._weight_decay * parameter
            parameter.assign_sub(change)
            for slot, value in zip(memory, renewed, strict=True):
                slot.assign(value)
