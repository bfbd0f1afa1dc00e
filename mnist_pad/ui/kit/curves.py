"""The curves of runs, one or several: loss by step, accuracy by epoch."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from mnist_pad.training.events import Divergence, Failure
from mnist_pad.training.history import History
from mnist_pad.ui.kit.end_names import End, EndNames
from mnist_pad.ui.kit.plot import Plot, PlotPanel
from mnist_pad.ui.theme import Colours, colours

Series = NDArray[np.float64]

PLOT_POINTS: Final = 800
_FEW_POINTS: Final = 8

_MAGNITUDES: Final = 1e4
"""Losses further apart than this factor are drawn on a logarithmic axis."""

_FLOORS_PERCENT: Final = (98, 95, 90, 80, 50, 0)
"""Where the accuracy's axis may begin: few steps, so that it seldom moves."""

_DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)


@dataclass(frozen=True, eq=False)
class RunCurve:
    """A run's curves; `name` is written at their end, where several runs are shown.

    `infinite_at` is the step at which the loss was no number any more.
    """

    history: History
    name: str = ""
    infinite_at: int | None = None


class _RunsPanel(PlotPanel):
    """A plot of two lines a run; those of the last run, the one that counts, are drawn through."""

    def __init__(self, plot: Plot, title: str, *, names_above: bool) -> None:
        self._plot = plot
        self._names = EndNames(plot, above=names_above)
        self._lines: list[tuple[Any, Any]] = []
        self._count = 0
        # After all that it reads: it paints in the window's colours, and asks for the lines' names.
        super().__init__(plot, title)

    def _new_lines(self) -> tuple[Any, Any]:
        """Add the two lines of one run more to the plot."""
        raise NotImplementedError

    def _lines_of(self, count: int) -> list[tuple[Any, Any]]:
        """Return the lines of so many runs; those of others show nothing."""
        while len(self._lines) < count:
            self._lines.append(self._new_lines())
        # The dashes go by how many there are.
        if count != self._count:
            self._count = count
            self._repaint_colours()
        empty = np.empty(0)
        for unused in self._lines[count:]:
            for line in unused:
                line.setData(empty, empty)
        return self._lines[:count]

    def _dash(self, place: int) -> Qt.PenStyle:
        return _DASHES[(self._count - 1 - place) % len(_DASHES)]


class LossPanel(_RunsPanel):
    """The loss of every step: raw and faint, smoothed and strong."""

    def __init__(self) -> None:
        self._smoothed: list[tuple[str, Series, Series]] = []
        # Without a label, even an empty one, pyqtgraph makes none that could be written to later.
        self._end = pg.InfiniteLine(angle=90, movable=False, label="")
        self._end.hide()
        plot = Plot("lossPlot", x_label=self.tr("step"), y_label=self.tr("loss"))
        # Losses fall: over a curve there is room for a name.
        super().__init__(plot, self.tr("Loss"), names_above=True)
        self._plot.addItem(self._end, ignoreBounds=True)

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each kind of line's name and colour."""
        return ((self.tr("each step"), chosen.faint), (self.tr("smoothed"), chosen.text))

    def draw(self, runs: Sequence[RunCurve]) -> None:
        """Draw runs over one another; the last is the one that counts."""
        lines = self._lines_of(len(runs))
        drawn = [run.history.losses(PLOT_POINTS) for run in runs]
        # Among others, the steps of a run that exploded at once would be all that is seen.
        infinite = runs[0].infinite_at if len(runs) == 1 else None
        logarithmic = _spans_magnitudes(drawn) or infinite is not None
        self._plot.show_values(any(len(steps) for steps, _ in drawn))
        self._plot.setLogMode(y=logarithmic)
        self._smoothed = []
        for run, (raw, smoothed), (steps, losses) in zip(runs, lines, drawn, strict=True):
            # Few points, as where a run diverges at once, would make no line.
            raw.setSymbol("o" if len(steps) <= _FEW_POINTS else None)
            raw.setData(steps, losses)
            series = run.history.smoothed_losses(PLOT_POINTS)
            smoothed.setData(*series)
            self._smoothed.append((run.name, *series))
        self._names.write(
            [_end(name, (x, y), logarithmic=logarithmic) for name, x, y in self._smoothed]
        )
        self._mark_infinite(infinite, drawn)

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest step and the runs' smoothed losses there."""
        found = [
            (name, *_nearest(steps, losses, x))
            for name, steps, losses in self._smoothed
            if len(steps)
        ]
        if not found:
            return None
        step = found[-1][1]
        values = " · ".join(f"{name} {loss:.4g}".strip() for name, _, loss in found)
        return step, self.tr("step {step:,.0f}").format(step=step) + f" · {values}"

    def _new_lines(self) -> tuple[Any, Any]:
        # On a logarithmic axis, a loss of exactly 0 is infinitely low: the line leaves it out.
        return self._plot.plot(connect="finite"), self._plot.plot(connect="finite")

    def _mark_infinite(self, step: int | None, drawn: Sequence[tuple[Series, Series]]) -> None:
        """Mark where the loss became infinite, and show every value before."""
        box = self._plot.getPlotItem()
        self._end.setVisible(step is not None)
        if step is None:
            # Ranges set by hand, for an exploded run before this one, turned this off.
            box.enableAutoRange()
            return
        self._end.setPos(step)
        self._end.label.setFormat(self.tr("infinite at step {step:,}").format(step=step))
        losses = np.concatenate([losses for _, losses in drawn])
        first = min((float(steps[0]) for steps, _ in drawn if len(steps)), default=1.0)
        box.setXRange(min(first, step) - 0.5, step + 0.5)
        # On a logarithmic axis, pyqtgraph takes ranges, and places of items, as powers of ten.
        powers = np.log10(losses[losses > 0]) if (losses > 0).any() else np.zeros(1)
        box.setYRange(min(0.0, math.floor(powers.min())), math.ceil(powers.max()) + 1)

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for place, (raw, smoothed) in enumerate(self._lines):
            raw.setPen(pg.mkPen(chosen.faint, width=1))
            raw.setSymbolPen(None)
            raw.setSymbolBrush(pg.mkBrush(chosen.text))
            raw.setSymbolSize(6)
            smoothed.setPen(pg.mkPen(chosen.text, width=2, style=self._dash(place)))
        self._end.setPen(pg.mkPen(chosen.accent, width=1, style=Qt.PenStyle.DashLine))
        self._end.label.setColor(chosen.accent)
        self._names.paint_in(chosen.muted)
        super()._repaint_colours()


class AccuracyPanel(_RunsPanel):
    """Training and test accuracy of every epoch, in percent, on one axis."""

    def __init__(self) -> None:
        self._drawn: list[tuple[str, Series, Series, Series]] = []
        plot = Plot("accuracyPlot", x_label=self.tr("epoch"), y_label=self.tr("accuracy, %"))
        # Accuracies rise: under a curve there is room for a name.
        super().__init__(plot, self.tr("Accuracy"), names_above=False)

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each kind of line's name and colour."""
        return ((self.tr("training"), chosen.muted), (self.tr("test"), chosen.accent))

    def draw(self, runs: Sequence[RunCurve]) -> None:
        """Draw runs over one another; the last is the one that counts."""
        lines = self._lines_of(len(runs))
        self._drawn = [(run.name, *_percents(run.history)) for run in runs]
        self._plot.show_values(any(len(epochs) for _, epochs, _, _ in self._drawn))
        for (train, test), (_, epochs, learnt, tested) in zip(lines, self._drawn, strict=True):
            train.setData(epochs, learnt)
            test.setData(epochs, tested)
        ends = ((name, (epochs, tested)) for name, epochs, _, tested in self._drawn)
        self._names.write([_end(name, series, logarithmic=False) for name, series in ends])
        self._set_ranges(runs)

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest epoch and the runs' two accuracies there."""
        found = [
            (name, int(np.abs(epochs - x).argmin()), epochs, train, test)
            for name, epochs, train, test in self._drawn
            if len(epochs)
        ]
        if not found:
            return None
        parts = [
            self.tr("{name} training {train:.2f} % · test {test:.2f} %")
            .format(name=name, train=train[at], test=test[at])
            .strip()
            for name, at, _, train, test in found
        ]
        _, at, epochs, _, _ = found[-1]
        epoch = float(epochs[at])
        return epoch, self.tr("epoch {epoch:.0f}").format(epoch=epoch) + f" · {' · '.join(parts)}"

    def _new_lines(self) -> tuple[Any, Any]:
        train, test = (self._plot.plot(symbol="o", symbolSize=size) for size in (4, 5))
        return train, test

    def _set_ranges(self, runs: Sequence[RunCurve]) -> None:
        """Set both axes so that they seldom move while a run goes on."""
        tested = [run.history for run in runs if len(run.history.accuracies()[0])]
        last = max((history.epochs for history in tested), default=2)
        reached = max(
            (float(epochs[-1]) for _, epochs, _, _ in self._drawn if len(epochs)), default=1
        )
        # All epochs, where they are few; of many, at least twice as far as the run has come.
        shown = last if last <= 20 else min(last, 2 ** math.ceil(math.log2(max(20, 1.2 * reached))))
        # From 1 to 1 there would be no range.
        self._plot.setXRange(1, max(2, shown))
        values = [series for _, _, train, test in self._drawn for series in (train, test)]
        lowest = min((float(series.min()) for series in values if len(series)), default=100.0)
        floor = next(floor for floor in _FLOORS_PERCENT if lowest >= floor)
        self._plot.setYRange(floor, 100)

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for place, (train, test) in enumerate(self._lines):
            for curve, colour in ((train, chosen.muted), (test, chosen.accent)):
                curve.setPen(pg.mkPen(colour, width=2, style=self._dash(place)))
                curve.setSymbolPen(None)
                curve.setSymbolBrush(pg.mkBrush(colour))
        self._names.paint_in(chosen.muted)
        super()._repaint_colours()


def infinite_at(cause: Divergence | Failure | None) -> int | None:
    """Return the step at which a run's loss was no number any more, by why the run ended."""
    return cause.step if isinstance(cause, Divergence) else None


def _spans_magnitudes(drawn: Sequence[tuple[Series, Series]]) -> bool:
    losses = np.concatenate([losses for _, losses in drawn]) if drawn else np.empty(0)
    return bool(len(losses) and 0 < losses.min() < losses.max() / _MAGNITUDES)


def _percents(history: History) -> tuple[Series, Series, Series]:
    epochs, train, test = history.accuracies()
    return epochs, 100 * train, 100 * test


def _nearest(steps: Series, losses: Series, x: float) -> tuple[float, float]:
    at = int(np.abs(steps - x).argmin())
    return float(steps[at]), float(losses[at])


def _end(name: str, series: tuple[Series, Series], *, logarithmic: bool) -> End:
    if not len(series[0]):
        return "", 0.0, 0.0
    x, y = (float(values[-1]) for values in series)
    return name, x, math.log10(y) if logarithmic and y > 0 else y
