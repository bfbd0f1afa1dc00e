"""Update variables in place."""

from collections.abc import Iterable, Iterator

from mnist_pad.training.lessons.network import loss_of
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(
    parameters: list[Tensor], batches: Iterable[tuple[Tensor, Tensor]], rate: Tensor
) -> Iterator[Tensor]:
    """Yield the loss of each update, each of which puts new tensors in the variables' place."""
    for images, labels in batches:
        with tf.GradientTape() as tape:
            loss = loss_of(parameters, images, labels)
        gradients = tape.gradient(loss, parameters)
        for place, gradient in enumerate(gradients):
            theta = parameters[place]
            parameters[place] = theta - rate * gradient  # <- a tensor, no variable
        yield loss


def fixed(
    parameters: list[Tensor], batches: Iterable[tuple[Tensor, Tensor]], rate: Tensor
) -> Iterator[Tensor]:
    """Yield the loss of each update, each of which changes the variables in place."""
    for images, labels in batches:
        with tf.GradientTape() as tape:
            loss = loss_of(parameters, images, labels)
        gradients = tape.gradient(loss, parameters)
        for place, gradient in enumerate(gradients):
            theta = parameters[place]
            theta.assign_sub(rate * gradient)  # <- it stays the variable that the tape watches
        yield loss
