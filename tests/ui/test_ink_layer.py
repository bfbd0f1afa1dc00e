"""Ink that grew is painted on, and looks as if it had been painted at once."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from mnist_pad.ink.drawing import Drawing
from mnist_pad.ui.pad.ink_layer import InkLayer

PAD = 400.0
SIDE = 200


class Paper:
    """Makes white paper and counts how often."""

    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        paper = QPixmap(SIDE, SIDE)
        paper.fill(Qt.GlobalColor.white)
        return paper


@pytest.fixture
def paper(qapp):
    return Paper()


@pytest.fixture
def layer(paper):
    return InkLayer(paper, lambda: QColor(Qt.GlobalColor.black))


def pixels(shown):
    image = shown.toImage().convertToFormat(shown.toImage().Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width()].astype(int)


def show(layer, drawing):
    return layer.shown(drawing.sheet.strokes, drawing.current, pad=PAD)


def whole(drawing):
    fresh = InkLayer(Paper(), lambda: QColor(Qt.GlobalColor.black))
    return pixels(show(fresh, drawing)[0])


def spiral(count):
    turn = np.arange(count) / 9
    return 200 + (20 + turn * 4)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def test_a_stroke_that_grows_is_painted_on(layer, paper):
    drawing = Drawing()
    points = spiral(300)
    drawing.begin_stroke(*points[0], width=24)
    show(layer, drawing)
    for point in points[1:]:
        drawing.extend_stroke(*point)
        shown, changed = show(layer, drawing)
        assert changed.contains(*point)
        assert max(changed.width(), changed.height()) < 60
    # Where pieces meet, an edge is smoothed twice; nowhere is ink missing.
    assert np.abs(pixels(shown) - whole(drawing)).mean() < 2
    drawing.end_stroke()
    shown, _ = show(layer, drawing)
    assert paper.made == 1
    assert (pixels(shown) == whole(drawing)).all()


def test_another_stroke_is_painted_on_too(layer, paper):
    drawing = Drawing()
    for start in (50, 150, 250):
        drawing.begin_stroke(start, 50, width=20)
        drawing.extend_stroke(start, 300)
        show(layer, drawing)
        drawing.end_stroke()
        shown, _ = show(layer, drawing)
    assert paper.made == 1
    assert (pixels(shown) == whole(drawing)).all()


@pytest.mark.parametrize("change", ["undo", "clear", "erase", "other stroke", "shorter"])
def test_what_did_not_only_grow_is_painted_anew(layer, change):
    drawing = Drawing()
    drawing.begin_stroke(50, 50, width=20)
    drawing.extend_stroke(300, 300)
    if change in ("other stroke", "shorter"):
        # Seen half-way, and then another in its place.
        show(layer, drawing)
        drawing.undo()
        drawing.begin_stroke(*((60, 50) if change == "other stroke" else (50, 50)), width=20)
    else:
        drawing.end_stroke()
        show(layer, drawing)
        {
            "undo": drawing.undo,
            "clear": drawing.clear,
            "erase": lambda: drawing.erase(np.array([[150.0, 150.0]]), 20),
        }[change]()
    shown, changed = show(layer, drawing)
    assert changed is None
    assert (pixels(shown) == whole(drawing)).all()


def test_a_redone_stroke_is_painted_on(layer, paper):
    drawing = Drawing()
    drawing.begin_stroke(50, 50, width=20)
    drawing.extend_stroke(300, 300)
    drawing.end_stroke()
    drawing.undo()
    show(layer, drawing)
    drawing.redo()
    shown, changed = show(layer, drawing)
    assert paper.made == 1
    assert changed is not None
    assert (pixels(shown) == whole(drawing)).all()
