import numpy as np
import pytest

from mnist_pad.ink.placement import MIDDLE_PX, area_weights, resample, shift_to_middle, to_grey


def test_weights_share_a_cell_among_the_pixels_it_covers():
    weights = area_weights(np.array([0.25, 1.5, 1.75]), 3)
    assert weights.tolist() == [[0.75, 0.0], [0.5, 0.25], [0.0, 0.0]]


def test_what_lies_outside_is_lost():
    assert area_weights(np.array([-2.0, -0.5, 0.5, 4.0]), 2).tolist() == [[0, 0.5, 0.5], [0, 0, 1]]


@pytest.mark.parametrize("scale", [0.3, 1.0, 2.7])
def test_resampling_keeps_the_ink_and_moves_its_middle(scale):
    picture = np.random.default_rng(1).random((9, 12))
    resampled = resample(picture, scale=scale, shift=(1.3, 2.6), size=(40, 40))
    assert resampled.sum() == pytest.approx(picture.sum() * scale**2)
    if scale == 1.0:
        before, after = shift_to_middle(picture), shift_to_middle(resampled)
        assert np.subtract(before, after) == pytest.approx([1.3, 2.6], abs=0.05)


def test_mnist_has_its_centre_of_mass_in_the_middle(mnist_images):
    shifts = np.array([shift_to_middle(image / 255.0) for image in mnist_images])
    assert np.abs(shifts).max() < 0.53
    assert np.abs(shifts.mean(axis=0)).max() < 0.05
    assert MIDDLE_PX == 14.5


def test_grey_levels_are_rounded_and_bounded():
    levels = to_grey(np.array([-1.0, 0.0, 0.5, 1.0, 1.0 + 1e-9]))
    assert levels.dtype == np.uint8
    assert levels.tolist() == [0, 0, 128, 255, 255]
