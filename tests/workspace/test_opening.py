"""Opening and saving: what is chosen is used, what is bad is told, and no file is lost."""

import numpy as np
import pytest
from PIL import Image

from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import load, save
from mnist_pad.workspace.weights import BUILT_IN
from tests.rescaled import taught

pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture
def opening(workspace):
    return workspace.opening


@pytest.fixture
def settled(workspace, qtbot):
    """Return what waits until nothing is being read or written any more."""

    def wait():
        done = []
        workspace.background.run(lambda: None, then=done.append, refused=pytest.fail)
        qtbot.waitUntil(lambda: bool(done))

    return wait


@pytest.fixture
def mine(tmp_path, built_in):
    path = tmp_path / "mine.npz"
    save(built_in, path)
    return path


@pytest.fixture
def one(tmp_path):
    grey = np.full((300, 200), 255, np.uint8)
    grey[60:240, 90:110] = 0
    path = tmp_path / "one.png"
    Image.fromarray(grey).save(path)
    return path


def test_opened_weights_are_known_by_their_whole_path(
    opening, workspace, mine, settled, monkeypatch
):
    monkeypatch.chdir(mine.parent)
    opening.open_weights(mine.relative_to(mine.parent))
    settled()
    assert workspace.weights.current.origin == Origin("file", str(mine))
    assert workspace.weights.files == (str(mine),)


def test_what_is_well_opened_takes_an_old_sentence_away(opening, workspace, mine, one, settled):
    for open_it in (lambda: opening.open_weights(mine), lambda: opening.open_picture(one)):
        workspace.notices.tell("an old sentence")
        open_it()
        settled()
        assert workspace.notices.current == ""


def test_a_scaling_that_a_file_does_not_say_is_found_told_and_saved(
    opening, workspace, tmp_path, settled
):
    np.savez(tmp_path / "bare.npz", *taught("unit").parameters)
    opening.open_weights(tmp_path / "bare.npz")
    settled()
    assert workspace.weights.current.weights.meta.scaling == "unit"
    told = workspace.notices.current
    assert told.startswith("bare.npz: pixels are taken as unit, as the file does not say")
    opening.save_weights(tmp_path / "said.npz")
    settled()
    saved = load(tmp_path / "said.npz")
    assert (saved.meta.scaling, saved.says_scaling) == ("unit", True)
    opening.open_weights(tmp_path / "said.npz")
    settled()
    assert workspace.notices.current == ""
    assert workspace.weights.current.weights.meta.scaling == "unit"


def test_another_scaling_is_read_with_at_once_and_is_no_step_back(
    opening, workspace, tmp_path, settled, draw
):
    np.savez(tmp_path / "bare.npz", *taught("unit").parameters)
    draw(workspace, (200, 60), (200, 340))
    opening.open_weights(tmp_path / "bare.npz")
    settled()
    unit = workspace.reading.current.predictions[0].probabilities
    assert unit.argmax() == 1
    opening.choose_scaling("raw")
    assert workspace.weights.current.weights.meta.scaling == "raw"
    assert workspace.notices.current == ""
    assert not np.allclose(workspace.reading.current.predictions[0].probabilities, unit, atol=1e-3)
    assert workspace.weights.previous.origin == BUILT_IN


@pytest.mark.parametrize("bytes_", [b"", b"no archive", b"PK\x03\x04"])
def test_bad_weights_are_told_and_change_nothing(opening, workspace, mine, settled, bytes_):
    mine.write_bytes(bytes_)
    opening.open_weights(mine)
    settled()
    assert "mine.npz" in workspace.notices.current
    assert (workspace.weights.current.origin, workspace.weights.files) == (BUILT_IN, ())


@pytest.mark.parametrize("bytes_", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_bad_picture_is_told_and_leaves_the_drawing(
    opening, workspace, one, settled, draw, bytes_
):
    draw(workspace, (200, 60), (200, 340))
    one.write_bytes(bytes_)
    opening.open_picture(one)
    settled()
    assert "one.png" in workspace.notices.current
    assert len(workspace.drawing.sheet.strokes) == 1
    assert workspace.drawing.sheet.picture is None


def test_a_picture_is_read_and_can_be_undone(opening, workspace, one, settled):
    opening.open_picture(one)
    settled()
    assert workspace.reading.current.predictions[0].digit == 1
    workspace.drawing.undo()
    assert workspace.drawing.is_empty


@pytest.mark.parametrize(("asked", "written"), [("a", "a.npz"), ("a.npz", "a.npz"), ("a.b", "a.b")])
def test_saved_weights_get_an_ending_if_they_have_none(
    opening, workspace, tmp_path, settled, built_in, asked, written
):
    opening.save_weights(tmp_path / asked)
    settled()
    assert workspace.notices.current == f"Weights saved in {written}."
    assert load(tmp_path / written).meta == built_in.meta


def test_saving_that_fails_leaves_the_file_from_before(opening, workspace, mine, settled, no_room):
    before = mine.read_bytes()
    with no_room(1_000):
        opening.save_weights(mine)
        settled()
    assert "mine.npz" in workspace.notices.current
    assert mine.read_bytes() == before
    assert [path.name for path in mine.parent.iterdir() if path.is_file()] == ["mine.npz"]
