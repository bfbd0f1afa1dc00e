"""A window that is killed loses no more than its last second."""

import psutil
import pytest

from mnist_pad.engine.process import WorkerProcess
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import shipped
from mnist_pad.workspace.workspace import Workspace
from tests.ui.killing import kill_after

LOST_AT_MOST_S = 1.0


@pytest.fixture
def reopened(qapp, tmp_path):
    made = Workspace(WorkerProcess(), built_in=shipped(), folder=tmp_path)
    made.restore()
    yield made
    made.close()


@pytest.mark.parametrize("seconds", [0.4, 1.1, 1.9])
def test_what_was_drawn_a_second_ago_is_there(tmp_path, seconds, request):
    killed = kill_after(tmp_path, seconds=seconds, train=False)
    workspace = request.getfixturevalue("reopened")
    assert workspace.notices.current == ""
    strokes = len(workspace.drawing.sheet.strokes)
    assert killed.drawn_before(LOST_AT_MOST_S) <= strokes <= killed.drawn[-1][0] + 1
    # Whole strokes, each step to undo.
    assert len(workspace.drawing.history.undone_to) == strokes
    assert all(len(stroke.points) == 20 for stroke in workspace.drawing.sheet.strokes[:-1])


def test_what_was_trained_a_second_ago_is_there_and_nobody_trains_on(tmp_path):
    killed = kill_after(tmp_path, seconds=1.5, train=True, wait_for="trained")
    runs = Runs(tmp_path / "runs")
    (record,), problems = runs.read()
    assert problems == ()
    assert record.outcome == "interrupted"
    assert record.has_weights
    history = runs.history(record.id)
    assert killed.trained_before(LOST_AT_MOST_S) <= history.step
    weights = runs.weights(record.id)
    assert weights.layer_sizes == (784, 256, 128, 10)
    orphans = [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(tmp_path) in " ".join(process.info["cmdline"] or ())
    ]
    assert orphans == []
