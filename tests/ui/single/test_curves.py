"""Curves of real histories: axes that hold still, several runs, names as they are."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.history import History
from mnist_pad.ui.kit.curves import PLOT_POINTS, AccuracyPanel, LossPanel, RunCurve
from mnist_pad.ui.kit.plot import FewTicksAxis, WholeNumbersAxis
from tests.ui.single.telling import epoch_ended, started, steps


def history(losses=(), percents=(), *, epochs=10, first_step=0):
    told = History()
    told.add(started(TrainingConfig(epochs=epochs), first_step=first_step))
    if len(losses):
        told.add(steps(losses, step=first_step + len(losses)))
    for epoch, (train, test) in enumerate(percents, start=1):
        told.add(epoch_ended(epoch, train=train / 100, test=test / 100))
    return told


@pytest.fixture
def loss(show):
    panel = LossPanel()
    show(panel, size=(500, 300))
    return panel


@pytest.fixture
def accuracy(show):
    panel = AccuracyPanel()
    show(panel, size=(500, 300))
    return panel


def curves(panel):
    return panel.plot.getPlotItem().listDataItems()


def ranges(panel):
    QApplication.processEvents()
    return panel.plot.getPlotItem().getViewBox().viewRange()


def heading(panel):
    return panel.findChild(QLabel, f"{panel.plot.objectName()}Heading").text()


def point_at(qtbot, panel, x, y):
    QApplication.processEvents()
    scene = panel.plot.getPlotItem().getViewBox().mapViewToScene(QPointF(x, y))
    qtbot.mouseMove(panel.plot.viewport(), panel.plot.mapFromScene(scene))


def test_every_loss_is_drawn_and_the_smoothed_ones_beside(loss):
    losses = np.linspace(2, 1, 50, dtype=np.float32)
    loss.draw([RunCurve(history(losses))])
    raw, smoothed = (curve.getData() for curve in curves(loss))
    np.testing.assert_array_equal(raw[0], np.arange(1, 51))
    np.testing.assert_allclose(raw[1], losses)
    assert smoothed[1][0] == pytest.approx(2)
    assert (smoothed[1][1:] > raw[1][1:]).all()


def test_a_long_run_costs_no_more_points_and_reaches_its_last_step(loss):
    losses = np.full(50_000, 0.5, np.float32)
    losses[30_000] = 9
    loss.draw([RunCurve(history(losses))])
    xs, ys = curves(loss)[0].getData()
    assert len(xs) <= PLOT_POINTS + 1
    assert xs[-1] == 50_000
    assert ys.max() == 9


def test_a_run_that_was_gone_on_with_begins_where_the_other_ended(loss):
    loss.draw([RunCurve(history([1.0] * 20)), RunCurve(history([0.5] * 20, first_step=20))])
    assert curves(loss)[0].getData()[0][-1] == 20
    assert curves(loss)[2].getData()[0][0] == 21


@pytest.mark.parametrize(("count", "symbol"), [(1, "o"), (8, "o"), (9, None)])
def test_few_points_are_dots_that_can_be_seen(loss, count, symbol):
    loss.draw([RunCurve(history([1.0] * count))])
    assert curves(loss)[0].opts["symbol"] == symbol


@pytest.mark.parametrize(
    ("losses", "logarithmic"),
    [([1.0, 1e-3], False), ([1.0, 1e5], True), ([0.0, 1e9], False), ([], False)],
)
def test_losses_far_apart_alone_are_drawn_by_their_magnitude(loss, losses, logarithmic):
    loss.draw([RunCurve(history(losses))])
    assert loss.plot.getPlotItem().ctrl.logYCheck.isChecked() is logarithmic


def test_where_one_run_became_infinite_is_not_marked_among_several(loss):
    loss.draw([RunCurve(history([1.0, math.inf]), infinite_at=2), RunCurve(history([1.0] * 9))])
    marks = [item for item in loss.plot.getPlotItem().items if hasattr(item, "label")]
    assert not [mark for mark in marks if mark.isVisible() and mark.label]


@pytest.mark.parametrize("panel_name", ["loss", "accuracy"])
def test_the_last_of_several_is_drawn_through_and_each_in_a_way_of_its_own(request, panel_name):
    panel = request.getfixturevalue(panel_name)
    told = [RunCurve(history([0.5] * 20, [(80, 82)]), str(number)) for number in range(4)]
    panel.draw(told)
    styles = [curve.opts["pen"].style() for curve in curves(panel)][1::2]
    assert styles[-1] == Qt.PenStyle.SolidLine
    assert len(set(styles)) == 4


@pytest.mark.parametrize("panel_name", ["loss", "accuracy"])
def test_a_run_less_leaves_nothing_of_itself(request, panel_name):
    panel = request.getfixturevalue(panel_name)
    one, other = (RunCurve(history([0.5] * 20, [(80, 82)]), name) for name in "ab")
    panel.draw([one, other])
    panel.draw([one])
    lengths = [len(curve.xData) if curve.xData is not None else 0 for curve in curves(panel)]
    assert all(lengths[:2])
    assert lengths[2:] == [0, 0]
    panel.draw([])
    assert not panel.plot.getPlotItem().getAxis("left").style["showValues"]
    assert panel.value_at(1) is None


@pytest.mark.parametrize(
    ("lowest", "floor"), [(99, 98), (98, 98), (97.9, 95), (93, 90), (85, 80), (60, 50), (11, 0)]
)
def test_the_accuracy_axis_begins_at_one_of_few_places(accuracy, lowest, floor):
    accuracy.draw([RunCurve(history(percents=[(lowest, 99.5)]))])
    low, high = ranges(accuracy)[1]
    assert low <= floor < low + 0.1 * (high - low)
    assert 100 <= high < 110


@pytest.mark.parametrize(
    ("epochs", "reached", "shown"), [(5, 1, 5), (20, 3, 20), (500, 1, 32), (500, 30, 64)]
)
def test_the_epochs_of_a_long_run_are_shown_as_far_as_it_has_come(accuracy, epochs, reached, shown):
    accuracy.draw([RunCurve(history(percents=[(90, 91)] * reached, epochs=epochs))])
    low, high = ranges(accuracy)[0]
    assert 1 - 0.1 * shown < low <= 1
    assert shown <= high < 1.1 * shown + 1


def test_each_run_s_accuracies_are_percent_by_epoch(accuracy):
    accuracy.draw([RunCurve(history(percents=[(80, 82), (90, 91)]))])
    train, test = (curve.getData() for curve in curves(accuracy))
    np.testing.assert_array_equal(train[0], [1, 2])
    np.testing.assert_allclose(train[1], [80, 90])
    np.testing.assert_allclose(test[1], [82, 91])


@pytest.mark.parametrize("panel_name", ["loss", "accuracy"])
def test_a_run_s_name_is_no_markup_in_the_heading(request, qtbot, panel_name):
    panel = request.getfixturevalue(panel_name)
    told = [RunCurve(history([1.0] * 50, [(80, 82)] * 9), name) for name in ("<b>a</b>", "b")]
    panel.draw(told)
    point_at(qtbot, panel, 5, np.mean(ranges(panel)[1]))
    assert panel.plot.pointer.isVisible()
    assert "&lt;b&gt;a&lt;/b&gt;" in heading(panel)


def test_the_pointer_beside_the_axes_reads_nothing(qtbot, loss):
    loss.draw([RunCurve(history([0.5] * 50))])
    QApplication.processEvents()
    qtbot.mouseMove(loss.plot.viewport(), loss.plot.viewport().rect().bottomLeft())
    assert not loss.plot.pointer.isVisible()
    assert "each step" in heading(loss)


def test_colours_follow_light_and_dark(loss, workspace):
    loss.draw([RunCurve(history([0.5] * 50))])
    pens = set()
    for name in ("light", "dark"):
        workspace.preferences.choose(appearance=name)
        QApplication.processEvents()
        pens.add(curves(loss)[1].opts["pen"].color().name())
    workspace.preferences.choose(appearance="system")
    assert len(pens) == 2


@pytest.mark.parametrize("size", [40, 100, 400, 2_000])
@pytest.mark.parametrize("span", [(0, 1), (0.98, 1), (1, 500), (0, 1e12), (-3, 18)])
def test_an_axis_has_few_ticks_of_plain_spacing(qapp, size, span):
    ((spacing, offset),) = FewTicksAxis("left").tickSpacing(*span, size)
    assert offset == 0
    assert (span[1] - span[0]) / spacing <= 6
    assert float(f"{spacing:.0e}") == pytest.approx(spacing)
    assert f"{spacing:.0e}"[0] in "125"


@pytest.mark.parametrize("span", [(1, 1), (2, 1), (0, math.inf), (0, math.nan)])
def test_an_axis_without_a_span_has_no_ticks(qapp, span):
    assert FewTicksAxis("left").tickSpacing(*span, 300) == []


@pytest.mark.parametrize("span", [(0, 0.1), (1, 2), (1, 3)])
def test_between_whole_numbers_there_is_no_tick(qapp, span):
    ((spacing, _),) = WholeNumbersAxis("bottom").tickSpacing(*span, 600)
    assert spacing >= 1
