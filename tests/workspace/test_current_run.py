"""A run as the workspace follows it: real training, in the real worker."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.recipes import RECIPES
from mnist_pad.workspace.weights import BUILT_IN

SOON_MS = 60_000

ONE_EPOCH = replace(RECIPES["fast"], epochs=1)


@pytest.fixture
def phases(workspace):
    """The phases that the workspace's runs go through, each once in a row."""
    seen = []

    def note():
        phase = workspace.run.current.phase
        if seen[-1:] != [phase]:
            seen.append(phase)

    workspace.run.run_progressed.connect(note)
    return seen


@pytest.fixture
def ended(workspace, qtbot):
    """Return a function that starts a run and waits for its end."""

    def run(config=ONE_EPOCH):
        with qtbot.waitSignal(workspace.run.run_ended, timeout=SOON_MS) as waiting:
            workspace.recipe.choose(config)
            workspace.train()
        return waiting.args[0]

    return run


def test_a_run_is_followed_from_its_start_to_its_end(workspace, phases, ended):
    snapshots = []
    workspace.run.snapshot_taken.connect(snapshots.append)
    assert not workspace.run.is_running
    end = ended()
    assert end.outcome == "completed"
    assert phases == ["loading", "training", "ended"]
    current = workspace.run.current
    assert (current.kind, current.origin.kind) == ("training", "nothing")
    assert current.done == current.total == current.history.step > 100
    assert current.images.shape[1:] == (28, 28)
    assert current.ended is end
    assert snapshots
    assert all(weights.meta.scaling == "centred" for weights in snapshots)


def test_what_was_trained_is_used_and_the_weights_before_are_kept(workspace, ended):
    ended()
    in_use = workspace.weights.current
    assert in_use.origin == Origin("run", workspace.run.current.id)
    assert workspace.weights.previous is workspace.weights.built_in
    (record,) = workspace.runs.records
    assert record.id == workspace.run.current.id
    assert record.test_accuracy == in_use.weights.meta.test_accuracy


def test_a_snapshot_reads_the_drawing_and_the_end_brings_the_weights_back(
    workspace, draw, qtbot, ended
):
    draw(workspace, (200, 60), (200, 340))
    learning = []
    workspace.reading.reading_changed.connect(
        lambda: learning.append(workspace.reading.is_learning)
    )
    ended()
    assert True in learning
    assert not workspace.reading.is_learning


@pytest.mark.parametrize("recipe", ["article-raw", "article-wide"])
def test_a_divergence_changes_no_weights(workspace, ended, recipe):
    end = ended(RECIPES[recipe])
    assert end.outcome == "diverged"
    assert workspace.weights.current.origin == BUILT_IN
    assert workspace.run.current.ended.cause.step >= 2


def test_paused_and_stopped_a_run_can_be_gone_on_with(workspace, qtbot, phases):
    workspace.recipe.choose(replace(RECIPES["article"], epochs=50))
    workspace.train()
    qtbot.waitUntil(lambda: workspace.run.current.history.epoch >= 2, timeout=SOON_MS)
    workspace.run.pause()
    qtbot.waitUntil(lambda: workspace.run.is_paused, timeout=SOON_MS)
    workspace.run.resume()
    qtbot.waitUntil(lambda: not workspace.run.is_paused, timeout=SOON_MS)
    with qtbot.waitSignal(workspace.run.run_ended, timeout=SOON_MS):
        workspace.run.stop()
        assert workspace.run.is_stopping
    assert phases[-2:] == ["stopping", "ended"]
    stopped = workspace.weights.current
    assert workspace.going_on.possible
    workspace.going_on.go_on()
    qtbot.waitUntil(
        lambda: workspace.run.current.history.step > stopped.weights.meta.step, timeout=SOON_MS
    )
    assert workspace.run.current.origin == stopped.origin
    # The curves of what it goes on from are drawn before its own.
    ((run, earlier),) = workspace.run.current.earlier
    assert run == stopped.origin.name
    assert earlier.step >= stopped.weights.meta.step


def test_what_cannot_be_gone_on_with_is_known_at_once(workspace):
    assert not workspace.going_on.possible
    workspace.going_on.go_on()
    assert workspace.notices.current != ""
    assert not workspace.run.is_running


def test_a_second_run_does_not_begin_while_one_goes_on(workspace, qtbot):
    workspace.train()
    first = workspace.run.current
    workspace.run.start(TrainingConfig())
    assert workspace.run.current.config is first.config
    with qtbot.waitSignal(workspace.run.run_ended, timeout=SOON_MS):
        workspace.run.stop()


def test_weights_are_not_changed_under_a_run(workspace, qtbot, tmp_path):
    workspace.train()
    workspace.opening.open_weights(tmp_path / "any.npz")
    assert "Training is running" in workspace.notices.current
    with qtbot.waitSignal(workspace.run.run_ended, timeout=SOON_MS):
        workspace.run.stop()


def test_a_setting_that_cannot_be_starts_nothing(workspace):
    workspace.recipe.refuse("hidden layers: expected whole numbers")
    workspace.train()
    assert workspace.notices.current == "hidden layers: expected whole numbers"
    assert not workspace.run.is_running


def test_a_hand_is_learnt_from_the_weights_that_first_learnt(workspace, opened, draw, qtbot):
    for label, points in ((1, ((200, 60), (200, 340))), (7, ((100, 60), (300, 60), (200, 340)))):
        workspace.drawing.clear()
        draw(workspace, *points)
        workspace.samples.keep(label)
    with qtbot.waitSignal(workspace.run.run_ended, timeout=SOON_MS):
        workspace.going_on.learn_mine()
    adapted = workspace.weights.current
    assert adapted.adapted_from == BUILT_IN
    assert adapted.weights.meta.adapted_from == "built_in"
    workspace.close()
    # After a restart too: what had learnt already would forget a little more of MNIST.
    again = opened(restore=True)
    assert again.weights.current.adapted_from == BUILT_IN
    with qtbot.waitSignal(again.run.run_ended, timeout=SOON_MS):
        again.going_on.learn_mine()
    for ours, theirs in zip(
        again.weights.current.weights.parameters, adapted.weights.parameters, strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)
