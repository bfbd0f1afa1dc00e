"""Training in the window, on real MNIST, in the real child process."""

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from mnist_pad.recognizer import kept
from mnist_pad.recognizer.weights import load
from mnist_pad.training.events import (
    EpochEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
    WeightsSnapshot,
)
from mnist_pad.ui import preferences

START_S = 60
RUN_S = 120


def wait_for_event(qtbot, hand, kind, trigger=lambda: None):
    with qtbot.waitSignal(
        hand.window.session.event_taken,
        timeout=1000 * RUN_S,
        check_params_cb=lambda event: isinstance(event, kind),
    ) as waiting:
        trigger()
    return waiting.args[0]


def plotted(hand, name):
    """Return the points of a plot's first curve."""
    xs, _ = hand.widget(name).getPlotItem().listDataItems()[0].getData()
    return 0 if xs is None else len(xs)


def test_fast_is_trained_paused_resumed_saved_and_loaded(qtbot, hand, tmp_path, monkeypatch):
    hand.draw(3)
    before = hand.window.weights.current
    wait_for_event(qtbot, hand, RunStarted, lambda: hand.click("trainButton"))
    wait_for_event(qtbot, hand, EpochEnded)
    wait_for_event(qtbot, hand, RunPaused, lambda: hand.click("pauseButton"))
    assert hand.text("pauseButton") == "Resume"
    wait_for_event(qtbot, hand, RunResumed, lambda: hand.click("pauseButton"))
    end = hand.wait_for(hand.window.session.run_ended, seconds=RUN_S, trigger=lambda: None)
    assert end.outcome == "completed"
    assert end.test_accuracy > 0.97
    assert plotted(hand, "lossPlot") > 100
    assert plotted(hand, "accuracyPlot") == end.epochs
    assert hand.text("answerDigit") == "3"
    assert "fast" in hand.text("weightsLabel")

    trained = hand.window.weights.current
    assert trained is not before
    bars = hand.bars()
    target = tmp_path / "mine.npz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    hand.choose("saveWeightsAction")
    hand.sees(lambda: "mine.npz" in hand.text("noticeText"))
    hand.click("previousWeightsButton")
    assert hand.window.weights.current is before
    hand.choose("loadWeightsAction")
    hand.sees(lambda: "mine.npz" in hand.text("weightsLabel"))
    assert hand.bars() == bars
    assert "mine.npz" in hand.text("weightsLabel")
    assert len(kept.kept()) == 1
    np.testing.assert_array_equal(load(kept.kept()[0]).parameters[0], load(target).parameters[0])


def test_stop_keeps_what_was_learnt_and_the_run_can_be_continued(qtbot, hand):
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.click("trainButton"))
    end = hand.wait_for(
        hand.window.session.run_ended, seconds=START_S, trigger=lambda: hand.click("stopButton")
    )
    assert end.outcome == "stopped"
    steps = end.weights.meta.step
    assert steps > 0
    assert hand.window.weights.current.weights is end.weights
    started = wait_for_event(qtbot, hand, RunStarted, lambda: hand.choose("continueTrainingAction"))
    assert started.first_step == steps


def test_stopping_while_tensorflow_loads_keeps_the_weights_in_use(hand):
    before = hand.window.weights.current
    hand.click("trainButton")
    end = hand.wait_for(
        hand.window.session.run_ended, seconds=START_S, trigger=lambda: hand.click("stopButton")
    )
    assert end.outcome == "stopped"
    assert hand.window.weights.current is before
    assert hand.widget("trainButton").isEnabled()


def test_the_drawing_is_read_anew_with_every_snapshot(qtbot, hand):
    hand.draw(8)
    shipped = hand.bars()
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.click("trainButton"))
    qtbot.waitSignal(hand.window.session.snapshot_taken, timeout=1000 * START_S).wait()
    assert hand.bars() != shipped


@pytest.mark.parametrize("recipe", ["article-raw", "article-wide"])
def test_a_divergence_is_told_and_the_pad_keeps_its_weights(hand, recipe):
    hand.draw(5)
    bars = hand.bars()
    hand.widget("recipeCombo").setCurrentText(recipe)
    end = hand.wait_for(
        hand.window.session.run_ended, seconds=RUN_S, trigger=lambda: hand.click("trainButton")
    )
    assert end.outcome == "diverged"
    assert end.epochs == 0
    assert all(np.isfinite(array).all() for array in end.weights.parameters)
    assert hand.text("trainingStatus") == end.message
    assert hand.bars() == bars


def test_settings_reach_the_run(qtbot, hand):
    hand.click("settingsToggle")
    hand.widget("epochsSpin").setValue(2)
    hand.widget("batchSizeSpin").setValue(500)
    hand.widget("seedSpin").setValue(7)
    hand.widget("hiddenSizesEdit").setText("32")
    started = wait_for_event(qtbot, hand, RunStarted, lambda: hand.click("trainButton"))
    assert started.layer_sizes == (784, 32, 10)
    assert started.steps_per_epoch == 120
    assert (started.config.epochs, started.config.seed) == (2, 7)


def test_a_setting_that_cannot_be_is_told_and_nothing_runs(hand):
    hand.widget("hiddenSizesEdit").setText("many")
    hand.click("trainButton")
    assert "hidden layers" in hand.text("noticeText")
    assert not hand.window.session.running


def test_ctrl_t_trains_and_stops(qtbot, hand):
    control = Qt.KeyboardModifier.ControlModifier
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.press_keys(Qt.Key.Key_T, control))
    end = hand.wait_for(
        hand.window.session.run_ended,
        seconds=START_S,
        trigger=lambda: hand.press_keys(Qt.Key.Key_T, control),
    )
    assert end.outcome == "stopped"


def test_closing_the_window_ends_the_run_and_its_process(qtbot, hand):
    wait_for_event(qtbot, hand, WeightsSnapshot, lambda: hand.click("trainButton"))
    assert psutil.Process().children()
    hand.window.close()
    assert psutil.Process().children() == []
    assert not hand.window.session.running
    assert len(kept.kept()) == 1


def test_a_killed_child_costs_the_run_and_not_the_drawing(qtbot, hand):
    hand.draw(9)
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.click("trainButton"))
    (child,) = psutil.Process().children()
    end = hand.wait_for(hand.window.session.run_ended, seconds=START_S, trigger=child.kill)
    assert end.outcome == "failed"
    assert "9" in hand.text("answerDigit")
    assert hand.text("trainingStatus") == end.message
    assert "weights from before" in hand.text("noticeText")
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.click("trainButton"))


def approach(hand):
    """Move the pointer from outside onto the training column."""
    middle = QPointF(20, 20)
    QApplication.sendEvent(hand.window.training_panel, QEnterEvent(middle, middle, middle))


def test_coming_near_train_loads_tensorflow_ahead(qtbot, hand):
    approach(hand)
    (child,) = psutil.Process().children()
    wait_for_event(qtbot, hand, StepsTrained, lambda: hand.click("trainButton"))
    assert psutil.Process().children() == [child]


def test_loading_ahead_can_be_turned_off_for_good(hand):
    hand.choose("loadAheadAction")
    assert not preferences.load_ahead()
    approach(hand)
    assert psutil.Process().children() == []
    hand.choose("loadAheadAction")
    assert preferences.load_ahead()
