"""Start so that outputs are of order 1."""

from mnist_pad.training.lessons.network import forward, squared_error, truncated_normal
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(images: Tensor, labels: Tensor) -> Tensor:
    """Return the first loss of weights that start far too wide."""
    x = tf.cast(images, tf.float32) / 255 - 0.5
    sizes = (784, 256, 128, 10)
    parameters = truncated_normal(sizes, stddev=1.0)  # <- each layer enlarges
    return squared_error(forward(parameters, x), labels)


def fixed(images: Tensor, labels: Tensor) -> Tensor:
    """Return the first loss of weights that keep what they are given at its size."""
    x = tf.cast(images, tf.float32) / 255 - 0.5
    sizes = (784, 256, 128, 10)
    parameters = truncated_normal(sizes, stddev=0.1)  # <- of the order of 1
    return squared_error(forward(parameters, x), labels)
