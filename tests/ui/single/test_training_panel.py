"""The training page by itself, at a run whose events are told one by one."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mnist_pad.training.events import (
    Compared,
    Divergence,
    ImagesSeen,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    WeightsChanged,
)
from mnist_pad.training.what_if import WHAT_IF, what_if_of
from mnist_pad.ui.kit.command import by_name
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.training import panel as training
from mnist_pad.ui.training.commands import commands
from mnist_pad.ui.training.what_if import action_name
from tests.ui.single.telling import FAST, STEPS, epoch_ended, run_events, started, steps, weights


@pytest.fixture
def page(build):
    return build(training.PANEL)


@pytest.fixture
def offered(page, workspace):
    """The page's commands by their names, as menus would have them."""
    return by_name(commands(workspace, page.window))


def buttons(page):
    return [page.is_enabled(f"{name}Button") for name in ("train", "pause", "stop")]


def test_before_a_run_train_alone_can_be_pressed(page, offered):
    assert buttons(page) == [True, False, False]
    assert page.text("trainingStatus") == "Press Train and watch this network learn."
    assert not offered["continueTraining"].isEnabled()
    assert not offered["resetSettings"].isEnabled()


def test_a_run_goes_through_its_phases(page, follow):
    page.click("trainButton")
    assert buttons(page) == [False, True, True]
    bar = page.widget("trainingProgress")
    assert page.text("trainingStatus") == "Loading TensorFlow …"
    # Of a total that nobody knows, Qt shows that something is going on.
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    follow(Preparing(30, 120))
    assert (bar.value(), bar.maximum()) == (30, 120)
    assert page.text("trainingStatus").endswith("30 of 120 …")
    follow(started(), steps([0.5] * 10))
    assert (bar.value(), bar.maximum()) == (10, 5 * STEPS)
    assert page.text("trainingStatus").startswith("Epoch 1 of 5")
    follow(RunEnded("completed", 5, 0.92, weights(), None))
    assert buttons(page) == [True, False, False]
    assert page.text("trainingStatus").startswith("Completed after 5 epochs")


def test_pause_becomes_resume_and_asks_the_worker(page, worker, follow):
    page.click("trainButton")
    follow(started(), steps())
    page.click("pauseButton")
    assert worker.asked == ["pause"]
    assert page.text("pauseButton") == "Pause"
    follow(RunPaused())
    assert page.text("pauseButton") == "Resume"
    assert page.text("trainingStatus") == "Paused in epoch 1 of 5."
    page.click("pauseButton")
    assert worker.asked == ["pause", "resume"]
    follow(RunResumed())
    assert page.text("pauseButton") == "Pause"


def test_resume_is_no_wider_than_pause(page, follow):
    page.click("trainButton")
    follow(started(), steps())
    places = [page.widget(f"{name}Button").geometry() for name in ("train", "pause", "stop")]
    follow(RunPaused())
    page.window.layout().activate()
    assert [page.widget(f"{n}Button").geometry() for n in ("train", "pause", "stop")] == places


def test_stopping_is_shown_at_once_and_stays_until_the_end(page, worker, follow):
    page.click("trainButton")
    follow(started(), steps())
    page.click("stopButton")
    assert worker.asked == ["stop"]
    assert page.text("trainingStatus") == "Stopping …"
    assert not page.is_enabled("pauseButton")
    follow(steps(step=6))
    assert page.text("trainingStatus") == "Stopping …"
    follow(RunEnded("stopped", 0, None, None, None))
    assert page.text("trainingStatus") == "Stopped: nothing was changed."


def test_one_command_trains_and_stops(page, offered, worker, follow):
    both = offered["trainOrStop"]
    assert both.text() == "&Train"
    both.trigger()
    assert both.text() == "&Stop"
    follow(started(), steps())
    both.trigger()
    assert worker.asked == ["stop"]
    follow(RunEnded("stopped", 0, None, None, None))
    assert both.text() == "&Train"


def test_train_trains_what_the_page_shows(page, worker, workspace):
    workspace.recipe.choose(replace(FAST, epochs=3, seed=9))
    page.click("trainButton")
    (job,) = worker.jobs
    assert job.config == replace(FAST, epochs=3, seed=9)


def test_a_second_run_waits_for_the_end_of_the_first(page, worker, workspace):
    page.click("trainButton")
    workspace.train()
    assert len(worker.jobs) == 1


def test_the_keyboard_goes_from_train_to_stop_and_back(page, follow):
    page.focus("trainButton")
    page.key("Space")
    assert page.has_focus("stopButton")
    follow(started(), steps())
    page.key("Space")
    follow(RunEnded("stopped", 0, None, None, None))
    assert page.has_focus("trainButton")


def test_a_run_takes_the_keyboard_from_nobody_else(page, follow):
    page.focus("recipeCombo")
    page.focus("settingsToggle")
    page.click("trainButton")
    page.focus("settingsToggle")
    follow(started(), RunEnded("stopped", 0, None, None, None))
    assert page.has_focus("settingsToggle")


def test_recipe_and_settings_cannot_be_changed_in_a_run(page, workspace, follow):
    page.click("settingsToggle")
    page.click("trainButton")
    assert not page.is_enabled("recipeCombo")
    assert not page.is_enabled("epochsSpin")
    follow(*run_events())
    assert page.is_enabled("recipeCombo")
    assert page.is_enabled("epochsSpin")


def test_the_card_is_the_recipe_s_until_a_run_has_plots(page, workspace, follow):
    assert page.is_visible("recipeCard")
    before = page.text("recipeCard")
    workspace.recipe.choose_recipe("article-raw")
    assert "lesson 4" in page.text("recipeCard") != before
    page.click("trainButton")
    assert page.is_visible("lossPlot")
    follow(*run_events())
    assert page.is_visible("accuracyPlot")


def test_learning_a_hand_has_a_card_and_no_plots(page, workspace, built_in, follow):
    own = np.zeros((2, 28, 28), np.uint8), np.array([1, 2])
    workspace.run.learn(workspace.weights.current, own)
    assert "learn your drawings" in page.text("recipeCard")
    assert not any(plot.isVisible() for plot in page.window.findChildren(Late))
    compared = Compared(2, 1, 2, 0.99, 0.98)
    follow(started(), steps(), compared, RunEnded("completed", 3, 0.98, weights(), None))
    assert "read right: 1 → 2 of 2" in page.text("trainingStatus")
    assert "learn your drawings" not in page.text("recipeCard")


def test_images_are_shown_as_they_are_learnt_from(page, follow):
    assert not page.is_visible("trainingPreview")
    page.click("trainButton")
    follow(started(), ImagesSeen(np.full((9, 28, 28), 7, np.uint8)))
    assert page.is_visible("trainingPreview")


def test_the_plots_have_what_was_told_when_the_run_ends(page, follow):
    page.click("trainButton")
    follow(started(), steps([0.5] * 40), epoch_ended(1), epoch_ended(2, test=0.95))
    follow(RunEnded("completed", 2, 0.95, weights(), None))
    losses, accuracies = (
        page.widget(name).getPlotItem().listDataItems() for name in ("lossPlot", "accuracyPlot")
    )
    assert len(losses[0].getData()[0]) == 40
    assert accuracies[1].getData()[1].tolist() == pytest.approx([92, 95])


def test_where_a_loss_became_infinite_is_marked_at_the_end(page, follow):
    page.click("trainButton")
    follow(started(), steps([1e3, np.inf]))
    cause = Divergence(1, 2, 1e3, "learning_rate", 1.0, None, 0.05)
    follow(RunEnded("diverged", 0, None, None, cause))
    marks = [
        item.label.toPlainText()
        for item in page.widget("lossPlot").getPlotItem().items
        if getattr(item, "label", None) is not None and item.isVisible()
    ]
    assert marks == ["infinite at step 2"]


def test_a_changed_setting_can_be_taken_back_by_button_and_command(page, workspace, offered):
    assert not page.is_visible("resetSettingsButton")
    for take_back in (lambda: page.click("resetSettingsButton"), offered["resetSettings"].trigger):
        workspace.recipe.choose(replace(FAST, epochs=9))
        assert page.is_visible("resetSettingsButton")
        assert offered["resetSettings"].isEnabled()
        take_back()
        assert workspace.recipe.config == FAST
        assert not page.is_visible("resetSettingsButton")


def test_settings_open_as_the_preferences_say(page, workspace):
    # Until somebody opens them, there are none.
    assert page.window.findChild(QWidget, "epochsSpin") is None
    page.click("settingsToggle")
    assert page.is_visible("epochsSpin")
    assert workspace.preferences.current.settings_open
    workspace.preferences.choose(settings_open=False)
    assert not page.is_visible("epochsSpin")
    assert not page.widget("settingsToggle").isChecked()


@pytest.mark.parametrize("ahead", [True, False])
def test_whoever_comes_near_has_tensorflow_loaded_if_so_chosen(page, worker, ahead, offered):
    if not ahead:
        offered["loadAhead"].trigger()
    assert offered["loadAhead"].isChecked() is ahead
    # Where an earlier test left the pointer, it may be near already.
    before = worker.warmed
    QTest.mouseMove(page.window.windowHandle(), QPoint(-50, -50))
    QTest.mouseMove(page.window.windowHandle(), QPoint(30, 30))
    assert (worker.warmed > before) is ahead


@pytest.mark.parametrize("name", WHAT_IF)
def test_a_what_if_sets_all_and_says_what_to_look_at(page, offered, workspace, worker, name):
    told = page.text("recipeCard")
    workspace.recipe.choose(replace(FAST, epochs=3, seed=9))
    offered[action_name(name)].trigger()
    assert workspace.recipe.config == WHAT_IF[name]
    assert page.widget("recipeCombo").currentText() == WHAT_IF[name].recipe
    assert "ook " in page.text("recipeCard")
    assert page.is_visible("recipeCard")
    assert offered[action_name(name)].isChecked()
    page.click("trainButton")
    assert worker.jobs[-1].config == WHAT_IF[name]
    assert not page.is_enabled("whatIfButton")
    assert not offered[action_name(name)].isEnabled()
    workspace.recipe.choose_recipe("fast")
    assert page.text("recipeCard") == told
    assert not offered[action_name(name)].isChecked()


def test_what_ifs_are_chosen_from_a_menu(page, workspace):
    menu = page.widget("whatIfMenu")
    assert len(menu.actions()) == len(WHAT_IF)
    # While the menu is open, nothing else goes on: whoever opens it is told what to choose.
    QTimer.singleShot(0, lambda: choose_with_keys(page, menu))
    page.click("whatIfButton")
    assert what_if_of(workspace.recipe.config) == list(WHAT_IF)[1]


def choose_with_keys(page, menu):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        page.qtbot.keyClick(menu, key)


@pytest.mark.parametrize("asked", ["one_step", "one_epoch"])
def test_a_run_is_started_and_gone_on_with_step_by_step(page, worker, follow, asked):
    button = {"one_step": "oneStepButton", "one_epoch": "oneEpochButton"}[asked]
    page.click(button)
    assert (len(worker.jobs), worker.asked) == (1, [asked])
    follow(started(), *slow_update(1), RunPaused())
    page.click(button)
    assert (len(worker.jobs), worker.asked) == (1, [asked] * 2)
    follow(RunResumed(), *slow_update(2), RunPaused())
    assert page.text("trainingStatus").endswith(f"Update 2 of {5 * STEPS:,} · loss 0.500")
    page.click("stopButton")
    assert not page.is_enabled(button)


def test_a_setting_that_cannot_be_starts_no_step(page, worker, workspace):
    workspace.recipe.refuse("hidden layers: expected whole numbers")
    page.click("oneStepButton")
    assert (worker.jobs, worker.asked) == ([], [])


def test_the_speed_is_this_run_s_and_the_next_one_s(page, worker, follow):
    combo = page.widget("speedCombo")
    page.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "10 steps a second"
    assert worker.asked == []
    page.click("trainButton")
    assert worker.asked == ["ten_a_second"]
    page.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert worker.asked == ["ten_a_second", "one_a_second"]
    follow(started(), RunEnded("stopped", 0, None, None, None))
    page.click("oneStepButton")
    assert worker.asked[2:] == ["one_a_second", "one_step"]


def test_what_an_update_changed_is_shown_until_the_run_goes_fast(page, follow):
    page.click("trainButton")
    follow(started(), *slow_update(1))
    assert page.is_visible("weightChanges")
    shown = page.widget("weightChanges").grab().toImage()
    # The row below is of what changed: unit by unit, red where there is more, blue where less.
    for column, reddest in ((2, True), (40, False)):
        colour = shown.pixelColor(column, 46)
        assert (colour.red() > colour.blue()) is reddest
    follow(steps([0.4] * 20, step=21))
    assert not page.is_visible("weightChanges")
    assert page.text("trainingStatus").startswith("Epoch 1 of 5 · ")


def slow_update(step):
    """Return what an update tells that makes the weights of the units go up and down in turn."""
    before = np.zeros((16, 28, 28), np.float32)
    after = before.copy()
    after[::2, 10:20], after[1::2, 10:20] = 0.1, -0.1
    return WeightsChanged(step, before, after), steps([0.5], step=step)
