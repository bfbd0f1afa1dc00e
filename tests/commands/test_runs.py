"""`runs`, and the runs that `train` keeps, as a user meets them."""

import csv
import errno
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mnist_pad.base import folders
from mnist_pad.dataset import mnist
from mnist_pad.engine.record import Origin
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import load
from mnist_pad.training.events import StepsTrained
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train


@pytest.fixture
def digits():
    """A hundredth of MNIST: 3 batches of 256."""
    whole = mnist.load()
    return replace(
        whole,
        x_train=whole.x_train[:600],
        y_train=whole.y_train[:600],
        x_test=whole.x_test[:100],
        y_test=whole.y_test[:100],
    )


@pytest.fixture
def kept(digits):
    """The ids of two runs in the user's folder: `fast`, and `article` with fewer epochs."""
    runs, ids = Runs(), []
    for config in (recipe("fast"), replace(recipe("article"), epochs=2)):
        events = runs.recorded(
            train(config, digits), config=config, kind="training", origin=Origin("nothing")
        )
        ids.append(next(events).id)
        for _ in events:
            pass
    return ids


def test_without_runs_it_says_where_they_will_be(mnist_pad):
    result = mnist_pad("runs")
    assert (result.status, result.err) == (0, "")
    assert str(folders.data() / "runs") in result.out
    result = mnist_pad("runs", "--json")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_runs_are_listed_for_people_the_newest_first(mnist_pad, kept):
    Runs().rename(kept[0], "first try")
    result = mnist_pad("runs")
    assert (result.status, result.err) == (0, "")
    head, newest, oldest = result.out.splitlines()
    assert head.split() == ["run", "recipe", "started", "took", "test", "outcome", "name"]
    assert newest.startswith(f"{kept[1]}  article (changed)  20")
    assert oldest.split()[:2] == [kept[0], "fast"]
    assert "completed" in newest
    assert "%" in newest
    assert oldest.endswith("completed  first try")


def test_json_is_an_object_a_line(mnist_pad, kept):
    result = mnist_pad("runs", "--json")
    assert (result.status, result.err) == (0, "")
    newest, oldest = result.objects
    assert (newest["id"], oldest["id"]) == (kept[1], kept[0])
    assert (newest["recipe"], newest["changed"]) == ("article", True)
    assert (newest["outcome"], newest["epochs"], newest["has_weights"]) == ("completed", 2, True)
    assert newest["config"]["epochs"] == 2
    assert newest["origin"] == {"kind": "nothing", "name": ""}


def test_a_damaged_run_is_named_and_the_others_listed(mnist_pad, kept):
    path = Runs().path(kept[0]) / "run.json"
    os.truncate(path, 10)
    result = mnist_pad("runs", "--json")
    assert result.status == 0
    assert [each["id"] for each in result.objects] == [kept[1]]
    assert result.err.startswith(f"mnist-pad: {path}: ")
    assert result.err.count("\n") == 1


def test_a_run_is_exported_as_csv_by_id_name_or_beginning(mnist_pad, kept, tmp_path):
    Runs().rename(kept[0], "first try")
    for text, run in ((kept[1], kept[1]), ("first try", kept[0])):
        path = tmp_path / "curves.csv"
        result = mnist_pad("runs", "export", text, "--csv", path)
        assert (result.status, result.err) == (0, "")
        with path.open(newline="") as file:
            steps = [row for row in csv.DictReader(file) if row["row"] == "step"]
        drawn = [point.event for point in Runs().curves(run)[0]]
        expected = [event.step for event in drawn if isinstance(event, StepsTrained)]
        assert int(steps[-1]["step"]) == len(steps) == expected[-1]


def test_a_run_is_exported_for_tensorboard(mnist_pad, kept, tmp_path):
    result = mnist_pad("runs", "export", kept[0], "--tensorboard", tmp_path / "board")
    assert (result.status, result.err) == (0, "")
    assert [path.name.split(".")[2] for path in (tmp_path / "board").iterdir()] == ["tfevents"]


def test_what_cannot_be_exported_gets_one_line(mnist_pad, kept, tmp_path):
    export = ("runs", "export")
    out = ("--csv", tmp_path / "out.csv")
    mnist_pad(*export, "nonsense", *out).refused("nonsense", "found none")
    mnist_pad(*export, "2", *out).refused("'2'", "found 2")
    mnist_pad(*export, "..", *out).refused("..")
    mnist_pad(*export, kept[0]).refused("--csv")
    mnist_pad(*export, kept[0], *out, "--tensorboard", tmp_path).refused("--tensorboard")
    mnist_pad(*export, kept[0], "--csv", tmp_path / "no" / "f.csv").refused("f.csv")
    mnist_pad(*export, kept[0], "--csv", tmp_path).refused(str(tmp_path))
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    mnist_pad(*export, kept[0], "--csv", mine).refused("mine.txt", "earlier export")
    mnist_pad(*export, kept[0], "--tensorboard", mine).refused("mine.txt")
    assert mine.read_text() == "mine"


def test_train_goes_on_with_a_run_and_says_so(mnist_pad):
    short = ("--recipe", "article", "--hidden-sizes", "16")
    assert mnist_pad("train", *short, "--epochs", 1).status == 0
    ((first,), ()) = Runs().read()
    result = mnist_pad("train", "--resume", first.id, "--epochs", 2)
    assert result.status == 0, result
    ((second, _), ()) = Runs().read()
    assert second.origin == Origin("run", first.id)
    assert Runs().lineage(second.id) == (first.id,)
    assert Runs().weights(second.id).meta.epochs == 2
    # Its own points alone: they begin where the other's end.
    assert Runs().history(second.id).losses(1_000)[0][0] == 236
    mnist_pad("train", "--resume", "nonsense").refused("nonsense")


def test_without_state_a_kept_run_has_none(mnist_pad):
    short = ("--recipe", "fast", "--hidden-sizes", "16", "--epochs", 1)
    assert mnist_pad("train", *short, "--without-state").status == 0
    ((run,), ()) = Runs().read()
    assert Runs().weights(run.id).optimizer_state == {}


def test_where_runs_cannot_be_kept_train_says_so_and_keeps_the_weights(
    mnist_pad, tmp_path, monkeypatch
):
    (folders.data().parent / "mnist-pad").write_text("a file where a folder should be")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    short = ("--recipe", "article", "--hidden-sizes", "16", "--epochs", 1)
    result = mnist_pad("train", *short, "--json")
    assert result.status == 0
    assert os.strerror(errno.ENOTDIR) in result.err
    assert result.err.count("\n") == 1
    path = Path(result.objects[-1]["weights"])
    assert path.is_relative_to(tmp_path)
    assert load(path).meta.epochs == 1


def test_a_destination_that_vanished_costs_no_weights(tmp_path):
    out = tmp_path / "gone" / "out.npz"
    out.parent.mkdir()
    command = ("train", "--recipe", "article", "--hidden-sizes", "16", "--out", str(out), "--json")
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        program.stdout.readline()
        out.parent.rmdir()
        os.kill(program.pid, signal.SIGINT)
        *_, last = program.stdout.read().splitlines()
        told = program.stderr.read()
        assert program.wait(timeout=60) == 0
    path = Path(json.loads(last)["weights"])
    assert path.is_relative_to(tmp_path)
    assert load(path).meta.step >= 235
    assert str(out) in told
    assert f"they are in {path}" in told
