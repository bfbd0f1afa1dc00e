"""Runs kept as they go, and what happens where they cannot be."""

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.engine.recording import RunKept, RunUnkept, WeightsElsewhere
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import load
from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    Compared,
    Failure,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    Snapshot,
    StepsTrained,
)
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train

NOTHING = Origin("nothing")
STARTED = RunStarted(TrainingConfig(), (784, 256, 128, 10), 235, 0, 60_000, 10_000)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where weights go that have no other place."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def test_events_pass_on_unchanged_and_in_order(record, told, config, runs):
    first, *others = record(told, config=config)
    assert len(others) == len(told)
    assert all(ours is theirs for ours, theirs in zip(others, told, strict=True))
    ((only,), ()) = runs.read()
    assert first == RunKept(only.id)


def test_a_finished_run_says_what_it_was_and_brought(kept, told, config, runs, assert_same):
    end = told[-1]
    assert (kept.kind, kept.recipe, kept.changed, kept.config) == (
        "training",
        "custom",
        False,
        config,
    )
    assert (kept.outcome, kept.epochs) == ("completed", 3)
    assert kept.test_accuracy == end.test_accuracy
    assert 0 < kept.train_accuracy <= 1
    assert kept.seconds >= 0
    assert kept.origin == NOTHING
    assert (kept.cause, kept.compared) == (None, None)
    assert kept.id.startswith(kept.started[:10])
    assert kept.id.endswith("-custom")
    assert_same(runs.weights(kept.id), end.weights)
    names = sorted(path.name for path in runs.path(kept.id).iterdir())
    assert [name for name in names if not name.startswith("snapshot-")] == [
        "curves.jsonl",
        "lock",
        "run.json",
        "weights.npz",
    ]


def test_a_recipe_with_another_setting_is_changed(record, told, runs):
    fast = recipe("fast")
    for config in (fast, replace(fast, epochs=6)):
        changed = [
            replace(event, config=config) if isinstance(event, RunStarted) else event
            for event in told
        ]
        record(changed, config=config)
    found, _ = runs.read()
    assert {(each.recipe, each.changed) for each in found} == {("fast", False), ("fast", True)}


def test_an_adaptation_records_what_was_adapted(record, told, runs):
    compared = Compared(30, 20, 29, 0.97, 0.96)
    origin = Origin("run", "2026-11-25-131048-fast")
    *_, end = record([*told[:-1], compared, told[-1]], kind="adaptation", origin=origin)
    ((only,), ()) = runs.read()
    assert (only.kind, only.compared, only.origin) == ("adaptation", compared, origin)
    assert runs.weights(only.id).meta.adapted_from == "run 2026-11-25-131048-fast"
    assert end.weights.meta.adapted_from == "run 2026-11-25-131048-fast"


def test_two_runs_in_one_second_get_two_folders(record, told, runs):
    for _ in range(3):
        record(told)
    found, problems = runs.read()
    assert problems == ()
    assert len({each.id for each in found}) == 3


def test_while_it_goes_on_a_run_is_running_and_its_newest_weights_are_there(runs, few, config):
    config = replace(config, epochs=100_000)
    control = Control()
    going = runs.recorded(
        train(config, few, control=control), config=config, kind="training", origin=NOTHING
    )
    kept = next(going)
    found = []
    for event in going:
        if isinstance(event, Snapshot) and not found:
            ((only,), ()) = runs.read()
            if only.has_weights:
                found.append(only)
                control.stop()
        if isinstance(event, RunEnded):
            ended = event
    (running,) = found
    assert (running.id, running.outcome) == (kept.id, "running")
    assert ended.outcome == "stopped"
    assert runs.record(kept.id).outcome == "stopped"


def test_the_run_ends_where_whoever_iterates_goes_away(runs, few, config):
    inner = train(replace(config, epochs=100_000), few)
    going = runs.recorded(inner, config=config, kind="training", origin=NOTHING)
    for event in going:
        if isinstance(event, StepsTrained):
            break
    going.close()
    assert inner.gi_frame is None
    ((only,), ()) = runs.read()
    assert only.outcome == "interrupted"
    assert len(runs.history(only.id).losses(1_000)[0]) == len(event.losses)


def test_what_interrupted_left_can_be_gone_on_with(runs, few, config):
    going = runs.recorded(train(config, few), config=config, kind="training", origin=NOTHING)
    for event in going:
        if isinstance(event, Snapshot):
            break
    # As after a kill, with the snapshot written.
    next(going)
    going.close()
    ((only,), ()) = runs.read()
    assert only.has_weights
    weights = runs.weights(only.id)
    assert weights.meta.step == event.step
    assert TrainingConfig.from_dict(weights.meta.config) == config
    *_, resumed = train(config, few, resume=weights)
    *_, whole = train(config, few)
    for ours, theirs in zip(resumed.weights.parameters, whole.weights.parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize(
    "events",
    [
        [Preparing(0, 10), RunEnded("stopped", 0, None, None, None)],
        [RunEnded("failed", 0, None, None, Failure("not_started", "no memory", None))],
        [STARTED, RunEnded("stopped", 0, None, None)],
    ],
)
def test_a_run_of_which_nothing_came_leaves_nothing(record, runs, events):
    kept, *others = record(events)
    assert isinstance(kept, RunKept)
    assert others == events
    assert list(runs.folder.iterdir()) == []


def test_a_resumed_run_stopped_at_once_leaves_nothing(record, runs, told):
    weights = told[-1].weights
    for before in ([], [STARTED]):
        kept, *others = record([*before, RunEnded("stopped", 3, 0.5, weights)])
        assert isinstance(kept, RunKept)
        assert len(others) == len(before) + 1
        assert list(runs.folder.iterdir()) == []


def test_what_the_events_raise_is_raised_and_nothing_is_left(runs, few, config, told):
    wrong = train(replace(config, epochs=3), few, resume=told[-1].weights)
    going = runs.recorded(wrong, config=config, kind="training", origin=NOTHING)
    next(going)
    with pytest.raises(ConfigError, match="epochs"):
        next(going)
    assert list(runs.folder.iterdir()) == []


def test_a_pause_does_not_count(record, told, runs, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("mnist_pad.engine.clock.time.monotonic", lambda: now[0])

    def events():
        for event in told:
            now[0] += 1.0
            if isinstance(event, RunEnded):
                yield RunPaused()
                now[0] += 1_000.0
                yield RunResumed()
            yield event

    record(events())
    ((only,), ()) = runs.read()
    assert only.seconds == pytest.approx(len(told) - 2, abs=1)


def test_a_failure_keeps_its_cause_and_the_last_snapshot(record, told, runs):
    cause = Failure("process_ended", "the process ended", -9)
    died = RunEnded("failed", 1, None, None, cause)
    until = next(index for index, event in enumerate(told) if isinstance(event, Snapshot))
    record([*told[: until + 1], died])
    ((only,), ()) = runs.read()
    assert (only.outcome, only.cause) == ("failed", cause)
    assert runs.weights(only.id).meta.step == told[until].step


def test_where_no_folder_can_be_made_the_run_goes_on_and_its_weights_are_found(
    tmp_path, told, temporary, assert_same
):
    (tmp_path / "data").write_text("a file where a folder should be")
    runs = Runs(tmp_path / "data" / "runs")
    unkept, *others = runs.recorded(iter(told), config=None, kind="training", origin=NOTHING)
    assert isinstance(unkept, RunUnkept)
    assert (unkept.path, str(unkept.why)) == (str(runs.folder), os.strerror(errno.ENOTDIR))
    *same, elsewhere, end = others
    assert same == told[:-1]
    assert end is told[-1]
    assert isinstance(elsewhere, WeightsElsewhere)
    assert Path(elsewhere.path).is_relative_to(temporary)
    assert_same(load(Path(elsewhere.path)), end.weights)


def test_a_disk_that_fills_up_is_told_once_and_the_run_goes_on(record, told, no_room, temporary):
    with no_room(2_000):
        kept, *others = record(told)
    assert isinstance(kept, RunKept)
    assert str(next(event for event in others if isinstance(event, RunUnkept)).why) in (
        os.strerror(errno.EFBIG),
        os.strerror(errno.ENOSPC),
    )
    # The weights found no room either: that is told as well.
    assert [type(event) for event in others[-2:]] == [RunUnkept, RunEnded]
    passed = [event for event in others if not isinstance(event, RunUnkept)]
    assert passed == told


def test_a_folder_that_vanishes_midway_costs_no_weights(runs, told, temporary, assert_same):
    out = []
    for event in runs.recorded(iter(told), config=None, kind="training", origin=NOTHING):
        out.append(event)
        if isinstance(event, RunStarted):
            shutil.rmtree(runs.folder)
    (unkept,) = [event for event in out if isinstance(event, RunUnkept)]
    assert str(unkept.why) == os.strerror(errno.ENOENT)
    assert_same(load(Path(out[-2].path)), told[-1].weights)
    assert not runs.folder.exists()
