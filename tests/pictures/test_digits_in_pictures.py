import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mnist_pad.pictures.reading import find_digits, picture_of, rasterize_picture


def photographed(image: np.ndarray, times: int = 10) -> np.ndarray:
    """The digit enlarged, dark on light, in uneven light and with noise."""
    side = 28 * times
    fine = Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
    x, y = np.meshgrid(*[np.linspace(-1, 1, side)] * 2)
    light = 180 + 30 * x + 20 * y
    grain = np.random.default_rng(7).normal(0, 8, light.shape)
    photo = light * (1 - 0.7 * np.asarray(fine) / 255.0) + grain
    return np.clip(np.rint(photo), 0, 255).astype(np.uint8)


def test_a_photographed_digit_comes_out_nearly_as_mnist_has_it(mnist_images):
    differences = []
    for image in mnist_images[:40]:
        stages = rasterize_picture(photographed(image))
        differences.append(np.abs(stages.image - image.astype(float)).mean())
    assert np.median(differences) < 9
    assert np.quantile(differences, 0.9) < 15


def test_polarity_does_not_show(mnist_images):
    picture = photographed(mnist_images[1])
    one, other = rasterize_picture(picture), rasterize_picture(255 - picture)
    assert np.abs(one.image - other.image.astype(float)).mean() < 4


def test_a_thin_pen_in_a_large_photo_does_not_shrink_to_noise(mnist_images):
    photo = np.full((2250, 3000), 190.0)
    photo[400:1800, 1500:1504] = photo[400:404, 1000:1504] = 70
    photo += np.random.default_rng(8).normal(0, 7, photo.shape)
    stages = rasterize_picture(np.clip(photo, 0, 255).astype(np.uint8))
    assert stages.image.max() == 255
    # A stroke of 20 and one of 7 pixels, as wide as MNIST's.
    assert stages.image.sum() / 255 == pytest.approx(65, rel=0.15)


@pytest.mark.parametrize("shape", [(0, 0), (0, 9), (1, 1), (1, 7), (3, 3), (1, 900), (28, 28)])
def test_paper_alone_is_no_digit(shape):
    for shade in (0, 120, 255):
        assert rasterize_picture(np.full(shape, shade, np.uint8)) is None


@settings(max_examples=60, deadline=None)
@given(
    shape=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    seed=st.integers(0, 999),
    ink=st.floats(0, 1),
)
def test_whatever_it_shows_nothing_is_raised(shape, seed, ink):
    random = np.random.default_rng(seed)
    picture = np.where(random.random(shape) < ink, random.integers(0, 256, shape), 230)
    stages = rasterize_picture(picture.astype(np.uint8))
    assert stages is None or stages.image.shape == (28, 28)


def test_a_picture_for_the_pad_is_what_is_read_with_the_ink_found(mnist_images):
    photo = photographed(mnist_images[2], times=40)
    found = picture_of(photo)
    assert np.array_equal(found.found[0].stages.image, rasterize_picture(photo).image)
    assert np.array_equal(found.shown, photo)
    assert found.coverage.dtype == np.uint8
    assert found.coverage.shape == (256, 256)
    fine = Image.fromarray(mnist_images[2]).resize((256, 256), Image.Resampling.BICUBIC)
    overlap = (found.coverage > 127) & (np.asarray(fine) > 127)
    assert overlap.sum() > 0.9 * (found.coverage > 127).sum()


def test_a_picture_of_mnists_form_is_its_own_ink(mnist_images):
    found = picture_of(255 - mnist_images[0])
    assert np.array_equal(found.coverage, mnist_images[0])
    assert np.array_equal(found.found[0].stages.image, mnist_images[0])


def test_a_large_picture_is_shown_with_a_screens_pixels(mnist_images):
    wide = np.pad(photographed(mnist_images[0]), ((100, 100), (1500, 1500)), mode="edge")
    found = picture_of(wide)
    assert found.shown.shape == (234, 1600)
    assert max(found.coverage.shape) <= 256
    (mark,) = found.found
    assert mark.stages is not None
    x, y, width, height = mark.box
    assert 0 <= x < x + width <= 1600
    assert 0 <= y < y + height <= 234


@pytest.mark.parametrize("shape", [(1, 1), (90, 40)])
def test_a_picture_of_paper_has_no_ink(shape):
    found = picture_of(np.full(shape, 200, np.uint8))
    assert (found.coverage, found.found) == (None, ())
    assert found.shown.shape == shape


def test_ink_that_is_no_digit_is_shown_as_found():
    blot = np.full((120, 120), 230, np.uint8)
    blot[40:80, 40:80] = 20
    found = picture_of(blot)
    assert [mark.stages for mark in found.found] == [None]
    assert found.coverage.max() == 255


def test_a_mark_is_told_with_its_place_in_the_pictures_own_pixels(mnist_images):
    page = np.pad(photographed(mnist_images[0], times=60), ((300, 0), (0, 700)), mode="edge")
    ink = find_digits(page)
    (found,) = ink.found
    rows, columns = np.nonzero(mnist_images[0] > 127)
    expected = (
        columns.min() * 60,
        300 + rows.min() * 60,
        (np.ptp(columns) + 1) * 60,
        (np.ptp(rows) + 1) * 60,
    )
    assert found.box == pytest.approx(expected, abs=60)
    assert (found.row, found.touching) == (0, False)
    assert max(ink.coverage.shape) == 256


def test_paper_alone_has_no_marks():
    ink = find_digits(np.full((80, 90), 200, np.uint8))
    assert (ink.coverage, ink.found) == (None, ())
