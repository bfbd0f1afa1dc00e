"""What holds of any ink: placement, growing strokes, curves, the eraser."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.ink.curves import through
from mnist_pad.ink.eraser import erase
from mnist_pad.ink.placement import area_weights, resample, shift_to_middle, to_grey
from mnist_pad.ink.strokes import GrowingStroke, Ink

COORDINATES = st.floats(-500, 500)
POINTS = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=12)
STROKES = POINTS.map(np.array)
PICTURES = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.floats(0, 1)
)


def length(stroke):
    return float(np.hypot(*np.diff(stroke, axis=0).T).sum())


def away(points, path):
    """Return how far points are from a path's segments, by another way than the eraser's."""
    nearest = np.full(len(points), np.inf)
    for start, end in zip(np.concatenate([path[:1], path[:-1]]), path, strict=True):
        along = end - start
        part = np.clip((points - start) @ along / max(float(along @ along), 1e-300), 0, 1)
        nearest = np.minimum(nearest, np.hypot(*(points - start - part[:, None] * along).T))
    return nearest


@settings(deadline=None)
@given(st.lists(st.floats(-3, 12), min_size=2, max_size=9).map(sorted), st.integers(1, 8))
def test_cells_share_out_what_lies_inside_and_no_more(edges, size):
    weights = area_weights(np.array(edges), size)
    assert weights.shape == (size, len(edges) - 1)
    assert (weights >= 0).all()
    assert (weights.sum(axis=1) <= 1 + 1e-9).all()
    inside = np.diff(np.clip(edges, 0, size))
    np.testing.assert_allclose(weights.sum(axis=0), inside, atol=1e-9)


@settings(deadline=None)
@given(PICTURES)
def test_resampled_as_it_is_a_picture_is_the_same(picture):
    same = resample(picture, scale=1.0, shift=(0.0, 0.0), size=picture.shape)
    np.testing.assert_allclose(same, picture, atol=1e-12)


@settings(deadline=None)
@given(PICTURES, st.integers(0, 4), st.integers(0, 4))
def test_moved_by_whole_pixels_nothing_is_blurred(picture, right, down):
    height, width = picture.shape
    moved = resample(picture, scale=1.0, shift=(right, down), size=(height + down, width + right))
    np.testing.assert_allclose(moved[down:, right:], picture, atol=1e-12)
    assert not moved[:down].any()
    assert not moved[:, :right].any()


@settings(deadline=None)
@given(PICTURES, st.floats(-3, 3), st.floats(-3, 3))
def test_a_moved_picture_needs_so_much_less_moving(picture, right, down):
    picture[0, 0] = 1.0
    moved = resample(picture, scale=1.0, shift=(right + 4, down + 4), size=(24, 24))
    needed = np.subtract(shift_to_middle(picture), (right + 4, down + 4))
    np.testing.assert_allclose(shift_to_middle(moved), needed, atol=1e-6)


@settings(deadline=None)
@given(arrays.arrays(np.float64, (3, 4), elements=st.floats(-2, 2)))
def test_more_ink_is_never_lighter(coverage):
    grey, more = to_grey(coverage), to_grey(coverage + 0.25)
    assert (more >= grey).all()
    assert (grey[coverage <= 0] == 0).all()
    assert (grey[coverage >= 1] == 255).all()


@settings(deadline=None)
@given(POINTS)
def test_a_growing_stroke_keeps_all_points_but_repeated_ones(points):
    growing = GrowingStroke(*points[0])
    for point in points[1:]:
        growing.extend(*point)
    expected = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    assert growing.points.tolist() == [list(point) for point in expected]


def test_points_taken_earlier_stay_as_they_were_while_a_stroke_grows():
    growing = GrowingStroke(0.0, 0.0)
    taken = []
    for step in range(1, 300):
        growing.extend(float(step), 0.5)
        taken.append(growing.points)
    for count, points in enumerate(taken, start=2):
        assert len(points) == count
        assert points[-1].tolist() == [count - 1, 0.5]
    with pytest.raises(ValueError, match="read-only"):
        taken[0][0] = 9.0


def test_ink_leaves_out_strokes_without_points_and_makes_floats():
    ink = Ink.from_points([[], [(1, 2)], [], [(3, 4), (5, 6)]], pad=(400, 300), pen=20)
    assert [stroke.tolist() for stroke in ink.strokes] == [[[1, 2]], [[3, 4], [5, 6]]]
    assert {stroke.dtype for stroke in ink.strokes} == {np.dtype(np.float64)}
    assert Ink.from_points([], pad=(1, 1), pen=1).strokes == ()


@settings(deadline=None)
@given(
    st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=8).map(np.array),
    st.floats(0, 1),
    st.integers(1, 9),
)
def test_a_curve_goes_through_all_its_points(points, tension, per_span):
    curve = through(points, tension=tension, points_per_span=per_span)
    assert curve.shape == ((len(points) - 1) * per_span + 1, 2)
    np.testing.assert_allclose(curve[::per_span], points, atol=1e-9)


@settings(deadline=None)
@given(
    st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=8).map(np.array),
    COORDINATES,
    COORDINATES,
)
def test_a_moved_curve_is_the_curve_of_moved_points(points, right, down):
    way = np.array([right, down])
    np.testing.assert_allclose(through(points + way), through(points) + way, atol=1e-8)
    np.testing.assert_allclose(through(points[::-1])[::-1], through(points), atol=1e-8)


@settings(deadline=None)
@given(STROKES, STROKES, st.floats(0.5, 60))
def test_what_is_left_lies_outside_the_erasers_way(stroke, path, radius):
    for piece in erase((stroke,), path, radius):
        middles = (piece[1:] + piece[:-1]) / 2
        assert (away(np.concatenate([piece, middles]), path) >= radius - 1e-5).all()


@settings(deadline=None)
@given(STROKES, STROKES, st.floats(0.5, 60))
def test_nothing_is_left_that_was_not_there(stroke, path, radius):
    pieces = erase((stroke,), path, radius)
    assert sum(map(length, pieces)) <= length(stroke) + 1e-6
    for piece in pieces:
        assert (away(piece, stroke) <= 1e-6).all()


@settings(deadline=None)
@given(STROKES, STROKES, st.floats(0.5, 60))
def test_points_out_of_reach_stay(stroke, path, radius):
    pieces = erase((stroke,), path, radius)
    kept = {tuple(point) for piece in pieces for point in piece.tolist()}
    far = stroke[away(stroke, path) > radius + 1e-5]
    assert {tuple(point) for point in far.tolist()} <= kept


@settings(deadline=None)
@given(STROKES, STROKES, st.floats(0.5, 60))
def test_a_larger_eraser_leaves_no_more(stroke, path, radius):
    small = sum(map(length, erase((stroke,), path, radius)))
    assert sum(map(length, erase((stroke,), path, radius * 1.5))) <= small + 1e-6
