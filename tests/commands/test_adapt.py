"""`adapt`, as a user runs it."""

import json
import os
import signal
import subprocess
import sys

import pytest

from mnist_pad.dataset import drawings
from mnist_pad.recognizer.weights import load
from tests.benchmarks.own_writer import drawings as written


@pytest.fixture
def three(tmp_path):
    path = tmp_path / "three.jsonl"
    drawings.write(written(3, seed=1), path)
    return path


def test_a_hand_is_learnt_and_its_other_drawings_are_read_better(mnist_pad, three, tmp_path):
    out, others = tmp_path / "mine.npz", tmp_path / "others.jsonl"
    drawings.write(written(10, seed=2), others)
    result = mnist_pad("adapt", "--ink", three, "--out", out, "--json")
    assert (result.status, result.err) == (0, "")
    *passes, end = result.objects
    assert [each["pass"] for each in passes] == [1, 2, 3]
    assert (end["event"], end["outcome"], end["weights"]) == ("end", "completed", str(out))
    assert end["own_count"] == 30
    assert end["own_right_before"] < end["own_right_after"]
    assert end["mnist_after"] > end["mnist_before"] - 0.002
    assert (load(out).meta.recipe, load(out).meta.adapted_from) == ("adapted", "built_in")
    (before,) = mnist_pad("evaluate", "--ink", others, "--json").objects
    (after,) = mnist_pad("evaluate", "--ink", others, "--weights", out, "--json").objects
    assert 1 - after["accuracy"] < (1 - before["accuracy"]) / 2
    assert after["rejected"] < before["rejected"]


def test_given_weights_are_adapted_and_stay_as_they_were(mnist_pad, three, tmp_path):
    trained, out = tmp_path / "trained.npz", tmp_path / "mine.npz"
    trained_by = ("--recipe", "article", "--epochs", 1, "--hidden-sizes", "32", "--out", trained)
    assert mnist_pad("train", *trained_by).status == 0
    before = trained.read_bytes()
    result = mnist_pad("adapt", "--ink", three, "--weights", trained, "--out", out)
    assert result.status == 0, result
    assert "30 drawings" in result.out
    assert load(out).layer_sizes == (784, 32, 10)
    assert load(out).meta.adapted_from == "file trained.npz"
    assert "from file trained.npz" in mnist_pad("info", "--weights", out).out
    assert trained.read_bytes() == before


def test_a_damaged_line_and_drawings_of_no_use_are_told_and_the_rest_is_learnt(
    mnist_pad, three, tmp_path
):
    lines = three.read_text().splitlines()
    unlabelled = json.loads(lines[2]) | {"label": None}
    blank = json.loads(lines[3]) | {"strokes": []}
    lines[1:4] = ['{"id": "torn", "lab', json.dumps(unlabelled), json.dumps(blank)]
    three.write_text("\n".join(lines))
    result = mnist_pad("adapt", "--ink", three, "--out", tmp_path / "mine.npz")
    assert result.status == 0
    assert "line 2:" in result.err
    assert "2 without a label or ink left out" in result.err
    assert "27 drawings" in result.out


def test_what_cannot_be_learnt_from_is_refused(mnist_pad, three, tmp_path):
    empty, out = tmp_path / "empty.jsonl", tmp_path / "mine.npz"
    empty.touch()
    mnist_pad("adapt", "--ink", empty, "--out", out).refused("empty.jsonl", "found none in 0")
    mnist_pad("adapt", "--ink", tmp_path / "no", "--out", out).refused("no", "No such file")
    nowhere = tmp_path / "no" / "mine.npz"
    mnist_pad("adapt", "--ink", three, "--out", nowhere).refused("mine.npz", "can be written")
    mnist_pad("adapt", "--ink", three).refused("--out")
    mnist_pad("adapt", "--out", out).refused("--ink")
    mnist_pad("adapt", "--ink", three, "--weights", three, "--out", out).refused("three.jsonl")
    assert not out.exists()
    drawn = three.read_bytes()
    mnist_pad("adapt", "--ink", three, "--out", three).refused("three.jsonl", "another file")
    assert three.read_bytes() == drawn


def test_interrupted_it_writes_nothing(three, tmp_path):
    out = tmp_path / "mine.npz"
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", "adapt", "--ink", three, "--out", out, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        assert json.loads(program.stdout.readline())["event"] == "pass"
        os.kill(program.pid, signal.SIGINT)
        *_, last = program.stdout.read().splitlines()
        assert program.wait(timeout=60) == 0
    assert json.loads(last)["outcome"] == "stopped"
    assert json.loads(last)["weights"] is None
    assert not out.exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_output_that_goes_costs_no_weights(three, tmp_path):
    out = tmp_path / "mine.npz"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mnist_pad", "adapt", "--ink", three, "--out", out, "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=120,
        )
    assert (done.returncode, done.stderr) == (0, b"")
    assert load(out).meta.recipe == "adapted"
