"""Scale the features."""

from mnist_pad.training.lessons.network import forward, squared_error, truncated_normal
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(images: Tensor, labels: Tensor) -> Tensor:
    """Return the first loss on pixels as they are, 0 to 255."""
    x = tf.cast(images, tf.float32)  # <- 0 to 255
    sizes = (784, 256, 128, 10)
    parameters = truncated_normal(sizes, stddev=1.0)
    return squared_error(forward(parameters, x), labels)


def fixed(images: Tensor, labels: Tensor) -> Tensor:
    """Return the first loss on scaled pixels; that the weights start smaller is lesson 5."""
    x = tf.cast(images, tf.float32) / 255 - 0.5  # <- -0.5 to 0.5
    sizes = (784, 256, 128, 10)
    parameters = truncated_normal(sizes, stddev=0.1)
    return squared_error(forward(parameters, x), labels)
