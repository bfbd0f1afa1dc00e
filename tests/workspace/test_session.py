"""What is open comes back, and is on the disk a moment after it changed."""

import json

import numpy as np
import pytest

from mnist_pad.pictures.reading import picture_of
from mnist_pad.recognizer.weights import save
from mnist_pad.training.recipes import RECIPES
from mnist_pad.workspace.drawing import Tools
from mnist_pad.workspace.weights import BUILT_IN
from tests.rescaled import taught


@pytest.fixture
def reopened(opened):
    """Return a function that closes a workspace, and opens what it left."""

    def reopen(workspace):
        workspace.close()
        return opened(restore=True)

    return reopen


def points(workspace):
    return [stroke.points.tolist() for stroke in workspace.drawing.sheet.strokes]


def on_disk(folder):
    path = folder / "session.json"
    return json.loads(path.read_bytes()) if path.exists() else None


def test_the_first_start_is_fresh_and_leaves_nothing(opened, folder):
    workspace = opened(restore=True)
    assert workspace.drawing.is_empty
    assert workspace.notices.current == ""
    workspace.close()
    assert on_disk(folder) is None


def test_drawing_tools_recipe_and_page_come_back(workspace, reopened, draw):
    draw(workspace, (10, 10), (50, 90))
    draw(workspace, (20, 10), (60, 90))
    workspace.drawing.undo()
    workspace.drawing.choose_pen_width(33)
    workspace.drawing.choose_eraser(True)
    workspace.recipe.choose_recipe("article")
    workspace.preferences.choose(page="runsPage", appearance="dark", place=(10, 20, 1000, 700))
    again = reopened(workspace)
    assert points(again) == [[[10, 10], [50, 90]]]
    assert again.drawing.tools == Tools(33, True)
    assert again.recipe.config == RECIPES["article"]
    assert again.preferences.current == workspace.preferences.current
    again.drawing.redo()
    assert len(points(again)) == 2


def test_what_came_back_is_read(workspace, reopened, draw):
    draw(workspace, (200, 60), (200, 340))
    read = workspace.reading.current.predictions[0]
    again = reopened(workspace).reading.current.predictions[0]
    assert again.digit == read.digit
    assert (again.probabilities == read.probabilities).all()


def test_a_picture_comes_back(workspace, reopened):
    paper = np.full((300, 200), 255, np.uint8)
    paper[60:240, 90:110] = 0
    workspace.drawing.lay_picture(picture_of(paper))
    again = reopened(workspace)
    assert again.drawing.sheet.picture is not None
    assert again.reading.current.predictions[0].digit == 1
    again.drawing.undo()
    assert again.drawing.is_empty


def test_a_kept_drawing_is_still_known_as_kept(workspace, reopened, draw):
    draw(workspace, (200, 60), (200, 340))
    workspace.samples.keep(1)
    again = reopened(workspace)
    assert again.samples.name == 1
    again.samples.keep(7)
    assert (again.samples.name, again.samples.count) == (7, 1)
    again.samples.take_back()
    assert again.samples.count == 0


def test_weights_of_a_file_come_back(workspace, reopened, built_in, tmp_path, qtbot):
    path = tmp_path / "mine.npz"
    save(built_in, path)
    workspace.opening.open_weights(path)
    qtbot.waitUntil(lambda: workspace.weights.current.origin.kind == "file")
    again = reopened(workspace)
    assert again.weights.current.origin.name == str(path)
    assert again.weights.files == (str(path),)


def test_the_scaling_that_was_found_or_chosen_comes_back_without_a_trial(
    workspace, reopened, tmp_path, qtbot
):
    np.savez(tmp_path / "bare.npz", *taught("unit").parameters)
    workspace.opening.open_weights(tmp_path / "bare.npz")
    qtbot.waitUntil(lambda: workspace.weights.current.origin.kind == "file")
    again = reopened(workspace)
    # There at once: nothing is found out beside the window.
    assert again.weights.current.weights.meta.scaling == "unit"
    assert (again.notices.current, again.weights.previous) == ("", None)
    again.opening.choose_scaling("raw")
    assert reopened(again).weights.current.weights.meta.scaling == "raw"


def test_a_session_that_kept_no_scaling_has_it_found(workspace, reopened, folder, tmp_path, qtbot):
    np.savez(tmp_path / "bare.npz", *taught("unit").parameters)
    workspace.opening.open_weights(tmp_path / "bare.npz")
    qtbot.waitUntil(lambda: workspace.weights.current.origin.kind == "file")
    workspace.close()
    values = on_disk(folder)
    assert values.pop("scaling") == "unit"
    (folder / "session.json").write_text(json.dumps(values))
    again = reopened(workspace)
    qtbot.waitUntil(lambda: again.weights.current.weights.meta.scaling == "unit")
    assert "taken as unit" in again.notices.current


def test_weights_that_are_gone_are_told_and_the_built_in_read(
    workspace, reopened, built_in, tmp_path, qtbot
):
    path = tmp_path / "mine.npz"
    save(built_in, path)
    workspace.opening.open_weights(path)
    qtbot.waitUntil(lambda: workspace.weights.current.origin.kind == "file")
    path.unlink()
    again = reopened(workspace)
    assert again.weights.current.origin == BUILT_IN
    assert "mine.npz" in again.notices.current


def test_a_stroke_that_goes_on_is_on_the_disk_before_it_ends(workspace, folder, draw, qtbot):
    draw(workspace, (10, 10), (20, 20), (30, 30), lift=False)
    qtbot.waitUntil(lambda: on_disk(folder) is not None)
    assert len(on_disk(folder)["drawing"]["strokes"]) == 1


def test_what_changes_is_written_without_an_end(workspace, opened, folder, draw, qtbot):
    draw(workspace, (10, 10), (20, 20))
    qtbot.waitUntil(lambda: on_disk(folder) is not None)
    # As after a crash: the one before was never closed.
    assert points(opened(restore=True)) == [[[10, 10], [20, 20]]]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2}',
        b'{"format": 1}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"format": NaN}',
    ],
)
def test_a_damaged_session_is_set_aside_and_named(opened, folder, damage):
    folder.mkdir(parents=True)
    (folder / "session.json").write_bytes(damage)
    workspace = opened(restore=True)
    assert workspace.drawing.is_empty
    assert "session-damaged-1.json" in workspace.notices.current
    assert (folder / "session-damaged-1.json").read_bytes() == damage
    assert not (folder / "session.json").exists()


def test_a_second_damaged_session_takes_no_other_s_place(opened, folder):
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / "session.json").write_text(f"damaged {number}")
        opened(restore=True)
    aside = sorted(path.read_text() for path in folder.glob("session-damaged-*"))
    assert aside == ["damaged 1", "damaged 2"]


def test_start_fresh_takes_all_back_and_undo_brings_the_drawing_back(workspace, draw):
    draw(workspace, (10, 10), (20, 20))
    workspace.drawing.choose_eraser(True)
    workspace.recipe.choose_recipe("article")
    workspace.preferences.choose(page="runsPage")
    workspace.start_fresh()
    assert workspace.drawing.is_empty
    assert workspace.drawing.tools == Tools()
    assert workspace.recipe.config == RECIPES["fast"]
    assert workspace.preferences.current.page == "trainPage"
    workspace.drawing.undo()
    assert points(workspace) == [[[10, 10], [20, 20]]]


def test_a_folder_that_cannot_be_written_is_told(workspace, folder, draw, qtbot):
    folder.write_text("a file where the folder should be")
    draw(workspace, (10, 10), (20, 20))
    qtbot.waitUntil(lambda: "session.json" in workspace.notices.current)
