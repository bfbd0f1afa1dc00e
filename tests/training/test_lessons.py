"""The article's lessons 1 to 3, as facts of TensorFlow that the training step relies on."""

import pytest

from mnist_pad.training.tensorflow_import import tensorflow as tf

RATE = tf.constant(0.1)


def gradient(theta):
    with tf.GradientTape() as tape:
        loss = tf.square(theta)
    return tape.gradient(loss, theta)


def test_lesson_1_a_new_tensor_in_place_of_the_variable_has_no_gradient():
    theta = tf.Variable(3.0)
    theta = theta - RATE * gradient(theta)
    second = gradient(theta)
    assert second is None
    with pytest.raises(ValueError, match="Attempt to convert a value \\(None\\)"):
        theta - RATE * second


def test_lesson_1_updated_in_place_it_goes_on_learning():
    theta = tf.Variable(3.0)
    for _ in range(2):
        theta.assign_sub(RATE * gradient(theta))
    assert theta.numpy() == pytest.approx(3.0 * 0.8**2)


def test_lesson_2_unlike_types_are_not_compared():
    with pytest.raises(tf.errors.InvalidArgumentError, match="expected to be a int64 tensor"):
        tf.equal(tf.constant([1], tf.int64), tf.constant([1], tf.int32))


def test_lesson_3_argmax_answers_int64_unless_told_otherwise():
    logits = tf.constant([[0.0, 1.0]])
    assert tf.argmax(logits, axis=1).dtype == tf.int64
    assert tf.argmax(logits, axis=1, output_type=tf.int32).dtype == tf.int32
