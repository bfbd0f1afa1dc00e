"""The user's own drawings: kept under a name, renamed, taken back, deleted and brought back."""

import numpy as np
import pytest

from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.pen_styles.manners import MANNERS
from mnist_pad.pictures.reading import picture_of
from mnist_pad.workspace import sample_reading

pytestmark = pytest.mark.usefixtures("patient")

LINE = ((200, 60), (200, 340))
SLANT = ((100, 60), (300, 340))


@pytest.fixture
def kept(workspace, draw):
    """A workspace with a drawing that was kept as 1."""
    draw(workspace, *LINE)
    workspace.samples.keep(1)
    return workspace


def labels(workspace):
    read = []
    workspace.samples.read(workspace.reading.recognizer, then=read.append, refused=pytest.fail)
    return [drawing.sample.label for drawing in read[0].drawings]


def test_a_drawing_is_kept_under_the_last_name_it_was_given(kept):
    assert (kept.samples.name, kept.samples.count) == (1, 1)
    kept.samples.keep(7)
    assert (kept.samples.name, kept.samples.count) == (7, 1)
    assert labels(kept) == [7]


@pytest.mark.parametrize("step", ["undo", "redo", "clear"])
def test_a_step_that_changes_nothing_forgets_no_name(workspace, draw, step):
    workspace.drawing.clear()
    draw(workspace, *LINE)
    workspace.samples.keep(7)
    if step == "redo":
        workspace.drawing.redo()
    else:
        # Back again: the same drawing is on the pad.
        getattr(workspace.drawing, step)()
        (workspace.drawing.redo if step == "undo" else workspace.drawing.undo)()
    assert workspace.samples.name == 7
    workspace.samples.keep(1)
    assert labels(workspace) == [1]


def test_another_drawing_is_another_one(kept, draw):
    draw(kept, *SLANT)
    assert kept.samples.name is None
    kept.samples.keep(4)
    assert sorted(labels(kept)) == [1, 4]
    kept.drawing.undo()
    assert kept.samples.name == 1


def test_what_was_taken_back_is_kept_no_longer(kept):
    kept.samples.take_back()
    assert (kept.samples.name, kept.samples.count) == (None, 0)
    kept.samples.take_back()
    assert kept.notices.current == ""


def test_a_key_in_mid_stroke_keeps_what_is_drawn_so_far(workspace, draw):
    draw(workspace, *LINE, lift=False)
    workspace.samples.keep(1)
    assert workspace.samples.name == 1


def test_a_blank_pad_and_a_picture_of_nothing_are_told(workspace):
    workspace.samples.keep(1)
    assert "Draw a digit first" in workspace.notices.current
    workspace.notices.dismiss()
    workspace.drawing.lay_picture(picture_of(np.full((300, 200), 255, np.uint8)))
    workspace.samples.keep(1)
    assert "Draw a digit first" in workspace.notices.current
    assert workspace.samples.count == 0


@pytest.fixture
def pictured(workspace):
    paper = np.full((300, 200), 255, np.uint8)
    paper[60:240, 90:110] = 0
    workspace.drawing.lay_picture(picture_of(paper))
    return workspace


def test_a_picture_is_kept_as_what_the_network_gets_of_it(pictured, draw, folder):
    (found,) = pictured.drawing.sheet.picture.found
    pictured.samples.keep(7)
    pictured.samples.keep(1)
    assert (pictured.samples.name, pictured.samples.count) == (1, 1)
    ((sample,), _) = Collection(folder / "samples.jsonl").read()
    np.testing.assert_array_equal(sample.image, found.stages.image)
    draw(pictured, *LINE)
    assert pictured.samples.name is None
    pictured.drawing.undo()
    assert pictured.samples.name == 1
    pictured.samples.take_back()
    assert (pictured.samples.name, pictured.samples.count) == (None, 0)


def test_a_kept_picture_is_known_after_a_restart(pictured, opened):
    pictured.samples.keep(1)
    pictured.close()
    assert opened(restore=True).samples.name == 1


def test_a_kept_picture_is_opened_learnt_from_and_read(pictured):
    (found,) = pictured.drawing.sheet.picture.found
    pictured.samples.keep(1)
    (sample,) = pictured.samples.samples
    pictured.drawing.clear()
    pictured.samples.open(sample)
    assert pictured.samples.name == 1
    mark = pictured.reading.current.mark
    np.testing.assert_array_equal(mark.found.stages.image, found.stages.image)
    assert mark.prediction.digit == 1
    gathered = []
    pictured.samples.gather(gathered.append)
    ((images, labels),) = gathered
    np.testing.assert_array_equal(images, [found.stages.image])
    assert labels.tolist() == [1]
    read = []
    pictured.samples.read(pictured.reading.recognizer, then=read.append, refused=pytest.fail)
    ((drawing,),) = (reading.drawings for reading in read)
    np.testing.assert_array_equal(drawing.image, found.stages.image)
    assert not drawing.misread


def test_an_opened_drawing_is_the_one_that_is_renamed(kept, draw):
    kept.drawing.clear()
    read = []
    kept.samples.read(kept.reading.recognizer, then=read.append, refused=pytest.fail)
    kept.samples.open(read[0].drawings[0].sample)
    assert kept.samples.name == 1
    kept.samples.keep(7)
    assert labels(kept) == [7]


def test_deleted_drawings_come_back(kept, draw):
    draw(kept, *SLANT)
    kept.samples.keep(4)
    read = []
    kept.samples.read(kept.reading.recognizer, then=read.append, refused=pytest.fail)
    kept.samples.delete([drawing.sample for drawing in read[0].drawings])
    assert (kept.samples.count, kept.samples.name) == (0, None)
    kept.samples.restore()
    assert sorted(labels(kept)) == [1, 4]
    assert kept.samples.deleted == ()


def test_what_was_renamed_elsewhere_is_renamed_on_the_pad(kept):
    kept.samples.rename(kept.samples.samples, 9)
    assert labels(kept) == [9]
    assert kept.samples.name == 9


def test_nothing_to_learn_from_is_told(workspace):
    gathered = []
    workspace.samples.gather(gathered.append)
    assert gathered == []
    assert "nothing to learn from yet" in workspace.notices.current


def test_images_and_digits_are_gathered(kept, draw):
    kept.drawing.clear()
    draw(kept, *SLANT)
    kept.samples.keep(4)
    gathered = []
    kept.samples.gather(gathered.append)
    images, digits = gathered[0]
    assert images.shape == (2, 28, 28)
    assert digits.tolist() == [1, 4]


def test_export_writes_all_and_gives_the_ending(kept, tmp_path):
    kept.samples.export(tmp_path / "mine")
    assert "1 drawing exported to mine.jsonl" in kept.notices.current
    assert len((tmp_path / "mine.jsonl").read_text().splitlines()) == 1


def test_each_manner_of_writing_has_a_name_that_can_be_translated():
    told = {manner for of_digit in MANNERS.values() if len(of_digit) > 1 for manner in of_digit}
    assert told == sample_reading._MANNERS
