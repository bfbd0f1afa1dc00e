"""Losses, against their definitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mnist_pad.dataset.digits import NO_DIGIT
from mnist_pad.training.losses import image_losses, margin_losses, targets
from mnist_pad.training.tensorflow_import import tensorflow as tf

LOGITS = arrays(np.float32, (7, 10), elements=st.floats(-50, 50, width=32))
LABELS = arrays(np.int32, 7, elements=st.integers(0, 9))


@given(LABELS, st.floats(0, 0.9))
@settings(max_examples=25, deadline=None)
def test_targets_are_distributions_with_the_label_on_top(labels, smoothing):
    rows = targets(labels, smoothing).numpy()
    np.testing.assert_allclose(rows.sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_array_equal(rows.argmax(axis=1), labels)
    np.testing.assert_allclose(rows.min(axis=1), smoothing / 10, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_no_digit_is_every_digit_alike(smoothing):
    rows = targets([3, NO_DIGIT], smoothing).numpy()
    np.testing.assert_allclose(rows[1], 0.1, rtol=1e-6)
    assert rows[0].argmax() == 3


@given(LOGITS, LABELS)
@settings(max_examples=25, deadline=None)
def test_cross_entropy_is_minus_the_label_s_log_probability(logits, labels):
    wide = logits.astype(np.float64)
    log_sums = np.logaddexp.reduce(wide, axis=1)
    expected = log_sums - wide[np.arange(7), labels]
    found = image_losses("cross_entropy", logits, targets(labels))
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-4)


@given(LOGITS, LABELS)
@settings(max_examples=25, deadline=None)
def test_squared_error_is_the_mean_over_the_classes(logits, labels):
    expected = ((logits.astype(np.float64) - np.eye(10)[labels]) ** 2).mean(axis=1)
    found = image_losses("squared_error", logits, targets(labels))
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)


def test_a_network_that_knows_nothing_loses_log_ten():
    loss = image_losses("cross_entropy", np.zeros((3, 10), np.float32), targets([1, 2, 3]))
    assert loss.numpy() == pytest.approx(np.log(10))


@given(LOGITS, LABELS)
@settings(max_examples=25, deadline=None)
def test_the_margin_loss_is_what_the_label_s_lead_falls_short_of(logits, labels):
    wide = logits.astype(np.float64)
    own = wide[np.arange(7), labels]
    wide[np.arange(7), labels] = -np.inf
    expected = np.maximum(0, 1 - (own - wide.max(axis=1)) / 8)
    found = margin_losses(tf.constant(logits), tf.constant(labels), 8.0)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)
