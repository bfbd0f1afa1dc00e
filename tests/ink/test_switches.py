"""Stages of the preprocessing, each off by itself: what it is there for goes wrong, and no more."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from mnist_pad.ink.raster import PEN_PX, Rasterizer, rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.ink.switches import ALL_ON, Switches
from tests.ink.test_raster import drawn, strokes

FIELDS = ("crop", "aspect", "pen_width", "centre_of_mass", "scaling")
PAD = (400.0, 400.0)


def without(*fields):
    return replace(ALL_ON, **dict.fromkeys(fields, False))


def ell(*, pen=20.0, at=(60.0, 40.0), size=(80.0, 160.0)) -> Ink:
    """Return an L: down, then to the right."""
    (x, y), (width, height) = at, size
    return drawn([[(x, y), (x, y + height), (x + width, y + height)]], pen=pen, pad=PAD)


def inked(picture):
    """Return left, top, right and bottom of what is inked at least half."""
    rows, columns = np.nonzero(picture >= 128)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@settings(max_examples=40, deadline=None)
@given(points=strokes)
def test_with_all_stages_on_nothing_changes(points):
    ink = drawn(points)
    expected = Rasterizer().rasterize(ink)
    for switches in (ALL_ON, without("scaling")):
        found = rasterize(ink, switches)
        assert (found is None) == (expected is None)
        if found is not None:
            np.testing.assert_array_equal(found.box, expected.box)
            np.testing.assert_array_equal(found.image, expected.image)


def test_without_the_crop_it_stays_where_and_as_small_as_it_was_drawn():
    ink = ell()
    left, top, right, bottom = inked(rasterize(ink, without("crop")).box)
    # The pad's lines fill the box but for MNIST's pen, which stays as wide.
    scale = (20 - PEN_PX) / 400
    np.testing.assert_allclose([left, right], [60 * scale, 140 * scale + PEN_PX], atol=0.75)
    np.testing.assert_allclose([top, bottom], [40 * scale, 200 * scale + PEN_PX], atol=0.75)
    # Elsewhere on the pad, it is elsewhere in the box.
    moved = inked(rasterize(ell(at=(200.0, 40.0)), without("crop")).box)
    assert moved[0] - left in (6, 7)
    assert moved[1] == top


def test_what_runs_beyond_the_pad_is_cut_at_its_edge():
    ink = drawn([[(-300, 200), (700, 200)]], pad=PAD)
    box = rasterize(ink, without("crop")).box
    left, _, right, _ = inked(box)
    assert (left, right) in ((0, 20), (1, 19))


def test_without_the_aspect_it_fills_the_box_both_ways():
    narrow = ell(size=(30.0, 200.0))
    left, _, right, _ = inked(rasterize(narrow).box)
    assert right - left < 12
    assert inked(rasterize(narrow, without("aspect")).box) == (0, 0, 20, 20)


def test_without_the_pen_s_width_the_pad_s_pen_counts():
    for pen in (8.0, 24.0):
        slanted = drawn([[(50, 50), (210, 210)]], pen=pen, pad=PAD)
        amount = rasterize(slanted, without("pen_width")).box.sum() / 255
        # The box holds 160 pixels and the pen: length times width, and two half discs.
        scale = 20 / (160 + pen)
        ends = np.pi * (pen * scale / 2) ** 2
        assert amount == pytest.approx(160 * 2**0.5 * scale * pen * scale + ends, rel=0.02)
    assert rasterize(ell(pen=8.0)).box.sum() == rasterize(ell(pen=24.0)).box.sum()


def test_without_centring_the_box_is_in_the_middle():
    stages = rasterize(ell(), without("centre_of_mass"))
    expected = np.zeros((28, 28), int)
    expected[4:24, 4:24] = stages.box
    np.testing.assert_allclose(stages.image.astype(int), expected, atol=1)
    np.testing.assert_array_equal(stages.box, rasterize(ell()).box)
    rows = np.arange(28) + 0.5
    mass = stages.image.sum(axis=1) @ rows / stages.image.sum()
    assert mass > 15.5


@settings(max_examples=40, deadline=None)
@given(points=strokes)
def test_whatever_is_drawn_and_whatever_is_off_nothing_is_raised(points):
    ink = drawn(points)
    for switches in (*map(without, FIELDS), without(*FIELDS), without("crop", "pen_width")):
        stages = rasterize(ink, switches)
        if stages is not None:
            assert (stages.box.shape, stages.image.shape) == ((20, 20), (28, 28))
            assert stages.image.dtype == np.uint8
            assert stages.image.any()


def test_a_dot_and_a_blank_pad_are_no_digits_either_way():
    for fields in FIELDS:
        assert rasterize(drawn([[(5, 5)]]), without(fields)) is None
        assert rasterize(drawn([]), without(fields)) is None


def test_images_are_the_same_where_scaling_alone_is_off():
    assert Switches(scaling=False).same_images
    assert not any(without(field).same_images for field in FIELDS[:-1])
