"""The user's own drawings: real files, other programs, full disks."""

import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest

from mnist_pad.dataset import drawings
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError
from mnist_pad.ink.strokes import Ink

ADDER = """
import sys
from pathlib import Path
from mnist_pad.dataset.collection import Collection
from mnist_pad.ink.strokes import Ink

collection = Collection(Path(sys.argv[1]))
ink = Ink.from_points([[[n, n] for n in range(500)]], pad=(280, 280), pen=18)
for _ in range(100):
    print(collection.add(ink, 7).id, flush=True)
"""


def ink(x: float = 1.5) -> Ink:
    return Ink.from_points([[[x, 2], [3, 4]], [[5, 6]]], pad=(280, 300), pen=18)


def ids(samples) -> list:
    return [sample.id for sample in samples]


def adding(collection) -> subprocess.Popen:
    command = [sys.executable, "-c", ADDER, str(collection.path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def collection(tmp_path) -> Collection:
    return Collection(tmp_path / "ink.jsonl")


def test_it_is_in_the_users_data_folder_once_there_is_something_to_keep() -> None:
    collection = Collection()
    assert collection.path.name == "samples.jsonl"
    assert not collection.path.parent.exists()
    assert collection.read() == ([], [])
    assert not collection.path.parent.exists()
    added = collection.add(ink(), 3)
    assert ids(Collection().read()[0]) == [added.id]


def test_what_is_added_is_read_in_order(collection) -> None:
    added = [collection.add(ink(x), label) for x, label in [(0, 9), (0.1, 0), (1 / 3, 9)]]
    samples, problems = collection.read()
    assert problems == []
    assert len(set(ids(samples))) == 3
    for given, found in zip(added, samples, strict=True):
        assert (given.id, given.label, given.extra) == (found.id, found.label, found.extra)
        assert (given.ink.pad, given.ink.pen) == (found.ink.pad, found.ink.pen)
        for ours, theirs in zip(given.ink.strokes, found.ink.strokes, strict=True):
            np.testing.assert_array_equal(ours, theirs)


def test_its_time_is_told_in_utc(collection) -> None:
    earliest = datetime.now(timezone.utc) - timedelta(seconds=1)
    time = datetime.fromisoformat(collection.add(ink(), 1).extra["time"])
    assert earliest <= time <= datetime.now(timezone.utc)
    assert time.utcoffset() == timedelta(0)
    assert time.microsecond == 0


@pytest.mark.parametrize("label", [-1, 10, True, 1.0, "1"])
def test_what_is_no_digit_is_refused(collection, label) -> None:
    with pytest.raises(DataError, match=r"ink\.jsonl: drawing .* label: expected"):
        collection.add(ink(), label)
    assert collection.read() == ([], [])


def test_what_is_removed_is_gone_and_stays_gone(collection) -> None:
    first, second, third = (collection.add(ink(), label) for label in (1, 2, 3))
    before = collection.path.read_bytes()
    collection.remove(second)
    assert ids(collection.read()[0]) == [first.id, third.id]
    assert collection.path.read_bytes().startswith(before)
    collection.remove(second)
    assert ids(Collection(collection.path).read()[0]) == [first.id, third.id]


def test_what_is_not_there_can_be_removed(collection) -> None:
    sample = collection.add(ink(), 1)
    elsewhere = Collection(collection.path.parent / "new" / "ink.jsonl")
    elsewhere.remove(sample)
    assert elsewhere.read() == ([], [])
    assert ids(collection.read()[0]) == [sample.id]


def test_the_drawings_that_count_are_exported(collection, tmp_path) -> None:
    first, second, third = (collection.add(ink(), label) for label in (1, 2, 3))
    collection.remove(second)
    with open(collection.path, "ab") as file:
        file.write(b"{no drawing\n")
    before = collection.path.read_bytes()
    target = tmp_path / "exported.jsonl"
    target.write_text("what was there")
    assert collection.export(target) == 2
    samples, problems = drawings.read(target)
    assert (ids(samples), problems) == ([first.id, third.id], [])
    assert [sample.extra for sample in samples] == [first.extra, third.extra]
    assert target.read_bytes().count(b"\n") == 2
    assert collection.path.read_bytes() == before


def test_an_empty_collection_exports_an_empty_file(collection, tmp_path) -> None:
    assert collection.export(tmp_path / "exported.jsonl") == 0
    assert drawings.read(tmp_path / "exported.jsonl") == ([], [])
    assert not collection.path.exists()


def test_it_is_not_exported_onto_itself(collection, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.jsonl").symlink_to("ink.jsonl")
    ways = [collection.path, tmp_path / "link.jsonl", collection.path.relative_to(tmp_path)]
    for way in ways:
        with pytest.raises(DataError, match=r"expected another file .* the collection's own"):
            collection.export(way)
    assert not collection.path.exists()
    collection.remove(collection.add(ink(), 1))
    before = collection.path.read_bytes()
    os.link(collection.path, tmp_path / "hard.jsonl")
    for way in [*ways, tmp_path / "hard.jsonl"]:
        with pytest.raises(DataError, match=r"expected another file .* the collection's own"):
            collection.export(way)
    assert collection.path.read_bytes() == before


@pytest.mark.parametrize("name", [".", "missing/x", "nul\0", "\ud800" * 300])
def test_an_export_that_cannot_be_written_is_told(collection, tmp_path, name) -> None:
    collection.add(ink(), 1)
    with pytest.raises(DataError, match="expected a file that can be written"):
        collection.export(tmp_path / name)
    assert os.listdir(tmp_path) == ["ink.jsonl"]


def test_a_damaged_line_is_named_and_the_rest_used(collection) -> None:
    added = [collection.add(ink(), label) for label in (1, 2, 3)]
    lines = collection.path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"strokes"', b'"str\x00kes"')
    collection.path.write_bytes(b"".join(lines))
    samples, problems = collection.read()
    assert ids(samples) == [added[0].id, added[2].id]
    assert [problem.number for problem in problems] == [2]


def test_a_torn_last_line_costs_only_itself(collection) -> None:
    first = collection.add(ink(), 1)
    collection.add(ink(), 2)
    collection.path.write_bytes(collection.path.read_bytes()[:-20])
    last = collection.add(ink(), 3)
    samples, problems = collection.read()
    assert ids(samples) == [first.id, last.id]
    assert [problem.number for problem in problems] == [2]


def test_a_removal_after_a_torn_line_counts(collection) -> None:
    first = collection.add(ink(), 1)
    with open(collection.path, "ab") as file:
        file.write(b'{"id": "tor')
    collection.remove(first)
    samples, problems = collection.read()
    assert samples == []
    assert [problem.number for problem in problems] == [2]


@pytest.mark.parametrize("room", [0, 1, 60])
def test_a_full_disk_leaves_it_as_it_was(collection, tmp_path, no_room, room) -> None:
    sample = collection.add(ink(), 1)
    before = collection.path.read_bytes()
    with no_room(len(before) + room):
        with pytest.raises(DataError, match=r"ink\.jsonl: expected a file that can be written"):
            collection.add(ink(), 2)
        with pytest.raises(DataError, match=r"ink\.jsonl: expected a file that can be written"):
            collection.remove(sample)
    assert collection.path.read_bytes() == before
    with no_room(room), pytest.raises(DataError, match=r"exported\.jsonl: expected a file"):
        collection.export(tmp_path / "exported.jsonl")
    assert os.listdir(tmp_path) == ["ink.jsonl"]


def test_two_programs_add_at_once_and_lose_nothing(collection) -> None:
    programs = [adding(collection), adding(collection)]
    told = [program.communicate(timeout=60)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    samples, problems = collection.read()
    assert problems == []
    assert sorted(ids(samples)) == sorted(told[0] + told[1])
    assert len(set(ids(samples))) == 200


def test_drawings_are_removed_while_another_program_adds(collection) -> None:
    removed, kept = [], []
    with adding(collection) as program:
        for number, told in enumerate(program.stdout):
            (kept if number % 2 else removed).append(told.strip())
            if number % 2 == 0:
                collection.remove(drawings.Sample(removed[-1], 7, ink()))
    assert program.returncode == 0
    samples, problems = collection.read()
    assert problems == []
    assert ids(samples) == kept
    assert (len(kept), len(removed)) == (50, 50)


def test_a_folder_that_cannot_be_made_is_named(tmp_path) -> None:
    (tmp_path / "file").touch()
    collection = Collection(tmp_path / "file" / "below" / "ink.jsonl")
    sample = drawings.Sample("a", 1, ink())
    for change in (lambda: collection.add(ink(), 1), lambda: collection.remove(sample)):
        with pytest.raises(DataError, match="file/below: expected a folder for drawings, found: "):
            change()
    with pytest.raises(DataError, match=r"ink\.jsonl: expected a file that can be read"):
        collection.read()


def test_a_file_that_is_none_is_refused(tmp_path) -> None:
    (tmp_path / "ink.jsonl").mkdir()
    collection = Collection(tmp_path / "ink.jsonl")
    with pytest.raises(DataError, match="expected a file that can be written, found: Is a dir"):
        collection.add(ink(), 1)
    with pytest.raises(DataError, match="expected a file that can be read, found: Is a dir"):
        collection.read()
    with pytest.raises(DataError, match="expected a file that can be read, found: Is a dir"):
        collection.export(tmp_path / "exported.jsonl")
    assert os.listdir(tmp_path) == ["ink.jsonl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everything")
def test_a_read_only_folder_is_told(tmp_path) -> None:
    folder = tmp_path / "protected"
    folder.mkdir(mode=0o555)
    with pytest.raises(DataError, match="expected a file that can be written, found: Permission"):
        Collection(folder / "ink.jsonl").add(ink(), 1)
    with pytest.raises(DataError, match="expected a folder for drawings, found: Permission"):
        Collection(folder / "below" / "ink.jsonl").add(ink(), 1)
    assert Collection(folder / "ink.jsonl").read() == ([], [])
