"""`train` and `demo`, as a user runs them."""

import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import load


def test_train_tells_epochs_and_leaves_weights(mnist_pad, tmp_path):
    out = tmp_path / "out.npz"
    result = mnist_pad("train", "--recipe", "article", "--epochs", 2, "--out", out, "--json")
    assert result.status == 0
    assert result.err == ""
    *epochs, end = result.objects
    assert [epoch["event"] for epoch in epochs] == ["epoch", "epoch"]
    assert [epoch["epoch"] for epoch in epochs] == [1, 2]
    for key in ("train_accuracy", "test_accuracy", "train_loss", "seconds"):
        assert all(isinstance(epoch[key], float) for epoch in epochs)
    assert 0.45 <= epochs[-1]["test_accuracy"] <= 0.62
    assert end["event"] == "end"
    assert end["outcome"] == "completed"
    assert (end["epochs"], end["weights"]) == (2, str(out))
    meta = load(out).meta
    assert (meta.recipe, meta.epochs, meta.step) == ("article", 2, 470)
    assert meta.test_accuracy == end["test_accuracy"]


def test_a_resumed_run_gives_the_weights_of_an_uninterrupted_one(mnist_pad, tmp_path):
    first, resumed, whole = (tmp_path / name for name in ("1.npz", "2.npz", "whole.npz"))
    settings = ("--recipe", "article", "--seed", 5)
    assert mnist_pad("train", *settings, "--epochs", 1, "--out", first).status == 0
    assert mnist_pad("train", "--resume", first, "--epochs", 2, "--out", resumed).status == 0
    assert mnist_pad("train", *settings, "--epochs", 2, "--out", whole).status == 0
    for ours, theirs in zip(load(resumed).parameters, load(whole).parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_divergence_is_a_failure_that_leaves_finite_weights(mnist_pad, tmp_path):
    out = tmp_path / "out.npz"
    result = mnist_pad("train", "--recipe", "article-raw", "--out", out, "--json")
    assert result.status == 1
    (end,) = result.objects
    assert (end["outcome"], end["epochs"]) == ("diverged", 0)
    assert load(out).meta.scaling == "raw"


def test_without_out_the_weights_are_kept(mnist_pad):
    result = mnist_pad("train", "--recipe", "article", "--epochs", 1)
    ((run,), ()) = Runs().read()
    assert (run.recipe, run.changed, run.outcome, run.epochs) == ("article", True, "completed", 1)
    assert f"weights: {Runs().path(run.id) / 'weights.npz'}" in result.out
    assert "epoch 1: " in result.out
    assert Runs().weights(run.id).meta.step == 235
    assert len(Runs().history(run.id).losses(1_000)[0]) == 235


def test_ctrl_c_stops_and_keeps_the_weights(tmp_path):
    out = tmp_path / "out.npz"
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", "train", "--recipe", "article", "--out", out, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        program.stdout.readline()
        os.kill(program.pid, signal.SIGINT)
        *_, last = program.stdout.read().splitlines()
        assert program.wait(timeout=60) == 0
    assert json.loads(last)["outcome"] == "stopped"
    assert load(out).meta.step >= 235


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--recipe", "nonsense"), ("recipe", "fast", "nonsense")),
        (("--epochs", "0"), ("epochs", "0")),
        (("--epochs", "many"), ("--epochs", "a whole number, found 'many'")),
        (("--seed", "-1"), ("seed", "-1")),
        (("--batch-size", "0"), ("batch size", "0")),
        (("--learning-rate", "nan"), ("learning rate", "nan")),
        (("--hidden-sizes", "1,x"), ("--hidden-sizes", "whole numbers")),
        (("--weight-deviation", "-1"), ("--weight-deviation", "from 0")),
        (("--weight-deviation", "x"), ("expected a number from 0, or 'he', found 'x'",)),
        (("--data", "missing.npz"), ("missing.npz",)),
        (("--resume", "pyproject.toml"), ("pyproject.toml",)),
        (("--resume", "assets/weights.npz", "--recipe", "fast"), ("--resume",)),
        (("--out", "missing-folder/out.npz"), ("missing-folder/out.npz",)),
        (("--out", "tests"), ("tests",)),
    ],
)
def test_what_cannot_be_trained_gets_one_line(mnist_pad, arguments, words):
    mnist_pad("train", *arguments).refused(*words)


def test_weights_that_cannot_go_on_are_refused_before_the_work(mnist_pad, tmp_path):
    # What ships has had all its epochs; making its drawings would take a minute.
    out = tmp_path / "out.npz"
    result = mnist_pad("train", "--resume", "assets/weights.npz", "--out", out, timeout=30)
    result.refused("expected")
    assert "drawing" not in result.err


LONG_RUN = ("train", "--recipe", "article", "--out")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_device_stops_the_run_and_keeps_the_weights(tmp_path):
    out = tmp_path / "out.npz"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mnist_pad", *LONG_RUN, out],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert load(out).meta.step >= 235


def test_a_reader_that_goes_stops_the_run_and_keeps_the_weights(tmp_path):
    out = tmp_path / "out.npz"
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", *LONG_RUN, out],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout.readline().startswith("epoch 1: ")
        program.stdout.close()
        assert program.stderr.read() == ""
        assert program.wait(timeout=120) == 0
    assert load(out).meta.step >= 470


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_cost_no_weights(tmp_path, closed):
    out = tmp_path / "out.npz"
    command = f'exec "$0" -m mnist_pad train --recipe article --epochs 1 --out "$1" {closed}'
    done = subprocess.run(["sh", "-c", command, sys.executable, out], timeout=120)
    assert done.returncode == 0
    assert load(out).meta.step == 235


def test_a_hang_up_stops_the_run_and_keeps_the_weights(tmp_path):
    out = tmp_path / "out.npz"
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", *LONG_RUN, out],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        program.stdout.readline()
        os.kill(program.pid, signal.SIGHUP)
        assert "Stopped after" in program.stdout.read()
        assert program.wait(timeout=60) == 0
    assert load(out).meta.step >= 235


def test_demo_draws_reads_trains_and_leaves_pictures(mnist_pad, tmp_path):
    result = mnist_pad("demo", "--out", tmp_path / "pictures")
    assert result.status == 0, result
    assert "read 10 of 10" in result.out
    assert "epoch 1: " in result.out
    for name in ("empty", "reading", "training", "trained", "trained-dark"):
        with Image.open(tmp_path / "pictures" / f"{name}.png") as picture:
            assert picture.size == (1200, 760)
            assert len(picture.getcolors(maxcolors=1 << 20)) > 20


def test_demo_refuses_a_folder_it_cannot_make(mnist_pad):
    mnist_pad("demo", "--out", "pyproject.toml").refused("pyproject.toml")
