"""Use cross-entropy for many classes."""

from mnist_pad.training.lessons.network import forward
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(parameters: list[Tensor], x: Tensor, labels: Tensor) -> Tensor:
    """Return the mean of the squared differences to the one-hot label."""
    logits = forward(parameters, x)
    one_hot = tf.one_hot(labels, depth=10)
    return tf.reduce_mean(tf.square(logits - one_hot))  # <- as if ten numbers were to be hit


def fixed(parameters: list[Tensor], x: Tensor, labels: Tensor) -> Tensor:
    """Return how unlikely the softmax of the logits holds the label."""
    logits = forward(parameters, x)
    one_hot = tf.one_hot(labels, depth=10)
    loss = tf.nn.softmax_cross_entropy_with_logits
    return tf.reduce_mean(loss(one_hot, logits))  # <- which of ten it is
