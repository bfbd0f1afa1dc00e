"""The composition root: makes the stores, the worker and the list of panels; nothing else."""

import sys
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mnist_pad.base import folders
from mnist_pad.base.assets import asset
from mnist_pad.base.phrases import phrase
from mnist_pad.engine.process import WorkerProcess
from mnist_pad.recognizer.weights import shipped
from mnist_pad.ui import language, theme
from mnist_pad.ui.answer import panel as answer
from mnist_pad.ui.evaluation import panel as evaluation
from mnist_pad.ui.inside import panel as inside
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.lessons import panel as lessons
from mnist_pad.ui.my_drawings import panel as my_drawings
from mnist_pad.ui.pad import panel as pad
from mnist_pad.ui.runs import panel as runs
from mnist_pad.ui.training import panel as training
from mnist_pad.ui.weights import panel as weights
from mnist_pad.ui.window import Window
from mnist_pad.workspace.workspace import Workspace

# Their order is that of the pages, and of the entries in each menu.
PANELS: Final = (
    pad.PANEL,
    answer.PANEL,
    training.PANEL,
    lessons.PANEL,
    inside.PANEL,
    evaluation.PANEL,
    runs.PANEL,
    my_drawings.PANEL,
    weights.PANEL,
)


def create_application(arguments: list[str]) -> QApplication:
    """Return the Qt application in the program's look."""
    application = QApplication(arguments)
    application.setApplicationName("mnist-pad")
    # Wayland finds a window's icon by this, and by nothing that is set here.
    application.setDesktopFileName("mnist-pad")
    application.setWindowIcon(QIcon(str(asset("icons/mnist-pad.png"))))
    return application


def create_window(
    application: QApplication, *, restore: bool = False, folder: Path | None = None
) -> Window:
    """Build the window with nothing running; with `restore` as it was left.

    `folder` holds drawings, runs and session; without it, it is the user's data folder. Raises
    WeightsError where the shipped weights are missing or damaged.
    """
    window = assemble(application, restore=restore, folder=folder)
    for late in window.findChildren(Late):
        late.build()
    return window


def assemble(application: QApplication, *, restore: bool, folder: Path | None) -> Window:
    """Build the window as `create_window` does, and leave what takes long for when it is shown."""
    # Every point of a fast stroke counts; of those that wait, Qt's X11 plugin, which sets this
    # as it starts, would pass on the last alone.
    application.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    workspace = Workspace(WorkerProcess(), built_in=shipped(), folder=folder)
    theme.follow(application, workspace.preferences)
    language.follow(application, workspace.preferences, workspace.notices)
    if restore:
        workspace.restore()
    return Window(workspace, PANELS)


def run() -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    # The name alone: from what follows it, Qt would take options of its own.
    application = create_application(sys.argv[:1])
    window = assemble(application, restore=True, folder=None)
    # PySide hands what a slot raises to this, and the event loop goes on.
    sys.excepthook = partial(_tell_of_defect, window)
    window.show()
    return application.exec()


def _tell_of_defect(
    window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Keep what a slot failed with for whoever mends it; the user gets a sentence."""
    log = folders.log() / "defects.log"
    words = phrase("Window", "A defect of this program: {kind}; it is described in {log}.")
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            traceback.print_exception(kind, error, trace, file=file)
    except OSError:
        words = phrase("Window", "A defect of this program: {kind}.")
    window.workspace.notices.tell(words.given(kind=kind.__name__, log=log))
