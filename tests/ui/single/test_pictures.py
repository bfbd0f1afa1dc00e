"""Pictures between NumPy and Qt: of any width, transparent ones too; and the strip of them."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from mnist_pad.ui.kit import pixmaps
from mnist_pad.ui.training.seen_strip import SeenStrip
from tests.ui.looking import grey as painted


def random_picture(height, width):
    return np.random.default_rng(width).integers(0, 256, (height, width), np.uint8)


def image(width, height, colour):
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(colour)
    return made


@pytest.mark.parametrize("width", [1, 2, 3, 5, 27, 28, 31])
def test_a_picture_of_any_width_is_the_same_in_qt(qapp, width):
    picture = random_picture(3, width)
    np.testing.assert_array_equal(painted(pixmaps.pixmap(picture).toImage()), picture)


@pytest.mark.parametrize("width", [1, 3, 5, 28])
def test_a_picture_of_any_width_comes_back_from_qt(qapp, width):
    picture = random_picture(4, width)
    np.testing.assert_array_equal(pixmaps.grey(pixmaps.pixmap(picture).toImage()), picture)


def test_a_part_of_a_picture_is_that_part(qapp):
    part = random_picture(10, 12)[2:7, 1:12:2]
    np.testing.assert_array_equal(painted(pixmaps.pixmap(part).toImage()), part)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_scaled_pixel_is_a_square_of_its_own(qapp, scale):
    picture = random_picture(4, 5)
    shown = painted(pixmaps.pixmap(picture, scale=scale).toImage())
    np.testing.assert_array_equal(shown, np.kron(picture, np.ones((scale, scale), np.uint8)))


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        (QColor(0, 0, 0, 0), 255),
        (QColor(0, 0, 0, 255), 0),
        (QColor(255, 255, 255, 0), 255),
        (QColor(0, 0, 0, 127), 128),
    ],
)
def test_what_is_transparent_lies_on_white_paper(qapp, colour, grey):
    pixels = pixmaps.grey(image(3, 2, colour))
    assert pixels.shape == (2, 3)
    assert np.abs(pixels.astype(int) - grey).max() <= 1


def test_colours_are_as_bright_as_they_look(qapp):
    red, green, blue = (
        int(pixmaps.grey(image(1, 1, QColor(name)))[0, 0]) for name in ("red", "lime", "blue")
    )
    assert green > red > blue


def test_a_picture_of_a_dense_screen_is_taken_whole(qapp):
    dense = image(10, 6, QColor("black"))
    dense.setDevicePixelRatio(2)
    pixels = pixmaps.grey(dense)
    assert pixels.shape == (6, 10)
    assert (pixels == 0).all()


def test_what_comes_back_stays_when_its_image_is_gone(qapp):
    picture = random_picture(6, 9)
    made = pixmaps.pixmap(picture).toImage()
    pixels = pixmaps.grey(made)
    del made
    np.testing.assert_array_equal(pixels, picture)


@pytest.fixture
def strip(show):
    made = SeenStrip()
    show(made, size=(400, 60))
    return made


def test_the_strip_is_hidden_while_there_are_no_images(strip):
    strip.show_images(np.empty((0, 28, 28), np.uint8))
    assert not strip.isVisible()
    strip.show_images(np.stack([random_picture(28, 28)]))
    assert strip.isVisible()
    strip.show_images(np.empty((0, 28, 28), np.uint8))
    assert not strip.isVisible()


def test_the_strip_shows_as_many_as_fit_pixel_by_pixel(strip):
    images = np.stack([random_picture(28, 28) for _ in range(40)])
    strip.show_images(images)
    shown = painted(strip.grab().toImage())
    np.testing.assert_array_equal(shown[:, :28], images[0])
    fitting = (strip.width() + 4) // 32
    places = [round(index * (strip.width() + 4) / fitting) for index in range(fitting)]
    assert places[-1] + 28 <= strip.width()
    for place, picture in zip(places, images, strict=False):
        np.testing.assert_array_equal(shown[:, place : place + 28], picture)


def test_a_new_epoch_s_images_take_the_place_of_the_last(strip):
    black, white = (np.full((1, 28, 28), value, np.uint8) for value in (0, 255))
    strip.show_images(black)
    assert painted(strip.grab().toImage())[:, :28].max() == 0
    strip.show_images(white)
    assert painted(strip.grab().toImage())[:, :28].min() == 255
