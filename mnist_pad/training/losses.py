"""How wrong logits are: one loss an image."""

import numpy as np

from mnist_pad.recognizer.weights import CLASSES
from mnist_pad.training.config import Loss
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf


def targets(labels: Tensor, smoothing: float = 0.0) -> Tensor:
    """Return one-hot rows, (n, 10), of labels, (n,).

    `smoothing` is the part of each row spread evenly over the classes (Szegedy et al. 2016,
    "Rethinking the Inception Architecture", section 7). Of NO_DIGIT, all of it is: the
    network learns not to know (Hendrycks et al. 2019, "Outlier Exposure").
    """
    certain = np.eye(CLASSES + 1, CLASSES, dtype=np.float32) * np.float32(1 - smoothing)
    rows = certain + (1 - certain.sum(axis=1, keepdims=True)) / CLASSES
    # The row after the tenth digit's, all 0 in `certain`, is NO_DIGIT's. Looked up, a batch's
    # targets are one operation; in a step of some hundred, each counts.
    return tf.gather(tf.constant(rows), labels)


def image_losses(loss: Loss, logits: Tensor, expected: Tensor) -> Tensor:
    """Return each image's loss, (n,), of logits and targets, both (n, 10).

    `cross_entropy` takes the softmax of the logits; `squared_error` is the mean over the classes
    of the squared differences between logits and targets.
    """
    if loss == "cross_entropy":
        return tf.nn.softmax_cross_entropy_with_logits(expected, logits)
    return tf.reduce_mean(tf.square(logits - expected), axis=1)


def margin_losses(logits: Tensor, labels: Tensor, margin: float) -> Tensor:
    """Return how far each image's own class falls short of leading by `margin`: (n,), from 0.

    In parts of the margin. The hinge loss of Crammer and Singer 2001 ("On the Algorithmic
    Implementation of Multiclass Kernel-based Vector Machines"): what leads already, asks for
    nothing. `logits` has shape (n, 10), `labels` (n,).
    """
    own = tf.one_hot(labels, CLASSES)
    lead = tf.reduce_sum(own * logits, axis=1) - tf.reduce_max(
        tf.where(own > 0, logits.dtype.min, logits), axis=1
    )
    return tf.nn.relu(1 - lead / margin)
