"""The page "My drawings": what the user kept, how it is read, in which styles it is written."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from mnist_pad.base.phrases import Words
from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.command import EDIT, FILE, Command, Commands, push_button
from mnist_pad.ui.kit.dialogs import ask_to_save
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.while_there import while_there
from mnist_pad.ui.my_drawings.report import Report
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.sample_reading import SampleReading, damage, styles
from mnist_pad.workspace.workspace import Workspace


class MyDrawings(QWidget):
    """Shows the collection as the network that reads the pad reads it too."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        named(self, "ownDrawings", self.tr("My drawings"))
        self._workspace = workspace
        self._summary = named(QLabel(), "ownSummary", self.tr("Summary"))
        self._problems = named(QLabel(), "ownProblems", self.tr("Damaged lines"))
        self._empty = named(QLabel(), "ownEmpty", self.tr("No drawings"))
        self._report = Report(workspace.samples, workspace.selections)
        self._pages = QStackedWidget()
        self._export = push_button(
            commands["exportDrawings"], "exportDrawingsButton", label=self.tr("Export …")
        )
        self._restore = push_button(
            commands["restoreDrawings"], "restoreDrawingsButton", label=self.tr("Undelete")
        )
        self._lay_out()
        workspace.samples.samples_changed.connect(self.refresh)
        workspace.weights.weights_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the file again; while the page is hidden, that waits until it is shown."""
        if self.isVisible():
            self._workspace.samples.read(
                self._workspace.reading.recognizer,
                then=while_there(self, self._show_reading),
                refused=while_there(self, self._tell_unreadable),
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the file as it is now."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Read the file again when the user comes back: another window may have added to it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def _show_reading(self, reading: SampleReading) -> None:
        self._summary.setText(reading.summary if reading.drawings else "")
        self._problems.setText(damage(reading.problems, self._workspace.samples.file_name))
        self._problems.setVisible(bool(reading.problems))
        self._report.show_reading(reading)
        # Each time: where the file could not be read before, something else stands there.
        self._empty.setText(
            self.tr("No drawings yet. When the pad misreads you, press the digit it was.")
        )
        self._pages.setCurrentWidget(self._report if reading.drawings else self._empty)
        # Apart from the reading: the first time, the styles take a second or two.
        self._workspace.background.run(
            partial(styles, reading.drawings),
            then=while_there(self, self._report.show_styles),
            refused=self._workspace.notices.tell,
        )

    def _tell_unreadable(self, sentence: Words) -> None:
        # What was read before stays on show.
        self._empty.setText(self.tr("The drawings could not be read."))
        self._workspace.notices.tell(sentence)

    def _lay_out(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._summary.setFont(font)
        self._problems.setProperty("role", "small")
        self._problems.setWordWrap(True)
        self._problems.hide()
        self._empty.setProperty("role", "small")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._report)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        buttons.addStretch(1)
        buttons.addWidget(self._restore)
        buttons.addWidget(self._report.delete_button)
        buttons.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._summary)
        layout.addWidget(self._problems)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return what can be done with all drawings."""
    samples = workspace.samples

    def export() -> None:
        title = translate("MyDrawings", "Export drawings")
        kinds = translate("MyDrawings", "Drawings (*.jsonl)")
        if path := ask_to_save(window, title, kinds, suggested="drawings.jsonl"):
            samples.export(path)

    return (
        Command(
            window,
            "exportDrawings",
            FILE,
            translate("MyDrawings", "&Export drawings …"),
            export,
            usable=lambda: samples.count > 0,
            changes=(samples.samples_changed,),
            tip=translate("MyDrawings", "Export all drawings to a file"),
        ),
        Command(
            window,
            "restoreDrawings",
            EDIT,
            translate("MyDrawings", "&Undelete drawings"),
            samples.restore,
            usable=lambda: bool(samples.deleted),
            changes=(samples.samples_changed,),
            tip=translate("MyDrawings", "Bring back the drawings that were deleted last"),
        ),
    )


def _help() -> str:
    return translate(
        "MyDrawings",
        "The drawings that you kept, how the weights in use read them, and what is taken for what. "
        "On a drawing, Enter or a double click opens it on the pad, a digit's key calls it by that "
        "digit, and Delete deletes it until you bring it back.",
    )


PANEL: Final = Panel(
    "drawingsPage",
    "page",
    MyDrawings,
    commands,
    lambda: translate("MyDrawings", "My drawings"),
    "Ctrl+D",
    help=_help,
)
