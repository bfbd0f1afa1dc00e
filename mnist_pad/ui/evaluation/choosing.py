"""Which images are read, and with which weights beside those in use."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from mnist_pad.engine.record import Origin
from mnist_pad.ui.evaluation.words import choice_name
from mnist_pad.ui.kit.dialogs import ask_for_folder, ask_to_open
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.run_names import full_title
from mnist_pad.ui.kit.weights_names import describe
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.evaluation import Choice
from mnist_pad.workspace.weights import BUILT_IN
from mnist_pad.workspace.workspace import Workspace

_RUNS: Final = 12
"""So many runs are in the menu, as in that of the weights in use."""


class _Button(QToolButton):
    """Opens a menu; a name too long for it is cut, and whole in its tool tip."""

    def __init__(self, name: str, label: str, tip: str) -> None:
        super().__init__()
        self._label, self._tip = label, tip
        named(self, name, label)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "menu")
        self.setMenu(named(QMenu(self), f"{name}Menu", label))

    def show_choice(self, text: str) -> None:
        """Show what is chosen."""
        self.setText(text)
        self.setAccessibleName(f"{self._label}: {text}")
        self.setToolTip(f"{self._tip} ({text})")


class Choosing(QWidget):
    """Two buttons with menus: the set of images, and the second network."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._evaluation = workspace.evaluation
        self._set = _Button(
            "evaluationSetButton",
            self.tr("Images"),
            self.tr("Choose the images that are read"),
        )
        self._against = _Button(
            "evaluationAgainstButton",
            self.tr("Beside"),
            self.tr("Choose other weights, to be compared with those in use"),
        )
        self._fill_sets()
        # Filled when it opens: runs and their names change often.
        self._against.menu().aboutToShow.connect(self._fill_weights)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._set, 1)
        layout.addWidget(self._against, 1)
        self._evaluation.evaluation_changed.connect(self._show)
        workspace.runs.runs_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        state = self._evaluation.current
        self._set.show_choice(choice_name(state.choice))
        self._against.show_choice(
            self.tr("Compare with …")
            if state.against is None
            else self.tr("with {weights}").format(weights=describe(self._workspace, state.against))
        )
        for button in (self._set, self._against):
            button.setEnabled(state.running is None)

    def _fill_sets(self) -> None:
        menu = self._set.menu()
        for kind in ("mnist", "collection"):
            choice = Choice(kind)
            menu.addAction(choice_name(choice), partial(self._evaluation.choose, choice))
        menu.addSeparator()
        menu.addAction(self.tr("A &data set …"), self._ask_for_data)
        menu.addAction(self.tr("A folder of &IDX files …"), self._ask_for_idx)
        menu.addAction(self.tr("A file of dra&wings …"), self._ask_for_ink)
        menu.addAction(self.tr("A folder of &pictures …"), self._ask_for_pictures)

    def _ask_for_data(self) -> None:
        kinds = self.tr("Data sets (*.npz *.csv *.gz);;All files (*)")
        if path := ask_to_open(self, self.tr("Data set"), kinds):
            self._evaluation.choose(Choice("data", path))

    def _ask_for_idx(self) -> None:
        if path := ask_for_folder(self, self.tr("Folder of IDX files")):
            self._evaluation.choose(Choice("data", path))

    def _ask_for_ink(self) -> None:
        if path := ask_to_open(self, self.tr("Drawings"), self.tr("Drawings (*.jsonl)")):
            self._evaluation.choose(Choice("ink", path))

    def _ask_for_pictures(self) -> None:
        if path := ask_for_folder(self, self.tr("Folder of pictures")):
            self._evaluation.choose(Choice("pictures", path))

    def _fill_weights(self) -> None:
        menu, weights, runs = self._against.menu(), self._workspace.weights, self._workspace.runs
        menu.clear()
        group = QActionGroup(menu)
        choose = self._evaluation.compare_with
        self._add(group, self.tr("No other weights"), None)
        self._add(group, describe(self._workspace, weights.built_in), BUILT_IN)
        kept = [record for record in runs.records if record.has_weights][:_RUNS]
        if kept:
            menu.addSection(self.tr("Runs"))
        for record in kept:
            self._add(group, full_title(record), Origin("run", record.id))
        if weights.files:
            menu.addSection(self.tr("Files"))
        for file in weights.files:
            self._add(group, Path(file).name, Origin("file", file))
        menu.addSeparator()
        menu.addAction(self.tr("&From a file …"), partial(self._ask_for_weights, choose))

    def _add(self, group: QActionGroup, title: str, origin: Origin | None) -> None:
        against = self._evaluation.current.against
        # In a menu's text, an ampersand marks the next letter; in a name it is one.
        action = QAction(title.replace("&", "&&"), group)
        action.setCheckable(True)
        action.setChecked(origin == (None if against is None else against.origin))
        action.triggered.connect(lambda _checked: self._evaluation.compare_with(origin))
        self._against.menu().addAction(action)

    def _ask_for_weights(self, choose: Callable[[Origin], object]) -> None:
        kinds = self.tr("Weights (*.npz)")
        if path := ask_to_open(self, self.tr("Compare with weights"), kinds):
            choose(Origin("file", str(path.absolute())))
