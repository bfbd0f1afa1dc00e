"""Slow motion in the window: step by step, on real MNIST, in the real child process."""

from PySide6.QtCore import Qt

SOON_S = 60


def wait_for_update(user, step):
    user.sees(lambda: f"Update {step:,} of " in user.status(), seconds=SOON_S)


def test_a_run_goes_step_by_step_then_by_the_epoch_then_slowly(user):
    user.draw(3)
    readings = [user.bars()]
    for step in (1, 2):
        user.click("oneStepButton")
        wait_for_update(user, step)
        user.sees(lambda: user.status().startswith("Paused in epoch 1"))
        # The pad is read after each.
        readings.append(user.bars())
    assert readings[0] != readings[1] != readings[2]
    assert user.is_visible("weightChanges")
    assert user.widget("weightChanges").changed.step == 2
    assert user.is_visible("trainingPreview")
    assert len(user.plotted("lossPlot")[0]) <= 2
    user.click("oneEpochButton")
    user.wait_for_epoch(1)
    user.sees(lambda: user.text("pauseButton") == "Resume")
    assert not user.is_visible("weightChanges")

    user.qtbot.keyClick(user.widget("speedCombo"), Qt.Key.Key_Down)
    user.resume()
    wait_for_update(user, 237)
    assert user.is_visible("weightChanges")
    user.stop()
    assert user.wait_for_end() == "stopped"


def test_the_menu_offers_what_the_page_does(user):
    user.do("oneEpochAction")
    user.wait_for_epoch(1)
    user.sees(lambda: user.text("pauseButton") == "Resume")
    assert len(user.plotted("accuracyPlot")[0]) == 1
    user.stop()
    assert user.wait_for_end() == "stopped"
    user.do("whatIfZeroWeightsAction")
    assert "symmetry" in user.text("recipeCard")
    user.do("oneEpochAction")
    user.wait_for_epoch(1)
    assert 11.3 < user.plotted("accuracyPlot", curve=1)[1][-1] < 11.4
    user.stop()
    assert user.wait_for_end() == "stopped"
