"""Ink taken apart: which strokes are surely one mark, in which row, in which order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink.apart import Apart
from tests.writing import circle, grouped, line, written


def layout(strokes):
    """Return the pieces of the first way to take strokes apart, row by row."""
    return [list(row.pieces) for row in Apart().layouts(strokes)[0].rows]


@pytest.mark.parametrize("number", ["10", "527", "3105926539", "0123567890"])
@pytest.mark.parametrize("writing", [{}, {"slant": 0.4}, {"slant": -0.3}, {"uneven": 0.12}])
def test_digits_side_by_side_are_pieces_from_left_to_right(number, writing):
    strokes, counts = written(number, **writing)
    assert layout(strokes) == [grouped(counts)]


def test_rows_come_from_top_to_bottom_whatever_was_written_first():
    strokes, counts = written("92\n170\n5")
    pieces = grouped(counts)
    expected = [pieces[:2], pieces[2:5], pieces[5:]]
    assert layout(strokes) == expected
    last = len(strokes) - 1
    turned = [[tuple(sorted(last - each for each in piece)) for piece in row] for row in expected]
    assert layout(strokes[::-1]) == turned


def test_a_sloping_base_line_is_one_row():
    strokes, counts = written("31015926")
    sloping = [stroke + [0, 1] * (0.25 * stroke[:, :1]) for stroke in strokes]
    assert layout(sloping) == [grouped(counts)]


ONE_DIGIT = {
    "a 5 whose bar stands apart": [
        np.concatenate([line((0, 12), (0, 42)), circle((2, 68), (30, 28), turn=np.pi)]),
        line((6, 4), (34, 1)),
    ],
    "a dotted 0": [circle((30, 50), (30, 50)), line((30, 50), (31, 50), count=3)],
    "a 0 slashed far through": [circle((30, 50), (30, 50)), line((-8, 115), (68, -15))],
    "a 0 with a bar": [circle((30, 50), (30, 50)), line((-12, 52), (72, 50))],
    "a crossed 7": [line((0, 0), (60, 0), (20, 100)), line((12, 52), (62, 48))],
    "a footed 1": [line((30, 0), (30, 100)), line((5, 103), (58, 102))],
    "a flag, a stem and a foot": [
        line((10, 24), (30, 0)),
        line((30, 0), (30, 100)),
        line((5, 103), (58, 102)),
    ],
    "an 8 of two rings": [circle((30, 25), (22, 24)), circle((30, 76), (28, 25))],
}


@pytest.mark.parametrize("name", ONE_DIGIT)
@pytest.mark.parametrize("size", [0.3, 2.5])
def test_parts_of_a_digit_stay_together(name, size):
    strokes = [size * stroke + 40 for stroke in ONE_DIGIT[name]]
    assert layout(strokes) == [[tuple(range(len(strokes)))]]


@pytest.mark.parametrize("name", ONE_DIGIT)
def test_and_they_do_among_others(name):
    before, after = line((-60, 0), (-62, 100)), line((100, 0), (97, 100))
    strokes = [before, *ONE_DIGIT[name], after]
    middle = tuple(range(1, len(strokes) - 1))
    assert layout(strokes) == [[(0,), middle, (len(strokes) - 1,)]]


def test_a_part_belongs_to_the_digit_that_it_touches():
    body = np.concatenate([line((0, 12), (0, 42)), circle((2, 68), (30, 28), turn=np.pi)])
    # The bar of the 5 reaches over the 0 behind it.
    strokes = [body, circle((75, 62), (25, 40)), line((0, 10), (62, 5))]
    assert layout(strokes) == [[(0, 2), (1,)]]


def test_what_stands_by_itself_beside_a_digit_is_a_piece_by_itself():
    minus, digit, point = (
        line((0, 50), (30, 50)),
        line((60, 0), (60, 100)),
        line((90, 98), (91, 98)),
    )
    assert layout([digit, minus, point]) == [[(1,), (0,), (2,)]]


def test_a_gap_is_told_in_heights_of_a_digit_and_an_overlap_below_0():
    bars = [line((0, 0), (0, 200)), line((50, 0), (50, 200)), circle((70, 100), (30, 100))]
    (only,) = Apart().layouts(bars)
    assert only.rows[0].pieces == ((0,), (1,), (2,))
    assert only.rows[0].gaps == pytest.approx((0.25, -0.05), abs=0.01)


def test_whether_a_bar_that_crosses_another_stroke_s_end_is_a_4_is_left_open():
    (only,) = Apart().layouts([line((20, 0), (0, 60), (60, 60)), line((38, 25), (36, 100))])
    assert only.rows[0].pieces == ((0,), (1,))
    assert only.rows[0].gaps == pytest.approx((-0.2,), abs=0.05)


def test_the_gap_of_slanted_writing_is_that_along_its_slant():
    (only,) = Apart().layouts([line((100 * x + 40, 0), (100 * x, 100)) for x in (0, 0.3, 0.6)])
    # Upright lines between them would cut both neighbours.
    assert only.rows[0].pieces == ((0,), (1,), (2,))
    assert only.rows[0].gaps == pytest.approx((0.3, 0.3), abs=0.01)


def test_two_that_are_close_one_above_the_other_may_be_either():
    rings = [circle((50, 50), (30, 50)), circle((50, 165), (30, 50))]
    joined, apart = Apart().layouts(rings)
    assert [row.pieces for row in joined.rows] == [((0, 1),)]
    assert joined.gap is None
    assert [row.pieces for row in apart.rows] == [((0,),), ((1,),)]
    assert apart.gap == pytest.approx(0.15, abs=0.01)


def test_without_strokes_there_is_nothing_and_a_dot_is_a_mark():
    assert Apart().layouts([]) == ()
    assert layout([np.array([[5.0, 5.0]])]) == [[(0,)]]
    assert layout([line((0, 0), (30, 0)), line((0, 20), (30, 20))]) == [[(0, 1)]]


def test_a_row_of_200_digits_is_taken_apart():
    strokes, counts = written("0123567890" * 20)
    assert layout(strokes) == [grouped(counts)]


def test_a_tangle_of_many_strokes_is_one_mark():
    hatching = [line((x, 0), (400 - x, 400), count=3) for x in range(0, 400, 4)]
    assert layout(hatching) == [[tuple(range(100))]]


def test_ink_that_grows_is_taken_apart_as_if_it_were_new():
    strokes, _ = written("427\n10")
    growing = Apart()
    for count in range(1, len(strokes) + 1):
        for points in (2, len(strokes[count - 1])):
            drawn = [*strokes[: count - 1], strokes[count - 1][:points].copy()]
            assert growing.layouts(drawn) == Apart().layouts(drawn)


POINTS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=5)


@settings(max_examples=80, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=12))
def test_every_stroke_is_in_one_piece_of_every_layout(scribble):
    strokes = [np.array(points, float) for points in scribble]
    found = Apart().layouts(strokes)
    assert len(found) in (1, 2)
    for each in found:
        numbers = [number for row in each.rows for piece in row.pieces for number in piece]
        assert sorted(numbers) == list(range(len(strokes)))
        assert all(len(row.gaps) == len(row.pieces) - 1 for row in each.rows)
        assert all(np.isfinite(gap) for row in each.rows for gap in row.gaps)
