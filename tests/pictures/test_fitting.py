import numpy as np
import pytest
from PIL import Image

from mnist_pad.ink.placement import shift_to_middle
from mnist_pad.ink.raster import PEN_PX
from mnist_pad.ink.spans import draw
from mnist_pad.pictures.fitting import as_it_is, fit


def seven(radius: float, *, width: int = 500, height: int = 400) -> np.ndarray:
    """Coverage of a 7 of which the longer side is 240 pixels, drawn with a pen of that radius."""
    points = np.array([[120.0, 80], [260, 80], [180, 320]])
    path = np.stack([points[:-1], points[1:]], axis=1)
    return draw(path, radius, width=width, height=height, fineness=4).coverage()


def area_with_mnists_pen() -> float:
    """The area in pixels of the same 7 in the box, drawn with MNIST's pen."""
    enlargement = (20 - PEN_PX) / 240
    return float(seven(PEN_PX / 2 / enlargement).sum() * enlargement**2)


def enlarged(image: np.ndarray, times: int = 10) -> np.ndarray:
    size = (28 * times, 28 * times)
    return np.asarray(Image.fromarray(image).resize(size, Image.Resampling.BICUBIC)) / 255.0


@pytest.mark.parametrize("inverted", [False, True])
def test_mnists_own_pictures_are_left_as_they_are(mnist_images, inverted):
    for image in mnist_images:
        stages = as_it_is(255 - image if inverted else image)
        assert np.array_equal(stages.image, image)
        assert stages.box.sum(dtype=int) == image.sum(dtype=int)


@pytest.mark.parametrize("change", [(3, 0), (0, -2)])
def test_a_picture_out_of_place_is_not_left(mnist_images, change):
    assert as_it_is(np.roll(mnist_images[0], change, axis=(0, 1))) is None


def test_a_picture_of_another_size_is_not_left(mnist_images):
    assert as_it_is(np.pad(mnist_images[0], 1)) is None
    assert as_it_is(np.zeros((28, 28), np.uint8)) is None


def test_enlarged_digits_come_back_nearly_as_they_were(mnist_images):
    differences = []
    for image in mnist_images[:40]:
        stages = fit(enlarged(image))
        differences.append(np.abs(stages.image - image.astype(float)).mean())
    # MNIST moved its digits by whole pixels: half a pixel's blur is the least that can remain.
    # Where a speck or a hair-thin pen made MNIST's box, more does.
    assert np.median(differences) < 8
    assert np.quantile(differences, 0.9) < 14


@pytest.mark.parametrize("radius", [0.7, 2.0, 4.0])
def test_thin_lines_are_redrawn_with_mnists_pen(radius):
    stages = fit(seven(radius))
    assert stages.image.sum() / 255 == pytest.approx(area_with_mnists_pen(), rel=0.06)
    assert stages.image.max() == 255


def test_fat_strokes_are_thinned():
    # 6.7 pixels wide in the box.
    fat = fit(seven(60.0))
    assert fat.image.sum() / 255 == pytest.approx(area_with_mnists_pen(), rel=0.2)


@pytest.mark.parametrize("radius", [14.0, 22.0, 30.0])
def test_strokes_as_wide_as_mnists_keep_their_width(radius):
    shrink = 20 / (240 + 2 * radius)
    expected = seven(radius).sum() * shrink**2
    assert fit(seven(radius)).image.sum() / 255 == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize("radius", [2.0, 20.0, 40.0])
def test_the_digit_fills_the_box_and_lies_in_the_middle(radius):
    stages = fit(seven(radius))
    assert stages.box.shape == (20, 20)
    assert stages.box[[0, -1]].any(axis=1).all()
    assert np.abs(shift_to_middle(stages.image / 255.0)).max() < 0.05


def test_the_stages_show_the_way():
    stages = fit(seven(20.0))
    assert stages.box.shape == (20, 20)
    assert stages.image.shape == (28, 28)
    assert stages.box.max() == stages.image.max() == 255


def test_a_blot_is_no_digit():
    point = np.array([[[60.0, 60.0], [60.0, 60.0]]])
    assert fit(draw(point, 40.0, width=120, height=120, fineness=4).coverage()) is None


@pytest.mark.parametrize("side", [1, 2, 3, 4, 7, 16, 50])
def test_a_square_is_no_digit(side):
    # Thinning leaves one pixel of some squares and nothing of others.
    assert fit(np.pad(np.ones((side, side)), 20)) is None
