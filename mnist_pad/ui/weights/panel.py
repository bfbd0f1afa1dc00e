"""The weights in use, with the menu to choose others; and those from before."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.engine.record import Origin
from mnist_pad.ink.scaling import SCALINGS, Scaling
from mnist_pad.ui.kit.command import FILE, TRAIN, Command, Commands, exclusive, tool_button
from mnist_pad.ui.kit.dialogs import ask_to_open, ask_to_save
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.run_names import full_title
from mnist_pad.ui.kit.weights_names import describe
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.weights import BUILT_IN, WeightsInUse
from mnist_pad.workspace.workspace import Workspace

_RUNS: Final = 12
"""So many runs are in the menu; the runs' own page has all."""


class WeightsFoot(QWidget):
    """Says which weights read the pad, and offers others."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._commands = commands
        self._button = named(QToolButton(), "weightsMenuButton", self.tr("Weights in use"))
        self._button.setToolTip(self.tr("Choose the weights that the pad is read with"))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = named(QMenu(self._button), "weightsMenu", self.tr("Weights"))
        self._choices = QActionGroup(self._menu)
        # Clearing a menu leaves the menus within it: this one is put in again each time.
        self._pixels = QMenu(scaling_title(), self._menu)
        self._pixels.addActions([commands[f"{scaling}Scaling"] for scaling in SCALINGS])
        # Filled when it opens: runs and their names change often, and are seldom looked at here.
        self._menu.aboutToShow.connect(self._fill)
        self._button.setMenu(self._menu)
        self._back = tool_button(commands["previousWeights"], "previousWeightsButton")
        self._back.setProperty("role", "plain")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._button)
        layout.addWidget(self._back)
        for changed in (
            workspace.weights.weights_changed,
            workspace.reading.reading_changed,
            workspace.runs.runs_changed,
            workspace.run.run_ended,
        ):
            changed.connect(self._show)
        self._fill()
        self._show()

    def _show(self) -> None:
        weights = self._workspace.weights
        if self._workspace.reading.is_learning:
            text = self._learning_text()
        elif self._workspace.reading.is_broken:
            text = self.tr("Weights: broken, for now")
        else:
            told = describe(self._workspace, weights.current)
            text = self.tr("Weights: {weights}").format(weights=told)
        # The reading changes with every point that is drawn; this seldom.
        if text != self._button.text():
            self._button.setText(text)
            self._button.setAccessibleName(text)
        self._back.setVisible(weights.previous is not None)

    def _learning_text(self) -> str:
        snapshots = self._workspace.snapshots
        if self._workspace.run.is_running or snapshots.seen is None or snapshots.is_at_end:
            return self.tr("Weights: the network that is learning")
        words = self.tr("Weights: step {step:,} of the run, for now")
        return words.format(step=snapshots.seen.meta.step)

    def _fill(self) -> None:
        self._menu.clear()
        weights, runs = self._workspace.weights, self._workspace.runs
        self._add(weights.built_in, weights.use_built_in)
        kept = [record for record in runs.records if record.has_weights][:_RUNS]
        if kept:
            self._menu.addSection(self.tr("Runs"))
        for record in kept:
            use = partial(runs.use, record.id)
            self._add_action(full_title(record), Origin("run", record.id), use)
        if weights.files:
            self._menu.addSection(self.tr("Files"))
        for file in weights.files:
            use = partial(self._workspace.opening.open_weights, Path(file))
            self._add_action(Path(file).name, Origin("file", file), use)
        self._menu.addSeparator()
        self._menu.addMenu(self._pixels)
        self._pixels.setEnabled(any(choice.isEnabled() for choice in self._pixels.actions()))
        for command in ("loadWeights", "saveWeights", "previousWeights"):
            self._menu.addAction(self._commands[command])

    def _add(self, weights: WeightsInUse, use: Callable[[], object]) -> None:
        self._add_action(describe(self._workspace, weights), weights.origin, use)

    def _add_action(self, title: str, origin: Origin, use: Callable[[], object]) -> None:
        # In a menu's text, an ampersand marks the next letter; in a name it is one.
        action = QAction(title.replace("&", "&&"), self._menu)
        action.setCheckable(True)
        action.setChecked(origin == self._workspace.weights.current.origin)
        action.setEnabled(not self._workspace.run.is_running)
        action.triggered.connect(lambda _checked: use())
        self._choices.addAction(action)
        self._menu.addAction(action)


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return how weights are loaded, saved and gone back to."""
    weights, run, keys = workspace.weights, workspace.run, QKeySequence.StandardKey
    kinds = translate("WeightsFoot", "Weights (*.npz)")
    idle = (run.run_started, run.run_ended)

    def load() -> None:
        if path := ask_to_open(window, translate("WeightsFoot", "Load weights"), kinds):
            workspace.opening.open_weights(path)

    def save() -> None:
        suggested = f"{weights.current.weights.meta.recipe}.npz"
        title = translate("WeightsFoot", "Save weights")
        if path := ask_to_save(window, title, kinds, suggested=suggested):
            workspace.opening.save_weights(path)

    def back() -> str:
        title = translate("WeightsFoot", "&Back to the previous weights")
        if weights.previous is None:
            return title
        name = describe(workspace, weights.previous)
        return translate("WeightsFoot", "&Back to {weights}").format(weights=name)

    return (
        Command(
            window,
            "loadWeights",
            FILE,
            translate("WeightsFoot", "&Load weights …"),
            load,
            keys=keys.Open,
            usable=lambda: not run.is_running,
            changes=idle,
            tip=translate("WeightsFoot", "Read with the weights in a file"),
        ),
        Command(
            window,
            "saveWeights",
            FILE,
            translate("WeightsFoot", "&Save weights …"),
            save,
            keys=keys.Save,
            tip=translate("WeightsFoot", "Write the weights in use to a file"),
        ),
        Command(
            window,
            "builtInWeights",
            TRAIN,
            translate("WeightsFoot", "The b&uilt-in weights"),
            weights.use_built_in,
            usable=lambda: weights.current.origin != BUILT_IN and not run.is_running,
            changes=(weights.weights_changed, *idle),
            tip=translate("WeightsFoot", "Read with the weights that came with the program"),
        ),
        Command(
            window,
            "previousWeights",
            TRAIN,
            back,
            weights.go_back,
            keys="Ctrl+B",
            # In a run, the network that is learning reads; what it ends with would come on top.
            usable=lambda: weights.previous is not None and not run.is_running,
            changes=(weights.weights_changed, workspace.runs.runs_changed, *idle),
            tip=translate("WeightsFoot", "Read with the weights from before; again, with these"),
        ),
        *_scalings(workspace, window),
    )


def scaling_title() -> str:
    """Return what the menu is called where the scaling of pixels is chosen."""
    return translate("WeightsFoot", "P&ixel scaling")


def _scalings(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    made = [_scaling(workspace, window, scaling) for scaling in SCALINGS]
    return exclusive(window, made)


def _scaling(workspace: Workspace, window: QWidget, scaling: Scaling) -> Command:
    weights, run = workspace.weights, workspace.run
    titles = {
        "centred": translate("WeightsFoot", "&Centred, −0.5 to 0.5"),
        "unit": translate("WeightsFoot", "&Unit, 0 to 1"),
        "raw": translate("WeightsFoot", "&Raw, 0 to 255"),
    }
    return Command(
        window,
        f"{scaling}Scaling",
        TRAIN,
        titles[scaling],
        partial(workspace.opening.choose_scaling, scaling),
        # Of what this program trained, it is known.
        usable=lambda: weights.current.origin.kind == "file" and not run.is_running,
        checked=lambda: weights.current.weights.meta.scaling == scaling,
        changes=(weights.weights_changed, run.run_started, run.run_ended),
        submenu=scaling_title(),
        tip=translate("WeightsFoot", "How the weights of a file were given their pixels"),
    )


def _help() -> str:
    return translate(
        "WeightsFoot",
        "The weights that the pad is read with. The menu has the built-in ones, those of your "
        "runs and of files; beside it, one goes back to those from before.",
    )


PANEL: Final = Panel(
    "weights",
    "foot",
    WeightsFoot,
    commands,
    lambda: translate("WeightsFoot", "Weights"),
    help=_help,
)
