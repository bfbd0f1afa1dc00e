"""Training in the window, on real MNIST, in the real child process."""

import sys

import numpy as np
import psutil
import pytest

from mnist_pad.recognizer.weights import load
from tests.ui.gestures import plain
from tests.ui.on_disk import runs

SOON_S = 60


def test_fast_is_trained_paused_resumed_saved_and_loaded(user, tmp_path):
    user.draw(3)
    before = user.weights_text()
    user.train()
    user.wait_for_epoch(1)
    user.pause()
    assert "Paused" in user.status()
    user.resume()
    assert user.wait_for_end() == "completed"
    assert len(user.plotted("lossPlot")[0]) > 100
    assert len(user.plotted("accuracyPlot")[0]) == user.widget("epochsSpin").value()
    assert user.plotted("accuracyPlot", curve=1)[1][-1] > 97
    assert user.answer() == "3"
    assert "fast" in user.weights_text()

    bars = user.bars()
    target = tmp_path / "mine.npz"
    user.save_weights(target)
    user.sees(lambda: "mine.npz" in user.notice())
    user.click("previousWeightsButton")
    assert user.weights_text() == before
    assert user.bars() != bars
    user.load_weights(target)
    user.sees(lambda: "mine.npz" in user.weights_text())
    assert user.bars() == bars
    (run,) = runs()
    np.testing.assert_array_equal(load(run).parameters[0], load(target).parameters[0])


def test_stop_keeps_what_was_learnt_and_the_run_can_be_continued(user, tmp_path):
    user.train()
    user.wait_for_epoch(1)
    user.stop()
    assert user.wait_for_end(seconds=SOON_S) == "stopped"
    assert "fast" in user.weights_text()
    user.save_weights(tmp_path / "stopped.npz")
    user.sees(lambda: (tmp_path / "stopped.npz").exists())
    (run,) = runs()
    in_use, kept = load(tmp_path / "stopped.npz"), load(run)
    for ours, theirs in zip(in_use.parameters, kept.parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert kept.meta.step > 0

    progress = user.widget("trainingProgress")
    user.do("continueTrainingAction")
    user.wait_for_steps()
    user.sees(lambda: kept.meta.step < progress.value() <= progress.maximum())
    assert not user.status().startswith("Epoch 1 ")


def test_stopping_while_tensorflow_loads_keeps_the_weights_in_use(user):
    user.draw(3)
    before, bars = user.weights_text(), user.bars()
    user.train()
    user.stop()
    assert user.wait_for_end(seconds=SOON_S) == "stopped"
    assert (user.weights_text(), user.bars()) == (before, bars)
    assert user.is_enabled("trainButton")


def test_the_drawing_is_read_anew_with_every_snapshot(user):
    user.draw(3)
    shipped = user.bars()
    user.train()
    user.sees(lambda: user.bars() != shipped, seconds=SOON_S)
    assert user.is_training()


@pytest.mark.parametrize("recipe", ["article-raw", "article-wide"])
def test_a_divergence_is_told_and_the_pad_keeps_its_weights(user, recipe):
    user.draw(5)
    bars, before = user.bars(), user.weights_text()
    user.choose(recipe)
    user.train()
    assert user.wait_for_end() == "diverged"
    assert "article's lesson" in user.status()
    assert len(user.plotted("accuracyPlot")[0]) == 0
    for run in runs():
        assert all(np.isfinite(array).all() for array in load(run).parameters)
    assert (user.bars(), user.weights_text()) == (bars, before)


def test_closing_the_window_ends_the_run_and_its_process(user):
    user.draw(3)
    shipped = user.bars()
    user.train()
    user.sees(lambda: user.bars() != shipped, seconds=SOON_S)
    assert psutil.Process().children()
    user.close()
    # That its thread has ended too is seen to after every test.
    assert psutil.Process().children() == []
    assert len(runs()) == 1


def test_a_killed_child_costs_the_run_and_not_the_drawing(user):
    user.draw(9)
    user.train()
    user.wait_for_steps()
    (child,) = psutil.Process().children()
    child.kill()
    assert user.wait_for_end(seconds=SOON_S) == "failed"
    assert "9" in user.answer()
    assert "ended unexpectedly" in user.status()
    assert "weights from before" in user.notice()
    user.train()
    user.wait_for_steps()


def test_ctrl_t_trains_and_stops(user):
    user.key("Ctrl+T")
    user.wait_for_steps()
    user.key("Ctrl+T")
    assert user.wait_for_end(seconds=SOON_S) == "stopped"


def test_a_process_that_cannot_be_started_costs_the_run_alone(user, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    before = user.weights_text()
    user.click("trainButton")
    assert user.wait_for_end(seconds=SOON_S) == "failed"
    assert "could not be started" in user.status()
    assert user.is_enabled("trainButton")
    assert user.weights_text() == before


def test_stopped_among_its_drawings_a_run_leaves_the_weights_in_use(user):
    user.draw(3)
    before, bars = user.weights_text(), user.bars()
    user.choose("accurate")
    user.train()
    user.sees(lambda: user.status().startswith("Making drawings"), seconds=SOON_S)
    # Nothing is learning yet: the weights in use read.
    assert user.weights_text() == before
    user.pause()
    assert user.status() == "Paused before the training began."
    user.stop()
    assert user.wait_for_end(seconds=SOON_S) == "stopped"
    assert (user.weights_text(), user.bars()) == (before, bars)
    assert runs() == []


def test_commands_know_whether_they_can_be_used(user):
    assert not user.action("pauseAction").isEnabled()
    assert not user.action("continueTrainingAction").isEnabled()
    assert plain(user.action("trainOrStopAction").text()) == "Train"
    user.train()
    user.wait_for_steps()
    assert plain(user.action("trainOrStopAction").text()) == "Stop"
    for name in ("loadWeightsAction", "learnMineAction", "previousWeightsAction"):
        assert not user.action(name).isEnabled(), name
    user.stop()
    user.wait_for_end()
    for name in ("loadWeightsAction", "learnMineAction", "previousWeightsAction"):
        assert user.action(name).isEnabled(), name
    assert user.action("continueTrainingAction").isEnabled()


def test_before_the_first_run_its_place_holds_what_the_recipe_is_for(user):
    assert user.is_visible("recipeCard")
    assert not user.is_visible("lossPlot")
    user.choose("article-raw")
    assert "lesson 4" in user.text("recipeCard")
    user.train()
    assert user.wait_for_end() == "diverged"
    assert user.is_visible("lossPlot")


def test_plots_give_way_to_nothing(user):
    user.window.resize(1200, 760)
    user.open_settings()
    user.choose("article-raw")
    user.train()
    assert user.wait_for_end() == "diverged"
    user.drop("no-such-file.png")
    user.sees(lambda: user.notice() != "")
    assert user.is_visible("lossPlot")
    assert user.is_visible("accuracyPlot")
    place = user.widget("lossPlot").geometry()
    user.key("Escape")
    assert user.notice() == ""
    assert user.widget("lossPlot").geometry() == place


def test_a_changed_setting_is_told_and_taken_back(user):
    user.open_settings()
    assert not user.is_visible("resetSettingsButton")
    user.set("epochsSpin", 3)
    assert user.is_visible("resetSettingsButton")
    user.click("resetSettingsButton")
    assert user.widget("epochsSpin").value() == 5
    assert not user.is_visible("resetSettingsButton")


def test_the_wheel_changes_no_setting(user):
    user.open_settings()
    for name in ("recipeCombo", "epochsSpin", "lossCombo"):
        before = user.shown_value(name)
        user.turn_wheel(name)
        assert user.shown_value(name) == before, name
