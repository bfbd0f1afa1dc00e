import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.pictures.lines import without_lines
from tests.pictures.made import written


def seven() -> np.ndarray:
    return written("7", height=160, pen=10, margin=60) > 0.5


def lined(ink: np.ndarray, *, every: int, slope: float, thick: int = 2) -> np.ndarray:
    y, x = np.mgrid[0 : ink.shape[0], 0 : ink.shape[1]]
    return ink | ((y + slope * x + 15) % every < thick)


@settings(deadline=None, max_examples=15)
@given(st.integers(30, 90), st.floats(-0.12, 0.12), st.integers(1, 3))
def test_ruled_paper_is_taken_away(every, slope, thick):
    left = without_lines(lined(seven(), every=every, slope=slope, thick=thick), 1)
    # Where a line runs into the 7's own bar, something is lost or left.
    assert np.count_nonzero(left ^ seven()) < 0.3 * np.count_nonzero(seven())


@pytest.mark.parametrize("slope", [0.0, 0.08])
def test_squared_paper_is_taken_away(slope):
    ink = seven()
    squared = lined(ink, every=50, slope=slope) | lined(ink.T, every=50, slope=-slope).T
    left = without_lines(squared, 1)
    assert np.count_nonzero(left ^ ink) < 0.15 * np.count_nonzero(ink)


def test_one_line_below_is_taken_away():
    ink = seven()
    ink[-20:-16] = True
    assert np.array_equal(without_lines(ink, 1), seven())


@pytest.mark.parametrize(("inset", "below"), [(5, 5), (25, 25), (48, 48), (30, 68)])
def test_a_frame_is_taken_away_also_where_the_digit_crosses_it(inset, below):
    ink, framed = seven(), np.zeros_like(seven())
    framed[inset:-below, inset:-inset] = True
    framed[inset + 4 : -below - 4, inset + 4 : -inset - 4] = False
    left = without_lines(ink | framed, 1)
    assert np.count_nonzero(left ^ ink) < 0.02 * np.count_nonzero(ink)


def test_an_angular_0_is_no_frame():
    ink = np.zeros((120, 100), bool)
    ink[20:100, 22:78] = True
    ink[24:96, 26:74] = False
    ink[18:20, 30:50] = ink[20:40, 20:22] = True
    assert np.array_equal(without_lines(ink, 1), ink)


def test_a_frame_with_nothing_in_it_is_left_to_whoever_reads():
    ink = np.zeros((120, 100), bool)
    ink[20:100, 20:80] = True
    ink[24:96, 24:76] = False
    assert np.array_equal(without_lines(ink, 1), ink)


def test_a_lone_line_may_be_a_1():
    ink = np.zeros((200, 120), bool)
    ink[:, 60:64] = True
    assert np.array_equal(without_lines(ink, 1), ink)


def test_ruling_alone_is_nothing():
    blank = np.zeros((200, 240), bool)
    assert not without_lines(lined(blank, every=40, slope=0.02), 1).any()


@pytest.mark.parametrize("number", ["0", "2", "3", "4", "5", "7"])
def test_a_digits_own_strokes_are_no_lines(number):
    for pen, margin in ((3.0, 12.0), (8.0, 60.0), (22.0, 12.0)):
        ink = written(number, height=120, pen=pen, margin=margin) > 0.5
        assert np.array_equal(without_lines(ink, 2), ink)
