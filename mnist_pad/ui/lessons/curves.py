"""What a lesson measured, value by value, until infinity and beyond."""

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.plot import Plot, PlotPanel
from mnist_pad.ui.theme import Colours, colours
from mnist_pad.workspace.lesson import LessonState, Told

_MAGNITUDES: Final = 1e3
"""Values further apart than this factor are drawn on a logarithmic axis."""

_FEW_POINTS: Final = 16
_MOST_LAYERS: Final = 4
_DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)

_Series = NDArray[np.float64]


class _Curves(PlotPanel):
    """Some lines, each of which ends where its values are no finite numbers any more."""

    def __init__(self, name: str, title: str, *, lines: int, y_label: str) -> None:
        self._series: list[tuple[_Series, _Series]] = []
        plot = Plot(name, x_label=translate("LessonCurves", "step"), y_label=y_label)
        self._lines = [plot.plot(connect="finite") for _ in range(lines)]
        self._end = pg.InfiniteLine(angle=90, movable=False)
        self._end.hide()
        super().__init__(plot, title)
        plot.addItem(self._end, ignoreBounds=True)

    def pens(self, chosen: Colours) -> list[Any]:
        """Return the lines' pens."""
        raise NotImplementedError

    def draw_series(self, series: list[tuple[_Series, _Series]], end: float | None) -> None:
        """Draw as many lines as there are series; at the step `end` a number was none any more."""
        self._series = series
        values = np.concatenate([np.empty(0), *(y for _, y in series)])
        finite = values[np.isfinite(values) & (values > 0)]
        spread = len(finite) > 0 and float(finite.max()) > _MAGNITUDES * float(finite.min())
        self.plot.setLogMode(y=spread or end is not None)
        self.plot.show_values(len(finite) > 0)
        empty = np.empty(0)
        for place, line in enumerate(self._lines):
            x, y = series[place] if place < len(series) else (empty, empty)
            line.setSymbol("o" if len(x) <= _FEW_POINTS else None)
            line.setData(x, np.where(np.isfinite(y), y, np.nan))
        self._end.setVisible(end is not None)
        if end is not None:
            self._end.setPos(end)
        self._clear_reading()

    def value_at(self, x: float) -> tuple[float, str] | None:
        """Return the nearest step and the lines' values there."""
        shown = [(steps, values) for steps, values in self._series if len(steps)]
        if not shown:
            return None
        steps = shown[-1][0]
        step = float(steps[np.abs(steps - x).argmin()])
        said = " · ".join(
            f"{values[np.abs(places - step).argmin()]:.4g}" for places, values in shown
        )
        return step, self.tr("step {step:,.0f}").format(step=step) + f" · {said}"

    def _repaint_colours(self) -> None:
        chosen = colours(self)
        for line, pen in zip(self._lines, self.pens(chosen), strict=True):
            line.setPen(pen)
            line.setSymbolPen(pen)
            line.setSymbolBrush(pen.color())
            line.setSymbolSize(4)
        self._end.setPen(pg.mkPen(chosen.muted, style=Qt.PenStyle.DashLine))
        super()._repaint_colours()


class LossCurves(_Curves):
    """The loss of every step, as written and mended."""

    def __init__(self) -> None:
        super().__init__("lessonLossPlot", self.tr("Loss"), lines=2, y_label=self.tr("loss"))

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each line's name and colour."""
        return ((self.tr("before"), chosen.faint), (self.tr("after"), chosen.text))

    def pens(self, chosen: Colours) -> list[Any]:
        """Return the lines' pens."""
        return [pg.mkPen(chosen.faint, width=2), pg.mkPen(chosen.text, width=1.5)]

    def draw(self, state: LessonState) -> None:
        """Draw what both variants told so far."""
        series = [_losses(state.told.get(variant)) for variant in ("broken", "fixed")]
        self.draw_series(series, first_beyond(series[0][1]))


class LayersCurves(_Curves):
    """The largest weight of each layer, of the variant that ran last."""

    def __init__(self) -> None:
        super().__init__(
            "lessonLayersPlot",
            self.tr("max |w|"),
            lines=_MOST_LAYERS,
            y_label=self.tr("magnitude"),
        )

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
        """Return each line's name and colour."""
        return tuple(
            # The first says what the others' numbers are: there is little room.
            (
                str(place + 1) if place else self.tr("layer {layer}").format(layer=1),
                _shade(chosen, place),
            )
            for place in range(len(self._series))
        )

    def pens(self, chosen: Colours) -> list[Any]:
        """Return the lines' pens."""
        return [
            pg.mkPen(_shade(chosen, place), width=1.5, style=_DASHES[place])
            for place in range(_MOST_LAYERS)
        ]

    def draw(self, state: LessonState) -> None:
        """Draw what was measured so far."""
        told = None if state.last is None else state.told[state.last]
        if told is None or not told.measured:
            self.draw_series([], None)
            return
        steps = np.array([measured.step for measured in told.measured], np.float64)
        largest = np.stack([measured.largest for measured in told.measured])  # (n, layers)
        place = first_beyond(largest.sum(axis=1))
        end = None if place is None else float(steps[place - 1])
        self.draw_series([(steps, layer) for layer in largest.T], end)


def first_beyond(values: _Series) -> int | None:
    """Return which value, counted from 1, is the first that is no finite number."""
    beyond = np.flatnonzero(~np.isfinite(values))
    return int(beyond[0]) + 1 if len(beyond) else None


def _losses(told: Told | None) -> tuple[_Series, _Series]:
    losses = np.array(() if told is None else told.losses, np.float64)
    return np.arange(1.0, len(losses) + 1), losses


def _shade(chosen: Colours, place: int) -> str:
    return (chosen.text, chosen.muted, chosen.text, chosen.muted)[place]
