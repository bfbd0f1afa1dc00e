"""A picture on the pad, and what is no step at all."""

import numpy as np
import pytest

from mnist_pad.ink.drawing import Drawing
from mnist_pad.ink.strokes import Ink
from tests.ink.pen import PAD, drag_eraser, shown


def test_a_picture_takes_the_drawings_place_and_undo_brings_it_back(drawing, picture):
    before = drawing.sheet
    drawing.lay_picture(picture)
    assert drawing.sheet.picture is picture
    assert shown(drawing) == []
    assert not drawing.is_empty
    drawing.undo()
    assert drawing.sheet is before
    drawing.redo()
    assert drawing.sheet.picture is picture


def test_a_stroke_on_a_picture_starts_a_new_drawing_in_one_step(drawing, picture):
    drawing.lay_picture(picture)
    on_picture = drawing.sheet
    drawing.begin_stroke(1, 2, width=5.0)
    assert drawing.sheet.is_empty
    assert shown(drawing) == [[[1, 2]]]
    drawing.extend_stroke(3, 4)
    drawing.end_stroke()
    assert shown(drawing) == [[[1, 2], [3, 4]]]
    assert drawing.sheet.picture is None
    drawing.undo()
    assert drawing.sheet is on_picture


def test_undo_in_the_first_stroke_on_a_picture_brings_the_picture_back(picture):
    drawing = Drawing()
    drawing.lay_picture(picture)
    drawing.begin_stroke(1, 2, width=5.0)
    drawing.undo()
    assert drawing.sheet.picture is picture
    assert drawing.current is None


def test_the_eraser_leaves_a_picture_alone(picture):
    drawing = Drawing()
    drawing.lay_picture(picture)
    before = drawing.sheet
    drag_eraser(drawing, (1, 1), (5, 5))
    drawing.erase(np.array([[0.0, 0.0], [9.0, 9.0]]), 50.0)
    assert drawing.sheet is before
    drawing.undo()
    assert drawing.is_empty
    assert not drawing.can_undo


def test_clearing_a_picture_is_a_step(picture):
    drawing = Drawing()
    drawing.lay_picture(picture)
    drawing.clear()
    assert drawing.is_empty
    drawing.undo()
    assert drawing.sheet.picture is picture


def test_a_picture_laid_in_mid_stroke_ends_the_stroke_first(drawing, picture):
    drawing.begin_stroke(7, 7, width=5.0)
    drawing.lay_picture(picture)
    assert drawing.current is None
    drawing.undo()
    assert shown(drawing)[-1] == [[7, 7]]
    drawing.undo()
    assert len(shown(drawing)) == 2


def test_what_changes_nothing_is_no_step_and_leaves_the_sheet(drawing, picture):
    def idle(change):
        before, steps = drawing.sheet, len(drawing.history.undone_to)
        change()
        assert drawing.sheet is before
        assert len(drawing.history.undone_to) == steps

    idle(drawing.redo)
    idle(lambda: drag_eraser(drawing, (300, 300), (310, 310)))
    idle(lambda: drawing.erase(np.array([[300.0, 300.0]]), 5.0))
    idle(drawing.end_stroke)
    drawing.replace(Ink.from_points([[(1, 1), (2, 2)]], pad=PAD, pen=12.0))
    idle(lambda: drawing.replace(Ink.from_points([[(1, 1), (2, 2)]], pad=PAD, pen=12.0)))
    drawing.lay_picture(picture)
    idle(lambda: drawing.lay_picture(picture))
    drawing.clear()
    idle(drawing.clear)
    idle(lambda: drawing.replace(Ink((), PAD, 9.0)))


def test_what_changes_nothing_keeps_what_can_be_redone(drawing):
    drawing.undo()
    drawing.undo()
    drawing.clear()
    drag_eraser(drawing, (1, 1))
    assert drawing.can_redo


@pytest.mark.parametrize("points", [[[(1, 1), (2, 3)]], [[(1, 1)]], [[(1, 1), (2, 2)], [(5, 5)]]])
def test_another_drawing_however_alike_is_a_step(points):
    drawing = Drawing()
    drawing.replace(Ink.from_points([[(1, 1), (2, 2)]], pad=PAD, pen=12.0))
    drawing.replace(Ink.from_points(points, pad=PAD, pen=12.0))
    assert len(drawing.history.undone_to) == 2


def test_redo_is_not_offered_in_a_stroke(drawing):
    drawing.undo()
    drawing.begin_stroke(1, 1, width=5.0)
    assert not drawing.can_redo
    assert drawing.history.redo == ()
    drawing.redo()
    assert shown(drawing)[-1] == [[1, 1]]
