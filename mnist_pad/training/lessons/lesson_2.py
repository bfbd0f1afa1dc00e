"""Compare equal types."""

from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the fraction of answers that are right, of labels that are int32."""
    answers = tf.argmax(logits, axis=1)
    right = tf.equal(answers, labels)  # <- int64 against int32
    return tf.reduce_mean(tf.cast(right, tf.float32))


def fixed(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the fraction of answers that are right, of labels that are int32."""
    answers = tf.argmax(logits, axis=1)
    labels = tf.cast(labels, tf.int64)  # <- as the answers are
    right = tf.equal(answers, labels)
    return tf.reduce_mean(tf.cast(right, tf.float32))
