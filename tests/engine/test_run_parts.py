"""What a run is kept by: a clock, a lock, a folder of its own, a place elsewhere."""

import fcntl
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from mnist_pad.engine import lock
from mnist_pad.engine import record as records
from mnist_pad.engine.clock import Clock
from mnist_pad.engine.elsewhere import save_elsewhere
from mnist_pad.engine.record import Origin, configured, new_record, one_line
from mnist_pad.engine.run_folder import (
    NEW_PREFIX,
    RUN_NAME,
    RunFolder,
    clear,
    clear_temporary,
    is_old,
)
from mnist_pad.recognizer.weights import WeightsError, load, shipped
from mnist_pad.training.recipes import recipe

TEMPORARY = ".mnist-pad-0123456789abcdef.tmp"


@pytest.fixture
def begun():
    """A run's record at its start."""
    made = new_record(
        "training", Origin("nothing"), recipe="fast", started="2026-11-25T13:10:48.123+00:00"
    )
    return replace(made, config=recipe("fast"))


@pytest.fixture
def make(tmp_path):
    """Return a function that makes a run's folder; all locks are released with the test."""
    made = []

    def make(record):
        made.append(RunFolder.make(tmp_path / "runs", record))
        return made[-1]

    yield make
    for folder in made:
        folder.release()


@pytest.fixture
def now(monkeypatch):
    """A list of one number: the time, in seconds, that the clock sees."""
    now = [100.0]
    monkeypatch.setattr("mnist_pad.engine.clock.time.monotonic", lambda: now[0])
    return now


def make_old(path):
    os.utime(path, (1_000_000_000, 1_000_000_000))


def test_a_clock_stands_until_it_is_told_to_go(now):
    clock = Clock()
    now[0] += 50
    assert clock.seconds == 0
    clock.go()
    now[0] += 2.5
    assert clock.seconds == 2.5


def test_pauses_are_left_out(now):
    clock = Clock()
    clock.go()
    now[0] += 3
    clock.halt()
    now[0] += 1_000
    assert clock.seconds == 3
    clock.go()
    now[0] += 4
    assert clock.seconds == 7
    clock.halt()
    clock.halt()
    now[0] += 1
    assert clock.seconds == 7


def test_a_lock_is_held_until_it_is_let_go(tmp_path):
    path = tmp_path / "lock"
    assert not lock.is_held(path)
    descriptor = lock.hold(path)
    assert lock.is_held(path)
    assert lock.is_held(path)
    os.close(descriptor)
    assert not lock.is_held(path)


def test_who_asks_at_the_same_time_is_not_taken_for_a_run(tmp_path):
    path = tmp_path / "lock"
    path.touch()
    with path.open("rb") as asked:
        fcntl.flock(asked, fcntl.LOCK_SH)
        assert not lock.is_held(path)


def test_a_lock_goes_with_its_process(tmp_path):
    path = tmp_path / "lock"
    code = (
        "import sys; from pathlib import Path; from mnist_pad.engine import lock;"
        "lock.hold(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout.readline() == b"held\n"
        assert lock.is_held(path)
        holder.kill()
    assert not lock.is_held(path)


def test_a_lock_that_cannot_be_made_is_an_error_and_none_is_held(tmp_path):
    with pytest.raises(FileNotFoundError):
        lock.hold(tmp_path / "no" / "lock")
    assert not lock.is_held(tmp_path / "no" / "lock")
    os.mkfifo(tmp_path / "fifo")
    assert not lock.is_held(tmp_path / "fifo")


def test_a_folder_is_called_after_its_start_and_recipe(make, begun):
    folder = make(begun)
    assert folder.path.name == "2026-11-25-131048-fast"
    assert RUN_NAME.fullmatch(folder.path.name)
    assert lock.is_held(folder.path / records.LOCK_FILE)
    assert records.read(folder.path)[0] == replace(begun, id=folder.path.name)


def test_runs_of_one_second_are_numbered(make, begun):
    names = [make(begun).path.name for _ in range(3)]
    assert names == [f"2026-11-25-131048-fast{end}" for end in ("", "-2", "-3")]
    assert all(map(RUN_NAME.fullmatch, names))


@pytest.mark.parametrize(
    ("name", "spelt"),
    [("../../x", "______x"), ("", "run"), ("a b/c", "a_b_c"), ("üß", "__"), (".", "_")],
)
def test_a_recipe_leads_out_of_no_folder(make, begun, tmp_path, name, spelt):
    folder = make(replace(begun, recipe=name))
    assert folder.path == tmp_path / "runs" / f"2026-11-25-131048-{spelt}"


def test_released_a_run_is_known_to_have_been_interrupted(tmp_path, begun):
    folder = RunFolder.make(tmp_path, begun)
    assert records.read(folder.path)[0].outcome == "running"
    folder.release()
    assert records.read(folder.path)[0].outcome == "interrupted"


def test_a_folder_that_cannot_be_filled_is_not_left(tmp_path, begun, no_room):
    runs = tmp_path / "runs"
    with no_room(10), pytest.raises(OSError, match="too large"):
        RunFolder.make(runs, begun)
    assert list(runs.iterdir()) == []


def test_nothing_is_left_under_the_first_name(make, begun):
    path = make(begun).path
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert not path.name.startswith(NEW_PREFIX)


def test_a_run_is_removed_whole(make, begun):
    folder = make(begun)
    (folder.path / records.WEIGHTS_FILE).write_bytes(b"weights")
    (folder.path / TEMPORARY).write_bytes(b"half")
    folder.remove()
    assert not folder.path.exists()
    folder.remove()  # of what is gone, nothing


def test_what_others_put_into_a_run_stays(make, begun):
    folder = make(begun)
    (folder.path / "my notes.txt").write_text("mine")
    (folder.path / ".mnist-pad-mine.tmp").write_text("mine")
    clear(folder.path)
    left = sorted(path.name for path in folder.path.iterdir())
    assert left == [".mnist-pad-mine.tmp", "my notes.txt"]


def test_only_old_temporary_files_go(tmp_path):
    new, old, mine = (
        tmp_path / TEMPORARY,
        tmp_path / TEMPORARY.replace("0", "f"),
        tmp_path / "a.tmp",
    )
    for path in (new, old, mine):
        path.write_bytes(b"half")
    for path in (old, mine):
        make_old(path)
    assert (is_old(new), is_old(old)) == (False, True)
    clear_temporary(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([new, mine])


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("2026-11-25-131048-fast", "2026-11-25-131048-fast.npz"),
        ("../no/where", "___no_where.npz"),
        ("x" * 300, "x" * 100 + ".npz"),
        ("ü\x1b", "__.npz"),
    ],
)
def test_elsewhere_is_a_folder_of_its_own(tmp_path, monkeypatch, name, file):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = save_elsewhere(shipped(), name)
    assert path.name == file
    assert path.parent.parent == tmp_path
    assert load(path).meta == shipped().meta
    assert save_elsewhere(shipped(), name) != path


def test_without_room_elsewhere_nothing_is_left(tmp_path, monkeypatch, no_room):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with no_room(10), pytest.raises(WeightsError):
        save_elsewhere(shipped(), "weights")
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_for_temporary_files_one_sentence_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(WeightsError) as caught:
        save_elsewhere(shipped(), "weights")
    place = tmp_path / "gone"
    assert str(caught.value) == (
        f"{place}: expected room for weights, found: No such file or directory"
    )


def test_a_name_is_one_printable_line_of_some_length():
    assert one_line("  two\n lines\tand \x1b[1m ") == "two lines and \ufffd[1m"
    assert one_line("x" * 500) == "x" * records.MAX_NAME_LENGTH


def test_other_settings_change_the_recipe_and_what_it_is_compared_to(begun):
    assert configured(begun, None) is begun
    article = configured(begun, recipe("article"))
    assert (article.recipe, article.changed) == ("article", False)
    changed = configured(begun, replace(recipe("article"), epochs=7))
    assert (changed.recipe, changed.changed, changed.config.epochs) == ("article", True, 7)
    # Of no recipe, nobody knows what it would be changed from.
    custom = configured(begun, replace(recipe("article"), recipe="my \x1b own " + "x" * 60))
    assert custom.recipe == ("my \ufffd own " + "x" * 60)[:40]
    assert not custom.changed
