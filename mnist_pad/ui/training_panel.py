"""The training column: recipe, settings, Train, Pause, Stop, the plots and the progress."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.ui.naming import named
from mnist_pad.ui.seen_strip import SeenStrip
from mnist_pad.ui.settings_form import SettingsForm
from mnist_pad.ui.theme import GRID_PX

ROOM_FOR_BOTH_PX: Final = 640


class TrainingPanel(QWidget):
    """What the user sets and presses.

    Signals: `train_requested(TrainingConfig)`, `pause_requested()`, `resume_requested()`,
    `stop_requested()`, `refused(str)`: a setting cannot be used, in one sentence;
    `approached()`: the pointer has come near Train.
    """

    train_requested = Signal(object)
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    refused = Signal(str)
    approached = Signal()

    def __init__(self, recipes: Mapping[str, TrainingConfig]) -> None:
        super().__init__()
        self._recipes = recipes
        self._paused = False
        self._recipe = named(QComboBox(), "recipeCombo", "Recipe")
        self._recipe.addItems(list(recipes))
        self._train = _button("Train", "trainButton", "Train the network (Ctrl+T)")
        self._train.setProperty("role", "primary")
        self._pause = _button("Pause", "pauseButton", "Pause or resume the run (Ctrl+P)")
        self._stop = _button("Stop", "stopButton", "Stop and keep what was learnt (Ctrl+T)")
        # Resume is the longer word: the row must not shift when Pause becomes it.
        self._pause.setMinimumWidth(self._pause.fontMetrics().horizontalAdvance("Resume") + 20)
        self._settings = SettingsForm()
        self._settings.hide()
        self._progress = named(QProgressBar(), "trainingProgress", "Training progress")
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(GRID_PX)
        self._status = named(QLabel(), "trainingStatus", "Training status")
        self._status.setWordWrap(True)
        self._status.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Room for two lines, always: the plots must not jump when the words grow.
        self._status.setMinimumHeight(self._status.fontMetrics().lineSpacing() * 2)
        self.seen = SeenStrip()
        self._plots_area = QWidget()
        self.plots = QVBoxLayout(self._plots_area)
        self.plots.setContentsMargins(0, 0, 0, 0)
        self.plots.setSpacing(GRID_PX)
        self._lay_out()

        self._recipe.currentTextChanged.connect(self._show_recipe)
        self._train.clicked.connect(self._ask_to_train)
        self._pause.clicked.connect(self._ask_to_pause_or_resume)
        self._stop.clicked.connect(self.stop_requested)
        self._show_recipe(self._recipe.currentText())
        self.show_idle()

    def config(self) -> TrainingConfig:
        """Return the chosen recipe with the settings as they stand; raises ConfigError."""
        return self._settings.config(self._recipes[self._recipe.currentText()])

    def show_idle(self) -> None:
        """Offer Train; settings can be changed."""
        self._set_running(False)

    def show_running(self) -> None:
        """Offer Pause and Stop; the settings of a run are fixed."""
        self._set_running(True)

    def show_paused(self, paused: bool) -> None:
        """Turn Pause into Resume, or back."""
        self._paused = paused
        self._pause.setText("Resume" if paused else "Pause")

    def show_progress(self, done: int, total: int) -> None:
        """Show `done` of `total` steps; a total of 0 shows that something is going on."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_status(self, text: str) -> None:
        """Say in words what training is doing."""
        self._status.setText(text)

    def toggle(self) -> None:
        """Train, or stop the run that goes on."""
        (self._stop if self._stop.isEnabled() else self._train).click()

    def toggle_pause(self) -> None:
        """Pause the run, or let it go on."""
        self._pause.click()

    def _set_running(self, running: bool) -> None:
        self.show_paused(False)
        before, after = (self._train, self._stop) if running else (self._stop, self._train)
        # A button that is disabled would pass the keyboard's focus on to whatever comes next.
        focused = before.hasFocus()
        self._train.setEnabled(not running)
        self._pause.setEnabled(running)
        self._stop.setEnabled(running)
        if focused:
            after.setFocus()
        self._recipe.setEnabled(not running)
        self._settings.setEnabled(not running)

    def _ask_to_train(self) -> None:
        try:
            config = self.config()
        except ConfigError as error:
            self.refused.emit(str(error))
            return
        self.train_requested.emit(config)

    def _ask_to_pause_or_resume(self) -> None:
        (self.resume_requested if self._paused else self.pause_requested).emit()

    def _show_recipe(self, name: str) -> None:
        self._settings.show_config(self._recipes[name])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        name = QLabel("&Recipe")
        name.setBuddy(self._recipe)
        self._recipe.setMinimumWidth(GRID_PX * 12)
        row.addWidget(name)
        row.addWidget(self._recipe, 1)
        for button in (self._train, self._pause, self._stop):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(row)
        layout.addWidget(self._settings_toggle(), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._settings)
        layout.addWidget(self._plots_area, 1)
        layout.addStretch(0)
        layout.addWidget(self.seen)
        layout.addWidget(self._progress)
        layout.addWidget(self._status)

    def _settings_toggle(self) -> QToolButton:
        toggle = named(QToolButton(), "settingsToggle", "Show or hide the settings")
        toggle.setText("Settings")
        toggle.setProperty("role", "plain")
        toggle.setCheckable(True)
        toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toggle.setArrowType(Qt.ArrowType.RightArrow)

        def unfold(opened: bool) -> None:
            toggle.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
            self._settings.setVisible(opened)
            self._make_room()

        toggle.toggled.connect(unfold)
        return toggle

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is here."""
        self.approached.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the settings the plots' place where there is not room for both."""
        self._make_room()

    def _make_room(self) -> None:
        crowded = self._settings.isVisibleTo(self) and self.height() < ROOM_FOR_BOTH_PX
        self._plots_area.setVisible(not crowded)


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = named(QPushButton(text), name, text)
    button.setToolTip(tip)
    return button
