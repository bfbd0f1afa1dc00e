"""The runs in a folder: listed, named, put away and brought back; what is not ours stays."""

import json
import os
import shutil
import time
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.engine.record import Origin, RunError
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta, load, save


def copies(runs, kept, count):
    """Further runs, one a minute, the newest last."""
    for number in range(count):
        folder = runs.folder / f"2020-01-01-00{number % 60:02d}00-fast-{number}"
        shutil.copytree(runs.path(kept.id), folder)
        values = json.loads((folder / "run.json").read_text())
        minute = f"{number // 60:02d}:{number % 60:02d}"
        values["started"] = f"2020-01-01T{minute}:00.000+00:00"
        (folder / "run.json").write_text(json.dumps(values))
        yield folder.name


def test_without_a_folder_there_are_no_runs(runs):
    assert runs.read() == ((), ())
    runs.sweep()
    assert not runs.folder.exists()


def test_a_folder_that_cannot_be_read_is_told(tmp_path):
    path = tmp_path / "runs"
    path.write_text("")
    found, (problem,) = Runs(path).read()
    assert found == ()
    assert str(problem).startswith(f"{path}: ")


def test_the_default_is_the_users_folder():
    assert Runs().folder.parts[-2:] == ("mnist-pad", "runs")


def test_runs_are_listed_the_newest_first_however_many(runs, kept):
    ids = list(copies(runs, kept, 300))
    found, problems = runs.read()
    assert problems == ()
    assert [record.id for record in found] == [kept.id, *reversed(ids)]


def test_damaged_runs_are_named_and_the_rest_is_read(runs, kept):
    torn, empty, _ = copies(runs, kept, 3)
    os.truncate(runs.folder / torn / "run.json", 100)
    for entry in (runs.folder / empty).iterdir():
        entry.unlink()
    found, problems = runs.read()
    assert len(found) == 2
    assert sorted(str(problem).partition(": ")[0] for problem in problems) == [
        str(runs.folder / torn / "run.json"),
        str(runs.folder / empty / "run.json"),
    ]


def test_what_is_no_run_is_passed_over_and_stays(runs, kept):
    (runs.folder / "my-own.npz").write_bytes(b"mine")
    (runs.folder / "notes.txt").write_text("mine")
    (runs.folder / "folder").mkdir()
    (runs.folder / "folder" / "weights.npz").write_bytes(b"mine")
    (runs.folder / ".deleted").mkdir()
    (runs.folder / ".deleted" / "notes.txt").write_text("mine")
    (runs.folder / ".deleted" / "folder").mkdir()
    (runs.folder / ".deleted" / "folder" / "weights.npz").write_bytes(b"mine")
    (runs.path(kept.id) / "notes.txt").write_text("mine")
    found, problems = runs.read()
    assert ([record.id for record in found], problems) == ([kept.id], ())
    runs.delete(kept.id)
    runs.sweep()
    left = sorted(
        str(path.relative_to(runs.folder)) for path in runs.folder.rglob("*") if path.is_file()
    )
    assert left == [
        f".deleted/{kept.id}/notes.txt",
        ".deleted/folder/weights.npz",
        ".deleted/notes.txt",
        "folder/weights.npz",
        "my-own.npz",
        "notes.txt",
    ]


def test_a_deleted_run_comes_back_whole(runs, kept):
    weights = runs.weights(kept.id)
    runs.rename(kept.id, "mine")
    runs.delete(kept.id)
    assert runs.read() == ((), ())
    with pytest.raises(RunError, match="no such run"):
        runs.weights(kept.id)
    runs.take_back(kept.id)
    ((only,), ()) = runs.read()
    assert only == replace(kept, name="mine")
    np.testing.assert_array_equal(runs.weights(kept.id).parameters[0], weights.parameters[0])
    with pytest.raises(RunError, match="among the deleted"):
        runs.take_back(kept.id)


def test_swept_it_is_gone(runs, kept):
    runs.delete(kept.id)
    runs.sweep()
    with pytest.raises(RunError, match="among the deleted"):
        runs.take_back(kept.id)
    assert list((runs.folder / ".deleted").iterdir()) == []


def test_nothing_is_taken_back_over_another(runs, kept):
    runs.delete(kept.id)
    (runs.folder / kept.id).mkdir()
    with pytest.raises(RunError, match="another of that name"):
        runs.take_back(kept.id)


def test_a_run_that_goes_on_is_not_deleted(runs, told, kept):
    going = runs.recorded(iter(told), config=None, kind="training", origin=Origin("nothing"))
    running = next(going).id
    with pytest.raises(RunError, match="goes on"):
        runs.delete(running)
    going.close()


def test_name_and_note_are_kept_beside_a_run_that_goes_on(runs, told):
    going = runs.recorded(iter(told), config=None, kind="training", origin=Origin("nothing"))
    run = next(going).id
    runs.rename(run, "  three\nepochs \x1b ")
    runs.annotate(run, "first line\nsecond line")
    for _ in going:
        pass
    record = runs.record(run)
    assert (record.name, record.note) == ("three epochs \ufffd", "first line\nsecond line")
    assert record.outcome == "completed"
    runs.rename(run, "")
    assert (runs.record(run).name, runs.record(run).note) == ("", "first line\nsecond line")


def test_a_damaged_name_costs_the_name_alone(runs, kept):
    runs.rename(kept.id, "mine")
    path = runs.path(kept.id) / "label.json"
    path.write_text('{"name": 7}')
    ((only,), (problem,)) = runs.read()
    assert only == kept
    assert str(problem).startswith(f"{path}: name: expected a printable text")


def test_a_run_is_meant_by_id_beginning_or_name(runs, kept):
    first, second = copies(runs, kept, 2)
    runs.rename(second, "best")
    assert runs.id_of(first) == first
    assert runs.id_of("best") == second
    assert runs.id_of("2020-01-01-0000") == first
    for wrong, number in (("2020", "found 2"), ("", "found none"), ("worst", "found none")):
        with pytest.raises(RunError, match=number):
            runs.id_of(wrong)


@pytest.mark.parametrize("run", ["..", "", ".deleted", "../runs", "/etc", "a\0b", "x" * 5_000])
def test_an_id_leads_nowhere_else(runs, kept, run):
    for ask in (runs.path, runs.weights, runs.delete, runs.take_back, runs.record, runs.history):
        with pytest.raises(RunError):
            ask(run)
    assert runs.lineage(run) == ()


def test_a_lineage_is_told_the_oldest_first(runs, record, told):
    ids = []
    origin = Origin("nothing")
    for _ in range(3):
        ids.append(record(told, origin=origin)[0].id)
        origin = Origin("run", ids[-1])
    assert runs.lineage(ids[2]) == (ids[0], ids[1])
    assert runs.lineage(ids[0]) == ()
    adapted = record(told, kind="adaptation", origin=origin)[0].id
    assert runs.lineage(adapted) == ()
    runs.delete(ids[1])
    assert runs.lineage(ids[2]) == ()


def test_a_lineage_in_a_circle_ends(runs, record, told):
    (first, *_), (second, *_) = record(told), record(told)
    for one, other in ((first.id, second.id), (second.id, first.id)):
        path = runs.path(one) / "run.json"
        origin = {"kind": "run", "name": other}
        path.write_text(json.dumps(json.loads(path.read_text()) | {"origin": origin}))
    assert runs.lineage(first.id) == (second.id,)


def test_weights_that_are_not_there_are_the_documented_error(runs, kept, tmp_path):
    runs.export_weights(kept.id, tmp_path / "out.npz")
    assert load(tmp_path / "out.npz").meta == runs.weights(kept.id).meta
    (runs.path(kept.id) / "weights.npz").unlink()
    assert not runs.record(kept.id).has_weights
    with pytest.raises(WeightsError, match=r"weights\.npz"):
        runs.weights(kept.id)


def test_what_a_kill_left_half_written_is_swept(runs, kept):
    torn = runs.path(kept.id) / f".mnist-pad-{'0' * 16}.tmp"
    torn.write_bytes(b"half")
    unfinished = runs.folder / ".new-0123456789abcdef"
    unfinished.mkdir()
    (unfinished / "lock").touch()
    young = runs.folder / ".new-fedcba9876543210"
    young.mkdir()
    long_ago = time.time() - 3_600
    for path in (unfinished, torn):
        os.utime(path, (long_ago, long_ago))
    fresh = runs.path(kept.id) / f".mnist-pad-{'1' * 16}.tmp"
    fresh.write_bytes(b"another process writes this")
    assert runs.read()[1] == ()
    runs.sweep()
    assert sorted(path.name for path in runs.folder.iterdir()) == sorted([young.name, kept.id])
    assert (torn.exists(), fresh.exists()) == (False, True)
    assert runs.record(kept.id) == kept


class TestEarlierVersions:
    """Runs that are a weights file alone."""

    @pytest.fixture
    def path(self, runs, kept):
        path = runs.folder / "2026-01-02-030405-123456-fast.npz"
        save(runs.weights(kept.id), path)
        runs.delete(kept.id)
        return path

    def test_are_listed_and_their_weights_used(self, runs, path, kept, assert_same):
        ((only,), ()) = runs.read()
        assert (only.id, only.recipe, only.outcome) == (path.stem, "custom", "completed")
        assert (only.epochs, only.test_accuracy) == (3, kept.test_accuracy)
        assert only.config == kept.config
        assert only.has_weights
        assert only.started.startswith("2026-01-0")
        assert runs.path(only.id) == path
        assert_same(runs.weights(only.id), load(path))
        assert runs.curves(only.id) == ([], "")
        assert len(runs.history(only.id).losses(10)[0]) == 0

    def test_are_deleted_taken_back_and_swept(self, runs, path):
        runs.delete(path.stem)
        assert runs.read() == ((), ())
        runs.take_back(path.stem)
        assert path.exists()
        runs.delete(path.stem)
        runs.sweep()
        assert list(runs.folder.rglob("*.npz")) == []

    def test_have_no_name(self, runs, path):
        with pytest.raises(RunError, match="earlier"):
            runs.rename(path.stem, "mine")

    def test_that_are_damaged_are_named(self, runs, path):
        os.truncate(path, 1_000)
        found, (problem,) = runs.read()
        assert found == ()
        assert str(problem).startswith(f"{path}: ")

    def test_of_an_article_reader_need_no_meta(self, runs, path):
        arrays = [np.zeros((784, 10), np.float32), np.zeros(10, np.float32)]
        save(Weights(tuple(arrays), WeightsMeta(recipe="adapted")), path)
        ((only,), ()) = runs.read()
        assert (only.kind, only.config) == ("adaptation", None)
