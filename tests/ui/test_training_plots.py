"""The plots of a run: what they show, and the value they read under the pointer."""

import re

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication


def point_at(user, name, x):
    """Move the mouse to a place given in the plot's own units; half its height down."""
    plot = user.widget(name)
    # The axes take the data's range when they are painted next.
    QApplication.processEvents()
    box = plot.getPlotItem().getViewBox()
    middle = np.mean(box.viewRange()[1])
    user.qtbot.mouseMove(plot.viewport(), plot.mapFromScene(box.mapViewToScene(QPointF(x, middle))))


def axes(user, name):
    return user.widget(name).getPlotItem().getViewBox().viewRange()


def figures(user, name):
    """Tell whether the axes have figures."""
    item = user.widget(name).getPlotItem()
    return [item.getAxis(side).style["showValues"] for side in ("left", "bottom")]


def test_before_a_run_there_is_nothing_to_read(user):
    for name, line in (("lossPlot", "each step"), ("accuracyPlot", "training")):
        assert figures(user, name) == [False, False]
        point_at(user, name, 0.5)
        assert line in user.text(f"{name}Heading")


def test_the_pointer_reads_the_curves_and_the_axes_stay(user):
    user.open_settings()
    user.set("epochsSpin", 2)
    user.open_settings()
    user.train()
    assert user.wait_for_end() == "completed"

    steps, losses = user.plotted("lossPlot", curve=1)
    assert figures(user, "lossPlot") == [True, True]
    assert "each step" in user.text("lossPlotHeading")
    point_at(user, "lossPlot", 200.2)
    # A pixel of the screen is a step or two wide.
    near = np.flatnonzero(np.abs(steps - 200.2) < 3)
    told = [f"step {steps[at]:,.0f} · {losses[at]:.4g}" for at in near]
    assert sum(each in user.text("lossPlotHeading") for each in told) == 1

    train, test = (user.plotted("accuracyPlot", curve=curve)[1] for curve in (0, 1))
    point_at(user, "accuracyPlot", 1.9)
    read = re.search(r"epoch 2 · .*%", user.text("accuracyPlotHeading"))[0]
    assert read == f"epoch 2 · training {train[1]:.2f} % · test {test[1]:.2f} %"

    before = axes(user, "lossPlot")
    view = user.widget("lossPlot").viewport()
    spot = QPointF(view.rect().center())
    wheel = QWheelEvent(
        spot,
        view.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)
    user.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    user.qtbot.mouseMove(view, spot.toPoint() + QPoint(30, 10))
    user.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot.toPoint() + QPoint(30, 10))
    assert axes(user, "lossPlot") == before
