"""What holds of any ink in a picture: widths, centre lines, marks, reduction."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.pictures.centreline import centre_lines, stroke_width
from mnist_pad.pictures.fitting import as_it_is, reduced
from mnist_pad.pictures.lines import without_lines
from mnist_pad.pictures.marks import marks
from mnist_pad.pictures.rows import in_rows

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


@settings(deadline=None, max_examples=50)
@given(MASKS)
def test_marks_are_made_of_ink_and_lie_in_their_boxes(ink):
    found = marks(ink)
    assert not (found.labels.astype(bool) & ~ink).any()
    assert np.count_nonzero(found.labels) == found.areas.sum()
    read = sorted(number for line in in_rows(found.boxes) for number in line)
    assert read == list(range(len(found.areas)))


@settings(deadline=None, max_examples=30)
@given(MASKS, st.integers(0, 3))
def test_taking_lines_away_adds_no_ink(ink, blur_px):
    left = without_lines(ink, blur_px)
    assert left.shape == ink.shape
    assert not (left & ~ink).any()


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 200), st.integers(0, 260))
def test_a_line_is_a_mark_wherever_it_lies(row, column):
    ink = np.zeros((300, 300), bool)
    ink[20 + row // 2 : 100 + row // 2, 20 + column : 29 + column] = True
    np.testing.assert_array_equal(marks(ink).labels > 0, ink)


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
