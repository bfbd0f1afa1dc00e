"""The training page: recipe, settings, Train, Pause, Stop, the plots and the progress."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.wording import translate
from mnist_pad.training.events import RunEnded
from mnist_pad.training.recipes import is_changed
from mnist_pad.training.what_if import what_if_of
from mnist_pad.ui.kit.command import Commands, push_button, tool_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.scroll_area import scrolling
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX, text_px
from mnist_pad.ui.training import words
from mnist_pad.ui.training.commands import commands
from mnist_pad.ui.training.fold import fold_button, show_folded
from mnist_pad.ui.training.pace_row import PaceRow
from mnist_pad.ui.training.plots import Plots
from mnist_pad.ui.training.recipe_combo import RecipeCombo
from mnist_pad.ui.training.scrubber import Scrubber
from mnist_pad.ui.training.seen_strip import SeenStrip
from mnist_pad.ui.training.settings_form import LateSettings
from mnist_pad.ui.training.weight_changes import WeightChanges
from mnist_pad.ui.training.what_if import look_at, what_if_button
from mnist_pad.ui.training.while_learning import WhileLearning
from mnist_pad.workspace.workspace import Workspace

ROOM_FOR_ALL_LINES: Final = 43
WIDE_PX: Final = 384
PLOTS_PX: Final = GRID_PX * 40


class TrainingPanel(QWidget):
    """What the user sets and presses, and how the run goes."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._run = workspace.run
        self._recipe = RecipeCombo()
        self._train = push_button(commands["train"], "trainButton")
        self._train.setProperty("role", "primary")
        self._pause = push_button(commands["pause"], "pauseButton")
        # Resume is the longer word: the row must not shift when Pause becomes it.
        self._pause.setMinimumWidth(
            self._pause.fontMetrics().horizontalAdvance(self.tr("Resume")) + 20
        )
        self._stop = push_button(commands["stop"], "stopButton")
        self._reset = tool_button(
            commands["resetSettings"], "resetSettingsButton", label=self.tr("Changed: reset")
        )
        self._reset.setProperty("role", "plain")
        self._recipe_lesson = tool_button(commands["seeRecipeLesson"], "recipeLessonButton")
        self._recipe_lesson.setProperty("role", "plain")
        self._slower = push_button(commands["goOnSlower"], "goOnSlowerButton")
        self._lesson = push_button(commands["seeLesson"], "seeLessonButton")
        self._what_if = what_if_button(commands)
        self._pace = PaceRow(self._run, commands)
        self._settings = LateSettings(workspace.recipe)
        self._card = named(QLabel(), "recipeCard", self.tr("What the recipe is for"))
        self._card.setWordWrap(True)
        self._card.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._plots = Plots(self._run, workspace.runs)
        self._shows_plots: bool | None = None
        self._explains = False
        self._while_learning = WhileLearning(workspace)
        self._seen = SeenStrip()
        self._scrubber = Scrubber(workspace, commands)
        self._changes = WeightChanges()
        self._progress = named(QProgressBar(), "trainingProgress", self.tr("Training progress"))
        self._progress.setToolTip(self.tr("How much of the run is done"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(GRID_PX)
        self._status = named(QLabel(), "trainingStatus", self.tr("Training status"))
        self._status.setWordWrap(True)
        self._status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._make_room_for_status()
        self._lay_out()
        self._connect()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Load TensorFlow for whoever comes near Train."""
        self._workspace.get_ready()

    def _connect(self) -> None:
        # Not currentTextChanged: filling the box from a session would take the recipe as it stands,
        # and with that undo every setting that the user had changed.
        self._recipe.textActivated.connect(self._workspace.recipe.choose_recipe)
        self._workspace.recipe.recipe_changed.connect(self._show_recipe)
        self._workspace.preferences.preferences_changed.connect(self._show_settings)
        self._run.run_started.connect(self._start)
        self._run.run_progressed.connect(self._show_progress)
        self._run.run_ended.connect(self._end)
        self._workspace.snapshots.seen_changed.connect(self._show_seen)
        self._show_recipe()
        self._show_settings()
        self._show_progress()

    def _start(self) -> None:
        self._set_running(True)
        self._pass_focus(self._stop)
        self._show_progress()

    def _end(self, _: RunEnded) -> None:
        self._set_running(False)
        self._pass_focus(self._train)

    def _pass_focus(self, button: QWidget) -> None:
        # A button that was disabled left the keyboard's focus with this panel.
        if self.hasFocus():
            button.setFocus()

    def _set_running(self, running: bool) -> None:
        self._recipe.setEnabled(not running)
        self._what_if.setEnabled(not running)
        self._settings.setEnabled(not running)

    def _show_recipe(self) -> None:
        config = self._workspace.recipe.config
        self._recipe.setCurrentText(config.recipe)
        self._show_card()
        self._reset.setVisible(is_changed(config))
        self._recipe_lesson.setVisible(self._recipe_lesson.isEnabled())

    def _show_card(self) -> None:
        run = self._run.current
        learns = self._run.is_running and run is not None and run.kind == "adaptation"
        config = self._workspace.recipe.config
        shown = what_if_of(config)
        told = words.card(config.recipe) if shown is None else look_at(shown)
        self._card.setText(words.learning_card() if learns else told)
        self._make_room_for_plots()

    def _show_settings(self) -> None:
        opened = self._workspace.preferences.current.settings_open
        show_folded(self._toggle, opened=opened)
        if opened:
            # Whoever opens them waits for them.
            self._settings.build()
        self._settings.setVisible(opened)
        # What is unfolded under the plots must not press them together: the page scrolls.
        unfolded = self._workspace.preferences.current.learning_open
        self._plots.setMinimumHeight(PLOTS_PX if unfolded else 0)

    def _show_progress(self) -> None:
        run = self._run.current
        trains = run is not None and run.kind == "training"
        self._show_card()
        self._show_ways_on()
        if trains != self._shows_plots:
            self._shows_plots = trains
            self._plots.setVisible(trains)
            self._while_learning.setVisible(trains)
            self._card.setProperty("role", "small" if trains else "card")
            # A style sheet heeds a changed property only when it is applied anew.
            self._card.style().polish(self._card)
            # Not by the style sheet, whose padding would stay when the role changes.
            self._card.setMargin(0 if trains else GRID_PX * 3 // 2)
            self._make_room_for_plots()
        self._changes.show_changed(None if run is None else run.changed)
        if run is None:
            self._progress.setRange(0, 1)
            self._status.setText(self.tr("Press Train and watch this network learn."))
            return
        built_in = self._workspace.weights.built_in.weights.meta.test_accuracy
        self._status.setText(words.progress(run, built_in=built_in))
        # Of a total that nobody knows yet, Qt shows that something is going on.
        # A run that ended before its total was known must not seem to go on, though.
        ended = run.phase == "ended"
        self._progress.setRange(0, max(run.total, 1) if ended else run.total)
        self._progress.setValue(run.done)
        self._show_seen()

    def _show_seen(self) -> None:
        run = self._run.current
        # Why it diverged takes lines, and what it learnt from helps nobody by then. Where a step
        # before the end is looked at, its weights are shown in this place.
        hides = self._explains or not self._workspace.snapshots.is_at_end
        if hides:
            self._seen.hide()
        elif run is not None and run.images is not None:
            self._seen.show_images(run.images)

    def _show_ways_on(self) -> None:
        # There only where they help: a button that nobody may press would tell of a defect.
        for button in (self._slower, self._lesson):
            button.setVisible(button.isEnabled())
        run = self._run.current
        told = None if run is None else run.ended
        self._explains = told is not None and told.outcome == "diverged"
        self._make_room_for_status()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        self._name = QLabel(self.tr("&Recipe"))
        self._name.setBuddy(self._recipe)
        self._recipe.setMinimumWidth(GRID_PX * 10)
        row.addWidget(self._name)
        row.addWidget(self._recipe, 1)
        for button in (self._train, self._pause, self._stop):
            row.addWidget(button)
        self._toggle = self._settings_toggle()
        second = QHBoxLayout()
        second.addWidget(self._toggle)
        second.addWidget(self._what_if)
        second.addWidget(self._reset)
        second.addStretch(1)
        second.addWidget(self._recipe_lesson)
        ways_on = QHBoxLayout()
        for button in (self._slower, self._lesson):
            ways_on.addWidget(button)
        ways_on.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(row)
        layout.addLayout(second)
        layout.addWidget(self._pace)
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(self._seen)
        layout.addWidget(self._changes)
        layout.addWidget(self._scrubber)
        layout.addWidget(self._progress)
        layout.addWidget(self._status)
        layout.addLayout(ways_on)

    def _scrolled(self) -> QScrollArea:
        """Return card, settings and plots; where the page is too small for all, one scrolls."""
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._settings)
        layout.addWidget(self._card)
        layout.addWidget(self._plots, 1)
        layout.addWidget(self._while_learning)
        # Where the plots are hidden, this keeps the card at the top.
        layout.addStretch(0)
        return scrolling(body)

    def _settings_toggle(self) -> QToolButton:
        tip = self.tr("Show or hide the settings")
        toggle = fold_button("settingsToggle", self.tr("Settings"), tip)
        preferences = self._workspace.preferences
        toggle.toggled.connect(lambda opened: preferences.choose(settings_open=opened))
        return toggle

    def changeEvent(self, event: QEvent) -> None:
        """Give the words their lines in a font of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room_for_status()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a small page has no room for."""
        self._make_room_for_plots()

    def _make_room_for_plots(self) -> None:
        # In a small window, what is told of a recipe gives way to its run, never the other way; but
        # what to look at in that run stays.
        self._card.setVisible(
            not self._shows_plots
            or self.height() >= ROOM_FOR_ALL_LINES * text_px()
            or what_if_of(self._workspace.recipe.config) is not None
        )
        self._name.setVisible(self.width() >= WIDE_PX)

    def _make_room_for_status(self) -> None:
        # Always room for as many lines: the plots must not jump when the words grow.
        lines = 6 if self._explains else 4
        self._status.setFixedHeight(self._status.fontMetrics().lineSpacing() * lines)


def _help() -> str:
    return translate(
        "TrainingPanel",
        "Choose a recipe, change its settings if you like, and press Train: the network learns "
        "while its loss and accuracy are drawn, and the pad is read anew with what it has learnt. "
        "Stop keeps that. After a run that diverged, buttons offer what helps. “While it learns” "
        "shows more of the run; after it, a slider goes back to any of its steps.",
    )


PANEL: Final = Panel(
    "trainPage",
    "page",
    TrainingPanel,
    commands,
    lambda: translate("TrainingPanel", "Train"),
    help=_help,
)
