"""The settings of a run, and loading TensorFlow ahead of one."""

import psutil

from mnist_pad.recognizer.weights import load
from tests.ui.on_disk import runs


def test_settings_reach_the_run(user):
    user.open_settings()
    user.set("epochsSpin", 2)
    user.set("batchSizeSpin", 500)
    user.set("seedSpin", 7)
    user.type("hiddenSizesEdit", "32")
    user.train()
    user.wait_for_steps()
    assert " of 2 " in user.status()
    assert user.wait_for_end() == "completed"
    assert len(user.plotted("accuracyPlot")[0]) == 2
    (run,) = runs()
    weights = load(run)
    assert [p.shape for p in weights.parameters] == [(784, 32), (32,), (32, 10), (10,)]
    assert (weights.meta.step, weights.meta.epochs, weights.meta.seed) == (2 * 120, 2, 7)


def test_a_setting_that_cannot_be_is_told_and_nothing_runs(user):
    user.open_settings()
    user.type("hiddenSizesEdit", "many")
    # Where an earlier test left the pointer, TensorFlow may be loading ahead.
    before = psutil.Process().children()
    user.click("trainButton")
    assert "hidden layers" in user.notice()
    assert not user.is_training()
    assert psutil.Process().children() == before


def test_coming_near_train_loads_tensorflow_ahead(user):
    user.move_pointer_to("trainButton")
    user.sees(lambda: len(psutil.Process().children()) == 1)
    (child,) = psutil.Process().children()
    user.train()
    user.wait_for_steps()
    assert psutil.Process().children() == [child]


def test_loading_ahead_can_be_turned_off_for_good(user, open_window):
    ahead = "loadAheadAction"
    assert user.action(ahead).isChecked()
    user.do(ahead)
    user.move_pointer_to("trainButton")
    user.close()
    another = open_window(restore=True)
    assert not another.action(ahead).isChecked()
    another.move_pointer_to("trainButton")
    assert psutil.Process().children() == []
    another.do(ahead)
    another.close()
    assert open_window(restore=True).action(ahead).isChecked()
