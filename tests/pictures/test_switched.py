"""A picture's digits with stages off, as far as these apply."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.ink.switches import ALL_ON
from mnist_pad.pictures.kept import picture_of_kept
from mnist_pad.pictures.reading import picture_of
from mnist_pad.pictures.switched import part_of, stages_of


def without(*fields):
    return replace(ALL_ON, **dict.fromkeys(fields, False))


def inked(picture):
    rows, columns = np.nonzero(picture >= 100)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.fixture(scope="module")
def picture():
    """White paper, 400 by 400, with an L of black ink at the upper left."""
    paper = np.full((400, 400), 255, np.uint8)
    paper[60:180, 80:96] = 0
    paper[164:180, 80:140] = 0
    return picture_of(paper)


@pytest.fixture(scope="module")
def found(picture):
    (only,) = picture.found
    return only


def test_all_on_it_is_as_it_was(picture, found):
    assert stages_of(picture, found, ALL_ON) is found.stages
    assert stages_of(picture, found, without("scaling")) is found.stages


def test_the_part_of_a_mark_holds_all_its_ink(picture, found):
    part = part_of(picture, found)
    assert picture.coverage[part].sum() >= 0.98 * picture.coverage.sum()


def test_without_the_crop_it_lies_as_in_the_picture(picture, found):
    left, top, right, bottom = inked(stages_of(picture, found, without("crop")).box)
    np.testing.assert_allclose([left, top], [80 / 20, 60 / 20], atol=1)
    np.testing.assert_allclose([right, bottom], [140 / 20, 180 / 20], atol=1)


def test_without_the_aspect_it_fills_the_box(picture, found):
    left, top, right, bottom = inked(found.stages.box)
    assert right - left < 14
    assert bottom - top >= 19
    assert inked(stages_of(picture, found, without("aspect")).box) == (0, 0, 20, 20)


def test_without_the_pen_s_width_strokes_are_as_wide_as_they_are(picture, found):
    box = stages_of(picture, found, without("pen_width")).box
    # 16 of 120 pixels in height, of which 20 are left.
    assert box[10].sum() / 255 == pytest.approx(16 / 120 * 20, rel=0.15)


def test_without_centring_the_box_is_in_the_middle(picture, found):
    stages = stages_of(picture, found, without("centre_of_mass"))
    np.testing.assert_array_equal(stages.box, found.stages.box)
    np.testing.assert_array_equal(stages.image[4:24, 4:24], stages.box)
    assert stages.image.sum() == stages.box.sum()


def test_a_kept_digit_has_its_stages_too():
    image = np.zeros((28, 28), np.uint8)
    image[4:24, 12:15] = 255
    picture = picture_of_kept(image)
    stages = stages_of(picture, picture.found[0], without("aspect"))
    assert inked(stages.box) == (0, 0, 20, 20)


def test_a_blank_one_has_none():
    picture = picture_of_kept(np.zeros((28, 28), np.uint8))
    for field in ("crop", "aspect", "pen_width", "centre_of_mass"):
        assert stages_of(picture, picture.found[0], without(field)) is None
