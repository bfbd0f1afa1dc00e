"""The plots by themselves: drawing, and reading a value under the pointer."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication, QLabel

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import EpochEnded, RunStarted, StepsTrained
from mnist_pad.training.history import History
from mnist_pad.ui.kit.curves import AccuracyPanel, LossPanel, RunCurve


def shown(qtbot, panel):
    qtbot.addWidget(panel)
    panel.resize(400, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def loss(qtbot):
    return shown(qtbot, LossPanel())


@pytest.fixture
def accuracy(qtbot):
    return shown(qtbot, AccuracyPanel())


def point_at(qtbot, panel, x, y):
    """Move the mouse to a place given in the plot's own units."""
    plot = panel.plot
    # The axes take the data's range when they are painted next.
    QApplication.processEvents()
    scene = plot.getPlotItem().getViewBox().mapViewToScene(QPointF(x, y))
    qtbot.mouseMove(plot.viewport(), plot.mapFromScene(scene))


def heading(panel):
    return panel.findChild(QLabel, f"{panel.plot.objectName()}Heading").text()


def history(losses=(), accuracies=(), *, epochs=10):
    """Return what a run has told of so many losses, and of so many epochs in percent."""
    told = History()
    told.add(RunStarted(TrainingConfig(epochs=epochs), (784, 10), 100, 0, 25_600, 10_000))
    if len(losses):
        told.add(StepsTrained(1, len(losses), np.asarray(losses, np.float32), 0.5, 1000.0))
    for epoch, (train, test) in enumerate(accuracies, start=1):
        told.add(EpochEnded(epoch, train / 100, 0.1, test / 100, 1.0, 1.0 * epoch))
    return told


def texts(panel):
    items = panel.plot.getPlotItem().items
    return [item.toPlainText() for item in items if hasattr(item, "toPlainText")]


def test_without_data_the_axes_have_no_figures(loss):
    axis = loss.plot.getPlotItem().getAxis("left")
    assert not axis.style["showValues"]
    loss.draw([RunCurve(history([1.0, 1.0]))])
    assert axis.style["showValues"]


def test_the_pointer_reads_the_smoothed_loss_of_the_nearest_step(qtbot, loss):
    loss.draw([RunCurve(history([0.02] * 100))])
    assert "each step" in heading(loss)
    point_at(qtbot, loss, 50.2, 0.02)
    assert "step 50 · 0.02" in heading(loss)
    assert loss.plot.pointer.isVisible()


def test_leaving_the_plot_ends_the_reading(qtbot, loss):
    loss.draw([RunCurve(history([0.02] * 100))])
    point_at(qtbot, loss, 50, 0.02)
    QApplication.sendEvent(loss.plot.viewport(), QEvent(QEvent.Type.Leave))
    assert "each step" in heading(loss)
    assert not loss.plot.pointer.isVisible()


def test_the_pointer_reads_both_accuracies_of_the_nearest_epoch(qtbot, accuracy):
    accuracy.draw([RunCurve(history(accuracies=[(80, 82), (90, 91), (95, 94)]))])
    point_at(qtbot, accuracy, 2.1, 90)
    assert "epoch 2 · training 90.00 % · test 91.00 %" in heading(accuracy)


SEVERAL = (
    RunCurve(history([0.5] * 100, [(80, 82)]), "slow"),
    RunCurve(history([0.25] * 100, [(90, 91)]), "fast"),
)


def test_the_pointer_names_the_accuracies_of_several_runs(qtbot, accuracy):
    accuracy.draw(SEVERAL)
    point_at(qtbot, accuracy, 1, 85)
    for words in ("slow training 80.00 %", "fast training 90.00 %"):
        assert words in heading(accuracy)


def test_the_pointer_names_the_losses_of_several_runs(qtbot, loss):
    loss.draw(SEVERAL)
    point_at(qtbot, loss, 50, 0.3)
    assert "slow 0.5" in heading(loss)
    assert "fast 0.25" in heading(loss)


def test_each_of_several_runs_is_named_at_its_end(loss, accuracy):
    for panel in (loss, accuracy):
        panel.draw(
            [
                RunCurve(history([0.5] * 20, [(80, 82)]), "slow"),
                RunCurve(history([0.2] * 20, [(90, 91)]), "fast"),
            ]
        )
        assert {"slow", "fast"} <= set(texts(panel))
        panel.draw([RunCurve(history([0.5] * 20, [(80, 82)]))])
        assert {"slow", "fast"}.isdisjoint(texts(panel))


def test_there_is_nothing_to_read_without_data(qtbot, accuracy):
    point_at(qtbot, accuracy, 0.5, 0.5)
    assert "training" in heading(accuracy)
    assert not accuracy.plot.pointer.isVisible()


def test_the_wheel_and_a_drag_do_not_move_the_axes(loss):
    assert loss.plot.getPlotItem().getViewBox().state["mouseEnabled"] == [False, False]


def test_epochs_have_whole_numbers_only(accuracy):
    accuracy.draw([RunCurve(history(accuracies=[(80, 82)]))])
    axis = accuracy.plot.getPlotItem().getAxis("bottom")
    assert all(spacing >= 1 for spacing, _ in axis.tickSpacing(0.8, 2.2, 300))


def test_losses_that_explode_are_drawn_by_their_magnitude(loss):
    log_mode = loss.plot.getPlotItem().ctrl.logYCheck
    loss.draw([RunCurve(history([1e6, 1e12, 1e18]))])
    assert log_mode.isChecked()
    loss.draw([RunCurve(history([2.3, 1, 0.1]))])
    assert not log_mode.isChecked()


def test_where_a_loss_became_infinite_is_marked_beside_every_value_before(qtbot, loss):
    loss.draw([RunCurve(history([2.65e10, np.inf]), infinite_at=2)])
    QApplication.processEvents()
    (left, right), (low, high) = loss.plot.getPlotItem().viewRange()
    assert left < 1 < 2 < right
    # By the powers of ten: from 1 to beyond the last value that is a number.
    assert low <= 0 < np.log10(2.65e10) < high
    assert any("infinite at step 2" in text for text in mark_texts(loss))
    loss.draw([RunCurve(history([2.0, 1.0]))])
    assert mark_texts(loss) == []


def mark_texts(panel):
    return [
        item.label.toPlainText()
        for item in panel.plot.getPlotItem().items
        if getattr(item, "label", None) is not None and item.isVisible()
    ]


def test_the_accuracy_axes_do_not_move_with_every_epoch(accuracy):
    ranges = set()
    for count in range(2, 8):
        rising = [(90 + epoch, 91 + epoch) for epoch in range(count)]
        accuracy.draw([RunCurve(history(accuracies=rising, epochs=10))])
        ranges.add(str(accuracy.plot.getPlotItem().viewRange()))
    assert len(ranges) == 1


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_a_small_plot_has_few_figures(loss, side):
    axis = loss.plot.getPlotItem().getAxis(side)
    few, many = (axis.tickSpacing(0, 10, size)[0][0] for size in (40, 400))
    assert few > many
