import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mnist_pad.ink.drawing import MAX_STEPS, Drawing, History, Picture, Sheet
from mnist_pad.ink.strokes import Ink

PAD = (400.0, 400.0)


def stroke(drawing: Drawing, *points: tuple[float, float], width: float = 20.0) -> None:
    drawing.begin_stroke(*points[0], width=width)
    for point in points[1:]:
        drawing.extend_stroke(*point)
    drawing.end_stroke()


def drag_eraser(drawing: Drawing, *points: tuple[float, float], radius: float = 10.0) -> None:
    drawing.begin_erase(*points[0], radius=radius)
    for point in points[1:]:
        drawing.extend_erase(*point)
    drawing.end_erase()


def shown(drawing: Drawing) -> list:
    return [points.tolist() for points in drawing.ink(pad=PAD, pen=20.0).strokes]


@pytest.fixture
def drawing() -> Drawing:
    """A drawing of one line and one dot."""
    drawing = Drawing()
    stroke(drawing, (0, 50), (100, 50))
    stroke(drawing, (200, 200), width=8.0)
    return drawing


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


@pytest.fixture
def picture() -> Picture:
    return Picture(np.full((8, 9), 200, np.uint8), None, None)


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


PICTURES = [Picture(np.zeros((2, 2), np.uint8), None, None) for _ in range(2)]


def whole(drawing: Drawing) -> tuple:
    """What there is to see, in a form that compares by content."""
    return shown(drawing), drawing.sheet.picture


class Editing(RuleBasedStateMachine):
    """Whatever is done in whatever order, undo goes back through exactly what was there."""

    def __init__(self):
        super().__init__()
        self.drawing = Drawing()
        self.past: list = [([], None)]
        self.future: list = []

    def step(self) -> None:
        now = whole(self.drawing)
        if now != self.past[-1]:
            self.past.append(now)
            self.future.clear()

    @rule(x=st.integers(0, 60), y=st.integers(0, 60), dx=st.integers(-40, 40))
    def draws(self, x, y, dx):
        stroke(self.drawing, (x, y), (x + dx, y + 5))
        self.step()

    @rule(
        x=st.integers(0, 60), y=st.integers(0, 60), then=st.sampled_from(["clear", "lay", "draw"])
    )
    def is_interrupted_in_a_stroke(self, x, y, then):
        self.drawing.begin_stroke(x, y, width=9.0)
        self.drawing.extend_stroke(x + 5, y)
        self.step()
        if then == "clear":
            self.drawing.clear()
        elif then == "lay":
            self.drawing.lay_picture(PICTURES[0])
        else:
            self.drawing.begin_stroke(y, x, width=4.0)
            self.drawing.end_stroke()
        self.step()

    @rule(x=st.integers(0, 60), y=st.integers(0, 60), radius=st.integers(3, 20))
    def erases(self, x, y, radius):
        drag_eraser(self.drawing, (x, y), (x + 9, y), radius=radius)
        self.step()

    @rule(number=st.integers(0, 1))
    def lays_a_picture(self, number):
        self.drawing.lay_picture(PICTURES[number])
        self.step()

    @rule()
    def clears(self):
        self.drawing.clear()
        self.step()

    @rule()
    def restarts(self):
        self.drawing = Drawing(self.drawing.history)

    @precondition(lambda self: self.drawing.can_undo)
    @rule()
    def undoes(self):
        self.drawing.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: self.drawing.can_redo)
    @rule()
    def redoes(self):
        self.drawing.redo()
        self.past.append(self.future.pop())

    @invariant()
    def shows_what_it_should(self):
        assert whole(self.drawing) == self.past[-1]
        assert self.drawing.is_empty == (self.past[-1] == ([], None))
        assert self.drawing.can_undo == (len(self.past) > 1)
        assert self.drawing.can_redo == bool(self.future)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
