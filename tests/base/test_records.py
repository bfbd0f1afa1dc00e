"""Records from JSON: what fits is read, what does not is named."""

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.base.phrases import Phrase, phrase, unexpected
from mnist_pad.base.records import RecordError, read_record, to_plain
from mnist_pad.base.wording import translate_with


@dataclass(frozen=True)
class Inner:
    numbers: tuple[int, ...]
    pair: tuple[float, float] = (0.0, 1.0)


@dataclass(frozen=True)
class Outer:
    name: str
    kind: Literal["plain", "fancy"] = "plain"
    share: float = 0.5
    is_on: bool = False
    limit: int | None = None
    inner: Inner = field(default_factory=lambda: Inner(()))


@dataclass(frozen=True)
class Said:
    why: str | Phrase


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_what_was_written_is_read_again():
    record = Outer("pad", "fancy", 0.25, True, 7, Inner((1, 2, 3), (2.0, 4.0)))
    assert read_record(Outer, json.loads(json.dumps(asdict(record)))) == record


def test_missing_fields_keep_their_defaults_and_unknown_ones_are_passed_over():
    assert read_record(Outer, {"name": "pad", "of a later version": [1]}) == Outer("pad")


def test_a_whole_number_is_a_number():
    assert read_record(Outer, {"name": "pad", "share": 1}).share == 1.0


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([], "Outer: expected an object, found []"),
        ({}, "Outer: expected all its keys"),
        ({"name": 7}, "name: expected a text, found 7"),
        ({"name": "x", "kind": "odd"}, "kind: expected one of plain, fancy, found 'odd'"),
        ({"name": "x", "kind": []}, "kind: expected one of plain, fancy"),
        ({"name": "x", "share": float("nan")}, "share: expected a number, found nan"),
        ({"name": "x", "share": True}, "share: expected a number, found True"),
        ({"name": "x", "is_on": 1}, "is on: expected true or false, found 1"),
        ({"name": "x", "limit": 1.5}, "limit: expected a whole number, found 1.5"),
        ({"name": "x", "inner": 3}, "inner: expected an object, found 3"),
        ({"name": "x", "inner": {"numbers": 3}}, "inner, numbers: expected a list, found 3"),
        ({"name": "x", "inner": {"numbers": ["1"]}}, "inner, numbers: expected a whole number"),
        (
            {"name": "x", "inner": {"numbers": [], "pair": [1.0]}},
            "inner, pair: expected 2 entries",
        ),
    ],
)
def test_what_does_not_fit_is_named(values, told):
    with pytest.raises(RecordError) as caught:
        read_record(Outer, values)
    assert str(caught.value).startswith(told)


@given(JSON | st.fixed_dictionaries({"name": JSON, "kind": JSON, "inner": JSON, "limit": JSON}))
def test_nothing_else_is_raised(values):
    try:
        record = read_record(Outer, values)
    except RecordError:
        return
    assert isinstance(record, Outer)


def test_a_phrase_is_kept_in_english_and_is_a_text_from_then_on():
    said = Said(unexpected("a", phrase("Errors", "{count} entries").given(count=2), "[1]"))
    translate_with(lambda _, text: f"other words, {text}")
    try:
        kept = to_plain(said)
    finally:
        translate_with(None)
    assert kept == {"why": "a: expected 2 entries, found [1]"}
    assert read_record(Said, kept) == Said(kept["why"])
    # Nobody is told that this might have been anything else.
    with pytest.raises(RecordError, match=r"^why: expected a text, found 3$"):
        read_record(Said, {"why": 3})
