"""Single widgets at their stores, without the window around them."""

import pytest
from PySide6.QtWidgets import QMainWindow

from mnist_pad.engine.recording import RunKept
from mnist_pad.recognizer.weights import shipped
from mnist_pad.ui import theme
from mnist_pad.ui.kit.command import by_name
from mnist_pad.workspace import background
from mnist_pad.workspace.workspace import Workspace
from tests.ui.looking import Looker
from tests.ui.single.telling import TellingWorker


@pytest.fixture(scope="session")
def built_in():
    return shipped()


@pytest.fixture
def worker():
    """Whoever does the workspace's runs: tells what the test lets it tell."""
    return TellingWorker()


@pytest.fixture
def workspace(qapp, tmp_path, worker, built_in, monkeypatch):
    # It waits for work beside it: what was asked for is there on return.
    monkeypatch.setattr(background, "PATIENCE_S", 10.0)
    made = Workspace(worker, built_in=built_in, folder=tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def show(qapp, qtbot, workspace):
    """Return what shows a widget in a window that has the keyboard; gives it to somebody."""
    theme.follow(qapp, workspace.preferences)
    windows = []

    def shown(widget, *, window=None, size=(480, 720)):
        window = QMainWindow() if window is None else window
        # Somebody has to own it: qtbot knows it weakly alone.
        windows.append(window)
        window.setCentralWidget(widget)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Looker(window, qtbot)

    yield shown
    for window in windows:
        window.close()


@pytest.fixture
def build(workspace, show):
    """Return what builds a panel of the window and shows it alone."""

    def built(panel):
        window = QMainWindow()
        commands = by_name(panel.commands(workspace, window))
        window.addActions(list(commands.values()))
        return show(panel.build(workspace, commands), window=window)

    return built


@pytest.fixture
def follow(workspace, worker, qtbot):
    """Return what lets the worker tell events, and waits until the last of them was taken."""

    def told(*events):
        taken = []

        def note(event):
            if not isinstance(event, RunKept):
                taken.append(event)

        workspace.run.event_taken.connect(note)
        worker.tell(*events)
        qtbot.waitUntil(lambda: len(taken) == len(events))
        workspace.run.event_taken.disconnect(note)

    return told
