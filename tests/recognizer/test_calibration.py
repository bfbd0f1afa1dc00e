"""Temperature and threshold, against data whose right values are known."""

import numpy as np
import pytest

from mnist_pad.recognizer.calibration import fit_temperature, fit_threshold
from mnist_pad.recognizer.evaluation import calibration_error
from mnist_pad.recognizer.forward import softmax


def honest(count=20_000, seed=0):
    """Return logits, and labels drawn with the very probabilities these give."""
    random = np.random.default_rng(seed)
    logits = random.normal(0, 2, (count, 10))
    drawn = softmax(logits).cumsum(axis=1) > random.random((count, 1))
    return logits, drawn.argmax(axis=1).astype(np.uint8)


@pytest.mark.parametrize("factor", [0.2, 0.5, 1.0, 3.0, 15.0])
def test_the_temperature_undoes_a_factor(factor):
    logits, labels = honest()
    assert fit_temperature(factor * logits, labels) == pytest.approx(factor, rel=0.04)


def test_a_fitted_temperature_makes_confidence_honest():
    logits, labels = honest()
    bold = 3 * logits
    fitted = fit_temperature(bold, labels)

    def error(temperature):
        probabilities = softmax(bold, temperature)
        right = probabilities.argmax(axis=1) == labels
        return calibration_error(probabilities.max(axis=1).astype(np.float64), right)

    assert error(1.0) > 0.1
    assert error(fitted) < 0.015


def test_certain_answers_stay_finite():
    logits = np.eye(10) * 1e6
    assert 0.04 < fit_temperature(logits, np.arange(10, dtype=np.uint8)) < 21
    assert 0.04 < fit_temperature(logits, (np.arange(10, dtype=np.uint8) + 1) % 10) < 21


@pytest.mark.parametrize("share", [0.0, 0.003, 0.25, 1.0])
def test_no_more_than_the_share_falls_below_the_threshold(share):
    confidences = np.random.default_rng(1).random(1_000, dtype=np.float32)
    threshold = fit_threshold(confidences, share)
    assert (confidences < threshold).mean() <= share
    assert (confidences <= threshold).mean() >= min(share, 0.999)
