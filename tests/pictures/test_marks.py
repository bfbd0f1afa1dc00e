import numpy as np
import pytest

from mnist_pad.pictures.marks import digit_height, marks
from tests.pictures.made import written


def in_order(ink: np.ndarray) -> list:
    """The boxes of marks from left to right."""
    return sorted(marks(ink).boxes.tolist(), key=lambda box: box[1])


@pytest.mark.parametrize("number", ["7", "10", "427", "1111", "05221"])
@pytest.mark.parametrize("pen", [3.0, 12.0])
def test_each_digit_is_a_mark_with_its_parts(number, pen):
    # The 5's bar and the 4's stem touch nothing where the pen is thin.
    found = in_order(written(number, height=100, pen=pen) > 0.5)
    assert len(found) == len(number)
    for top, _, bottom, _ in found:
        assert bottom - top == pytest.approx(100 + pen, abs=3)


def test_a_broken_stroke_is_one_mark():
    ink = written("7", height=120, pen=8) > 0.5
    ink[90:94] = False
    assert len(marks(ink).areas) == 1


def test_a_bar_belongs_to_its_5_and_not_to_the_1_beside_it_too():
    assert len(marks(written("51", height=100, pen=4, gap=0.12) > 0.5).areas) == 2


def test_a_4_of_two_strokes_is_one_mark():
    ink = written("774", height=100, pen=6) > 0.5
    stem = ink[60:, -100:].sum(axis=0).argmax() + ink.shape[1] - 100
    ink[:, stem - 6 : stem - 3] = False
    assert len(marks(ink).areas) == 3


def test_a_dot_in_a_0_belongs_to_it():
    ink = written("0", height=120, pen=8) > 0.5
    ink[96:104, 70:78] = True
    assert marks(ink).areas.tolist() == [np.count_nonzero(ink)]


def test_what_lies_far_around_is_left_out():
    digit = written("2", height=120, pen=8, margin=90) > 0.5
    dots = digit.copy()
    dots[20:28, 20:28] = dots[-30:-22, -30:-20] = True
    assert np.array_equal(marks(dots).labels > 0, digit)


def test_neighbours_cut_off_by_the_rim_are_left_out():
    digit = written("2", height=120, pen=8, margin=40) > 0.5
    pieces = digit.copy()
    pieces[60:110, :14] = pieces[-12:, 50:90] = True
    assert np.array_equal(marks(pieces).labels > 0, digit)


def test_a_desk_below_and_a_strip_in_a_corner_are_left_out():
    digit = written("2", height=120, pen=8, margin=60) > 0.5
    desk = digit.copy()
    desk[-40:] = True
    desk[:6, :70] = True
    assert np.array_equal(marks(desk).labels > 0, digit)


def test_a_1_cut_out_without_a_margin_is_kept():
    ink = np.zeros((100, 24), bool)
    ink[:, 7:17] = True
    assert len(marks(ink).areas) == 1


def test_a_bit_of_a_line_beside_a_digit_is_left_out_but_not_alone():
    digit = written("3", height=100, pen=8, margin=90) > 0.5
    beside = digit.copy()
    beside[30:34, 30:120] = True
    assert np.array_equal(marks(beside).labels > 0, digit)
    alone = beside & ~digit
    assert np.array_equal(marks(alone).labels > 0, alone)


def test_dust_and_texture_are_no_marks():
    random = np.random.default_rng(3)
    assert not len(marks(random.random((300, 400)) < 0.002).areas)
    assert not len(marks(np.zeros((300, 400), bool)).areas)


def test_many_marks_are_found():
    row = written("2" * 120, height=40, pen=4) > 0.5
    assert len(marks(row).areas) == 120


def test_a_digit_is_as_high_as_most_of_the_high_ones():
    ink = written("2371", height=100, pen=5) > 0.5
    ink[5:20, 5:20] = True
    assert digit_height(marks(ink)) == pytest.approx(105, abs=2)
