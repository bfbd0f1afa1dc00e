"""The section "While it learns": what can be watched of a run beyond its loss and accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.ui.training.first_layer import FirstLayer
from mnist_pad.ui.training.fold import fold_button, show_folded
from mnist_pad.ui.training.plots import REPAINT_INTERVAL_MS
from mnist_pad.workspace.workspace import Workspace

if TYPE_CHECKING:
    # Importing pyqtgraph takes longer than the window can wait.
    from mnist_pad.ui.training.learning_plots import AnswersPlot, LayersPlot


class WhileLearning(QWidget):
    """A button that unfolds the section; folded at first, and remembered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._preferences = workspace.preferences
        tip = translate(
            "WhileLearning",
            "Watch this drawing's answer, the first layer's weights, and each layer's figures form",
        )
        title = translate("WhileLearning", "While it learns")
        self._toggle = fold_button("whileLearningToggle", title, tip)
        self._toggle.toggled.connect(self._choose)
        self._contents = _Contents(workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._toggle)
        layout.addWidget(self._contents)
        self._preferences.preferences_changed.connect(self._show)
        self._show()

    def _choose(self, opened: bool) -> None:
        self._preferences.choose(learning_open=opened)

    def _show(self) -> None:
        opened = self._preferences.current.learning_open
        show_folded(self._toggle, opened=opened)
        self._contents.setVisible(opened)


class _Contents(Late):
    """Plots and pictures; nothing is drawn of what nobody sees."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._run = workspace.run
        self._answers = workspace.answers
        self._snapshots = workspace.snapshots
        self._answers_plot: AnswersPlot | None = None
        self._layer_plots: Sequence[LayersPlot] = ()
        self._first_layer = FirstLayer(name="firstLayer")
        named(self, "whileLearning", translate("WhileLearning", "While it learns"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        heading = QLabel(translate("WhileLearning", "First layer, unit by unit"))
        layout.addWidget(heading)
        layout.addWidget(self._first_layer)
        # As the plots above: what they cost must not grow with a run's speed.
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(REPAINT_INTERVAL_MS)
        self._repaint.timeout.connect(self._draw)
        for changed in (
            self._run.run_started,
            self._run.run_progressed,
            self._run.run_ended,
            self._answers.answers_changed,
            self._snapshots.seen_changed,
        ):
            changed.connect(self._draw_soon)

    def fill(self) -> None:
        """Make the plots."""
        from mnist_pad.ui.training.learning_plots import AnswersPlot, layer_plots

        self._answers_plot, self._layer_plots = AnswersPlot(), layer_plots()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self._answers_plot)
        for plot in self._layer_plots:
            layout.addWidget(plot)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while nobody looked."""
        super().showEvent(event)
        self._draw_soon()

    def _draw_soon(self, *_: object) -> None:
        if self.isVisible() and not self._repaint.isActive():
            self._repaint.start()

    def _draw(self) -> None:
        self._first_layer.show_weights(self._snapshots.seen)
        run = self._run.current
        if self._answers_plot is None or run is None:
            return
        self._answers_plot.draw(*self._answers.series)
        history = run.history
        gradients, weights, dead = self._layer_plots
        gradients.draw(history.gradient_norms)
        weights.draw(history.weight_norms)
        dead.draw(history.dead_shares)
        # No other activation has units that answer nothing.
        config = run.config
        dead.setVisible(config is None or config.activation == "relu")
