"""A run's weights on their way: which are kept, how many, and that they go with their run."""

import math
from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.engine import kept_snapshots
from mnist_pad.engine.kept_snapshots import MOST, KeptSnapshots
from mnist_pad.engine.runs import DELETED
from mnist_pad.recognizer.weights import WeightsError
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import EpochEnded, RunEnded, RunStarted, Snapshot

SIZES = (784, 4, 10)
STEPS_PER_EPOCH = 60
ARABIC_ZERO = "\u0660"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Let snapshots be written as often as they come: these tests take no time in between."""
    monkeypatch.setattr(kept_snapshots, "SHARE", math.inf)


@pytest.fixture
def parameters():
    shapes = ((784, 4), (4,), (4, 10), (10,))
    return tuple(np.zeros(shape, np.float32) for shape in shapes)


def going(epochs, parameters, *, first=0, every=7):
    """Yield the events of a run that tells a snapshot every few updates, and one an epoch."""
    config = TrainingConfig(hidden_sizes=(4,), epochs=epochs)
    yield RunStarted(config, SIZES, STEPS_PER_EPOCH, first, 1_000, 500)
    for step in range(first + 1, epochs * STEPS_PER_EPOCH + 1):
        whole = step % STEPS_PER_EPOCH == 0
        if whole or step % every == 0:
            yield Snapshot(step, parameters)
        if whole:
            epoch = step // STEPS_PER_EPOCH
            yield EpochEnded(epoch, 0.5, 1.0, epoch / 1_000, 1.0, 1.0)


def test_a_snapshot_is_kept_as_it_was(runs, kept, told):
    snapshots = {event.step: event for event in told if isinstance(event, Snapshot)}
    epochs = {11 * event.epoch: event for event in told if isinstance(event, EpochEnded)}
    steps = runs.snapshots(kept.id)
    assert set(epochs) <= set(steps) <= set(snapshots)
    for step in steps:
        weights = runs.weights(kept.id, step)
        for one, other in zip(weights.parameters, snapshots[step].parameters, strict=True):
            np.testing.assert_array_equal(one, other)
        assert (weights.meta.step, weights.meta.epochs) == (step, step // 11)
        known = epochs[step].test_accuracy if step in epochs else None
        assert weights.meta.test_accuracy == known


def test_however_long_a_run_goes_on_they_are_few_and_evenly_spread(tmp_path, parameters):
    keeper = KeptSnapshots(tmp_path, kept_snapshots.RUN_BYTES)
    for event in going(300, parameters):
        keeper.take(event)
        assert len(list(tmp_path.iterdir())) <= MOST
    first, *steps = kept_snapshots.steps(tmp_path)
    assert first == 7
    assert len(steps) >= MOST // 2 - 2
    gaps = [after - before for before, after in pairwise(steps)]
    assert max(gaps) <= 2 * min(gaps)
    assert steps[0] <= 2 * min(gaps)
    assert 300 * STEPS_PER_EPOCH - steps[-1] <= max(gaps)
    # Of these, the accuracy is known.
    assert all(step % STEPS_PER_EPOCH == 0 for step in steps[-4:])


def test_a_run_that_goes_on_from_another_spreads_its_own(tmp_path, parameters):
    keeper = KeptSnapshots(tmp_path, kept_snapshots.RUN_BYTES)
    first = 100 * STEPS_PER_EPOCH
    for event in going(130, parameters, first=first):
        keeper.take(event)
    steps = kept_snapshots.steps(tmp_path)
    assert MOST // 2 <= len(steps) <= MOST
    assert first < steps[0] < first + 8
    assert steps[1] - first <= 2 * (steps[2] - steps[1])


def test_large_networks_keep_fewer_and_the_largest_none(tmp_path, parameters):
    size = sum(each.nbytes for each in parameters)
    for room, most in ((6.5 * size, 5), (2.5 * size, 0)):
        folder = tmp_path / str(room)
        folder.mkdir()
        keeper = KeptSnapshots(folder, int(room))
        for event in going(20, parameters):
            keeper.take(event)
            assert sum(path.stat().st_size for path in folder.iterdir()) <= room + most * 3_000
        assert len(kept_snapshots.steps(folder)) <= most
        assert bool(kept_snapshots.steps(folder)) == bool(most)


def test_all_runs_together_keep_so_much(runs, record, told, monkeypatch):
    record(told)
    ((first,), ()) = runs.read()
    taken = sum(path.stat().st_size for path in runs.path(first.id).glob("snapshot-*"))
    monkeypatch.setattr(kept_snapshots, "ALL_BYTES", taken + 1_000)
    record(told)
    (second, other), problems = runs.read()
    assert (other.id, problems) == (first.id, ())
    assert runs.snapshots(second.id) == ()
    assert second.has_weights
    # Nothing of a run before is taken away.
    assert len(runs.snapshots(first.id)) >= 3


def test_adaptations_and_runs_of_earlier_versions_have_none(runs, record, told):
    record(told, kind="adaptation")
    ((only,), ()) = runs.read()
    assert runs.snapshots(only.id) == ()
    (runs.folder / "2026-01-01-120000-fast.npz").write_bytes(b"")
    assert runs.snapshots("2026-01-01-120000-fast") == ()


def test_they_are_deleted_and_come_back_with_their_run(runs, kept):
    steps = runs.snapshots(kept.id)
    runs.delete(kept.id)
    runs.take_back(kept.id)
    assert runs.snapshots(kept.id) == steps
    runs.delete(kept.id)
    runs.sweep()
    assert list((runs.folder / DELETED).iterdir()) == []


def test_a_run_of_which_nothing_came_leaves_none(runs, record, told):
    start, *middle = told
    snapshot = next(event for event in middle if isinstance(event, Snapshot))
    record([start, snapshot, RunEnded("stopped", 0, None, None)])
    assert list(runs.folder.iterdir()) == []


def test_a_damaged_one_is_told_in_a_sentence(runs, kept):
    step, *_ = runs.snapshots(kept.id)
    path = runs.path(kept.id) / f"snapshot-{step:010d}.npz"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(WeightsError, match=r"snapshot-0000000\d+\.npz: ") as caught:
        runs.weights(kept.id, step)
    assert "\n" not in str(caught.value)
    path.unlink()
    with pytest.raises(WeightsError):
        runs.weights(kept.id, step)


def test_what_is_not_named_as_a_snapshot_is_none(runs, kept):
    folder = runs.path(kept.id)
    for name in (
        "snapshot-1.npz",
        "snapshot-0000000001.npz.bak",
        f"snapshot-{ARABIC_ZERO * 10}.npz",
    ):
        (folder / name).write_bytes(b"")
    assert all(step > 0 for step in runs.snapshots(kept.id))
    runs.delete(kept.id)
    runs.sweep()
    # The program did not write them.
    left = {path.name for path in (runs.folder / DELETED / kept.id).iterdir()}
    assert len(left) == 3


def test_what_a_slow_disk_has_not_taken_by_then_is_written_at_the_end(
    tmp_path, parameters, monkeypatch
):
    monkeypatch.setattr(kept_snapshots, "SHARE", 1e-9)
    keeper = KeptSnapshots(tmp_path, kept_snapshots.RUN_BYTES)
    for event in going(100, parameters):
        keeper.take(event)
    # The first was written, and no other is due for years; its place is kept.
    assert len(kept_snapshots.steps(tmp_path)) == 1
    keeper.finish()
    steps = kept_snapshots.steps(tmp_path)
    assert MOST // 2 <= len(steps) <= MOST
    known = [kept_snapshots.read(tmp_path, step).meta.test_accuracy for step in steps]
    assert known[-4:] == [step / STEPS_PER_EPOCH / 1_000 for step in steps[-4:]]
