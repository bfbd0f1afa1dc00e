"""The live plots: loss per step, accuracy per epoch."""

import math
from typing import Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mnist_pad.ui.naming import named
from mnist_pad.ui.theme import GRID_PX, SMALL_TEXT_PX, Colours, colours

Series = NDArray[np.float64] | NDArray[np.float32]


_FEW_POINTS: Final = 8
_MOST_TICKS: Final = 6

_MAGNITUDES: Final = 1e4
"""Losses further apart than this factor are drawn on a logarithmic axis."""


class FewTicksAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of one level of ticks: each is a line to paint, and Qt takes its time over lines."""

    least_spacing = 0.0

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Return the least of the spacings 1, 2, 5, 10, ... that makes no more than a few ticks."""
        rough = (high - low) / _MOST_TICKS
        if not 0 < rough < math.inf:
            return []
        power = 10.0 ** math.floor(math.log10(rough))
        spacing = next(power * step for step in (1, 2, 5, 10) if power * step >= rough)
        return [(max(spacing, self.least_spacing), 0.0)]


class WholeNumbersAxis(FewTicksAxis):
    """An axis of steps or epochs: no ticks between whole numbers."""

    least_spacing = 1.0


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A still pyqtgraph plot: no zoom by accident, no menus; the pointer reads a value."""

    def __init__(self, name: str, *, x_label: str, y_label: str) -> None:
        super().__init__(
            axisItems={"bottom": WholeNumbersAxis("bottom"), "left": FewTicksAxis("left")}
        )
        named(self, name, f"{y_label} by {x_label}")
        self.setMinimumSize(GRID_PX * 20, GRID_PX * 14)
        self.setFrameShape(self.Shape.NoFrame)
        item = self.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setLabel("bottom", x_label)
        item.setLabel("left", y_label)
        item.showGrid(y=True, alpha=0.12)
        self.show_values(False)
        # A fixed width keeps the two plots' axes in one line, whatever their figures.
        item.getAxis("left").setWidth(GRID_PX * 8)
        # Prefixes such as "x0.001" are for physical units; losses are plain numbers.
        for side in ("left", "bottom"):
            item.getAxis(side).enableAutoSIPrefix(False)
        self.pointer = pg.InfiniteLine(angle=90, movable=False)
        self.pointer.hide()
        item.addItem(self.pointer, ignoreBounds=True)

    def show_values(self, shown: bool) -> None:
        """Show the figures on the axes; without data they would mean nothing."""
        for side in ("left", "bottom"):
            self.getPlotItem().getAxis(side).setStyle(showValues=shown)

    def paint_in(self, chosen: Colours) -> None:
        """Take the colours of an appearance."""
        self.setBackground(chosen.surface)
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(chosen.line))
            axis.setTextPen(pg.mkPen(chosen.muted))
            axis.label.setDefaultTextColor(QColor(chosen.muted))
            font = self.font()
            font.setPixelSize(SMALL_TEXT_PX)
            axis.setTickFont(font)
            axis.label.setFont(font)
        self.pointer.setPen(pg.mkPen(chosen.muted, style=Qt.PenStyle.DashLine))


class PlotPanel(QWidget):
    """A plot under a heading that says what its lines are and, on hover, what they are worth."""

    def __init__(self, plot: Plot, title: str) -> None:
        super().__init__()
        self.plot = plot
        self._title = title
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._heading.setObjectName(f"{plot.objectName()}Heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._heading)
        layout.addWidget(plot, 1)
        plot.scene().sigMouseMoved.connect(self._read_at)
        plot.viewport().installEventFilter(self)
        self._repaint_colours()

    def curves(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each line's name and colour, for the heading."""
        raise NotImplementedError

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest drawn x to `x` and what the lines say there, or None."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint_colours()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the reading away when the pointer leaves the plot."""
        if event.type() == QEvent.Type.Leave:
            self._clear_reading()
        return False

    def _repaint_colours(self) -> None:
        self.plot.paint_in(colours(self))
        self._clear_reading()

    def _clear_reading(self) -> None:
        self.plot.pointer.hide()
        self._head(
            " &nbsp; ".join(
                f'<span style="color:{colour}">&#9632;</span> {name}'
                for name, colour in self.curves(colours(self))
            )
        )

    def _head(self, text: str) -> None:
        muted = colours(self).muted
        self._heading.setText(
            f'{self._title} &nbsp; <span style="color:{muted};'
            f'font-size:{SMALL_TEXT_PX}px">{text}</span>'
        )

    def _read_at(self, position: QPointF) -> None:
        box = self.plot.getPlotItem().getViewBox()
        reading = None
        if box.sceneBoundingRect().contains(position):
            reading = self.value_at(box.mapSceneToView(position).x())
        if reading is None:
            self._clear_reading()
            return
        x, text = reading
        self.plot.pointer.setPos(x)
        self.plot.pointer.show()
        self._head(text)


class LossPanel(PlotPanel):
    """The loss of every step: raw and faint, smoothed and strong."""

    def __init__(self) -> None:
        plot = Plot("lossPlot", x_label="step", y_label="loss")
        self._raw = plot.plot(connect="finite")
        self._smoothed = plot.plot(connect="finite")
        self._drawn: tuple[Series, Series] = (np.empty(0), np.empty(0))
        super().__init__(plot, "Loss")

    def curves(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each line's name and colour."""
        return (("each step", chosen.faint), ("smoothed", chosen.text))

    def draw(self, raw: tuple[Series, Series], smoothed: tuple[Series, Series]) -> None:
        """Draw the decimated series, each (steps, losses) of equal lengths."""
        self.plot.show_values(bool(len(raw[0])))
        self.plot.setLogMode(y=_spans_magnitudes(raw[1]))
        # Few points, as where a run diverges at once, would make no line.
        self._raw.setSymbol("o" if len(raw[0]) <= _FEW_POINTS else None)
        self._raw.setData(*raw)
        self._smoothed.setData(*smoothed)
        self._drawn = smoothed

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest step and its smoothed loss."""
        steps, losses = self._drawn
        if not len(steps):
            return None
        nearest = int(np.argmin(np.abs(steps - x)))
        return float(steps[nearest]), f"step {steps[nearest]:,.0f} · {losses[nearest]:.4g}"

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        self._raw.setPen(pg.mkPen(chosen.faint, width=1))
        self._raw.setSymbolPen(None)
        self._raw.setSymbolBrush(pg.mkBrush(chosen.text))
        self._raw.setSymbolSize(5)
        self._smoothed.setPen(pg.mkPen(chosen.text, width=2))
        super()._repaint_colours()


def _spans_magnitudes(losses: Series) -> bool:
    return bool(len(losses) and 0 < losses.min() < losses.max() / _MAGNITUDES)


class AccuracyPanel(PlotPanel):
    """Training and test accuracy of every epoch, in percent, on one axis."""

    def __init__(self) -> None:
        plot = Plot("accuracyPlot", x_label="epoch", y_label="accuracy, %")
        self._train = plot.plot(symbol="o", symbolSize=4)
        self._test = plot.plot(symbol="o", symbolSize=5)
        self._epochs: Series = np.empty(0)
        self._accuracies: tuple[Series, Series] = (np.empty(0), np.empty(0))
        super().__init__(plot, "Accuracy")

    def curves(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each line's name and colour."""
        return (("training", chosen.muted), ("test", chosen.accent))

    def draw(self, epochs: Series, train: Series, test: Series) -> None:
        """Draw accuracies in percent, one an epoch."""
        self.plot.show_values(bool(len(epochs)))
        self._epochs, self._accuracies = epochs, (train, test)
        # Room for two epochs at least: one point alone would have no scale.
        self.plot.setXRange(1, max([2.0, *epochs[-1:].tolist()]))
        self._train.setData(epochs, train)
        self._test.setData(epochs, test)

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest epoch and its two accuracies."""
        if not len(self._epochs):
            return None
        nearest = min(max(math.floor(x + 0.5) - 1, 0), len(self._epochs) - 1)
        train, test = (series[nearest] for series in self._accuracies)
        epoch = float(self._epochs[nearest])
        return epoch, f"epoch {epoch:.0f} · training {train:.2f} % · test {test:.2f} %"

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for curve, colour in ((self._train, chosen.muted), (self._test, chosen.accent)):
            curve.setPen(pg.mkPen(colour, width=2))
            curve.setSymbolPen(None)
            curve.setSymbolBrush(pg.mkBrush(colour))
        super()._repaint_colours()
