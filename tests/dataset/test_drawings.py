import contextlib
import json
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.drawings import Sample, append, read, removal, write
from mnist_pad.dataset.samples import MAX_LINE_BYTES
from mnist_pad.ink.strokes import Ink

APPENDER = """
import sys
from pathlib import Path
from mnist_pad.dataset.drawings import Sample, append
from mnist_pad.ink.strokes import Ink

ink = Ink.from_points([[[n, n] for n in range(500)]], pad=(280, 280), pen=18)
for number in range(40):
    append(Sample(f"{sys.argv[2]}-{number}", 1, ink), Path(sys.argv[1]))
"""

# Half of a line fits, and is long enough for others to queue up behind it.
SHORT_OF_ROOM = """
import resource
import sys
from pathlib import Path
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.drawings import Sample, append
from mnist_pad.ink.strokes import Ink

path = Path(sys.argv[1])
path.touch()
ink = Ink.from_points([[[1, 2]]], pad=(280, 280), pen=18)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
for number in range(60):
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 2_000_000, hard))
    try:
        append(Sample(number, 1, ink, {"note": "x" * 4_000_000}), path)
    except DataError:
        continue
    sys.exit("there was room")
"""


def sample(name: str, label: int | None = 1) -> Sample:
    return Sample(name, label, Ink.from_points([[[1, 2], [3, 4]]], pad=(280, 280), pen=18))


def line(name: str) -> str:
    strokes = [[[1, 2], [3, 4]]]
    return json.dumps({"id": name, "label": 1, "pad": [9, 9], "pen": 1, "strokes": strokes}) + "\n"


def names(path) -> list[str]:
    return [found.id for found in read(path)[0]]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ink.jsonl"


def test_what_is_written_is_read_in_order(path) -> None:
    write([sample("b"), sample("a", None), sample("c", 9)], path)
    samples, problems = read(path)
    assert [(found.id, found.label) for found in samples] == [("b", 1), ("a", None), ("c", 9)]
    assert problems == []
    np.testing.assert_array_equal(samples[0].ink.strokes[0], [[1, 2], [3, 4]])


def test_other_keys_survive_reading_and_writing(path) -> None:
    values = json.loads(line("a")) | {"device": "tablet", "times": [0.1, 0.2], "ä": None}
    path.write_text(json.dumps(values) + "\n")
    write(read(path)[0], path)
    assert json.loads(path.read_text()) == values


def test_bad_lines_are_named_and_the_rest_is_read(path) -> None:
    lines = [line("a"), "{\n", "\n", "  \r\n", line("b"), '{"id": 1}\n', line("c").rstrip()]
    path.write_text("".join(lines))
    samples, problems = read(path)
    assert [found.id for found in samples] == ["a", "b", "c"]
    assert [problem.number for problem in problems] == [2, 6]
    assert str(problems[1]).startswith("line 6: ")
    assert "found no label" in problems[1].message


def test_a_line_that_is_not_utf_8_spoils_no_other(path) -> None:
    path.write_bytes(line("a").encode() + b"\xff\x00\xfe\n" + line("b").encode())
    samples, problems = read(path)
    assert [found.id for found in samples] == ["a", "b"]
    assert [problem.number for problem in problems] == [2]


def test_an_endless_line_is_passed_over(path) -> None:
    path.write_bytes(b"[" * (3 * MAX_LINE_BYTES) + b"\n" + line("a").encode())
    samples, problems = read(path)
    assert [found.id for found in samples] == ["a"]
    told = ["line 1: a drawing: expected at most 4,194,304 bytes, found more"]
    assert list(map(str, problems)) == told


def test_an_empty_file_holds_no_drawings(path) -> None:
    path.touch()
    assert read(path) == ([], [])
    write([], path)
    assert path.read_bytes() == b""


def test_some_other_file_is_refused(path) -> None:
    path.write_text("no drawing\n" * 5_000)
    with pytest.raises(DataError, match=r"ink\.jsonl: expected drawings .* found none in 1,000"):
        read(path)
    path.write_text(line("a") + "no drawing\n" * 1_500)
    assert len(read(path)[1]) == 1_500


def test_files_that_are_none_are_refused(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    for name in ("pipe", "missing", ".", "nul\0", "file/x"):
        with pytest.raises(DataError, match="expected a file that can be read, found: "):
            read(tmp_path / name)
    for name in ("pipe", "missing/x", ".", "nul\0", "file/x"):
        for change in (append, lambda found, path: write([found], path)):
            with pytest.raises(DataError, match="expected a file that can be written, found: "):
                change(sample("a"), tmp_path / name)


def test_a_drawing_that_cannot_be_written_changes_nothing(path) -> None:
    write([sample("a")], path)
    before = path.read_bytes()
    with pytest.raises(DataError, match=r"ink\.jsonl: drawing 'b': label: expected"):
        write([sample("c"), sample("b", 12)], path)
    with pytest.raises(DataError, match=r"ink\.jsonl: drawing 'b': label: expected"):
        append(sample("b", 12), path)
    assert path.read_bytes() == before


def test_drawings_are_appended_one_a_line(path) -> None:
    for name in "abc":
        append(sample(name), path)
    assert names(path) == ["a", "b", "c"]
    assert path.read_bytes().count(b"\n") == 3


@pytest.mark.parametrize("keep", [1, 30, -1])
def test_a_torn_last_line_costs_only_itself(path, keep) -> None:
    append(sample("a"), path)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:keep])
    append(sample("b"), path)
    samples, problems = read(path)
    survivors = ["a", "b"] if keep > 0 else ["a", "a", "b"]
    assert [found.id for found in samples] == survivors
    assert [problem.number for problem in problems] == ([2] if keep > 0 else [])


def test_a_removal_takes_away_what_is_above_it(path) -> None:
    for name in ("a", "b", "a", "c"):
        append(sample(name), path)
    append(removal("a"), path)
    assert names(path) == ["b", "c"]
    append(sample("a", 7), path)
    assert [(found.id, found.label) for found in read(path)[0]] == [("b", 1), ("c", 1), ("a", 7)]
    append(removal("a"), path)
    assert names(path) == ["b", "c"]
    assert read(path)[1] == []


def test_a_removal_only_adds_a_line_that_says_so(path) -> None:
    append(sample("a"), path)
    before = path.read_bytes()
    append(removal("a"), path)
    added = json.loads(path.read_bytes().removeprefix(before))
    assert added.pop("pad")
    assert added.pop("pen")
    assert added == {"id": "a", "label": None, "strokes": [], "removed": True}


def test_a_removal_of_what_is_not_there_is_nothing(path) -> None:
    append(removal("a"), path)
    assert read(path) == ([], [])
    append(Sample(1, 1, sample("").ink), path)
    append(removal("1"), path)
    assert names(path) == [1]


@pytest.mark.parametrize("removed", [False, None, 1, "true", [True]])
def test_only_true_removes(path, removed) -> None:
    path.write_text(json.dumps(json.loads(line("a")) | {"removed": removed}) + "\n")
    assert names(path) == ["a"]
    assert read(path)[0][0].extra == {"removed": removed}


@pytest.mark.parametrize("replaced", [None, True, 1.0, ["a"], {"a": 1}])
def test_only_an_id_replaces(path, replaced) -> None:
    append(Sample(1, 1, sample("").ink), path)
    with open(path, "a") as file:
        file.write(json.dumps(json.loads(line("a")) | {"replaces": replaced}) + "\n")
    assert names(path) == [1, "a"]
    assert read(path)[0][1].extra["replaces"] == replaced


def test_removed_drawings_were_drawings_too(path) -> None:
    append(sample("a"), path)
    append(removal("a"), path)
    path.write_bytes(path.read_bytes() + b"no drawing\n" * 1_500)
    samples, problems = read(path)
    assert (samples, len(problems)) == ([], 1_500)


def test_a_lack_of_room_leaves_the_file_as_it_was(path, no_room) -> None:
    append(sample("a"), path)
    whole = path.read_bytes()
    for before in (whole, whole + b'{"id": "tor'):
        path.write_bytes(before)
        for room in (0, 1, 40):
            for change in (lambda: append(sample("b"), path), lambda: append(removal("a"), path)):
                with no_room(len(before) + room), pytest.raises(DataError, match="can be written"):
                    change()
                assert path.read_bytes() == before
    append(sample("b"), path)
    assert names(path) == ["a", "b"]


def test_a_lack_of_room_leaves_a_new_file_empty(path, no_room) -> None:
    with no_room(40), pytest.raises(DataError, match=r"ink\.jsonl: expected a file .* written"):
        append(sample("a"), path)
    assert path.read_bytes() == b""
    assert read(path) == ([], [])


def test_a_failed_append_takes_no_line_of_another_program(path) -> None:
    command = [sys.executable, "-c", APPENDER, str(path), "x"]
    with subprocess.Popen([sys.executable, "-c", SHORT_OF_ROOM, str(path)]) as short_of_room:
        assert subprocess.run(command, timeout=60).returncode == 0
        assert short_of_room.wait(timeout=60) == 0
    assert names(path) == [f"x-{number}" for number in range(40)]
    assert read(path)[1] == []


def test_two_programs_append_without_mixing_lines(path) -> None:
    path.write_text("torn")
    command = [sys.executable, "-c", APPENDER, str(path)]
    running = [subprocess.Popen([*command, name]) for name in ("x", "y")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    samples, problems = read(path)
    assert sorted(found.id for found in samples) == sorted(
        f"{name}-{number}" for name in "xy" for number in range(40)
    )
    assert [problem.number for problem in problems] == [1]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_costs_lines_and_nothing_more(path, data) -> None:
    damaged = bytearray("".join(line(name) for name in "abcd").encode())
    for _ in range(data.draw(st.integers(0, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)) | st.none())])
    with contextlib.suppress(DataError):
        samples, _ = read(path)
        write(samples, path)
        assert [found.id for found in read(path)[0]] == [found.id for found in samples]
