"""The plots by themselves: drawing, and reading a value under the pointer."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication, QLabel

from mnist_pad.ui.plots import AccuracyPanel, LossPanel


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


def test_without_data_the_axes_have_no_figures(loss):
    axis = loss.plot.getPlotItem().getAxis("left")
    assert not axis.style["showValues"]
    loss.draw((np.arange(1.0, 3), np.ones(2)), (np.arange(1.0, 3), np.ones(2)))
    assert axis.style["showValues"]


def test_the_pointer_reads_the_smoothed_loss_of_the_nearest_step(qtbot, loss):
    steps = np.arange(1.0, 101)
    loss.draw((steps, 2 / steps), (steps, 1 / steps))
    assert "each step" in heading(loss)
    point_at(qtbot, loss, 50.2, 0.5)
    assert "step 50 · 0.02" in heading(loss)
    assert loss.plot.pointer.isVisible()


def test_leaving_the_plot_ends_the_reading(qtbot, loss):
    steps = np.arange(1.0, 101)
    loss.draw((steps, 2 / steps), (steps, 1 / steps))
    point_at(qtbot, loss, 50, 0.5)
    QApplication.sendEvent(loss.plot.viewport(), QEvent(QEvent.Type.Leave))
    assert "each step" in heading(loss)
    assert not loss.plot.pointer.isVisible()


def test_the_pointer_reads_both_accuracies_of_the_nearest_epoch(qtbot, accuracy):
    accuracy.draw(np.arange(1.0, 4), np.array([80.0, 90, 95]), np.array([82.0, 91, 94]))
    point_at(qtbot, accuracy, 2.1, 90)
    assert "epoch 2 · training 90.00 % · test 91.00 %" in heading(accuracy)


def test_there_is_nothing_to_read_without_data(qtbot, accuracy):
    point_at(qtbot, accuracy, 0.5, 0.5)
    assert "training" in heading(accuracy)
    assert not accuracy.plot.pointer.isVisible()


def test_the_wheel_and_a_drag_do_not_move_the_axes(loss):
    assert loss.plot.getPlotItem().getViewBox().state["mouseEnabled"] == [False, False]


def test_epochs_have_whole_numbers_only(accuracy):
    accuracy.draw(np.array([1.0]), np.array([80.0]), np.array([82.0]))
    axis = accuracy.plot.getPlotItem().getAxis("bottom")
    assert all(spacing >= 1 for spacing, _ in axis.tickSpacing(0.8, 2.2, 300))


def test_losses_that_explode_are_drawn_by_their_magnitude(loss):
    steps = np.arange(1.0, 4)
    log_mode = loss.plot.getPlotItem().ctrl.logYCheck
    loss.draw((steps, np.array([1e6, 1e12, 1e18])), (steps, np.array([1e6, 1e11, 1e17])))
    assert log_mode.isChecked()
    loss.draw((steps, np.array([2.3, 1, 0.1])), (steps, np.array([2.3, 1.5, 0.5])))
    assert not log_mode.isChecked()
