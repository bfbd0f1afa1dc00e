"""What holds of any ink in a picture: widths, centre lines, specks, reduction."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.pictures.centreline import centre_lines, stroke_width
from mnist_pad.pictures.components import without_specks
from mnist_pad.pictures.fitting import as_it_is, reduced

MASKS = arrays.arrays(np.bool_, st.tuples(st.integers(1, 24), st.integers(1, 24)))
PICTURES = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 20), st.integers(1, 20)), elements=st.floats(0, 1)
)


@settings(deadline=None)
@given(MASKS)
def test_a_width_does_not_depend_on_how_the_picture_lies(ink):
    width = stroke_width(ink)
    for other in (ink.T, ink[::-1], ink[:, ::-1], np.pad(ink, 3)):
        assert stroke_width(other) == pytest.approx(width)
    assert (width == 0) == (not ink.any())


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(40, 80))
def test_a_bar_is_about_as_wide_as_it_is(width, length):
    bar = np.pad(np.ones((width, length), bool), 2)
    # Its ends count as outline too: a bar's area over half its outline.
    expected = width * length / (width + length)
    assert stroke_width(bar) == pytest.approx(expected, rel=0.12)


@settings(max_examples=50, deadline=None)
@given(MASKS)
def test_centre_lines_lie_in_the_ink(ink):
    path = centre_lines(ink)
    assert path.shape[1:] == (2, 2)
    # Half a pixel for the middle, and one for the rim of paper that was added.
    columns, rows = (path.reshape(-1, 2) - 1.5).T.astype(int)
    assert ink[rows, columns].all()


@settings(max_examples=50, deadline=None)
@given(MASKS)
def test_links_join_neighbours_alone(ink):
    steps = np.abs(np.diff(centre_lines(ink), axis=1))
    assert steps.max(initial=0) <= 1


@settings(deadline=None)
@given(MASKS)
def test_without_specks_there_is_no_ink_that_was_not_there(ink):
    left = without_specks(ink)
    assert left.shape == ink.shape
    assert not (left & ~ink).any()
    np.testing.assert_array_equal(without_specks(left), left)


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(0, 260))
def test_a_line_is_no_speck_wherever_it_lies(row, column):
    ink = np.zeros((300, 300), bool)
    ink[row : row + 80, column : column + 9] = True
    np.testing.assert_array_equal(without_specks(ink), ink)


@settings(deadline=None)
@given(PICTURES)
def test_a_picture_at_half_its_size_keeps_its_ink(picture):
    even = picture[: picture.shape[0] // 2 * 2, : picture.shape[1] // 2 * 2]
    if not even.size:
        return
    half = reduced(even, 0.5)
    assert half.shape == (even.shape[0] // 2, even.shape[1] // 2)
    assert half.sum() * 4 == pytest.approx(even.sum(), abs=1e-9)
    assert half[0, 0] == pytest.approx(even[:2, :2].mean(), abs=1e-12)


@settings(deadline=None)
@given(PICTURES, st.floats(0.01, 1))
def test_no_side_is_reduced_to_nothing(picture, scale):
    small = reduced(picture, scale)
    assert min(small.shape) >= 1
    assert small.sum() <= picture.sum() * scale**2 + 1e-9


def test_blank_or_full_pictures_are_not_mnists():
    for level in (0, 127, 255):
        assert as_it_is(np.full((28, 28), level, np.uint8)) is None
