import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink.eraser import erase

numbers = st.one_of(st.integers(0, 40).map(float), st.floats(0, 40))
lines = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=7).map(np.array)


def distances(points: np.ndarray, path: np.ndarray) -> np.ndarray:
    """From each point to the nearest place on a path."""
    start, end = np.concatenate([path[:1], path[:-1]]), path
    axis = end - start
    length = np.maximum((axis * axis).sum(axis=1), 1e-300)
    offset = points[:, np.newaxis] - start
    along = np.clip((offset * axis).sum(axis=2) / length, 0, 1)[..., np.newaxis]
    return np.linalg.norm(offset - along * axis, axis=2).min(axis=1)


def sampled(stroke: np.ndarray) -> np.ndarray:
    places = np.linspace(0, len(stroke) - 1, 60 * len(stroke))
    return np.stack([np.interp(places, range(len(stroke)), axis) for axis in stroke.T], axis=1)


def rounded(pieces) -> list:
    return [piece.round(9).tolist() for piece in pieces]


@settings(max_examples=80, deadline=None)
@given(stroke=lines, path=lines, radius=st.floats(0.5, 15))
def test_exactly_what_lies_within_the_radius_is_gone(stroke, path, radius):
    pieces = erase((stroke,), path, radius)
    for piece in pieces:
        assert distances(sampled(piece), path).min() > radius - 1e-6
    outside = sampled(stroke)[distances(sampled(stroke), path) > radius + 1e-6]
    if len(outside):
        left = np.min([distances(outside, piece) for piece in pieces], axis=0)
        assert left.max() < 1e-6


@settings(max_examples=30, deadline=None)
@given(stroke=lines, path=lines, radius=st.floats(0.5, 15))
def test_erasing_again_changes_nothing(stroke, path, radius):
    once = erase((stroke,), path, radius)
    again = erase(once, path, radius)
    assert sum(map(len, again)) == pytest.approx(sum(map(len, once)), abs=1)
    for before, after in zip(once, again, strict=False):
        assert np.allclose(before, after, atol=1e-6)


def test_a_stroke_is_split_where_the_rim_crossed_it():
    pieces = erase((np.array([[0.0, 0.0], [12.0, 0.0]]),), np.array([[6.0, 3.0]]), 5.0)
    assert rounded(pieces) == [[[0, 0], [2, 0]], [[10, 0], [12, 0]]]


def test_a_corner_within_the_radius_is_cut_off():
    corner = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]])
    pieces = erase((corner,), np.array([[10.0, 0.0]]), 2.0)
    assert rounded(pieces) == [[[0, 0], [8, 0]], [[10, 2], [10, 10]]]


def test_a_drag_erases_between_its_ends():
    line = np.array([[0.0, 5.0], [40.0, 5.0]])
    pieces = erase((line,), np.array([[10.0, 0.0], [10.0, 10.0], [30.0, 10.0]]), 1.0)
    assert rounded(pieces) == [[[0, 5], [9, 5]], [[11, 5], [40, 5]]]


def test_what_is_out_of_reach_stays_the_same_array():
    near, far = np.array([[1.0, 1.0], [2.0, 2.0]]), np.array([[50.0, 50.0], [60.0, 50.0]])
    beside = np.array([[3.0, 9.0], [9.0, 3.0]])
    left = erase((near, far, beside), np.array([[1.5, 1.5]]), 4.0)
    assert [id(stroke) for stroke in left] == [id(far), id(beside)]


@pytest.mark.parametrize(("place", "left"), [((3.0, 4.0), 0), ((3.1, 4.0), 1)])
def test_a_dot_goes_whole_or_not_at_all(place, left):
    assert len(erase((np.array([place]),), np.array([[0.0, 0.0]]), 5.0)) == left


def test_points_on_one_spot_are_no_trouble():
    stroke = np.array([[0.0, 0.0], [0.0, 0.0], [9.0, 0.0], [9.0, 0.0]])
    pieces = erase((stroke,), np.array([[0.0, 0.0], [0.0, 0.0]]), 3.0)
    assert rounded(pieces) == [[[3, 0], [9, 0], [9, 0]]]


def test_a_way_too_short_to_measure_is_no_way():
    line = np.array([[0.0, 0.0], [2.0, 5e-324], [9.0, 1e-160]])
    pieces = erase((line,), np.array([[0.0, 0.0], [5e-324, 0.0], [0.0, 1.0]]), 3.0)
    assert rounded(pieces) == [[[3, 0], [9, 0]]]


def test_an_eraser_that_never_touched_the_pad_erases_nothing():
    strokes = (np.array([[0.0, 0.0], [9.0, 0.0]]),)
    assert erase(strokes, np.empty((0, 2)), 3.0) == strokes
