"""Several digits on the pad: read together, looked at one by one, kept one by one."""

import json

import numpy as np
import pytest

from mnist_pad.ink.drawing import Drawing, Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.pictures.reading import picture_of
from mnist_pad.workspace.drawing_record import DrawingWriter, read_drawing
from tests.writing import grouped, line, written

pytestmark = pytest.mark.usefixtures("patient")


@pytest.fixture
def write(workspace):
    """Return what writes a number on the pad, stroke by stroke."""

    def strokes(text, **how):
        for stroke in written(text, **how)[0]:
            lay(workspace, stroke)

    return strokes


def lay(workspace, points):
    workspace.drawing.press(*points[0])
    for point in points[1:]:
        workspace.drawing.move(*point)
    workspace.drawing.release()


def kept(workspace):
    read = []
    workspace.samples.read(workspace.reading.recognizer, then=read.append, refused=pytest.fail)
    # The latest comes first there.
    return [drawing.sample for drawing in reversed(read[0].drawings)]


def test_all_digits_are_read_and_the_last_one_written_is_looked_at(workspace, write):
    write("427")
    reading = workspace.reading.current
    assert (reading.number, reading.chosen) == ("427", 2)
    assert reading.mark.prediction.digit == 7
    lay(workspace, line((12, 150), (10, 210)))
    reading = workspace.reading.current
    assert (reading.number, reading.mark.prediction.digit) == ("427\n1", 1)


def test_another_is_chosen_until_the_ink_changes(workspace, write):
    write("427")
    told = []
    workspace.reading.reading_changed.connect(lambda: told.append(workspace.reading.current.chosen))
    for place in (0, 0, 1, -1, 3):
        workspace.reading.choose(place)
    assert told == [0, 1]
    assert workspace.reading.current.mark.prediction.digit == 2
    workspace.reading.read_with_weights_in_use()
    # Named, it is looked at on: the pen is lifted then, if it is down.
    workspace.samples.keep(2)
    workspace.reading.read()
    assert workspace.reading.current.chosen == 1
    lay(workspace, line((250, 20), (250, 80)))
    assert workspace.reading.current.chosen == 3


def test_the_chosen_digit_alone_is_kept(workspace, write):
    write("427")
    workspace.reading.choose(1)
    workspace.samples.keep(2)
    (sample,) = kept(workspace)
    assert sample.label == 2
    strokes, counts = written("427")
    (number,) = grouped(counts)[1]
    (own,) = sample.ink.strokes
    np.testing.assert_allclose(own, strokes[number])


def test_each_digit_has_a_name_of_its_own(workspace, write):
    write("427")
    workspace.samples.keep(7)
    told = []
    workspace.samples.name_changed.connect(lambda: told.append(workspace.samples.name))
    workspace.reading.choose(0)
    assert told == [None]
    workspace.samples.keep(9)
    workspace.samples.keep(4)
    assert [sample.label for sample in kept(workspace)] == [7, 4]
    workspace.reading.choose(2)
    assert workspace.samples.name == 7
    workspace.samples.take_back()
    assert [sample.label for sample in kept(workspace)] == [4]
    assert [sample.label for sample in workspace.samples.samples] == [4]


def test_a_name_stays_whatever_is_written_beside_and_comes_back_with_redo(workspace, write):
    write("42")
    workspace.samples.keep(2)
    lay(workspace, line((250, 20), (250, 80)))
    assert workspace.samples.name is None
    workspace.reading.choose(1)
    assert workspace.samples.name == 2
    workspace.drawing.undo()
    workspace.drawing.undo()
    assert workspace.samples.name is None
    workspace.drawing.redo()
    assert workspace.samples.name == 2


def test_names_of_several_come_back_with_the_session(workspace, opened, write):
    write("427")
    workspace.samples.keep(7)
    workspace.reading.choose(0)
    workspace.samples.keep(4)
    workspace.close()
    again = opened(restore=True)
    assert again.reading.current.number == "427"
    assert [sample.label for sample in again.samples.samples] == [4, 7]
    again.samples.keep(1)
    assert [sample.label for sample in kept(again)] == [4, 1]


def test_a_session_of_an_earlier_version_knows_its_one_name(workspace, opened, folder, write):
    write("7")
    workspace.samples.keep(1)
    workspace.close()
    path = folder / "session.json"
    values = json.loads(path.read_text())
    (values["sample"],) = values.pop("samples")
    path.write_text(json.dumps(values))
    assert opened(restore=True).samples.name == 1


def test_a_sign_among_them_is_no_digit_and_cannot_be_kept_when_it_is_too_small(workspace, write):
    write("15", gap=0.6)
    lay(workspace, np.array([[34.0, 79.0], [35.0, 79.0]]))
    reading = workspace.reading.current
    assert reading.number is None
    assert [mark.sign for mark in reading.marks] == ["1", "?", "5"]
    workspace.samples.keep(3)
    assert "Draw a digit first" in workspace.notices.current


@pytest.fixture
def picture():
    """A picture with two marks in two rows and one that was too small."""
    stages = [rasterize(Ink((line((0, 0), (0, y)),), (90.0, 90.0), 3.0)) for y in (40, 60)]
    found = (
        Found((5.0, 5.0, 4.0, 40.0), stages[0]),
        Found((5.5, 60.0, 4.0, 30.25), stages[1], row=1, touching=True),
        Found((20.0, 60.0, 2.0, 2.0), None, row=1),
    )
    paper = np.full((100, 50), 255, np.uint8)
    return Picture(paper, np.zeros((100, 50), np.uint8), found)


def test_a_picture_s_marks_are_read_and_the_first_is_looked_at(workspace, picture):
    workspace.drawing.lay_picture(picture)
    reading = workspace.reading.current
    assert [mark.sign for mark in reading.marks] == ["1", "?", "?"]
    assert [mark.found for mark in reading.marks] == list(picture.found)
    assert reading.chosen == 0


def test_a_picture_without_ink_says_so(workspace):
    workspace.drawing.lay_picture(picture_of(np.full((40, 60), 200, np.uint8)))
    (mark,) = workspace.reading.current.marks
    assert mark.prediction.reason == "No ink found"


def through_json(picture, change=lambda values: None):
    drawing = Drawing()
    drawing.lay_picture(picture)
    values = json.loads(json.dumps(DrawingWriter().write(drawing.history)))
    change(values["pictures"][0])
    return read_drawing(values).sheet.picture


def test_a_picture_s_marks_come_back_with_the_drawing(picture):
    back = through_json(picture)
    for one, other in zip(back.found, picture.found, strict=True):
        assert (one.box, one.row, one.touching) == (other.box, other.row, other.touching)
        assert (one.stages is None) == (other.stages is None)
        if one.stages is not None:
            np.testing.assert_array_equal(one.stages.image, other.stages.image)
            np.testing.assert_array_equal(one.stages.box, other.stages.box)


def test_a_picture_of_an_earlier_version_has_the_one_mark_it_knew(picture):
    def as_it_was(values):
        (first, *_) = values.pop("found")
        values.update(box=first["box"], image=first["image"])

    (mark,) = through_json(picture, as_it_was).found
    np.testing.assert_array_equal(mark.stages.image, picture.found[0].stages.image)
    assert mark.box == (0, 0, 50, 100)


def test_and_one_without_ink_has_none(picture):
    def as_it_was(values):
        del values["found"]
        values.update(box=None, image=None, coverage=None)

    assert through_json(picture, as_it_was).found == ()
