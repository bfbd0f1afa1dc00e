"""Strokes, undo and redo, the eraser, clearing: each a step."""

import numpy as np

from mnist_pad.ink.drawing import Drawing
from mnist_pad.ink.strokes import Ink
from tests.ink.pen import PAD, drag_eraser, shown, stroke


def test_a_new_drawing_is_blank():
    drawing = Drawing()
    assert drawing.is_empty
    assert not drawing.can_undo
    assert not drawing.can_redo
    assert drawing.current is None
    assert drawing.ink(pad=PAD, pen=7.0).strokes == ()
    assert drawing.ink(pad=PAD, pen=7.0).pen == 7.0


def test_strokes_keep_their_points_and_widths(drawing):
    assert shown(drawing) == [[[0, 50], [100, 50]], [[200, 200]]]
    assert [stroke.width for stroke in drawing.sheet.strokes] == [20.0, 8.0]
    ink = drawing.ink(pad=PAD, pen=3.0)
    assert (ink.pad, ink.pen) == (PAD, 20.0)


def test_the_stroke_in_progress_is_part_of_the_ink():
    drawing = Drawing()
    drawing.begin_stroke(1, 2, width=5.0)
    drawing.extend_stroke(3, 4)
    drawing.extend_stroke(3, 4)
    assert drawing.current.points.tolist() == [[1, 2], [3, 4]]
    assert shown(drawing) == [[[1, 2], [3, 4]]]
    assert drawing.sheet.strokes == ()
    assert not drawing.is_empty
    assert drawing.can_undo


def test_undo_and_redo_go_stroke_by_stroke(drawing):
    whole = shown(drawing)
    drawing.undo()
    assert shown(drawing) == whole[:1]
    drawing.undo()
    assert drawing.is_empty
    assert not drawing.can_undo
    drawing.redo()
    drawing.redo()
    assert shown(drawing) == whole
    assert not drawing.can_redo


def test_undo_takes_back_a_stroke_in_progress(drawing):
    whole = shown(drawing)
    drawing.begin_stroke(9, 9, width=5.0)
    drawing.undo()
    assert shown(drawing) == whole
    drawing.redo()
    assert shown(drawing) == [*whole, [[9, 9]]]


def test_a_new_stroke_ends_redoing(drawing):
    drawing.undo()
    stroke(drawing, (5, 5))
    assert not drawing.can_redo


def test_clear_can_be_undone(drawing):
    whole = shown(drawing)
    drawing.clear()
    assert drawing.is_empty
    drawing.undo()
    assert shown(drawing) == whole


def test_clearing_a_blank_pad_is_no_step():
    drawing = Drawing()
    drawing.clear()
    assert not drawing.can_undo


def test_a_drag_of_the_eraser_is_one_step(drawing):
    whole = shown(drawing)
    drag_eraser(drawing, (50, 0), (50, 50), (60, 50), (60, 90))
    assert shown(drawing) == [[[0, 50], [40, 50]], [[70, 50], [100, 50]], [[200, 200]]]
    assert [stroke.width for stroke in drawing.sheet.strokes] == [20.0, 20.0, 8.0]
    drawing.undo()
    assert shown(drawing) == whole


def test_what_the_eraser_touches_is_gone_at_once(drawing):
    drawing.begin_erase(200, 200, radius=5.0)
    assert shown(drawing) == [[[0, 50], [100, 50]]]
    assert drawing.can_undo


def test_an_eraser_that_meets_nothing_is_no_step(drawing):
    drawing.undo()
    drag_eraser(drawing, (300, 300), (310, 310))
    assert drawing.can_redo


def test_erasing_along_a_path_is_a_step(drawing):
    drawing.erase(np.array([[50.0, 0.0], [50.0, 90.0]]), 10.0)
    assert len(drawing.sheet.strokes) == 3
    drawing.undo()
    assert len(drawing.sheet.strokes) == 2


def test_another_drawing_in_its_place_can_be_undone(drawing):
    whole = shown(drawing)
    drawing.replace(Ink.from_points([[(1, 1), (2, 2)]], pad=PAD, pen=12.0))
    assert shown(drawing) == [[[1, 1], [2, 2]]]
    assert drawing.sheet.strokes[0].width == 12.0
    drawing.undo()
    assert shown(drawing) == whole


def test_undo_shares_the_strokes(drawing):
    first = drawing.sheet.strokes[0]
    drawing.clear()
    drawing.undo()
    assert drawing.sheet.strokes[0] is first


def test_moves_without_a_press_do_nothing(drawing):
    whole = shown(drawing)
    drawing.extend_stroke(1, 1)
    drawing.extend_erase(50, 50)
    drawing.end_stroke()
    drawing.end_erase()
    assert shown(drawing) == whole
