"""A still plot under a heading, in the window's colours."""

import html
import math
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, Colours, colours, small_px, text_px

_MOST_TICKS: Final = 6


class FewTicksAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of one level of ticks: each is a line to paint, and Qt takes its time over lines."""

    least_spacing = 0.0

    def updateAutoSIPrefix(self) -> None:
        """Leave the label as it is, with each range anew.

        Prefixes such as "x0.001" are for physical units; losses are plain numbers.
        """

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Return the least of the spacings 1, 2, 5, 10, ... that makes no more than a few ticks."""
        # Over one another, figures take one and a half times their height; side by side, five.
        room = text_px() * (1.5 if self.orientation in ("left", "right") else 5)
        # Without data, or with one value alone, an axis has no range to divide.
        rough = (high - low) / max(1, min(_MOST_TICKS, int(size / room)))
        if not 0 < rough < math.inf:
            return []
        power = 10.0 ** math.floor(math.log10(rough))
        spacing = next(power * step for step in (1, 2, 5, 10) if power * step >= rough)
        # pyqtgraph takes pairs: a spacing, and the offset of its first tick.
        return [(max(spacing, self.least_spacing), 0.0)]


class WholeNumbersAxis(FewTicksAxis):
    """An axis of steps or epochs: no ticks between whole numbers."""

    least_spacing = 1.0


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A still pyqtgraph plot: no zoom by accident, no menus; the pointer reads a value."""

    def __init__(self, name: str, *, x_label: str, y_label: str, whole: bool = True) -> None:
        """Take what the axes show; `whole` tells that along the lower one all are whole numbers."""
        bottom = WholeNumbersAxis("bottom") if whole else FewTicksAxis("bottom")
        axes = {"bottom": bottom, "left": FewTicksAxis("left")}
        # Disabled later, menus would have been made first, which takes longer than all the rest.
        super().__init__(axisItems=axes, enableMenu=False)
        named(self, name, translate("Plot", "{y} by {x}").format(y=y_label, x=x_label))
        self.setMinimumSize(GRID_PX * 20, GRID_PX * 12)
        self.setFrameShape(self.Shape.NoFrame)
        item = self.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.hideButtons()
        item.setLabel("bottom", x_label)
        item.setLabel("left", y_label)
        item.showGrid(y=True, alpha=0.12)
        self.show_values(False)
        # A fixed width keeps the two plots' axes in one line, whatever their figures.
        item.getAxis("left").setWidth(GRID_PX * 8)
        self.pointer = pg.InfiniteLine(angle=90, movable=False)
        self.pointer.hide()
        # Where the pointer is must not stretch the range, which follows the data.
        item.addItem(self.pointer, ignoreBounds=True)

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed: a plot takes what the others leave."""
        return QSize(self.minimumSize())

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
            font.setPixelSize(small_px())
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
        # What the pointer reads may be longer than the plot is wide.
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._heading)
        layout.addWidget(plot, 1)
        plot.scene().sigMouseMoved.connect(self._read_at)
        # The scene tells where the pointer moves, and nothing when it leaves.
        plot.viewport().installEventFilter(self)
        self._repaint_colours()

    def names_and_colours(self, chosen: Colours) -> tuple[tuple[str, str], ...]:
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
                for name, colour in self.names_and_colours(colours(self))
            )
        )

    def _head(self, text: str) -> None:
        # A style sheet does not reach into rich text: its colours and sizes have to be written in.
        muted = colours(self).muted
        self._heading.setText(
            f'{self._title} &nbsp; <span style="color:{muted};'
            f'font-size:{small_px()}px">{text}</span>'
        )

    def _read_at(self, position: QPointF) -> None:
        box = self.plot.getPlotItem().getViewBox()
        reading = None
        # Over the axes, too, the scene tells of moves, but there is nothing to read.
        if box.sceneBoundingRect().contains(position):
            reading = self.value_at(box.mapSceneToView(position).x())
        if reading is None:
            self._clear_reading()
            return
        x, text = reading
        self.plot.pointer.setPos(x)
        self.plot.pointer.show()
        # A run's name may look like markup.
        self._head(html.escape(text, quote=False))
