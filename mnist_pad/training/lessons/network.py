"""The article's network in a few functions, for the lessons whose code runs as it is shown."""

from collections.abc import Sequence
from itertools import pairwise

from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def truncated_normal(layer_sizes: Sequence[int], stddev: float) -> list[Tensor]:
    """Return theta_1, bias_1, theta_2, ... as variables; the biases are zero."""
    parameters = []
    for inputs, outputs in pairwise(layer_sizes):
        theta = tf.random.truncated_normal((inputs, outputs), stddev=stddev)
        parameters += [tf.Variable(theta), tf.Variable(tf.zeros(outputs))]
    return parameters


def forward(parameters: Sequence[Tensor], x: Tensor) -> Tensor:
    """Return the logits, (n, 10), of scaled images, (n, 784)."""
    *hidden, (theta, bias) = zip(parameters[::2], parameters[1::2], strict=True)
    for theta_hidden, bias_hidden in hidden:
        x = tf.nn.relu(x @ theta_hidden + bias_hidden)
    return x @ theta + bias


def loss_of(parameters: Sequence[Tensor], images: Tensor, labels: Tensor) -> Tensor:
    """Return the mean cross-entropy of scaled images, (n, 784), and their labels, (n,)."""
    one_hot = tf.one_hot(labels, depth=10)
    logits = forward(parameters, images)
    return tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(one_hot, logits))


def squared_error(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean squared difference of logits, (n, 10), to the one-hot labels."""
    return tf.reduce_mean(tf.square(logits - tf.one_hot(labels, depth=10)))
