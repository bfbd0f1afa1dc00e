"""What is told while a run goes on, by step: the drawing's answers, and each layer's figures."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from mnist_pad.base.wording import percent, translate
from mnist_pad.training.history import LayerSeries
from mnist_pad.ui.kit.end_names import EndNames
from mnist_pad.ui.kit.plot import Plot, PlotPanel
from mnist_pad.ui.theme import GRID_PX, Colours, colours

POINTS: Final = 400

HEIGHT_PX: Final = GRID_PX * 18

_NAMED_FROM: Final = 0.05
"""A digit that is less likely gets no name at its line's end: ten would lie over one another."""

_DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)


class AnswersPlot(PlotPanel):
    """The drawing's ten probabilities by step; that of the answer in the accent's colour."""

    def __init__(self) -> None:
        self._steps: NDArray[np.float64] = np.empty(0)
        self._answers: NDArray[np.float64] = np.empty((0, 10))
        step, y_label = (
            translate("LearningPlots", "step"),
            translate("LearningPlots", "probability, %"),
        )
        plot = Plot("answersPlot", x_label=step, y_label=y_label)
        plot.setMinimumHeight(HEIGHT_PX)
        self._names = EndNames(plot, above=False)
        self._lines = [plot.plot() for _ in range(10)]
        plot.setYRange(0, 100)
        super().__init__(plot, translate("LearningPlots", "This drawing's answer"))

    @property
    def answer(self) -> int | None:
        """The digit that is likeliest at last; None without any answers."""
        return int(self._answers[-1].argmax()) if len(self._answers) else None

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each kind of line's name and colour."""
        if self.answer is None:
            hint = translate("LearningPlots", "draw a digit to see it being learnt")
            return ((hint, chosen.muted),)
        return (
            (str(self.answer), chosen.accent),
            (translate("LearningPlots", "the other digits"), chosen.faint),
        )

    def draw(self, steps: NDArray[np.float64], answers: NDArray[np.float64]) -> None:
        """Draw probabilities, shape (n, 10), by step, shape (n,)."""
        before, self._steps, self._answers = self.answer, steps, answers
        self.plot.show_values(len(steps) > 0)
        for digit, line in enumerate(self._lines):
            line.setData(steps, 100 * answers[:, digit])
            line.setSymbol("o" if len(steps) == 1 else None)
        last = answers[-1] if len(answers) else np.empty(0)
        self._names.write(
            [
                (str(digit), float(steps[-1]), 100 * float(each))
                for digit, each in enumerate(last)
                if each >= _NAMED_FROM
            ]
        )
        if self.answer != before:
            self._repaint_colours()

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest step and the two likeliest digits there."""
        if not len(self._steps):
            return None
        at = int(np.abs(self._steps - x).argmin())
        second, first = np.argsort(self._answers[at])[-2:].tolist()
        words = translate("LearningPlots", "step {step:,.0f} · {first}: {one} · {second}: {two}")
        one, two = (percent(float(self._answers[at, digit])) for digit in (first, second))
        step = float(self._steps[at])
        return step, words.format(step=step, first=first, one=one, second=second, two=two)

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for digit, line in enumerate(self._lines):
            is_answer = digit == self.answer
            colour = chosen.accent if is_answer else chosen.faint
            line.setPen(pg.mkPen(colour, width=2 if is_answer else 1))
            line.setZValue(1 if is_answer else 0)
            line.setSymbolPen(None)
            line.setSymbolBrush(pg.mkBrush(colour))
            line.setSymbolSize(5)
        self._names.paint_in(chosen.muted)
        super()._repaint_colours()


class LayersPlot(PlotPanel):
    """One figure of each layer by step, on a logarithmic axis or in percent."""

    def __init__(self, name: str, title: str, y_label: str, *, logarithmic: bool) -> None:
        self._steps: NDArray[np.float64] = np.empty(0)
        self._values: NDArray[np.float64] = np.empty((0, 0))
        self._logarithmic = logarithmic
        plot = Plot(name, x_label=translate("LearningPlots", "step"), y_label=y_label)
        plot.setMinimumHeight(HEIGHT_PX)
        self._names = EndNames(plot, above=False)
        self._lines: list[Any] = []
        plot.setLogMode(y=logarithmic)
        if not logarithmic:
            plot.setYRange(0, 100)
        super().__init__(plot, title)

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return nothing: the lines' ends have the layers' numbers."""
        return ()

    def draw(self, series: LayerSeries) -> None:
        """Draw values, (n, layers), by step, (n,)."""
        steps, values = _fewer(*series)
        self._steps, self._values = steps, values
        while len(self._lines) < values.shape[1]:
            self._lines.append(self.plot.plot())
            self._repaint_colours()
        self.plot.show_values(len(steps) > 0)
        ends = []
        for layer, line in enumerate(self._lines):
            xs, ys = self._line(layer)
            line.setData(xs, ys)
            line.setSymbol("o" if len(xs) == 1 else None)
            if len(xs):
                end = math.log10(ys[-1]) if self._logarithmic else float(ys[-1])
                ends.append((str(layer + 1), float(xs[-1]), end))
        self._names.write(ends)

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest step and each layer's value there."""
        if not len(self._steps):
            return None
        at = int(np.abs(self._steps - x).argmin())
        step = float(self._steps[at])
        told = [self._told(value) for value in self._values[at].tolist()]
        words = translate("LearningPlots", "step {step:,.0f} · from the first layer on: {values}")
        return step, words.format(step=step, values=" · ".join(told))

    def _told(self, value: float) -> str:
        return f"{value:.3g}" if self._logarithmic else percent(value)

    def _line(self, layer: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what can be drawn of a layer; nothing of one that this run has not."""
        if layer >= self._values.shape[1]:
            return np.empty(0), np.empty(0)
        values = self._values[:, layer]
        # On a logarithmic axis, 0 is infinitely low.
        drawn = np.isfinite(values) & ((values > 0) | (not self._logarithmic))
        return self._steps[drawn], values[drawn] * (1 if self._logarithmic else 100)

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for layer, line in enumerate(self._lines):
            line.setPen(pg.mkPen(chosen.text, width=1.5, style=_DASHES[layer % len(_DASHES)]))
            line.setSymbolPen(None)
            line.setSymbolBrush(pg.mkBrush(chosen.text))
            line.setSymbolSize(5)
        self._names.paint_in(chosen.muted)
        super()._repaint_colours()


def layer_plots() -> Sequence[LayersPlot]:
    """Return the plots of gradient norms, weight norms and dead units."""
    return (
        LayersPlot(
            "gradientNormPlot",
            translate("LearningPlots", "Gradients, by layer"),
            translate("LearningPlots", "gradient norm"),
            logarithmic=True,
        ),
        LayersPlot(
            "weightNormPlot",
            translate("LearningPlots", "Weights, by layer"),
            translate("LearningPlots", "weight norm"),
            logarithmic=True,
        ),
        LayersPlot(
            "deadUnitsPlot",
            translate("LearningPlots", "Dead units, by hidden layer"),
            translate("LearningPlots", "dead units, %"),
            logarithmic=False,
        ),
    )


def _fewer(
    steps: NDArray[np.float64], values: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return POINTS of them at most, evenly spread, the last one always."""
    if len(steps) <= POINTS:
        return steps, values
    chosen = np.unique(np.linspace(0, len(steps) - 1, POINTS).round().astype(np.int64))
    return steps[chosen], values[chosen]
