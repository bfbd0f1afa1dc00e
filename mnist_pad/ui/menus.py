"""The menus and their shortcuts: every command of the window, by keyboard too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from mnist_pad import __version__
from mnist_pad.ui import preferences
from mnist_pad.ui.theme import APPEARANCES, Appearance, choose

if TYPE_CHECKING:
    from mnist_pad.ui.main_window import MainWindow

Keys = str | QKeySequence.StandardKey

ABOUT = (
    f"mnist-pad {__version__}\n\n"
    "Draw a digit and a network built by hand reads it; press Train and watch it learn.\n\n"
    "MNIST: Yann LeCun and Corinna Cortes, CC BY-SA 3.0."
)


class Menus:
    """Fills a window's menu bar."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        self._fill_file(bar.addMenu("&File"))
        self._fill_edit(bar.addMenu("&Edit"))
        self._fill_train(bar.addMenu("&Train"))
        self._fill_view(bar.addMenu("&View"))
        self._fill_help(bar.addMenu("&Help"))

    def _fill_file(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, "Open &picture …", "Ctrl+Shift+O", window.ask_for_picture, "openPicture")
        menu.addSeparator()
        load, save = window.ask_for_weights_to_load, window.ask_where_to_save_weights
        self._add(menu, "&Load weights …", QKeySequence.StandardKey.Open, load, "loadWeights")
        self._add(menu, "Load a &kept run …", "", window.ask_for_kept_run, "loadKeptRun")
        self._add(menu, "&Save weights …", QKeySequence.StandardKey.Save, save, "saveWeights")
        menu.addSeparator()
        self._add(menu, "&Quit", "Ctrl+Q", window.close, "quit")

    def _fill_edit(self, menu: QMenu) -> None:
        panel = self._window.pad_panel
        pad = panel.pad
        self._add(menu, "&Undo", QKeySequence.StandardKey.Undo, pad.undo, "undo")
        self._add(menu, "&Redo", "Ctrl+Shift+Z", pad.redo, "redo")
        self._add(menu, "&Clear", QKeySequence.StandardKey.Delete, pad.clear, "clear")
        self._add(menu, "&Eraser", "E", panel.toggle_eraser, "eraser")
        menu.addSeparator()
        paste = self._window.paste_picture
        self._add(menu, "&Paste picture", QKeySequence.StandardKey.Paste, paste, "pastePicture")
        menu.addSeparator()
        self._fill_naming(menu.addMenu("&It was a …"))
        self._add(menu, "&My drawings …", "Ctrl+D", self._window.hand.show_drawings, "myDrawings")

    def _fill_naming(self, menu: QMenu) -> None:
        for digit in range(10):
            keep = partial(self._window.hand.keep, digit)
            self._add(menu, str(digit), str(digit), keep, f"name{digit}")

    def _fill_train(self, menu: QMenu) -> None:
        window, panel = self._window, self._window.training_panel
        self._add(menu, "&Train or stop", "Ctrl+T", panel.toggle, "train")
        self._add(menu, "&Pause or resume", "Ctrl+P", panel.toggle_pause, "pause")
        self._add(menu, "&Learn mine", "Ctrl+L", window.own_panel.learn, "learnMine")
        self._add(menu, "&Continue a stopped run", "", window.continue_run, "continueTraining")
        menu.addSeparator()
        ahead = self._add(
            menu,
            "&Load TensorFlow when the pointer comes near",
            "",
            lambda: preferences.set_load_ahead(ahead.isChecked()),
            "loadAhead",
        )
        ahead.setCheckable(True)
        ahead.setChecked(preferences.load_ahead())
        menu.addSeparator()
        back = window.weights.go_back
        self._add(menu, "&Back to the previous weights", "Ctrl+B", back, "previousWeights")

    def _fill_view(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for appearance in APPEARANCES:
            name = f"{appearance}Appearance"
            action = self._add(
                menu, f"&{appearance.capitalize()}", "", _appearance_setter(appearance), name
            )
            action.setCheckable(True)
            action.setChecked(appearance == "system")
            group.addAction(action)

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, "&About mnist-pad", "", self._show_about, "about")

    def _show_about(self) -> None:
        QMessageBox.about(self._window, "About mnist-pad", ABOUT)

    def _add(
        self, menu: QMenu, text: str, keys: Keys, slot: Callable[[], object], name: str
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"{name}Action")
        action.setShortcut(QKeySequence(keys))
        # The slot's own parameters stay free of the `checked` that the signal carries.
        action.triggered.connect(lambda _checked: slot())
        menu.addAction(action)
        return action


def _appearance_setter(appearance: Appearance) -> Callable[[], None]:
    def set_appearance() -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            choose(application, appearance)

    return set_appearance
