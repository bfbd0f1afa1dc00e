"""What was removed goes out of the file for good; what stands, and what is damaged, stays."""

import json
import subprocess
import sys

import numpy as np
import pytest

from mnist_pad.dataset import drawings
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.samples import MAX_LINE_BYTES
from mnist_pad.ink.strokes import Ink

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks on files there")

INK = Ink((np.array([[10.0, 10.0], [50.0, 300.0]]),), (400.0, 400.0), 20.0)


@pytest.fixture
def collection(tmp_path):
    return Collection(tmp_path / "samples.jsonl")


def labels(collection):
    return [sample.label for sample in collection.read()[0]]


def lines(collection):
    return collection.path.read_bytes().splitlines()


def test_removed_and_renamed_drawings_are_gone_from_the_file(collection):
    one, two, three = (collection.add(INK, label) for label in (1, 2, 3))
    collection.remove(two)
    collection.rename(one, 7)
    collection.sweep()
    assert labels(collection) == [3, 7]
    assert len(lines(collection)) == 2
    assert str(two.id).encode() not in b"".join(lines(collection)).replace(b'"replaces"', b"")
    assert three.id == collection.read()[0][0].id


def test_what_stands_is_not_touched(collection):
    collection.add(INK, 1)
    kept = json.loads(lines(collection)[0]) | {"note": "mine"}
    collection.path.write_text(json.dumps(kept) + "\n")
    gone = collection.add(INK, 2)
    collection.remove(gone)
    collection.sweep()
    assert json.loads(lines(collection)[0]) == kept
    before = collection.path.read_bytes()
    collection.sweep()
    assert collection.path.read_bytes() == before


def test_damaged_lines_stay(collection):
    gone = collection.add(INK, 1)
    with collection.path.open("ab") as file:
        file.write(b"torn\n")
    collection.remove(gone)
    with collection.path.open("ab") as file:
        file.write(b'{"id": "half')
    collection.sweep()
    assert lines(collection) == [b"torn", b'{"id": "half']
    collection.add(INK, 5)
    assert labels(collection) == [5]


def test_a_file_with_a_line_too_long_is_left_as_it_is(collection):
    gone = collection.add(INK, 1)
    collection.remove(gone)
    with collection.path.open("ab") as file:
        file.write(b"x" * (MAX_LINE_BYTES + 2) + b"\n")
    before = collection.path.read_bytes()
    collection.sweep()
    assert collection.path.read_bytes() == before


def test_a_restored_drawing_stays(collection):
    sample = collection.add(INK, 1)
    collection.remove(sample)
    collection.restore(sample)
    collection.sweep()
    assert labels(collection) == [1]


def test_without_a_file_nothing_is_done(collection):
    collection.sweep()
    assert not collection.path.exists()


def test_a_full_disk_leaves_the_file_as_it_was(collection, no_room):
    for label in range(5):
        collection.add(INK, label)
    collection.remove(collection.read()[0][0])
    before = collection.path.read_bytes()
    with no_room(50), pytest.raises(drawings.DataError, match=r"samples\.jsonl"):
        collection.sweep()
    assert collection.path.read_bytes() == before


ADDING = """
import sys
from pathlib import Path
import numpy as np
from mnist_pad.dataset.collection import Collection
from mnist_pad.ink.strokes import Ink
collection = Collection(Path(sys.argv[1]))
ink = Ink((np.array([[10.0, 10.0], [50.0, 300.0]]),), (400.0, 400.0), 20.0)
for _ in range(int(sys.argv[3])):
    sample = collection.add(ink, int(sys.argv[2]))
    if sys.argv[2] == "0":
        collection.remove(sample)
        collection.sweep()
"""


def test_programs_that_add_while_another_sweeps_lose_nothing(collection):
    programs = [
        subprocess.Popen([sys.executable, "-c", ADDING, str(collection.path), label, count])
        for label, count in (("1", "60"), ("2", "60"), ("0", "40"))
    ]
    assert [program.wait(60) for program in programs] == [0, 0, 0]
    collection.sweep()
    assert sorted(labels(collection)) == [1] * 60 + [2] * 60
