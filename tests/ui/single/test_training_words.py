"""A run in words, phase by phase, from events as runs tell them."""

from dataclasses import replace

import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.training.events import Compared, Divergence, Failure, RunEnded
from mnist_pad.training.history import History
from mnist_pad.training.recipes import RECIPES
from mnist_pad.ui.training import words
from mnist_pad.workspace.run_state import CurrentRun
from tests.ui.single.telling import FAST, NOTHING, epoch_ended, started, steps, weights

COMPARED = Compared(12, 7, 10, 0.9935, 0.9931)


def told(*events):
    history = History()
    for event in events:
        history.add(event)
    return history


def run(phase, *events, kind="training", **values):
    return CurrentRun(kind, NOTHING, FAST, phase=phase, history=told(*events), **values)


def said(current, built_in=0.9935):
    return words.progress(current, built_in=built_in)


def test_before_anything_is_learnt():
    assert said(run("loading")) == "Loading TensorFlow …"
    making = run("preparing", done=1_500, total=20_000)
    assert said(making) == "Making drawings to learn from: 1,500 of 20,000 …"
    assert said(run("paused")) == "Paused before the training began."


def test_epoch_speed_and_time_left():
    events = started(), steps([0.5] * 47, step=47, speed=10_000, accuracy=0.5)
    first, second = said(run("training", *events)).split("\n")
    # 5 x 235 - 47 updates of 256 images are left.
    assert first == "Epoch 1 of 5 · 10,000 images/s · 29 s left"
    assert second == "training 50.00 %"


def test_the_test_accuracy_is_told_as_soon_as_it_is_known():
    events = started(), steps(), epoch_ended(train=0.905, test=0.9123)
    assert said(run("training", *events)).split("\n")[1] == "training 90.50 % · test 91.23 %"


def test_a_run_that_has_just_begun_has_no_accuracy():
    assert said(run("training", started())).startswith("Epoch 1 of 5")
    assert "\n" not in said(run("training", started()))


def test_a_pause_tells_where_it_is():
    events = started(), steps(epoch=3, step=600)
    assert said(run("paused", *events)) == "Paused in epoch 3 of 5."


def test_stopping_is_all_that_counts_then():
    assert said(run("stopping", started(), steps())) == "Stopping …"
    assert said(run("stopping", done=3, total=9)) == "Stopping …"


@pytest.mark.parametrize(
    ("epoch", "purpose"), [(1, "on half, to read the other half"), (3, "on all of your drawings")]
)
def test_learning_a_hand_tells_what_a_pass_is_for(epoch, purpose):
    config = replace(FAST, epochs=3)
    events = started(config), steps(epoch=epoch, accuracy=0.625)
    first, second = said(run("training", *events, kind="adaptation")).split("\n")
    assert first == f"Learning your hand, {epoch} of 3: {purpose}"
    assert second == "yours, as they are learnt from: 62.5 % read right"


def test_learning_a_hand_tells_no_figure_before_there_is_one():
    learning = run("training", started(replace(FAST, epochs=3)), kind="adaptation")
    assert said(learning) == "Learning your hand, 1 of 3: on half, to read the other half"


def ended(outcome="completed", *, tested=0.9812, kept=True, cause=None, epochs=5):
    return RunEnded(outcome, epochs, tested, weights() if kept else None, cause)


def test_a_run_that_ended_is_compared_with_the_built_in_weights():
    told_so = said(run("ended", ended=ended()))
    assert told_so == (
        "Completed after 5 epochs: test accuracy 98.12 %. The built-in weights: 99.35 %."
    )
    assert said(run("ended", ended=ended("stopped", epochs=1))).startswith("Stopped after 1 epoch:")


@pytest.mark.parametrize(
    ("end", "built_in"), [(ended(tested=None), 0.9935), (ended(tested=0.9), None)]
)
def test_what_was_never_measured_is_not_compared(end, built_in):
    assert "built-in" not in said(run("ended", ended=end), built_in)


def test_what_learning_brought_is_told_and_not_compared_with_others():
    end = run("ended", ended=ended(), kind="adaptation", compared=COMPARED)
    assert "read right: 7 → 10 of 12. MNIST: 99.35 % → 99.31 %" in said(end)
    assert "built-in" not in said(end)


def test_why_a_run_diverged_is_told():
    cause = Divergence(1, 2, 350.0, "raw_pixels", 0.001, None, 0.05)
    told_so = said(run("ended", ended=ended("diverged", tested=None, kept=False, cause=cause)))
    assert told_so.startswith("Diverged at step 2, in epoch 1; the first loss was 350.")
    assert "lesson 4" in told_so


def test_why_a_run_failed_is_told():
    cause = Failure("not_started", "no such file")
    told_so = said(run("ended", ended=ended("failed", tested=None, kept=False, cause=cause)))
    assert told_so == "Failed: the training process could not be started: no such file"


def test_every_recipe_says_what_it_is_for_and_each_something_of_its_own():
    cards = [words.card(name) for name in RECIPES]
    assert len(set(cards)) == len(RECIPES)
    own = words.card("somebody's")
    assert own not in cards
    assert words.learning_card() not in (own, *cards)


def test_what_a_run_started_from_changes_none_of_its_words():
    from_file = replace(run("training", started()), origin=Origin("file", "/x.npz"))
    assert said(from_file) == said(run("training", started()))
