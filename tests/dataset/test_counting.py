"""How many drawings there are, told without building them: always as many as are read."""

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.dataset import drawings, samples
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.samples import MAX_LINE_BYTES, Effect, Sample, decode, decode_effect, effect
from mnist_pad.ink.strokes import Ink

IDS = ["0" * 32, "a1" * 16, "a", 1, "1"]
COORDINATES = st.floats(-10, 300) | st.integers(0, 300) | st.sampled_from([0.5, 1e6, 999999.5])
KEPT = st.builds(
    Sample,
    id=st.sampled_from(IDS),
    label=st.none() | st.integers(0, 9),
    ink=st.builds(
        Ink.from_points,
        st.lists(st.lists(st.tuples(COORDINATES, COORDINATES), max_size=4), max_size=3),
        pad=st.tuples(st.floats(0.5, 400), st.floats(1, 400)),
        pen=st.floats(0.5, 40),
    ),
    extra=st.fixed_dictionaries(
        {},
        optional={
            "time": st.just("2026-01-02T03:04:05+00:00") | st.text(max_size=3),
            "removed": st.booleans() | st.just(1),
            "replaces": st.sampled_from([*IDS, None, True, 1.0]),
        },
    ),
)


def line(name: str = "0" * 32) -> bytes:
    ink = Ink.from_points([[[10.5, 20], [30, 40.25]], [[50, 60]]], pad=(280.0, 280.0), pen=18.0)
    time = {"time": "2026-01-02T03:04:05+00:00"}
    return samples.encode(Sample(name, 3, ink, time))


def decoded(text: bytes) -> Effect | None:
    try:
        return effect(decode(text))
    except DataError:
        return None


def told(text: bytes) -> Effect | None:
    try:
        return decode_effect(text)
    except DataError:
        return None


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kept=st.lists(KEPT, max_size=8))
def test_as_many_are_counted_as_are_read(tmp_path_factory, kept) -> None:
    path = tmp_path_factory.mktemp("ink") / "ink.jsonl"
    drawings.write(kept, path)
    assert drawings.count(path) == len(drawings.read(path)[0])
    assert Collection(path).count() == drawings.count(path)


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, 230), size=st.integers(0, 3), by=st.binary(max_size=3))
def test_a_damaged_line_is_taken_as_it_is_read(place, size, by) -> None:
    whole = line()
    damaged = whole[:place] + by + whole[place + size :]
    assert told(damaged) == decoded(damaged)


@pytest.mark.parametrize("byte", [*b'0.,-[]{}" e1tn\n', 0x80])
def test_a_byte_changed_anywhere_is_taken_as_it_is_read(byte) -> None:
    whole = line()
    for place in range(len(whole) + 1):
        for damaged in (
            whole[:place] + bytes([byte]) + whole[place + 1 :],
            whole[:place] + bytes([byte]) + whole[place:],
            whole[:place] + whole[place + 1 :],
        ):
            assert told(damaged) == decoded(damaged)


@pytest.mark.parametrize(
    "number", ["1000000.0", "01.5", "1e3", "0.0", "9999999.5", "1" * 400 + ".5"]
)
def test_numbers_at_the_edge_are_taken_as_they_are_read(number) -> None:
    for old in (b"10.5", b"280.0", b"18.0"):
        changed = line().replace(old, number.encode(), 1)
        assert told(changed) == decoded(changed)


def test_a_line_too_long_is_none(tmp_path) -> None:
    points = b", ".join([b"[10.5, 20.5]"] * (MAX_LINE_BYTES // 12))
    path = tmp_path / "ink.jsonl"
    path.write_bytes(line() + line("b" * 32).replace(b"[50.0, 60.0]", points))
    assert drawings.count(path) == len(drawings.read(path)[0]) == 1


def test_changes_are_counted(tmp_path) -> None:
    collection = Collection(tmp_path / "ink.jsonl")
    assert collection.count() == 0
    assert not collection.path.exists()
    ink = Ink.from_points([[[10, 20], [30, 40]]], pad=(280, 280), pen=18)
    kept = [collection.add(ink, label) for label in range(5)]
    collection.rename(kept[0], 7)
    assert collection.count() == 5
    collection.remove(kept[1])
    assert collection.count() == 4
    collection.restore(kept[1])
    assert collection.count() == 5


def test_what_cannot_be_read_cannot_be_counted(tmp_path) -> None:
    (tmp_path / "other.txt").write_text("no drawing\n" * 2_000)
    for name in ("other.txt", "."):
        with pytest.raises(DataError, match="expected"):
            Collection(tmp_path / name).count()


def test_what_the_pad_writes_is_not_decoded(tmp_path) -> None:
    collection = Collection(tmp_path / "ink.jsonl")
    points = np.random.default_rng(1).uniform(5, 275, (60, 2)).tolist()
    ink = Ink.from_points([points[:40], points[40:]], pad=(280, 300), pen=18)
    first, second = collection.add(ink, 3), collection.add(ink, 3)
    collection.rename(first, 4)
    collection.remove(second)
    lines = collection.path.read_bytes().splitlines(keepends=True)
    assert json.loads(lines[2])["replaces"] == first.id
    assert all(samples._PLAIN.fullmatch(written) for written in lines)
