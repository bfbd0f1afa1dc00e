"""The evaluation page: what is read and with what, how well, and which images are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.ui.evaluation.choosing import Choosing
from mnist_pad.ui.evaluation.comparing import Comparing
from mnist_pad.ui.evaluation.exporting import Exporting
from mnist_pad.ui.evaluation.mistakes import Mistakes
from mnist_pad.ui.evaluation.section import Section, plain
from mnist_pad.ui.evaluation.words import subject, summary
from mnist_pad.ui.kit.command import Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.weights_names import short_name
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace

_REPAINT_MS: Final = 100
_PROGRESS_STEPS: Final = 1000
_MOST_NOTES: Final = 2
_MOST_TOLD: Final = 20


class EvaluationPanel(QWidget):
    """Choices and commands over the summary, and the sections as tabs, each built when opened."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        named(self, "evaluation", self.tr("Evaluate"))
        self._workspace = workspace
        self._evaluation = workspace.evaluation
        self._choosing = Choosing(workspace)
        self._evaluate = push_button(
            commands["evaluate"], "evaluateButton", label=self.tr("Evaluate")
        )
        self._evaluate.setProperty("role", "primary")
        self._stop = push_button(
            commands["stopEvaluation"], "stopEvaluationButton", label=self.tr("Stop")
        )
        self._export = Exporting(workspace, self, self._section)
        self._progress = named(
            QProgressBar(), "evaluationProgress", self.tr("How much of the evaluation is done")
        )
        self._summary = named(QLabel(), "evaluationSummary", self.tr("How well they are read"))
        self._subject = named(
            QLabel(), "evaluationSubject", self.tr("What was read, and by which weights")
        )
        self._notes = named(QLabel(), "evaluationNotes", self.tr("What was passed over"))
        self._empty = named(QLabel(), "evaluationEmpty", self.tr("Nothing was evaluated yet"))
        self._tabs = named(QTabWidget(), "evaluationTabs", self.tr("What was found"))
        self._body = QStackedWidget()
        self._builders: list[Callable[[], Section]] = []
        self._add_sections()
        self._dress()
        self._lay_out()
        # Figures come faster than anybody reads them.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REPAINT_MS)
        self._soon.timeout.connect(self._show)
        self._tabs.currentChanged.connect(self._open_section)
        self._evaluation.evaluation_changed.connect(self._show_soon)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found meanwhile."""
        super().showEvent(event)
        self._show()

    def _show_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        self._soon.stop()
        state = self._evaluation.current
        done = state.progress
        if self.hasFocus():
            # A button that was disabled left the keyboard's focus with the page.
            (self._evaluate if state.running is None else self._stop).setFocus()
        self._progress.setVisible(state.running is not None)
        part = 0.0 if done is None else done.done / max(1, done.total)
        self._progress.setValue(round(_PROGRESS_STEPS * part))
        self._notes.setText("\n".join(map(str, state.notes[:_MOST_NOTES])))
        self._notes.setToolTip("\n".join(map(str, state.notes[:_MOST_TOLD])))
        self._notes.setVisible(bool(state.notes))
        if state.shown is None:
            self._body.setCurrentWidget(self._empty)
            return
        self._body.setCurrentWidget(self._found)
        weights = short_name(self._workspace, state.shown.asked.first)
        self._summary.setText(summary(state.shown.findings.first))
        self._subject.setText(subject(state.shown, weights, stopped=state.stopped))
        self._open_section(self._tabs.currentIndex())

    def _add_sections(self) -> None:
        for title, tip, build in (
            (self.tr("Matrix"), self.tr("What is taken for what"), self._mistakes),
            (self.tr("Digits"), self.tr("Precision, recall, reliability"), self._digits),
            (self.tr("Changed"), self.tr("The same images turned, squeezed …"), self._changes),
            (self.tr("Compared"), self.tr("Two networks side by side"), self._comparing),
            (self.tr("Map"), self.tr("The images as the network sees them"), self._map),
        ):
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            self._builders.append(build)
            self._tabs.setTabToolTip(self._tabs.addTab(page, title), tip)

    def _open_section(self, index: int) -> None:
        page = self._tabs.widget(index)
        layout = None if page is None else page.layout()
        if layout is None or not self.isVisible() or self._evaluation.current.shown is None:
            return
        if not layout.count():
            layout.addWidget(self._builders[index]())
            # Another time: to make a plot, and to draw what it shows, each takes a moment.
            QTimer.singleShot(0, self, lambda: self._open_section(self._tabs.currentIndex()))
            return
        if (section := self._section()) is not None:
            section.refresh()

    def _section(self) -> Section | None:
        """Return the part that is in sight."""
        page = self._tabs.currentWidget()
        section = None if page is None else page.findChild(Section)
        return section if isinstance(section, Section) else None

    def _mistakes(self) -> Section:
        return Mistakes(self._evaluation)

    def _comparing(self) -> Section:
        return Comparing(self._workspace)

    # These import pyqtgraph, which takes longer than the window can wait at its start.
    def _digits(self) -> Section:
        from mnist_pad.ui.evaluation.digits import Digits

        return Digits(self._evaluation)

    def _changes(self) -> Section:
        from mnist_pad.ui.evaluation.changes import Changes

        return Changes(self._evaluation)

    def _map(self) -> Section:
        from mnist_pad.ui.evaluation.map import DigitsMap

        return DigitsMap(self._workspace)

    def _dress(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._summary.setFont(font)
        for label in (self._summary, self._subject, self._notes):
            plain(label)
        for label in (self._subject, self._notes, self._empty):
            label.setProperty("role", "small")
        self._empty.setText(
            self.tr(
                "Choose which images are read, and press Evaluate: here is then how well the "
                "weights in use read them, which they misread, and what they take them for."
            )
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._progress.setToolTip(self.tr("How much of the evaluation is done"))
        self._progress.setRange(0, _PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(GRID_PX)
        # It keeps its place, so that nothing jumps when an evaluation begins.
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.setToolTip(self.tr("What was found, part by part"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        buttons.addWidget(self._evaluate)
        buttons.addWidget(self._stop)
        buttons.addWidget(self._progress, 1)
        buttons.addWidget(self._export)
        self._found = QWidget()
        found = QVBoxLayout(self._found)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(GRID_PX // 2)
        found.addWidget(self._summary)
        found.addWidget(self._subject)
        found.addWidget(self._tabs, 1)
        self._body.addWidget(self._empty)
        self._body.addWidget(self._found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._choosing)
        layout.addLayout(buttons)
        layout.addWidget(self._notes)
        layout.addWidget(self._body, 1)
