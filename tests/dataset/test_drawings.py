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
from mnist_pad.dataset.drawings import LineProblem, Sample, append, read, write
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
    assert problems == [LineProblem(1, "a drawing: expected at most 4,194,304 bytes, found more")]


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
