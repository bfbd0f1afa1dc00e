"""Back to any step of a run: the slider over its snapshots, and weights put in use from there."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt

from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import Weights, shipped
from mnist_pad.training.events import RunEnded, Snapshot
from mnist_pad.ui.training import panel as training
from mnist_pad.workspace import background
from mnist_pad.workspace.workspace import Workspace
from tests.ui.single.telling import FAST, STEPS, epoch_ended, keep_run, started, steps, weights
from tests.ui.single.test_while_learning import draw


@pytest.fixture
def page(build):
    return build(training.PANEL)


def snapshot(step, seed):
    """Return a snapshot of parameters that read otherwise than the shipped ones."""
    random = np.random.default_rng(seed)
    shapes = [each.shape for each in shipped().parameters]
    return Snapshot(
        step, tuple(random.normal(0, 0.05, shape).astype(np.float32) for shape in shapes)
    )


TOLD = [snapshot(100, 1), snapshot(STEPS, 2), snapshot(300, 3)]
RUN = [
    started(), steps(), TOLD[0], TOLD[1], epoch_ended(1, test=0.875), TOLD[2],
    RunEnded("completed", 5, 0.92, weights(), None),
]  # fmt: skip


@pytest.fixture
def ended(page, workspace, follow):
    """The page after a run of which three snapshots were kept; a 3 is on the pad."""
    draw(workspace, 3)
    page.click("trainButton")
    # The last weights say that they are of the end.
    end = weights()
    meta = type(end.meta)(recipe="fast", epochs=5, step=5 * STEPS, test_accuracy=0.92)
    follow(*RUN[:-1], RunEnded("completed", 5, 0.92, Weights(end.parameters, meta), None))
    return page


def reads_with(workspace, parameters):
    """Tell whether the pad is read with these, by the probabilities shown."""
    pairs = zip(workspace.reading.recognizer.weights.parameters, parameters, strict=True)
    return all(np.array_equal(one, other) for one, other in pairs)


def move(page, key, times=1):
    for _ in range(times):
        page.qtbot.keyClick(page.widget("snapshotSlider"), key)


def test_there_is_nothing_to_go_back_to_before_and_in_a_run(page, follow):
    assert not page.is_visible("snapshotSlider")
    page.click("trainButton")
    follow(*RUN[:-1])
    assert not page.is_visible("snapshotSlider")
    assert not page.is_enabled("useSnapshotButton")


def test_after_it_the_slider_stands_at_the_end_and_changes_nothing(ended, workspace):
    slider = ended.widget("snapshotSlider")
    assert ended.is_visible("snapshotSlider")
    assert (slider.minimum(), slider.maximum(), slider.value()) == (0, 3, 3)
    assert ended.text("snapshotText") == "step 1,175 · after epoch 5 · 92.00 %"
    assert not workspace.reading.is_learning
    assert not ended.is_enabled("useSnapshotButton")
    assert not ended.is_visible("snapshotWeights")


def test_moving_it_reads_the_pad_with_the_weights_of_that_step(ended, workspace):
    in_use = workspace.weights.current
    for place, told in ((2, TOLD[2]), (1, TOLD[1]), (0, TOLD[0])):
        move(ended, Qt.Key.Key_Left)
        assert ended.widget("snapshotSlider").value() == place
        assert reads_with(workspace, told.parameters)
        assert workspace.reading.is_learning
        units = ended.widget("snapshotWeights").units.reshape(32, 784)
        np.testing.assert_array_equal(units, told.parameters[0][:, :32].T)
    assert ended.is_visible("snapshotWeights")
    assert ended.text("snapshotText") == "step 100 · epoch 1"
    # For now: what is in use stays what it was.
    assert workspace.weights.current is in_use
    move(ended, Qt.Key.Key_End)
    assert not workspace.reading.is_learning
    assert not ended.is_visible("snapshotWeights")


def test_the_accuracy_is_told_where_it_is_known(ended):
    move(ended, Qt.Key.Key_Home)
    move(ended, Qt.Key.Key_Right)
    assert ended.text("snapshotText") == f"step {STEPS} · after epoch 1 · 87.50 %"


def test_the_weights_of_a_step_come_into_use_and_are_there_after_a_restart(
    ended, workspace, worker, built_in
):
    run = workspace.run.current.id
    move(ended, Qt.Key.Key_Home)
    move(ended, Qt.Key.Key_Right)
    ended.click("useSnapshotButton")
    used = workspace.weights.current
    assert used.origin == Origin("run", run, STEPS)
    assert (used.weights.meta.step, used.weights.meta.epochs) == (STEPS, 1)
    assert not workspace.reading.is_learning
    assert reads_with(workspace, TOLD[1].parameters)
    assert ended.widget("snapshotSlider").value() == 1
    assert not ended.is_enabled("useSnapshotButton")
    workspace.close()
    again = Workspace(worker, built_in=built_in, folder=workspace.folder)
    again.restore()
    assert again.weights.current.origin == used.origin
    assert reads_with(again, TOLD[1].parameters)
    # What was trained to the end is one step back, as ever.
    again.close()


def test_other_weights_take_the_slider_back_to_the_end(ended, workspace):
    move(ended, Qt.Key.Key_Home)
    workspace.weights.use_built_in()
    assert ended.widget("snapshotSlider").value() == 3
    assert not workspace.reading.is_learning
    assert not ended.is_visible("snapshotWeights")
    # The run's own end can be put in use again.
    assert ended.is_enabled("useSnapshotButton")
    ended.click("useSnapshotButton")
    assert workspace.weights.current.origin == Origin("run", workspace.run.current.id)


def test_the_next_run_takes_the_slider_away(ended, workspace, follow):
    move(ended, Qt.Key.Key_Home)
    ended.click("trainButton")
    assert not ended.is_visible("snapshotSlider")
    assert not workspace.reading.is_learning
    follow(started())


def test_drawn_on_while_a_file_is_slow_the_last_place_counts(ended, workspace, monkeypatch, qtbot):
    asked, go_on = [], threading.Event()
    read = workspace.runs.kept.weights

    def slowly(run, step):
        asked.append(step)
        go_on.wait(10)
        return read(run, step)

    monkeypatch.setattr(workspace.runs.kept, "weights", slowly)
    monkeypatch.setattr(background, "PATIENCE_S", 0.0)
    move(ended, Qt.Key.Key_Left, times=3)
    assert asked == [300]
    assert ended.widget("snapshotSlider").value() == 0
    go_on.set()
    qtbot.waitUntil(lambda: workspace.snapshots.place == 0)
    # The one between was passed over.
    assert asked == [300, 100]
    assert ended.widget("snapshotSlider").value() == 0
    assert reads_with(workspace, TOLD[0].parameters)


def test_a_damaged_snapshot_is_told_and_the_slider_goes_back(ended, workspace):
    (path,) = workspace.runs.kept.path(workspace.run.current.id).glob("*0300.npz")
    path.write_bytes(b"nothing of the kind")
    move(ended, Qt.Key.Key_Left)
    assert ended.widget("snapshotSlider").value() == 3
    assert path.name in workspace.notices.current
    assert "\n" not in workspace.notices.current
    assert not workspace.reading.is_learning
    move(ended, Qt.Key.Key_Home)
    assert reads_with(workspace, TOLD[0].parameters)


def test_a_run_of_an_earlier_session_has_its_slider_and_one_without_any_has_none(page, workspace):
    draw(workspace, 3)
    end = weights()
    meta = type(end.meta)(recipe="fast", epochs=5, step=5 * STEPS, test_accuracy=0.92)
    events = [*RUN[:-1], RunEnded("completed", 5, 0.92, Weights(end.parameters, meta), None)]
    with_them, without = (keep_run(workspace.runs.kept, each) for each in (events, None))
    workspace.run.show(without)
    assert not page.is_visible("snapshotSlider")
    workspace.run.forget()
    workspace.run.show(with_them)
    assert page.is_visible("snapshotSlider")
    move(page, Qt.Key.Key_Home)
    assert reads_with(workspace, TOLD[0].parameters)
    workspace.run.forget()
    assert not page.is_visible("snapshotSlider")
    assert not workspace.reading.is_learning


def test_a_run_that_diverged_can_be_gone_back_in_too(page, workspace, follow):
    draw(workspace, 3)
    page.click("trainButton")
    follow(*RUN[:-1], RunEnded("diverged", 1, None, None, None))
    slider = page.widget("snapshotSlider")
    # At its end there are no weights; there, those in use read.
    assert (slider.maximum(), slider.value()) == (3, 3)
    assert page.text("snapshotText") == "the weights in use"
    assert not page.is_enabled("useSnapshotButton")
    move(page, Qt.Key.Key_Left)
    assert reads_with(workspace, TOLD[2].parameters)
    move(page, Qt.Key.Key_End)
    assert not workspace.reading.is_learning
    move(page, Qt.Key.Key_Home)
    page.click("useSnapshotButton")
    assert workspace.weights.current.origin.step == 100
    assert reads_with(workspace, TOLD[0].parameters)


def test_the_run_s_settings_go_with_its_snapshots(ended, workspace):
    move(ended, Qt.Key.Key_Home)
    ended.click("useSnapshotButton")
    meta = workspace.weights.current.weights.meta
    assert (meta.recipe, meta.scaling, meta.seed) == (FAST.recipe, FAST.scaling, FAST.seed)
