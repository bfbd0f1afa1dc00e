"""Whatever is done in whatever order, undoing goes all the way back."""

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from mnist_pad.ink.drawing import Drawing, Picture
from tests.ink.pen import drag_eraser, shown, stroke

PICTURES = [Picture(np.zeros((2, 2), np.uint8), None) for _ in range(2)]


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
