"""The plots of the page: reliability, and accuracy over changes."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from mnist_pad.base.wording import percent, translate
from mnist_pad.recognizer.reliability import Bin
from mnist_pad.recognizer.robustness import AMOUNTS, AS_THEY_ARE, Change, Curve
from mnist_pad.ui.kit.plot import Plot, PlotPanel
from mnist_pad.ui.theme import GRID_PX, Colours, colours

CHANGES: Final[Sequence[Change]] = tuple(AS_THEY_ARE)
"""The changes, in the order of their plots."""

_FLOORS_PERCENT: Final = (90, 80, 50, 0)
"""Where the accuracy's axis may begin: few steps, so that it seldom moves."""

_AXIS_PX: Final = GRID_PX * 5

_Series = NDArray[np.float64]


class ReliabilityPlot(PlotPanel):
    """How many of the answers of a confidence are right, beside how many should be."""

    def __init__(self) -> None:
        self._bins: Sequence[Bin] = ()
        plot = Plot(
            "reliabilityPlot",
            x_label=self.tr("probability of the answer, %"),
            y_label=self.tr("right, %"),
        )
        self._bars = pg.BarGraphItem(x=[], height=[], width=1)
        self._even = pg.PlotDataItem([0, 100], [0, 100])
        super().__init__(plot, self.tr("Reliability"))
        plot.addItem(self._bars)
        plot.addItem(self._even)
        plot.setXRange(0, 100, padding=0.02)
        plot.setYRange(0, 100, padding=0.02)
        plot.show_values(True)

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return what the bars and the line are."""
        return (
            (self.tr("read right"), chosen.accent),
            (self.tr("as probable as said"), chosen.muted),
        )

    def draw(self, bins: Sequence[Bin]) -> None:
        """Draw the bins that have answers."""
        self._bins = bins
        full = [each for each in bins if each.accuracy is not None]
        self._bars.setOpts(
            x0=[100 * each.low for each in full],
            x1=[100 * each.high for each in full],
            x=None,
            width=None,
            y0=0,
            height=[100 * (each.accuracy or 0.0) for each in full],
        )
        self._clear_reading()

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return what the bin at a probability says."""
        for each in self._bins:
            if 100 * each.low <= x <= 100 * each.high and each.accuracy is not None:
                words = self.tr("{low:.0f} to {high:.0f} %: {right} of {count:,} right")
                told = words.format(
                    low=100 * each.low,
                    high=100 * each.high,
                    right=percent(each.accuracy),
                    count=each.count,
                )
                return 50 * (each.low + each.high), told
        return None

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        self._bars.setOpts(pen=pg.mkPen(chosen.surface), brush=pg.mkBrush(chosen.accent))
        self._even.setPen(pg.mkPen(chosen.muted, width=1.5, style=Qt.PenStyle.DashLine))
        super()._repaint_colours()


class ChangePlot(PlotPanel):
    """The accuracy over one change of the images; a second network's is dashed."""

    def __init__(self, change: Change) -> None:
        self._curves: list[tuple[_Series, _Series]] = []
        self._change = change
        plot = Plot(
            f"{change}Plot", x_label=_unit(change), y_label=self.tr("read right, %"), whole=False
        )
        axis = plot.getPlotItem().getAxis("left")
        # Four of them share the page: what the axis shows is said over all of them.
        axis.showLabel(False)
        axis.setWidth(_AXIS_PX)
        self._lines = [plot.plot(symbol="o", symbolSize=4) for _ in range(2)]
        self._unchanged = pg.InfiniteLine(pos=AS_THEY_ARE[change], angle=90, movable=False)
        super().__init__(plot, _title(change))
        plot.addItem(self._unchanged, ignoreBounds=True)
        amounts = AMOUNTS[change]
        # There is room for no more than these, and nothing to see but what is between them.
        ticks = (amounts[0], AS_THEY_ARE[change], amounts[-1])
        plot.getPlotItem().getAxis("bottom").setTicks([[(at, f"{at:g}") for at in ticks]])
        plot.setXRange(amounts[0], amounts[-1], padding=0.14)

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return nothing: the lines are named once, over all the plots."""
        return ()

    def draw(self, curves: Sequence[Curve], *, floor: float) -> None:
        """Draw the curves of one network or two, from a percentage on."""
        self._curves = [
            (np.array(curve.amounts, np.float64), 100 * np.array(curve.accuracies, np.float64))
            for curve in curves
        ]
        empty = np.empty(0)
        for place, line in enumerate(self._lines):
            line.setData(*(self._curves[place] if place < len(self._curves) else (empty, empty)))
        self.plot.setYRange(floor, 100, padding=0.05)
        self.plot.show_values(any(len(amounts) for amounts, _ in self._curves))
        self._clear_reading()

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest amount and the accuracies there."""
        shown = [(amounts, values) for amounts, values in self._curves if len(amounts)]
        if not shown:
            return None
        amount = float(shown[0][0][np.abs(shown[0][0] - x).argmin()])
        values = (y[np.abs(amounts - amount).argmin()] for amounts, y in shown)
        return amount, f"{amount:g}: " + " · ".join(percent(value / 100) for value in values)

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
        shades = (chosen.accent, chosen.muted)
        for line, style, shade in zip(self._lines, styles, shades, strict=True):
            line.setPen(pg.mkPen(shade, width=2, style=style))
            line.setSymbolPen(None)
            line.setSymbolBrush(pg.mkBrush(shade))
        self._unchanged.setPen(pg.mkPen(chosen.line))
        super()._repaint_colours()


def floor_of(curves: Sequence[Curve]) -> float:
    """Return where the axis of all curves may begin, in percent."""
    lowest = min((value for curve in curves for value in curve.accuracies), default=0.0)
    return next(floor for floor in _FLOORS_PERCENT if 100 * lowest >= floor)


def _title(change: Change) -> str:
    titles: dict[Change, str] = {
        "turn": translate("ChangePlot", "Turned"),
        "width": translate("ChangePlot", "Width"),
        "thickness": translate("ChangePlot", "Thickness"),
        "shift": translate("ChangePlot", "Shifted"),
    }
    return titles[change]


def _unit(change: Change) -> str:
    units: dict[Change, str] = {
        "turn": translate("ChangePlot", "degrees, clockwise"),
        "width": translate("ChangePlot", "times as wide"),
        "thickness": translate("ChangePlot", "pixels thicker"),
        "shift": translate("ChangePlot", "pixels to the right"),
    }
    return units[change]
