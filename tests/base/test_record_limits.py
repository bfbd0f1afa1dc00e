"""What a file of some kind may hold beyond what annotations say, and records as JSON."""

import json
import math
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError
from mnist_pad.base.records import (
    ANY,
    PLAIN,
    Limits,
    RecordError,
    read_record,
    read_value,
    to_plain,
)
from mnist_pad.base.wording import MAX_TEXT_LENGTH


@dataclass(frozen=True)
class Dot:
    x: float
    y: float = 0.0


@dataclass(frozen=True)
class Ring:
    radius: float
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True)
class Shape:
    outline: Dot | Ring | None
    kind: Literal["open"] | Literal["closed", "torn"] = "open"
    tags: list[str] = field(default_factory=list, init=False)


@dataclass(frozen=True)
class Strict:
    epochs: int

    def __post_init__(self):
        if self.epochs < 1:
            raise UsageError(f"epochs: expected 1 or more, found {self.epochs}")


@dataclass(frozen=True)
class Holder:
    in_use: Strict


def refused(hint, value, limits=ANY, name="it"):
    with pytest.raises(RecordError) as caught:
        read_value(hint, value, name, limits)
    return str(caught.value)


def through_json(hint, value):
    return read_value(hint, json.loads(json.dumps(to_plain(value), allow_nan=False)), "it", PLAIN)


def test_a_text_may_be_as_long_as_the_limit_and_no_longer():
    limits = Limits(text_length=5)
    assert read_value(str, "12345", "it", limits) == "12345"
    told = "it: expected a printable text of at most 5 characters, found '123456'"
    assert refused(str, "123456", limits) == told
    assert read_value(str, "x" * 10**6, "it", ANY) == "x" * 10**6


def test_a_text_with_a_limit_is_printable():
    assert refused(str, "\x1b[2J", PLAIN).startswith(
        "it: expected a printable text of at most 4,096"
    )
    assert read_value(str, "\x1b[2J", "it", ANY) == "\x1b[2J"
    assert read_value(str, "two\nlines", "it", PLAIN) == "two\nlines"


def test_a_list_may_be_as_long_as_the_limit_and_no_longer():
    limits = Limits(items=3)
    assert read_value(tuple[int, ...], [1, 2, 3], "it", limits) == (1, 2, 3)
    assert refused(tuple[int, ...], [1, 2, 3, 4], limits) == (
        "it: expected a list of at most 3, found [1, 2, 3, 4]"
    )
    assert refused(NDArray[np.float32], [0.0] * 4, limits).startswith("it: expected a list of at")
    assert refused(tuple[int, ...], {}, ANY) == "it: expected a list, found {}"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_allowed_by_the_limits_alone(value):
    assert refused(float, value) == f"it: expected a number, found {value}"
    assert refused(float, repr(value)) == f"it: expected a number, found {repr(value)!r}"
    for given_as in (value, repr(value)):
        assert repr(read_value(float, given_as, "it", PLAIN)) == repr(value)


def test_other_texts_are_no_numbers():
    for text in ("", "1", "NaN", "infinity", "0x1"):
        assert "expected a number" in refused(float, text, PLAIN)


@pytest.mark.parametrize("limits", [ANY, PLAIN])
@pytest.mark.parametrize("value", [2**63, -(2**63), 10**400])
def test_a_whole_number_too_large_for_any_use_is_refused(limits, value):
    assert "expected a whole number" in refused(int, value, limits)
    assert "expected a number" in refused(float, value, limits)


@pytest.mark.parametrize("limits", [ANY, PLAIN])
def test_whole_numbers_up_to_the_limit_are_read(limits):
    assert read_value(int, 2**63 - 1, "it", limits) == 2**63 - 1
    number = read_value(float, -(2**62), "it", limits)
    assert (number, type(number)) == (-(2.0**62), float)


def test_a_union_takes_the_first_that_fits():
    assert read_record(Shape, {"outline": {"x": 1}}) == Shape(Dot(1.0))
    ring = Ring(2.0, (Dot(0.0), Dot(1.0, 1.0)))
    assert through_json(Ring, ring) == ring
    assert read_record(Shape, {"outline": to_plain(ring)}) == Shape(ring)
    assert read_record(Shape, {"outline": None, "kind": "torn"}) == Shape(None, "torn")


def test_a_union_that_nothing_fits_names_all_that_would():
    with pytest.raises(RecordError) as caught:
        read_record(Shape, {"outline": {"z": 1}})
    assert str(caught.value) == "outline: expected a Dot or a Ring or null, found {'z': 1}"
    with pytest.raises(RecordError) as caught:
        read_record(Shape, {"outline": None, "kind": "round"})
    assert str(caught.value) == ("kind: expected one of open or one of closed, torn, found 'round'")


def test_of_one_thing_or_none_the_thing_tells_what_was_wrong():
    assert refused(Dot | None, {"x": "far"}) == "it, x: expected a number, found 'far'"
    assert read_value(Dot | None, None, "it") is None


def test_all_that_is_missing_is_named_but_what_has_a_default():
    assert refused(Dot, {}) == "it: expected all its keys (an object with x), found []"
    told = refused(Ring, {"centre": 1})
    assert told == "it: expected all its keys (an object with radius), found ['centre']"


def test_the_way_to_a_value_is_told_in_words():
    told = refused(Holder, {"in_use": {"epochs": "many"}}, name="settings")
    assert told == "settings, in use, epochs: expected a whole number, found 'many'"
    told = refused(tuple[Dot, ...], [{"x": 1}, {"x": None}], name="dots")
    assert told == "dots, x: expected a number, found None"


def test_a_record_that_checks_itself_is_named_too():
    told = refused(Holder, {"in_use": {"epochs": 0}})
    assert told == "it, in use: epochs: expected 1 or more, found 0"
    with pytest.raises(RecordError) as caught:
        read_record(Strict, {"epochs": -3})
    assert str(caught.value) == "epochs: expected 1 or more, found -3"


def test_a_tuple_of_some_length_takes_no_other():
    assert read_value(tuple[int, str], [1, "x"], "it") == (1, "x")
    for wrong in ([], [1], [1, "x", 2]):
        assert "it: expected 2 entries" in refused(tuple[int, str], wrong)
    assert "expected a text" in refused(tuple[int, str], [1, 2])


def test_an_array_is_float32_and_what_that_cannot_hold_is_infinite():
    array = read_value(NDArray[np.float32], [1, 0.1, 1e300, "nan"], "losses", PLAIN)
    assert array.dtype == np.float32
    np.testing.assert_array_equal(array, np.array([1, 0.1, np.inf, np.nan], np.float32))
    assert "losses: expected a number" in refused(NDArray[np.float32], [True], PLAIN, "losses")


def test_numpys_numbers_are_numbers_and_long_texts_are_cut():
    assert to_plain(np.float32(0.5)) == 0.5
    assert to_plain(np.int64(7)) == 7
    assert to_plain(np.float64("nan")) == "nan"
    assert to_plain("x" * 10**5) == "x" * MAX_TEXT_LENGTH
    assert to_plain("\x1b") == "\ufffd"
    assert to_plain([(1, None), True]) == [[1, None], True]


@given(st.lists(st.floats(width=32), max_size=20))
def test_float32_come_back_bit_for_bit(numbers):
    array = np.array(numbers, np.float32)
    np.testing.assert_array_equal(through_json(NDArray[np.float32], array), array)


@given(st.floats())
def test_numbers_come_back_as_they_were(number):
    assert repr(through_json(float, number)) == repr(number)


@given(st.text(max_size=100))
def test_what_was_written_of_a_text_can_be_read(text):
    assert through_json(str, text) == to_plain(text)


SHAPES = st.builds(
    Ring,
    st.floats(allow_nan=False),
    st.lists(st.builds(Dot, st.floats(allow_nan=False)), max_size=4).map(tuple),
)


@given(SHAPES)
def test_records_come_back_as_they_were(ring):
    assert through_json(Ring, ring) == ring
