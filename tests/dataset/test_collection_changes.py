"""What takes the place of a drawing in the user's collection, and what comes back."""

import numpy as np
import pytest

from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError
from mnist_pad.ink.strokes import Ink


def ink(x: float = 1.5) -> Ink:
    return Ink.from_points([[[x, 2], [3, 4]], [[5, 6]]], pad=(280, 300), pen=18)


def ids(samples) -> list:
    return [sample.id for sample in samples]


@pytest.fixture
def collection(tmp_path) -> Collection:
    return Collection(tmp_path / "ink.jsonl")


def test_a_drawing_is_renamed_in_one_go_or_not_at_all(collection, no_room):
    first = collection.add(ink(), 1)
    before = collection.path.read_bytes()
    with no_room(len(before) + 150), pytest.raises(DataError):
        collection.rename(first, 7)
    assert collection.path.read_bytes() == before
    renamed = collection.rename(first, 7)
    (found,), problems = collection.read()
    assert (found.id, found.label, problems) == (renamed.id, 7, [])
    assert renamed.id != first.id
    assert found.extra == renamed.extra == first.extra


@pytest.mark.parametrize("torn_before", [b"", b'{"id": "tor'])
def test_a_renaming_torn_at_any_byte_loses_nothing(collection, torn_before):
    first = collection.add(ink(), 1)
    with open(collection.path, "ab") as file:
        file.write(torn_before)
    before = collection.path.read_bytes()
    renamed = collection.rename(first, 7)
    after = collection.path.read_bytes()
    assert after.startswith(before)
    names = []
    for size in range(len(before), len(after) + 1):
        collection.path.write_bytes(after[:size])
        ((found,), _) = collection.read()
        names.append((found.id, found.label))
        later = collection.add(ink(), 2)
        assert ids(collection.read()[0]) == [found.id, later.id]
    # Nothing but the newline is missing from the last but one.
    assert names[:-2] == [(first.id, 1)] * (len(names) - 2)
    assert names[-2:] == [(renamed.id, 7)] * 2


def test_what_was_removed_comes_back_as_it_was(collection):
    first, second = (collection.add(ink(x), x) for x in (1, 2))
    collection.remove(first)
    collection.restore(first)
    samples, problems = collection.read()
    assert (ids(samples), problems) == ([second.id, first.id], [])
    back = samples[1]
    assert (back.label, back.extra, back.ink.pad) == (1, first.extra, first.ink.pad)
    for ours, theirs in zip(first.ink.strokes, back.ink.strokes, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    collection.remove(back)
    assert ids(collection.read()[0]) == [second.id]


def test_what_was_never_gone_is_there_once(collection):
    first, second = (collection.add(ink(), 1) for _ in range(2))
    collection.restore(first)
    assert ids(collection.read()[0]) == [second.id, first.id]


def test_what_came_back_takes_nothing_away_again(collection):
    first = collection.add(ink(), 1)
    collection.rename(first, 7)
    (renamed,), _ = collection.read()
    collection.remove(renamed)
    collection.restore(first)
    collection.restore(renamed)
    assert ids(collection.read()[0]) == [first.id, renamed.id]


def test_a_full_disk_brings_nothing_back(collection, no_room):
    first = collection.add(ink(), 1)
    collection.remove(first)
    before = collection.path.read_bytes()
    with no_room(len(before) + 100), pytest.raises(DataError, match="that can be written"):
        collection.restore(first)
    assert collection.path.read_bytes() == before
