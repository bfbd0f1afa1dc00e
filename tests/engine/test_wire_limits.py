"""How much crosses the pipe, of what kinds, and how one message follows another."""

import io
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError
from mnist_pad.engine import wire


@dataclass(frozen=True)
class Leaf:
    size: float


@dataclass(frozen=True)
class Twig:
    length: int
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, eq=False)
class Tree:
    name: str = ""
    kind: Literal["oak", "elm"] = "oak"
    grown: Leaf | Twig | None = None
    place: Path | None = None
    notes: Mapping[str, Any] = field(default_factory=dict)
    rings: NDArray[np.int64] | None = None
    old: bool = False


@dataclass(frozen=True, eq=False)
class Bytes:
    grey: tuple[NDArray[np.uint8], ...]


@dataclass(frozen=True)
class Picky:
    size: int

    def __post_init__(self):
        if self.size < 0:
            raise UsageError(f"size: expected 0 or more, found {self.size}")


KINDS = (Leaf, Twig, Tree, Bytes, Picky)


class Slow(io.BytesIO):
    """What is asked for beyond the magic comes a byte at a time."""

    def read(self, size=-1):
        return super().read(size if size == len(wire.MAGIC) else min(size, 1))


def written(record, number=1):
    stream = io.BytesIO()
    wire.write(stream, number, record)
    return stream.getvalue()


def read(text):
    return wire.read(io.BytesIO(text), KINDS)


def there_and_back(record):
    return read(written(record))[1]


def changed(record, change):
    """Return the message of a record whose fields, as JSON has them, were changed."""
    text = written(record)
    (length,) = struct.unpack("<I", text[4:8])
    header = json.loads(text[8 : 8 + length])
    change(header["record"]["fields"])
    head = json.dumps(header).encode()
    return wire.MAGIC + struct.pack("<I", len(head)) + head + text[8 + length :]


def refused(text):
    with pytest.raises(wire.WireError) as caught:
        read(text)
    return str(caught.value)


def test_records_within_records_come_out_as_they_went_in():
    twig = Twig(3, (Leaf(1.5), Leaf(2)))
    found = there_and_back(Tree("a", "elm", twig, Path("/x/y"), {"a": [1, None, "b"]}, old=True))
    assert (found.name, found.kind, found.grown, found.place) == ("a", "elm", twig, Path("/x/y"))
    assert (found.notes, found.rings, found.old) == ({"a": [1, None, "b"]}, None, True)


def test_of_a_union_the_right_one_comes_out():
    for grown in (Leaf(1.0), Twig(2), None):
        assert there_and_back(Tree(grown=grown)).grown == grown


@settings(deadline=None)
@given(
    st.lists(
        arrays.arrays(np.uint8, arrays.array_shapes(min_dims=0, max_dims=4, max_side=4)),
        max_size=5,
    )
)
def test_arrays_of_any_shape_come_out_in_order(grey):
    found = there_and_back(Bytes(tuple(grey))).grey
    assert [each.shape for each in found] == [each.shape for each in grey]
    for ours, theirs in zip(found, grey, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@settings(deadline=None)
@given(st.integers(0, 2**63 - 1), st.text(max_size=30), st.floats())
def test_messages_follow_each_other_without_a_gap(number, name, size):
    stream = io.BytesIO(written(Tree(name), number) + written(Leaf(size), 0))
    first_number, tree = wire.read(stream, KINDS)
    second_number, leaf = wire.read(stream, KINDS)
    assert (first_number, tree.name, second_number) == (number, name, 0)
    assert repr(leaf.size) == repr(size)
    with pytest.raises(wire.WireEndError, match=r"^the pipe ended$"):
        wire.read(stream, KINDS)


def test_a_message_may_come_a_byte_at_a_time():
    text = written(Tree("slow", rings=np.arange(5)))
    _, found = wire.read(Slow(text), KINDS)
    assert found.rings.tolist() == [0, 1, 2, 3, 4]


def test_a_header_may_be_as_long_as_the_limit_and_no_longer():
    room = wire.MAX_HEADER_BYTES - (len(written(Tree())) - 8)
    assert len(there_and_back(Tree("x" * room)).name) == room
    with pytest.raises(wire.WireError, match="Tree: expected less, found 1,048,577 bytes"):
        written(Tree("x" * (room + 1)))


def test_so_many_arrays_and_no_more_are_sent():
    one = np.zeros(1, np.uint8)
    assert len(there_and_back(Bytes((one,) * wire.MAX_ARRAYS)).grey) == wire.MAX_ARRAYS
    with pytest.raises(wire.WireError, match="Bytes: expected less"):
        written(Bytes((one,) * (wire.MAX_ARRAYS + 1)))


def test_nothing_is_written_of_what_is_refused():
    stream = io.BytesIO()
    with pytest.raises(wire.WireError, match="expected numbers, texts and arrays, found set"):
        wire.write(stream, 1, Tree(notes={"a": {1}}))
    with pytest.raises(wire.WireError, match="expected a dtype among float32, float64, int64"):
        wire.write(stream, 1, Bytes((np.zeros(1, np.float16),)))
    assert stream.getvalue() == b""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": 1}, "found a int"),
        ({"kind": "ash"}, "found a str"),
        ({"kind": ["oak"]}, "found a list"),
        ({"old": 1}, "found a int"),
        ({"place": "a\0b"}, "found a str"),
        ({"place": 7}, "found a int"),
        ({"notes": []}, "found a list"),
        ({"notes": {"a": {}}}, "found a dict"),
        ({"rings": 0}, "the number of one"),
        ({"rings": {"array": True}}, "the number of one"),
        ({"rings": {"array": -1}}, "the number of one"),
        ({"rings": {"array": 1}}, "the number of one"),
        ({"grown": {"is": "Tree", "fields": {}}}, "record: expected one of Leaf, Twig"),
        ({"grown": {"is": "Leaf"}}, "record: expected what it is, and its fields"),
        ({"grown": {"is": "Leaf", "fields": {}, "more": 1}}, "expected what it is"),
        ({"grown": {"is": "Leaf", "fields": {"size": "x"}}}, "found a str"),
        ({"grown": {"is": "Leaf", "fields": {}}}, "Leaf: expected the fields size"),
        ({"grown": {"is": "Twig", "fields": {"length": 1, "leaves": {}}}}, "found a dict"),
        ({"grown": 5}, "found a int"),
        ({"extra": 1}, "Tree: expected the fields name, kind, grown"),
    ],
)
def test_a_field_that_is_no_such_thing_is_refused(change, told):
    text = changed(Tree(rings=np.arange(3)), lambda fields: fields.update(change))
    assert told in refused(text)


def test_a_record_that_checks_itself_is_refused_with_its_sentence():
    text = changed(Picky(1), lambda fields: fields.update(size=-1))
    assert refused(text) == "Picky: size: expected 0 or more, found -1"


def test_only_kinds_asked_for_come_out():
    with pytest.raises(wire.WireError, match="record: expected one of Leaf, Twig"):
        wire.read(io.BytesIO(written(Picky(1))), (Leaf, Twig))


def test_an_array_of_another_dtype_is_refused():
    text = written(Tree(rings=np.arange(3))).replace(b'"int64"', b'"uint8"')
    assert refused(text) == "array: expected int64, found uint8"


def test_a_relative_path_is_sent_whole(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert there_and_back(Tree(place=Path("a") / "b")).place == tmp_path / "a" / "b"
