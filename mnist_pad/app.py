"""Puts the window together: the only module that knows both the widgets and the trainer."""

import sys
import traceback
from functools import partial
from types import TracebackType
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mnist_pad.base import folders
from mnist_pad.base.assets import asset
from mnist_pad.keeping import KeepingTrainer
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.recipes import RECIPES
from mnist_pad.ui import theme
from mnist_pad.ui.main_window import MainWindow

PLOTS_DELAY_MS: Final = 50


def create_application(arguments: list[str]) -> QApplication:
    """Return the Qt application in the program's look."""
    application = QApplication(arguments)
    application.setApplicationName("mnist-pad")
    application.setDesktopFileName("mnist-pad")
    application.setWindowIcon(QIcon(str(asset("icons/mnist-pad.png"))))
    return application


def create_window(application: QApplication, *, plots: bool = True) -> MainWindow:
    """Build the window with nothing running; `plots` may be left for later (`build_plots`).

    Raises WeightsError where the shipped weights are missing or damaged.
    """
    # Every point of a fast stroke counts; of those that wait, Qt's X11 plugin, which sets this
    # as it starts, would pass on the last alone.
    application.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    theme.apply(application)
    application.styleHints().colorSchemeChanged.connect(lambda _: theme.apply(application))
    window = MainWindow(trainer=KeepingTrainer(), shipped=shipped(), recipes=RECIPES)
    if plots:
        window.build_plots()
    return window


def run() -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    application = create_application(sys.argv[:1])
    window = create_window(application, plots=False)
    sys.excepthook = partial(_tell_of_defect, window)
    window.show()
    # The first paint and the first answer do not wait for the plots.
    QTimer.singleShot(PLOTS_DELAY_MS, window.build_plots)
    return application.exec()


def _tell_of_defect(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Keep what a slot failed with for whoever mends it; the user gets a sentence."""
    log = folders.log() / "defects.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        traceback.print_exception(kind, error, trace, file=file)
    window.notice.tell(f"A defect of this program: {kind.__name__}; it is described in {log}.")
