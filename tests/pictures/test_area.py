"""A part of a picture that alone is read, and a digit that was kept as a picture again."""

import numpy as np
import pytest

from mnist_pad.pictures.area import within
from mnist_pad.pictures.kept import picture_of_kept
from mnist_pad.pictures.reading import picture_of


@pytest.fixture(scope="module")
def two_bars():
    """A picture with an upright bar on the left and a level one on the right."""
    paper = np.full((200, 400), 240, np.uint8)
    paper[40:160, 80:95] = 20
    paper[90:105, 240:360] = 20
    return picture_of(paper)


def boxes(picture):
    return [found.box for found in picture.found]


@pytest.mark.parametrize(
    ("area", "box"),
    [((20, 10, 150, 180), (80, 40, 15, 120)), ((210, 40, 190, 120), (240, 90, 120, 15))],
)
def test_only_ink_inside_is_found_where_it_is_in_the_whole(two_bars, area, box):
    part = within(two_bars, area)
    assert part.area == area
    assert part.whole is two_bars
    assert part.shown is two_bars.shown
    (found,) = part.found
    np.testing.assert_allclose(found.box, box, atol=4)
    np.testing.assert_array_equal(part.coverage.shape, (area[3], area[2]))


def test_an_area_of_a_part_is_one_of_the_whole(two_bars):
    left = within(two_bars, (20, 10, 150, 180))
    right = within(left, (210, 40, 190, 120))
    assert right.whole is two_bars
    np.testing.assert_allclose(boxes(right), [(240, 90, 120, 15)], atol=4)


def test_an_area_beyond_the_rim_is_cut_there(two_bars):
    assert within(two_bars, (-50, -50, 200, 500)).area == (0, 0, 150, 200)
    assert within(two_bars, (900, 900, 5, 5)).area == (399, 199, 1, 1)
    assert within(two_bars, (100.2, 50.6, 0.1, 0.1)).area == (100, 51, 1, 1)


def test_an_area_without_ink_has_nothing(two_bars):
    assert within(two_bars, (120, 0, 100, 80)).found == ()


def test_a_kept_image_is_a_picture_of_itself(mnist_images):
    for image in mnist_images[:20]:
        picture = picture_of_kept(image)
        (found,) = picture.found
        np.testing.assert_array_equal(found.stages.image, image)
        np.testing.assert_array_equal(picture.shown, 255 - image)
        # All of the ink is in the box, and where it says.
        left, top, width, height = map(int, found.box)
        box = image[top : top + height, left : left + width]
        np.testing.assert_array_equal(found.stages.box, box)
        assert box.astype(int).sum() == image.astype(int).sum()


def test_a_blank_image_is_a_picture_too():
    assert picture_of_kept(np.zeros((28, 28), np.uint8)).found[0].box == (4, 4, 20, 20)
