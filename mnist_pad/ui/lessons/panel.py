"""The lessons page: what one would write, what becomes of it, and the mending."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QFont
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QMessageBox,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.wording import translate
from mnist_pad.training.lessons.code import code
from mnist_pad.training.lessons.lesson import LESSONS, Variant
from mnist_pad.training.lessons.words import words
from mnist_pad.ui.kit.command import TRAIN, Command, Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.scroll_area import scrolling
from mnist_pad.ui.lessons.code_view import Across, CodeView
from mnist_pad.ui.lessons.outcome import outcome
from mnist_pad.ui.lessons.plots import LessonPlots
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

_LEAST_ROWS: Final = 3
_OUTCOME_LINES: Final = 6


class LessonsPanel(QWidget):
    """Shows one lesson and runs it."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._lesson = workspace.lesson
        self._list = named(QListWidget(), "lessonList", self.tr("Lessons"))
        self._list.setToolTip(self.tr("Choose a lesson; below is its code"))
        for number in LESSONS:
            self._list.addItem(f"{number}  {words(number).title}")
        self._writes, self._mends = QLabel(), QLabel()
        self._broken = CodeView("brokenCode", self.tr("What one would write"))
        self._fixed = CodeView("fixedCode", self.tr("The fix"))
        self._run = push_button(commands["runLesson"], "runLessonButton", label=self.tr("Run it"))
        self._run_fix = push_button(
            commands["runFix"], "runFixButton", label=self.tr("Run the fix")
        )
        self._outcome = named(QLabel(), "lessonOutcome", self.tr("What happened"))
        self._remember = named(QLabel(), "lessonRemember", self.tr("What to remember"))
        self._plots = LessonPlots(self._lesson)
        self._shown = 0
        self._lay_out()
        # Not currentRowChanged: the list follows the store as well.
        self._list.itemSelectionChanged.connect(self._choose)
        self._lesson.lesson_changed.connect(self._show)
        self._show()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Load TensorFlow for whoever comes near the lessons."""
        self._workspace.get_ready()

    def _choose(self) -> None:
        self._lesson.choose(self._list.currentRow() + 1)

    def _show(self) -> None:
        state = self._lesson.current
        if state.number != self._shown:
            self._shown = state.number
            self._open(state.number)
        self._outcome.setText(outcome(state))

    def _open(self, number: int) -> None:
        self._list.setCurrentRow(number - 1)
        said = words(number)
        self._writes.setText(said.writes)
        self._mends.setText(said.mends)
        self._remember.setText(said.remember)
        self._broken.show_code(code(number, "broken"))
        self._fixed.show_code(code(number, "fixed"))
        self._scroll.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self._list.setMinimumHeight(_LEAST_ROWS * self._row_px())
        self._list.setMaximumHeight(len(LESSONS) * self._row_px() + 2 * self._list.frameWidth())
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for label in (self._writes, self._mends, self._outcome, self._remember):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._remember.setFont(font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        # As high as all of it, at most: in a window of the usual size, nothing of it is cut.
        layout.addWidget(self._list, 5)
        layout.addWidget(self._scrolled(), 9)
        outcome = scrolling(self._outcome)
        # Room for so many lines, always: nothing below jumps when it fills.
        outcome.setFixedHeight(_OUTCOME_LINES * self.fontMetrics().lineSpacing())
        layout.addWidget(outcome)
        layout.addWidget(self._plots, 6)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for text, shown, button in (
            (self._writes, self._broken, self._run),
            (self._mends, self._fixed, self._run_fix),
        ):
            layout.addWidget(text)
            layout.addWidget(Across(shown))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._remember)
        layout.addStretch(1)
        self._scroll = scrolling(body)
        return self._scroll

    def _row_px(self) -> int:
        return max(self._list.sizeHintForRow(0), self.fontMetrics().lineSpacing())


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return what runs the lesson that is open."""
    lesson, run = workspace.lesson, workspace.run
    changes = (lesson.lesson_changed, lesson.lesson_ended, run.run_started, run.run_ended)

    def start(variant: Variant) -> None:
        if not run.is_running or _may_stop_run(window):
            workspace.run_lesson(variant)

    def command(name: str, text: str, variant: Variant, tip: str) -> Command:
        return Command(
            window,
            name,
            TRAIN,
            text,
            partial(start, variant),
            usable=lambda: not lesson.is_running,
            changes=changes,
            tip=tip,
        )

    return (
        command(
            "runLesson",
            translate("LessonsPanel", "Run the &lesson"),
            "broken",
            translate("LessonsPanel", "Run the code as it stands, for real"),
        ),
        command(
            "runFix",
            translate("LessonsPanel", "Run the lesson's &fix"),
            "fixed",
            translate("LessonsPanel", "Run the mended code, from the same start"),
        ),
    )


def _may_stop_run(window: QWidget) -> bool:
    """Ask whether a run that goes on may be stopped for a lesson."""
    answer = QMessageBox.question(
        window,
        translate("LessonsPanel", "Lesson"),
        translate(
            "LessonsPanel",
            "A run goes on. Stop it, keep what it learnt, and run the lesson?",
        ),
    )
    return answer == QMessageBox.StandardButton.Yes


def _help() -> str:
    return translate(
        "LessonsPanel",
        "The article's lessons. Run the code as one would write it and see how it fails; then run "
        "the fix, and compare. Nothing of it stays among your runs.",
    )


PANEL: Final = Panel(
    "lessonsPage",
    "page",
    LessonsPanel,
    commands,
    lambda: translate("LessonsPanel", "Lessons"),
    "Ctrl+Shift+L",
    help=_help,
)
