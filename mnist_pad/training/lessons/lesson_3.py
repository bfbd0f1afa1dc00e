"""What argmax answers."""

from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def broken(logits: Tensor) -> Tensor:
    """Return the answers to images, as argmax gives them."""
    answers = tf.argmax(logits, axis=1)  # <- int64, whatever the labels are
    return answers


def fixed(logits: Tensor) -> Tensor:
    """Return the answers to images, in the labels' type."""
    answers = tf.argmax(logits, axis=1, output_type=tf.int32)  # <- told what to answer
    return answers
