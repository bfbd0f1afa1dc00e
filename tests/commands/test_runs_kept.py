"""`runs` in this process, of records and curves written as a run writes them; and `--resume`."""

import csv
import json
import os
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad import cli
from mnist_pad.base.errors import UsageError
from mnist_pad.commands import train
from mnist_pad.engine import record as records
from mnist_pad.engine.curves import Curves
from mnist_pad.engine.export import CSV_HEADER
from mnist_pad.engine.record import Origin, new_record
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import WeightsError, save, shipped
from mnist_pad.training.events import EpochEnded, RunStarted, StepsTrained
from mnist_pad.training.recipes import recipe

FIRST, SECOND = "2026-11-24-080000-fast", "2026-11-25-131048-article"

RECORD = replace(
    new_record(
        "training", Origin("nothing"), recipe="fast", started="2026-11-24T08:00:00.000+00:00"
    ),
    config=recipe("fast"),
    seconds=75.0,
    outcome="completed",
    epochs=3,
    train_accuracy=0.99,
    test_accuracy=0.9731,
)


def keep(run, *events, name="", **changes):
    """Write a run's folder; returns it."""
    folder = Runs().folder / run
    folder.mkdir(parents=True)
    records.write(replace(RECORD, **changes), folder)
    if name:
        records.write_label(folder, name=name, note="")
    if events:
        curves = Curves(folder / records.CURVES_FILE)
        for second, event in enumerate(events):
            curves.add(event, second + 0.12345)
        curves.close()
    return folder


def losses(*values):
    return np.array(values, np.float32)


@pytest.fixture
def events():
    return (
        RunStarted(recipe("fast"), (784, 10), 3, 0, 300, 100),
        StepsTrained(1, 2, losses(2.5, 1 / 3), 0.5, 10.0),
        StepsTrained(1, 3, losses(np.nan), 0.5, 10.0),
        EpochEnded(1, 0.75, 1.25, 0.5, 3.0, 3.5),
        StepsTrained(2, 6, losses(3, 2, 1), 0.5, 10.0),
    )


@pytest.fixture
def told(capsys):
    """Return a function that runs a command and returns status, output and errors."""

    def run(*arguments):
        status = cli.main([*map(str, arguments)])
        return (status, *capsys.readouterr())

    return run


def test_a_table_has_a_row_a_run_and_columns_that_line_up(told):
    keep(FIRST, name="a first try")
    keep(
        SECOND,
        recipe="article",
        changed=True,
        started="2026-11-25T13:10:48.000+00:00",
        seconds=0.0,
        outcome="stopped",
        test_accuracy=None,
    )
    status, out, err = told("runs")
    assert (status, err) == (0, "")
    head, newest, oldest = out.splitlines()
    for column in ("recipe", "started", "took", "test", "outcome"):
        at = head.index(column)
        assert [line[at - 2 : at] for line in (head, newest, oldest)] == ["  "] * 3
    assert newest.split()[:3] == [SECOND, "article", "(changed)"]
    assert newest.split()[-3:] == ["–", "–", "stopped"]
    assert oldest.split()[:2] == [FIRST, "fast"]
    assert oldest.endswith("1 min 15 s  97.31 %  completed  a first try")
    assert not any(line.endswith(" ") for line in out.splitlines())


def test_a_run_whose_process_is_gone_is_interrupted(told):
    keep(FIRST, outcome="running")
    assert "interrupted" in told("runs")[1]
    (found,) = map(json.loads, told("runs", "--json")[1].splitlines())
    assert (found["outcome"], found["id"]) == ("interrupted", FIRST)


def test_json_has_all_that_the_record_has(told):
    keep(FIRST, name="mine", origin=Origin("file", "/x/y.npz"))
    (found,) = map(json.loads, told("runs", "--json")[1].splitlines())
    assert set(found) == set(vars(RECORD))
    assert found["origin"] == {"kind": "file", "name": "/x/y.npz"}
    keep(SECOND, origin=Origin("run", "2026-01-01-120000-fast", 300))
    origins = [json.loads(line)["origin"] for line in told("runs", "--json")[1].splitlines()]
    # Where it began with a step of another run, that is told, too.
    assert {"kind": "run", "name": "2026-01-01-120000-fast", "step": 300} in origins
    assert (found["name"], found["test_accuracy"], found["seconds"]) == ("mine", 0.9731, 75.0)
    assert found["config"]["hidden_sizes"] == list(RECORD.config.hidden_sizes)


def test_what_a_terminal_obeys_is_not_told_of_a_damaged_run(told):
    folder = keep(FIRST)
    evil = folder.rename(folder.with_name("2026-11-24-080000-\x1b[2J"))
    (evil / "run.json").write_text("{")
    status, out, err = told("runs")
    assert status == 0
    assert out.startswith("no runs yet")
    assert "\x1b" not in err
    assert "\ufffd[2J" in err
    assert err.count("\n") == 1


def test_csv_has_a_row_a_step_and_a_row_an_epoch(told, events, tmp_path):
    keep(FIRST, *events)
    path = tmp_path / "out.csv"
    assert told("runs", "export", FIRST, "--csv", path) == (0, f"curves: {path}\n", "")
    head, *rows = csv.reader(path.read_text().splitlines())
    assert tuple(head) == CSV_HEADER
    assert rows == [
        ["step", "1", "1", "2.5", "", "", "1.123"],
        ["step", "1", "2", "0.333333343", "", "", "1.123"],
        ["step", "1", "3", "nan", "", "", "2.123"],
        ["epoch", "1", "3", "1.25", "0.75", "0.5", "3.5"],
        ["step", "2", "4", "3.0", "", "", "4.123"],
        ["step", "2", "5", "2.0", "", "", "4.123"],
        ["step", "2", "6", "1.0", "", "", "4.123"],
    ]
    assert b"\r" not in path.read_bytes()


def test_an_export_may_be_made_again_and_take_an_empty_files_place(told, events, tmp_path):
    keep(FIRST, *events)
    path = tmp_path / "out.csv"
    path.touch()
    assert told("runs", "export", FIRST, "--csv", path)[0] == 0
    first = path.read_bytes()
    assert told("runs", "export", FIRST, "--csv", path)[0] == 0
    assert path.read_bytes() == first


def test_nothing_of_the_users_is_written_over(told, events, tmp_path):
    keep(FIRST, *events)
    path = tmp_path / "mine.csv"
    path.write_text("row,epoch,mine\n")
    status, out, err = told("runs", "export", FIRST, "--csv", path)
    assert (status, out) == (2, "")
    assert err == (
        f"mnist-pad: error: {path}: expected a new file or an earlier export, found another\n"
    )
    assert path.read_text() == "row,epoch,mine\n"


def test_a_run_that_told_nothing_has_no_curves_to_export(told, tmp_path):
    folder = keep(FIRST)
    path = tmp_path / "out.csv"
    status, _, err = told("runs", "export", FIRST, "--csv", path)
    assert status == 2
    assert f"run {FIRST}: expected curves, found none" in err
    (folder / "curves.jsonl").write_text("rubbish\n")
    assert "line 1: expected a JSON text" in told("runs", "export", FIRST, "--csv", path)[2]
    assert not path.exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [("2026-11-2", "2"), ("", "none"), ("same", "2"), ("fast", "none"), ("x" * 200, "none")],
)
def test_a_run_that_is_not_one_is_refused(told, tmp_path, text, found):
    keep(FIRST, name="same")
    keep(SECOND, name="same")
    status, _, err = told("runs", "export", text, "--csv", tmp_path / "out.csv")
    assert status == 2
    assert err.endswith(f"of one run, found {found}\n")
    assert len(err) < 200


def test_an_id_counts_before_a_name_and_a_name_before_a_beginning(told, events, tmp_path):
    keep(FIRST, *events, name=SECOND)
    keep(SECOND, *events[:2], name="2026")
    for text, rows in ((SECOND, 3), ("2026", 3), ("2026-11-24", 8)):
        path = tmp_path / "out.csv"
        assert told("runs", "export", text, "--csv", path)[0] == 0
        assert len(path.read_text().splitlines()) == rows


def test_a_run_to_go_on_with_is_meant_by_id_or_name():
    folder = keep(FIRST, name="mine")
    save(shipped(), folder / "weights.npz")
    for text in (FIRST, "mine", FIRST[:12]):
        weights, origin = train._resumed(text)
        assert origin == Origin("run", FIRST)
        assert weights.layer_sizes == shipped().layer_sizes
    assert train._resumed(None) == (None, Origin("nothing"))


def test_a_file_comes_before_a_run_of_its_name(tmp_path, monkeypatch):
    folder = keep(FIRST, name="mine")
    save(shipped(), folder / "weights.npz")
    monkeypatch.chdir(tmp_path)
    save(shipped(), tmp_path / "mine")
    assert train._resumed("mine")[1] == Origin("file", os.path.join(os.getcwd(), "mine"))
    (tmp_path / FIRST).symlink_to("nowhere")
    with pytest.raises(WeightsError, match="No such file"):
        train._resumed(FIRST)


def test_a_run_without_weights_cannot_be_gone_on_with():
    keep(FIRST)
    with pytest.raises(UsageError, match=r"weights\.npz"):
        train._resumed(FIRST)
    with pytest.raises(UsageError, match="nonsense"):
        train._resumed("nonsense")


def test_settings_that_do_not_go_with_the_weights_are_refused_before_training(told):
    folder = keep(FIRST)
    save(shipped(), folder / "weights.npz")
    status, out, err = told("train", "--resume", FIRST, "--hidden-sizes", "8")
    assert (status, out) == (2, "")
    assert err.startswith("mnist-pad: error: ")
    assert err.count("\n") == 1
