"""Distortions: what they leave alone, that they repeat, that each bends as much as it says."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.training import augmentation
from mnist_pad.training.augmentation import WARPS, draw_warps, warped
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import EpochEnded, ImagesSeen
from mnist_pad.training.run import train
from mnist_pad.training.step import TrainingStep
from mnist_pad.training.tensorflow_import import tensorflow as tf

DISTORTED = TrainingConfig(
    hidden_sizes=(16,), batch_size=96, epochs=2, learning_rate=0.1, distortion=1.0
)


def warps(strength, seed=0):
    return draw_warps(tf.constant(strength), tf.constant([seed, 0]))


def bent(images, drawn, step=0):
    flat = tf.constant(images.reshape(-1, 784))
    return warped(flat, (step, 0), drawn).numpy().reshape(-1, 28, 28)


def middles(images):
    """Return the centres of mass, (n, 2), x and y."""
    mass = images.sum(axis=(1, 2))
    rows, columns = (np.arange(length) for length in images.shape[1:])
    x = (images.sum(axis=1) * columns).sum(axis=1) / mass
    y = (images.sum(axis=2) * rows).sum(axis=1) / mass
    return np.stack([x, y], axis=1)


def test_a_strength_of_nothing_changes_nothing(few):
    np.testing.assert_allclose(bent(few.x_train, warps(0.0)), few.x_train, atol=0.3)


def test_warps_repeat_by_seed_and_differ_by_seed():
    one, same, other = warps(1.0), warps(1.0), warps(1.0, seed=1)
    for first, second in zip(one, same, strict=True):
        np.testing.assert_array_equal(first, second)
    assert not np.array_equal(one[0], other[0])


def test_every_warp_fits_its_signature_and_stays_inside():
    drawn = warps(3.0)
    for tensor, spec in zip(drawn, augmentation.SIGNATURE, strict=True):
        assert spec.is_compatible_with(tensor)
    corners, weights, gain, offset = (tensor.numpy() for tensor in drawn)
    assert corners.min() >= 0
    assert corners.max() + 29 < 784
    assert (corners % 28).max() < 27
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-5)
    assert weights.min() >= 0
    assert gain.min() >= 1
    assert set(np.sign(offset)) == {-1, 0}


def test_images_of_one_batch_are_bent_each_in_its_own_way(few):
    threes = np.repeat(few.x_train[few.y_train == 3][:1], 64, axis=0)
    seen = bent(threes, warps(1.0))
    assert len(np.unique(seen.reshape(64, -1), axis=0)) > 55  # of 512 warps, few twice
    assert not np.array_equal(seen, bent(threes, warps(1.0), step=1))


@pytest.mark.parametrize("name", ["ROTATION", "SHEAR", "SCALING", "SHIFT_PX", "THICKNESS"])
def test_each_distortion_has_its_effect_and_no_other(few, monkeypatch, name):
    for other in ("ROTATION", "SHEAR", "SCALING", "SHIFT_PX", "THICKNESS", "ELASTIC_PX"):
        if other != name:
            monkeypatch.setattr(augmentation, other, 0.0)
    image = np.zeros((WARPS, 28, 28), np.uint8)
    image[:, 8:20, 11:17] = 100  # an upright bar with soft edges
    image[:, 8:20, 12:16] = 255
    seen = bent(image, warps(1.0))
    moved = np.abs(middles(seen) - middles(image)).max()
    ink = seen.sum(axis=(1, 2)) / image.sum(axis=(1, 2))
    top, bottom = middles(seen[:, :14] + 1e-6), middles(seen[:, 14:] + 1e-6)
    lean = np.abs(top[:, 0] - bottom[:, 0]).max()
    if name == "SHIFT_PX":
        assert 0.8 * augmentation.SHIFT_PX < moved <= augmentation.SHIFT_PX + 0.1
    else:
        assert moved < 0.3
    assert (lean > 0.5) == (name in ("ROTATION", "SHEAR"))
    assert (np.ptp(ink) > 0.1) == (name in ("SCALING", "THICKNESS"))


def test_elastic_displacements_are_smooth_and_as_large_as_said(monkeypatch):
    field = augmentation._smooth_noise(tf.constant([3, 4])).numpy().reshape(-1, 28, 28)
    assert field.std() == pytest.approx(1, abs=0.05)
    assert np.abs(np.diff(field, axis=2)).mean() < 0.3


def test_training_shows_the_images_that_it_learns_from(few):
    shown = [event for event in train(DISTORTED, few) if isinstance(event, ImagesSeen)]
    assert len(shown) == DISTORTED.epochs
    training_step = TrainingStep(DISTORTED, few)
    np.testing.assert_array_equal(shown[0].images, training_step.seen(0))
    plain = TrainingStep(replace(DISTORTED, distortion=0.0), few).seen(0)
    order = np.random.default_rng((DISTORTED.seed, 0)).permutation(len(few.x_train))
    np.testing.assert_array_equal(plain, few.x_train[order[: len(plain)]])
    assert not np.array_equal(plain, shown[0].images)


def test_a_distorted_run_repeats_resumes_and_learns(few, outcome):
    config = replace(DISTORTED, epochs=60, optimizer="adam", learning_rate=5e-3)
    *events, end = train(config, few)
    assert [event for event in events if isinstance(event, EpochEnded)][-1].test_accuracy > 0.6
    again = outcome(config, few)
    for one, other in zip(end.weights.parameters, again.weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)
