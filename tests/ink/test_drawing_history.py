"""A drawing goes on from its history; what is drawn is shared, not copied."""

import numpy as np
import pytest

from mnist_pad.ink.drawing import MAX_STEPS, Drawing, History, Sheet
from tests.ink.pen import PAD, shown, stroke


def test_the_history_goes_on_in_another_drawing(drawing, picture):
    drawing.lay_picture(picture)
    drawing.clear()
    drawing.undo()
    drawing.undo()
    other = Drawing(drawing.history)
    assert other.sheet is drawing.sheet
    other.redo()
    assert other.sheet.picture is picture
    other.redo()
    assert other.is_empty
    for _ in range(4):
        assert other.can_undo
        other.undo()
    assert not other.can_undo
    # What the other did is nothing to the first.
    assert len(drawing.history.undone_to) == 2


def test_the_history_in_mid_stroke_is_as_if_it_ended(drawing):
    drawing.begin_stroke(1, 1, width=5.0)
    drawing.extend_stroke(2, 2)
    history = drawing.history
    drawing.extend_stroke(3, 3)
    other = Drawing(history)
    assert shown(other)[-1] == [[1, 1], [2, 2]]
    other.undo()
    assert len(shown(other)) == 2
    assert drawing.current.points.tolist() == [[1, 1], [2, 2], [3, 3]]


def test_the_history_in_a_drag_of_the_eraser_is_as_if_it_ended(drawing):
    drawing.begin_erase(200, 200, radius=5.0)
    other = Drawing(drawing.history)
    assert len(shown(other)) == 1
    other.undo()
    assert len(shown(other)) == 2


def test_the_history_keeps_so_many_steps_and_no_more():
    drawing = Drawing()
    for step in range(MAX_STEPS + 20):
        stroke(drawing, (step, step))
    assert len(drawing.history.undone_to) == MAX_STEPS
    for _ in range(MAX_STEPS):
        drawing.undo()
    assert not drawing.can_undo
    assert len(drawing.sheet.strokes) == 20
    older = History(tuple(Sheet() for _ in range(MAX_STEPS + 1)))
    assert len(Drawing(older).history.undone_to) == MAX_STEPS


def test_the_stroke_in_progress_is_shared_not_copied():
    drawing = Drawing()
    drawing.begin_stroke(0, 0, width=5.0)
    early = drawing.current.points
    for number in range(1, 5000):
        drawing.extend_stroke(number, 0)
    points = drawing.current.points
    assert np.shares_memory(points, drawing.current.points)
    assert np.shares_memory(points, drawing.ink(pad=PAD, pen=5.0).strokes[-1])
    np.testing.assert_array_equal(points, [(number, 0) for number in range(5000)])
    assert early.tolist() == [[0, 0]]
    with pytest.raises(ValueError, match="read-only"):
        points[0] = 1


def test_finished_strokes_are_not_copied_into_the_ink(drawing):
    one, other = (drawing.ink(pad=PAD, pen=5.0) for _ in range(2))
    assert all(map(np.shares_memory, one.strokes, other.strokes))
    assert one.strokes[0] is drawing.sheet.strokes[0].points
