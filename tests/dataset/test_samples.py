import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.samples import MAX_COORDINATE_PX, MAX_LINE_BYTES, Sample, decode, encode
from mnist_pad.ink.strokes import Ink

LINE = {"id": "a", "label": 3, "pad": [280, 280.5], "pen": 18, "strokes": [[[1, 2.5], [3, 4]]]}

COORDINATES = st.floats(-MAX_COORDINATE_PX, MAX_COORDINATE_PX)
LENGTHS = st.floats(0, MAX_COORDINATE_PX, exclude_min=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
STROKES = st.lists(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=8))
SAMPLES = st.builds(
    Sample,
    id=st.text() | st.integers(),
    label=st.none() | st.integers(0, 9),
    ink=st.builds(Ink.from_points, STROKES, pad=st.tuples(LENGTHS, LENGTHS), pen=LENGTHS),
    extra=st.dictionaries(st.text().filter(lambda key: key not in LINE), JSON, max_size=3),
)


def line(**changes) -> bytes:
    return json.dumps(LINE | changes).encode() + b"\n"


def assert_same(found: Sample, expected: Sample) -> None:
    assert (found.id, found.label, found.extra) == (expected.id, expected.label, expected.extra)
    assert (found.ink.pad, found.ink.pen) == (expected.ink.pad, expected.ink.pen)
    assert len(found.ink.strokes) == len(expected.ink.strokes)
    for stroke, other in zip(found.ink.strokes, expected.ink.strokes, strict=True):
        np.testing.assert_array_equal(stroke, other)


def test_a_line_is_read_as_documented() -> None:
    sample = decode(line(device="tablet", session={"n": [1, None]}))
    assert (sample.id, sample.label) == ("a", 3)
    assert (sample.ink.pad, sample.ink.pen) == ((280.0, 280.5), 18.0)
    assert [stroke.tolist() for stroke in sample.ink.strokes] == [[[1.0, 2.5], [3.0, 4.0]]]
    assert sample.extra == {"device": "tablet", "session": {"n": [1, None]}}


def test_a_line_is_written_as_documented() -> None:
    ink = Ink.from_points([[[1, 2]]], pad=(280, 280), pen=18)
    written = encode(Sample("a", None, ink, {"device": "tablet", "label": 7}))
    assert written.endswith(b"}\n")
    assert json.loads(written) == {
        "id": "a",
        "label": None,
        "pad": [280, 280],
        "pen": 18,
        "strokes": [[[1.0, 2.0]]],
        "device": "tablet",
    }


@settings(max_examples=60)
@given(SAMPLES)
def test_what_is_written_is_read(sample) -> None:
    written = encode(sample)
    assert written.count(b"\n") == 1
    assert_same(decode(written), sample)


@pytest.mark.parametrize("label", [None, *range(10)])
def test_every_label_is_read(label) -> None:
    assert decode(line(label=label)).label == label


@pytest.mark.parametrize("strokes", [[], [[]], [[], []]])
def test_empty_strokes_are_left_out(strokes) -> None:
    assert decode(line(strokes=strokes)).ink.strokes == ()
    assert len(decode(line(strokes=[*strokes, [[1, 1]]])).ink.strokes) == 1


def test_a_byte_order_mark_and_windows_line_ends_are_taken() -> None:
    assert decode(b"\xef\xbb\xbf" + line().rstrip() + b"\r\n").label == 3


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"label": True}, "label: expected a whole number from 0 to 9 or null, found True"),
        ({"label": 10}, "found 10"),
        ({"label": -1}, "found -1"),
        ({"label": 10**400}, "label: expected"),
        ({"label": 3.0}, "found 3.0"),
        ({"label": "3"}, "found '3'"),
        ({"label": [3]}, "found [3]"),
        ({"id": None}, "id: expected a text or a whole number, found None"),
        ({"id": True}, "id: expected"),
        ({"id": ["a"]}, "id: expected"),
        ({"pad": [280]}, "pad: expected [width, height]"),
        ({"pad": [280, 0]}, "pad: expected"),
        ({"pad": [280, -1]}, "pad: expected"),
        ({"pad": [True, True]}, "pad: expected"),
        ({"pad": 280}, "pad: expected"),
        ({"pad": {"0": 1, "1": 1}}, "pad: expected"),
        ({"pad": [10**400, 1]}, "pad: expected"),
        ({"pen": 0}, "pen: expected a width in pixels, found 0"),
        ({"pen": "18"}, "pen: expected"),
        ({"pen": None}, "pen: expected"),
        ({"strokes": None}, "strokes: expected a list"),
        ({"strokes": {}}, "strokes: expected a list"),
        ({"strokes": "[[1, 2]]"}, "strokes: expected a list"),
        ({"strokes": [None]}, "lists of [x, y], found None"),
        ({"strokes": [[1, 2]]}, "points [x, y] in pixels, found 1"),
        ({"strokes": [[[1]]]}, "found [1]"),
        ({"strokes": [[[1, 2, 0.5]]]}, "found [1, 2, 0.5]"),
        ({"strokes": [[[1, "2"]]]}, "found [1, '2']"),
        ({"strokes": [[[1, None]]]}, "found [1, None]"),
        ({"strokes": [[[1, False]]]}, "found [1, False]"),
        ({"strokes": [[[1, 1.1e6]]]}, "found [1, 1100000.0]"),
        ({"strokes": [[[1, -(10**400)]]]}, "points [x, y]"),
        ({"strokes": [[[1, float("nan")]]]}, "NaN is no JSON number"),
        ({"pen": float("inf")}, "Infinity is no JSON number"),
        ({"pad": [float("-inf"), 1]}, "-Infinity is no JSON number"),
    ],
)
def test_a_wrong_value_is_named(changes, part) -> None:
    with pytest.raises(DataError) as caught:
        decode(line(**changes))
    assert part in str(caught.value)
    assert "found" in str(caught.value)


@pytest.mark.parametrize("key", LINE)
def test_a_missing_key_is_named(key) -> None:
    values = {name: value for name, value in LINE.items() if name != key}
    with pytest.raises(DataError, match=f"found no {key}"):
        decode(json.dumps(values).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[1, 2]",
        b"\xff\xfe{",
        line()[:-5],
        line().replace(b"18", b"1e999"),
        line() + line(),
        line().replace(b"}", b', "deep": ' + b"[" * 100_000 + b"}"),
        line().replace(b"[[[1, 2.5], [3, 4]]]", b"[" * 50_000 + b"]" * 50_000),
        line().replace(b"}", b', "far": 1e999}'),
        line().replace(b"}", b', "huge": ' + b"9" * 5_000_000 + b"}"),
        line(note="x" * MAX_LINE_BYTES),
        '{"id": "ä"}'.encode("latin1"),
    ],
    ids=range(14),
)
def test_a_line_that_is_none_is_refused(data) -> None:
    with pytest.raises(DataError, match=r"expected .*found"):
        decode(data)


@pytest.mark.parametrize(
    "sample",
    [
        Sample("a", 10, Ink((), (280, 280), 18)),
        Sample("a", 1, Ink((), (280, 0), 18)),
        Sample("a", 1, Ink((np.array([[np.nan, 1.0]]),), (280, 280), 18)),
        Sample("a", 1, Ink((np.array([[1e7, 1.0]]),), (280, 280), 18)),
        Sample("a", 1, Ink((), (280, 280), 18), {"far": float("inf")}),
        Sample("a", 1, Ink((), (280, 280), 18), {"object": object()}),
        Sample("a", 1, Ink((), (280, 280), 18), {"long": "x" * MAX_LINE_BYTES}),
    ],
    ids=["label", "pad", "nan", "far away", "infinity", "object", "long"],
)
def test_what_would_not_be_read_is_not_written(sample) -> None:
    with pytest.raises(DataError, match="expected"):
        encode(sample)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("427", "427"),
        ("42\n17", "42\n17"),
        ("7", "7"),
        ("", None),
        ("4?7", None),
        ("4\n", None),
        ("٤٢", None),
        (427, None),
        (None, None),
    ],
)
def test_a_drawing_of_several_digits_says_its_number_and_keeps_it_as_it_is(given, number):
    ink = Ink.from_points(LINE["strokes"], pad=(280, 280), pen=18)
    sample = Sample("a", None, ink, {"number": given})
    assert sample.number == number
    assert decode(encode(sample)).extra == {"number": given}
