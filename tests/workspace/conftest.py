"""What is open, without a window."""

import pytest

from mnist_pad.engine.process import WorkerProcess
from mnist_pad.recognizer.weights import shipped
from mnist_pad.workspace import background
from mnist_pad.workspace.workspace import Workspace


@pytest.fixture(scope="session")
def built_in():
    return shipped()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def opened(qapp, folder, built_in):
    """Return a function that opens a workspace; each is closed at the end, if it was not."""
    made = []

    def open_workspace(*, restore=False):
        workspace = Workspace(WorkerProcess(), built_in=built_in, folder=folder)
        made.append(workspace)
        if restore:
            workspace.restore()
        return workspace

    yield open_workspace
    for workspace in made:
        workspace.close()


@pytest.fixture
def workspace(opened):
    return opened()


@pytest.fixture
def draw():
    """Return a function that draws a stroke, as a hand would."""

    def draw_stroke(workspace, *points, lift=True):
        drawing = workspace.drawing
        drawing.press(*points[0])
        for point in points[1:]:
            drawing.move(*point)
        if lift:
            drawing.release()

    return draw_stroke


@pytest.fixture
def patient(monkeypatch):
    """Let the workspace wait for work beside it: what was asked for is there on return."""
    monkeypatch.setattr(background, "PATIENCE_S", 10.0)
