"""A drawing with all its steps survives the way to JSON and back; rubbish is named."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.base.records import RecordError
from mnist_pad.ink.drawing import Drawing, History
from mnist_pad.pictures.area import within
from mnist_pad.pictures.reading import picture_of
from mnist_pad.workspace.drawing_record import DrawingWriter, read_drawing


def through_json(history, writer=None):
    writer = DrawingWriter() if writer is None else writer
    return read_drawing(json.loads(json.dumps(writer.write(history))))


def looks(sheet):
    strokes = [(stroke.width, stroke.points.tolist()) for stroke in sheet.strokes]
    picture = sheet.picture
    return strokes, None if picture is None else picture.shown.tolist()


def looks_found(picture):
    """Return all that is known of a picture's marks, as plain values."""
    return [
        (each.box, each.row, each.touching, each.stages.box.tolist(), each.stages.image.tolist())
        for each in picture.found
    ]


def all_looks(history):
    sheets = (*history.undone_to, history.sheet, *history.redo)
    return [looks(sheet) for sheet in sheets], len(history.undone_to), len(history.redo)


@pytest.fixture
def drawing():
    drawn = Drawing()
    for start in (10.0, 60.0, 110.0):
        drawn.begin_stroke(start, start, width=24)
        drawn.extend_stroke(start + 30.5, start + 1 / 3)
        drawn.end_stroke()
    return drawn


@pytest.fixture
def picture():
    paper = np.full((300, 200), 255, np.uint8)
    paper[60:240, 95:105] = 10
    return picture_of(paper)


def test_a_blank_pad_comes_back_blank():
    assert through_json(History()).sheet.is_empty


def test_strokes_come_back_to_the_last_digit(drawing):
    drawing.undo()
    assert all_looks(through_json(drawing.history)) == all_looks(drawing.history)


def test_undo_and_redo_go_on_after_it(drawing):
    drawing.undo()
    again = Drawing(through_json(drawing.history))
    before = looks(drawing.sheet)
    again.undo()
    assert len(again.sheet.strokes) == 1
    again.redo()
    assert looks(again.sheet) == before
    again.redo()
    assert len(again.sheet.strokes) == 3
    assert not again.can_redo


def test_a_picture_comes_back_with_its_stages(drawing, picture):
    drawing.lay_picture(picture)
    back = through_json(drawing.history).sheet.picture
    assert (back.shown == picture.shown).all()
    assert (back.coverage == picture.coverage).all()
    assert looks_found(back) == looks_found(picture)


def test_an_area_of_a_picture_comes_back_with_the_whole(drawing, picture):
    drawing.lay_picture(picture)
    drawing.lay_picture(within(picture, (50.0, 40.0, 100.0, 150.0)))
    writer = DrawingWriter()
    first, again = (through_json(drawing.history, writer) for _ in range(2))
    for back in (first, again):
        part = back.sheet.picture
        assert part.area == (50.0, 40.0, 100.0, 150.0)
        assert part.whole is back.undone_to[-1].picture
        assert (part.shown == picture.shown).all()
        assert part.found[0].box == drawing.sheet.picture.found[0].box
    drawing.undo()
    # Written of another set of pictures, the number is another one.
    drawing.lay_picture(picture_of(picture.shown.T))
    drawing.lay_picture(within(picture, (0.0, 0.0, 100.0, 300.0)))
    back = through_json(drawing.history, writer)
    assert (back.sheet.picture.shown == picture.shown).all()


def test_an_area_of_no_picture_is_refused(drawing, picture):
    drawing.lay_picture(within(picture, (50.0, 40.0, 100.0, 150.0)))
    written = DrawingWriter().write(drawing.history)
    for whole in (1, 7, -1):
        written["pictures"][1]["whole"] = whole
        with pytest.raises(RecordError, match="picture: expected a number below 1"):
            read_drawing(json.loads(json.dumps(written)))
    written["pictures"][1]["whole"] = None
    with pytest.raises(RecordError, match="picture: expected what is shown, found nothing"):
        read_drawing(json.loads(json.dumps(written)))


def test_widths_under_pressure_come_back_and_older_files_have_none():
    drawing = Drawing()
    for pressed in (None, 7.25):
        drawing.begin_stroke(1, 2, width=24, pressed=pressed)
        drawing.extend_stroke(3, 4, pressed and 2 * pressed)
        drawing.end_stroke()
    plain, felt = through_json(drawing.history).sheet.strokes
    assert plain.widths is None
    assert felt.widths.tolist() == [7.25, 14.5]
    written = json.loads(json.dumps(DrawingWriter().write(drawing.history)))
    for stroke in written["strokes"]:
        del stroke["widths"]
    assert [stroke.widths for stroke in read_drawing(written).sheet.strokes] == [None, None]


@pytest.mark.parametrize("widths", ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "!"])
def test_damaged_widths_are_refused(widths):
    drawing = Drawing()
    drawing.begin_stroke(1, 2, width=24, pressed=7.25)
    drawing.extend_stroke(3, 4, 8)
    drawing.end_stroke()
    written = DrawingWriter().write(drawing.history)
    written["strokes"][0]["widths"] = widths
    with pytest.raises(RecordError, match=r"expected 2 widths above 0|expected base 64"):
        read_drawing(json.loads(json.dumps(written)))


def test_what_sheets_share_is_written_once_and_shared_again(drawing):
    back = through_json(drawing.history)
    assert back.sheet.strokes[0] is back.undone_to[-1].strokes[0]
    written = DrawingWriter().write(drawing.history)
    assert len(written["strokes"]) == 3


def test_a_stroke_in_progress_is_written_as_far_as_it_is(drawing):
    drawing.begin_stroke(5, 5, width=24)
    drawing.extend_stroke(9, 9)
    assert through_json(drawing.history).sheet.strokes[-1].points.tolist() == [[5, 5], [9, 9]]


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values.update(sheet=99),
        lambda values: values.update(undone_to=[-1]),
        lambda values: values["sheets"][0].update(strokes=[7]),
        lambda values: values["sheets"][0].update(picture=0),
        lambda values: values["strokes"][0].update(points="no base 64 !"),
        lambda values: values["strokes"][0].update(points="AAAA"),
        lambda values: values["strokes"][0].update(width=0.0),
        lambda values: values["strokes"][0].update(points="////////////////////////"),
        lambda values: values.update(strokes={}),
    ],
)
def test_what_is_damaged_is_refused(drawing, change):
    values = DrawingWriter().write(drawing.history)
    values = json.loads(json.dumps(values))
    values["sheets"][-1]["strokes"] = [0, 1, 2]
    change(values)
    with pytest.raises(RecordError):
        read_drawing(values)


def test_a_picture_that_unpacks_to_more_than_it_says_is_refused(drawing, picture):
    drawing.lay_picture(picture)
    values = json.loads(json.dumps(DrawingWriter().write(drawing.history)))
    values["pictures"][0]["shown"]["height"] = 20
    with pytest.raises(RecordError, match="picture: expected 4,000 pixels"):
        read_drawing(values)
    values["pictures"][0]["shown"].update(height=60_000, width=60_000)
    with pytest.raises(RecordError, match="picture: expected 1 to 2,560,000 pixels"):
        read_drawing(values)


PARTS = st.none() | st.integers(-3, 9) | st.text(max_size=4) | st.floats() | st.booleans()
RUBBISH = st.recursive(
    PARTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["strokes", "points", "width", "sheets", "sheet", "picture", "pictures", "redo"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(RUBBISH)
def test_rubbish_is_refused_or_is_a_drawing(values):
    try:
        read_drawing(values)
    except RecordError:
        return
