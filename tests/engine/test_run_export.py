"""Curves for other programs, read back by them."""

import csv
import os
import subprocess
import sys
from datetime import datetime

import numpy as np
import pytest

from mnist_pad.engine.record import RunError
from mnist_pad.training.events import EpochEnded, StepsTrained
from mnist_pad.training.tensorflow_import import tensorflow as tf


@pytest.fixture
def losses(told):
    return np.concatenate([event.losses for event in told if isinstance(event, StepsTrained)])


@pytest.fixture
def epochs(told):
    return [event for event in told if isinstance(event, EpochEnded)]


def test_csv_has_a_row_a_step_and_a_row_an_epoch(runs, kept, tmp_path, losses, epochs):
    path = tmp_path / "curves.csv"
    runs.export_csv(kept.id, path)
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "row",
        "epoch",
        "step",
        "loss",
        "train_accuracy",
        "test_accuracy",
        "seconds",
    ]
    steps = [row for row in rows if row["row"] == "step"]
    assert [int(row["step"]) for row in steps] == list(range(1, 34))
    assert [int(row["epoch"]) for row in steps] == [1] * 11 + [2] * 11 + [3] * 11
    np.testing.assert_array_equal([np.float32(row["loss"]) for row in steps], losses)
    ends = [row for row in rows if row["row"] == "epoch"]
    for row, event in zip(ends, epochs, strict=True):
        assert (int(row["epoch"]), int(row["step"])) == (event.epoch, 11 * event.epoch)
        assert float(row["test_accuracy"]) == event.test_accuracy
        assert float(row["train_accuracy"]) == event.train_accuracy
        assert float(row["loss"]) == event.train_loss
    assert [row["row"] for row in rows].index("epoch") == 11


def scalars(folder):
    """What TensorFlow itself reads of the event files: by tag, steps and values."""
    found = {}
    for path in folder.glob("events.out.tfevents.*"):
        for record in tf.data.TFRecordDataset(str(path)):
            event = tf.compat.v1.Event.FromString(record.numpy())
            for value in event.summary.value:
                found.setdefault(value.tag, []).append((event.step, value.simple_value))
                assert abs(event.wall_time - datetime.now().timestamp()) < 3_600
    return found


def test_tensorflow_reads_the_event_files(runs, kept, tmp_path, losses, epochs):
    folder = tmp_path / "new" / "board"
    runs.export_tensorboard(kept.id, folder)
    found = scalars(folder)
    steps, values = zip(*found["loss"], strict=True)
    assert steps == tuple(range(1, 34))
    np.testing.assert_array_equal(np.array(values, np.float32), losses)
    steps, values = zip(*found["test_accuracy"], strict=True)
    assert steps == (11, 22, 33)
    np.testing.assert_allclose(values, [event.test_accuracy for event in epochs], rtol=1e-6)
    by_layer = {"gradient_norm/layer_1", "gradient_norm/layer_2", "dead/layer_1"}
    by_layer |= {"weight_norm/layer_1", "weight_norm/layer_2"}
    assert found.keys() == {"loss", "train_loss", "train_accuracy", "test_accuracy", *by_layer}


def test_files_of_the_current_folder_are_not_run(runs, kept, tmp_path):
    trap = "raise SystemExit('the current folder was run')"
    for name in ("json", "tensorflow", "numpy", "mnist_pad", "queue"):
        (tmp_path / f"{name}.py").write_text(trap)
    # The process that exports imports this program itself from elsewhere.
    script = (
        "import sys, os; from pathlib import Path; from mnist_pad.engine.runs import Runs; "
        "os.chdir(sys.argv[1]); "
        "Runs(Path('runs')).export_tensorboard(sys.argv[2], Path('board'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), kept.id],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert scalars(tmp_path / "board")


def test_what_cannot_be_written_is_one_sentence(runs, kept, tmp_path):
    (tmp_path / "file").write_text("")
    for export, place in (
        (runs.export_csv, tmp_path / "file" / "curves.csv"),
        (runs.export_tensorboard, tmp_path / "file" / "board"),
        (runs.export_csv, tmp_path),
    ):
        with pytest.raises(RunError) as refused:
            export(kept.id, place)
        assert str(place) in str(refused.value)
        assert "\n" not in str(refused.value)


def test_a_run_without_curves_has_nothing_to_export(runs, kept, tmp_path):
    os.truncate(runs.path(kept.id) / "curves.jsonl", 0)
    with pytest.raises(RunError, match="expected curves, found none"):
        runs.export_csv(kept.id, tmp_path / "curves.csv")
    assert not (tmp_path / "curves.csv").exists()
