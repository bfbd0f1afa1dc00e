"""Curves on disk, whole and torn."""

import json
import os

import numpy as np
import pytest

from mnist_pad.engine import curves
from mnist_pad.engine.curves import Curves
from mnist_pad.training.events import (
    DeadCounted,
    EpochEnded,
    NormsMeasured,
    RunStarted,
    StepsTrained,
)
from mnist_pad.training.history import History

DRAWN = (RunStarted, StepsTrained, NormsMeasured, DeadCounted, EpochEnded)


@pytest.fixture
def path(tmp_path, told):
    path = tmp_path / "curves.jsonl"
    file = Curves(path)
    for second, event in enumerate(event for event in told if isinstance(event, DRAWN)):
        file.add(event, float(second))
    file.close()
    return path


def test_a_history_is_rebuilt_as_it_was(path, told):
    live, rebuilt = History(), History()
    for event in told:
        live.add(event)
    points, problem = curves.read(path)
    assert problem == ""
    assert [point.seconds for point in points] == list(range(len(points)))
    for point in points:
        rebuilt.add(point.event)
    for ours, theirs in zip(rebuilt.losses(1_000), live.losses(1_000), strict=True):
        np.testing.assert_array_equal(ours, theirs)
    np.testing.assert_array_equal(rebuilt.accuracies(), live.accuracies())
    for name in ("gradient_norms", "weight_norms", "dead_shares"):
        for ours, theirs in zip(getattr(rebuilt, name), getattr(live, name), strict=True):
            assert len(ours)
            np.testing.assert_array_equal(ours, theirs)
    assert len(rebuilt.losses(1_000)[0]) == 33
    for name in ("step", "epoch", "epochs", "total_steps", "test_accuracy", "train_accuracy"):
        assert getattr(rebuilt, name) == getattr(live, name), name


def test_a_torn_last_line_costs_that_line(path):
    whole, _ = curves.read(path)
    os.truncate(path, path.stat().st_size - 20)
    points, problem = curves.read(path)
    assert [repr(point) for point in points] == [repr(point) for point in whole[:-1]]
    assert str(problem).startswith(f"{path}: line {len(whole)}: ")


def test_bad_lines_are_passed_over_and_counted(path):
    lines = path.read_bytes().splitlines(keepends=True)
    bad = [b"\xff\xfe\n", b"{}\n", b'{"StepsTrained": {"losses": [[]]}}\n', b"\0" * 100 + b"\n"]
    path.write_bytes(b"".join([*lines[:2], *bad, *lines[2:]]))
    points, problem = curves.read(path)
    assert len(points) == len(lines)
    assert "line 3: " in str(problem)
    assert str(problem).endswith("(and 3 lines more)")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (RunStarted, {"steps_per_epoch": 0}),
        (RunStarted, {"first_step": -1}),
        (StepsTrained, {"epoch": 0}),
        (StepsTrained, {"step": 1}),
        (EpochEnded, {"epoch": -1}),
    ],
)
def test_what_no_run_tells_is_passed_over(path, kind, wrong):
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    spoilt = next(line for line in lines if kind.__name__ in line)
    if "step" in wrong:
        spoilt[kind.__name__]["losses"] = [1.0, 2.0]
    spoilt[kind.__name__] |= wrong
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    points, problem = curves.read(path)
    assert len(points) == len(lines) - 1
    assert "expected" in str(problem)
    history = History()
    for point in points:
        history.add(point.event)
    assert len(history.losses(100)[0]) > 0


def test_what_blocks_or_is_not_there_gives_no_points(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    points, problem = curves.read(tmp_path / "fifo")
    assert (points, "Not a regular file" in str(problem)) == ([], True)
    assert curves.read(tmp_path / "none") == ([], "")


def test_a_file_that_is_there_is_not_overwritten(path):
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Curves(path)
    assert path.read_bytes() == before
