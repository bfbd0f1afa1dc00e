"""How well numbers are read, counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.recognizer.number_evaluation import edits, evaluate_numbers

DIGITS = st.text("0123456789", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("", "", 0),
        ("427", "427", 0),
        ("427", "47", 1),
        ("47", "427", 1),
        ("427", "497", 1),
        ("10", "", 2),
        ("12345", "23456", 2),
    ],
)
def test_edits_are_the_fewest(one, other, count):
    assert edits(one, other) == count


@given(DIGITS, DIGITS, DIGITS)
def test_edits_are_a_distance(one, other, third):
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)
    assert edits(one, third) <= edits(one, other) + edits(other, third)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


def test_a_number_is_right_as_a_whole_and_digits_by_themselves():
    result = evaluate_numbers(["10", "427", "1\n2", "5"], ["10", "4?7", "12", "55"])
    assert (result.count, result.right, result.accuracy) == (4, 1, 0.25)
    # Of eight digits one is another and one too many; a row break is no digit.
    assert result.digits_right == pytest.approx(6 / 8)


def test_without_numbers_there_are_no_fractions():
    result = evaluate_numbers([], [])
    assert (result.count, result.accuracy, result.digits_right) == (0, None, None)


def test_more_wrong_digits_than_there_are_make_no_fraction_below_0():
    assert evaluate_numbers(["1"], ["2345"]).digits_right == 0.0
