"""The store of evaluations, without a window: one at a time, ended with the workspace."""

import numpy as np
import pytest

from mnist_pad.dataset import mnist
from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import save
from mnist_pad.workspace.evaluation import Choice
from mnist_pad.workspace.weights import BUILT_IN

COUNT = 300


@pytest.fixture
def digits(tmp_path):
    given = mnist.load()
    images, labels = given.x_test[:COUNT], given.y_test[:COUNT]
    path = tmp_path / "some.npz"
    np.savez(path, x_train=images[:1], y_train=labels[:1], x_test=images, y_test=labels)
    return path


@pytest.fixture
def evaluation(workspace, digits):
    workspace.evaluation.choose(Choice("data", digits))
    return workspace.evaluation


def wait(qtbot, evaluation):
    qtbot.waitUntil(lambda: not evaluation.is_running, timeout=60_000)


def test_an_evaluation_is_of_what_was_chosen_when_it_began(workspace, evaluation, qtbot):
    evaluation.start()
    asked = evaluation.current.running
    evaluation.choose(Choice())
    evaluation.compare_with(BUILT_IN)
    wait(qtbot, evaluation)
    shown = evaluation.current.shown
    assert shown.asked is asked
    assert shown.findings.first.evaluation.count == COUNT
    assert shown.findings.second is None
    assert shown.findings.whole
    assert shown.asked.first is workspace.weights.current


def test_a_second_start_while_one_goes_on_is_none(evaluation, qtbot):
    evaluation.start()
    asked = evaluation.current.running
    evaluation.start()
    assert evaluation.current.running is asked
    wait(qtbot, evaluation)


def test_progress_grows_and_findings_are_told_before_the_end(evaluation, qtbot):
    done, found = [], []
    evaluation.evaluation_changed.connect(
        lambda: evaluation.current.progress and done.append(evaluation.current.progress.done)
    )
    evaluation.findings_changed.connect(lambda: found.append(evaluation.is_running))
    evaluation.start()
    wait(qtbot, evaluation)
    assert done == sorted(done)
    assert found[0]
    assert evaluation.current.progress is None


def test_a_bad_set_is_told_and_what_was_found_stays(workspace, evaluation, qtbot, tmp_path):
    evaluation.start()
    wait(qtbot, evaluation)
    before = evaluation.current.shown
    evaluation.choose(Choice("ink", tmp_path / "nowhere.jsonl"))
    evaluation.start()
    wait(qtbot, evaluation)
    assert "nowhere.jsonl" in workspace.notices.current
    assert evaluation.current.shown is before


def test_weights_to_compare_with_come_from_a_file(workspace, evaluation, qtbot, tmp_path, built_in):
    save(built_in, tmp_path / "other.npz")
    origin = Origin("file", str(tmp_path / "other.npz"))
    evaluation.compare_with(origin)
    qtbot.waitUntil(lambda: evaluation.current.against is not None)
    assert evaluation.current.against.origin == origin
    # They are compared with, and not read with.
    assert workspace.weights.current.origin == BUILT_IN
    evaluation.compare_with(None)
    assert evaluation.current.against is None


def test_a_picture_of_a_data_set_goes_onto_the_pad_as_the_network_gets_it(
    workspace, evaluation, qtbot
):
    evaluation.start()
    wait(qtbot, evaluation)
    evaluation.open_image(evaluation.current.shown, 7)
    stages = workspace.reading.current.mark.found.stages
    np.testing.assert_array_equal(stages.image, mnist.load().x_test[7])
    workspace.drawing.undo()
    assert workspace.drawing.is_empty


def test_a_workspace_that_is_closed_ends_its_evaluation(workspace, evaluation):
    evaluation.start()
    assert workspace.close()
    # Closed a second time, as by the fixture, nothing is left to end.
    assert workspace.close()
