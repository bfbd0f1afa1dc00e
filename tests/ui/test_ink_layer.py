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

    def __init__(self, ratio=1.0):
        self.made = 0
        self.ratio = ratio

    def __call__(self):
        self.made += 1
        paper = QPixmap(round(SIDE * self.ratio), round(SIDE * self.ratio))
        paper.setDevicePixelRatio(self.ratio)
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


def whole(drawing, ratio=1.0):
    fresh = InkLayer(Paper(ratio), lambda: QColor(Qt.GlobalColor.black))
    return pixels(show(fresh, drawing)[0])


def spiral(count):
    turn = np.arange(count) / 9
    return 200 + (20 + turn * 4)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def pressed_at(number):
    return 10 + 8 * np.sin(number / 5)


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_stroke_that_grows_is_painted_on(qapp, ratio, pressed):
    paper = Paper(ratio)
    layer = InkLayer(paper, lambda: QColor(Qt.GlobalColor.black))
    drawing = Drawing()
    points = spiral(90)
    drawing.begin_stroke(*points[0], width=24, pressed=pressed_at(0) if pressed else None)
    show(layer, drawing)
    for number, point in enumerate(points[1:], 1):
        before = pixels(layer.shown((), drawing.current, pad=PAD)[0])
        drawing.extend_stroke(*point, pressed_at(number) if pressed else None)
        shown, changed = show(layer, drawing)
        assert changed.contains(*point)
        assert max(changed.width(), changed.height()) < 80
        assert_changed_within(changed, before, pixels(shown))
    # Where pieces meet, an edge is smoothed twice; nowhere is ink missing, or too much.
    difference = np.abs(pixels(shown) - whole(drawing, ratio))
    assert difference.mean() < 1
    assert difference.max() < 110
    drawing.end_stroke()
    shown, _ = show(layer, drawing)
    assert paper.made == 1
    assert (pixels(shown) == whole(drawing, ratio)).all()


def assert_changed_within(changed, before, after):
    rows, columns = np.nonzero(before != after)
    scale = len(before) / PAD
    assert columns.min() >= int(changed.left() * scale)
    assert columns.max() <= changed.right() * scale
    assert rows.min() >= int(changed.top() * scale)
    assert rows.max() <= changed.bottom() * scale


def test_a_fast_round_is_a_curve(layer):
    drawing = Drawing()
    turn = np.linspace(0, 2 * np.pi, 9)
    points = 200 + 150 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    drawing.begin_stroke(*points[0], width=4)
    for point in points[1:]:
        drawing.extend_stroke(*point)
        show(layer, drawing)
    rows, columns = np.nonzero(pixels(show(layer, drawing)[0]) < 100)
    distance = np.hypot(rows + 0.5 - 100, columns + 0.5 - 100)
    # The sides of an octagon would come as near as 69 to its middle.
    assert distance.min() > 72
    assert distance.max() < 77


def test_pressure_widens_the_line_where_it_is_felt(layer):
    drawing = Drawing()
    drawing.begin_stroke(50, 200, width=20, pressed=4)
    for x in range(60, 360, 10):
        drawing.extend_stroke(x, 200, x / 10)
    shown, _ = show(layer, drawing)
    thick = (pixels(shown) < 128).sum(axis=0) * 2
    assert thick[50] == pytest.approx(10, abs=2)
    assert thick[100] == pytest.approx(20, abs=2)
    assert thick[150] == pytest.approx(30, abs=2)


def test_a_dot_widens_as_it_is_pressed(layer):
    drawing = Drawing()
    drawing.begin_stroke(200, 200, width=20, pressed=8)
    thin = (pixels(show(layer, drawing)[0]) < 128).sum()
    drawing.extend_stroke(200, 200, 32)
    shown, changed = show(layer, drawing)
    assert changed.contains(200, 200)
    assert (pixels(shown) < 128).sum() > 10 * thin
    drawing.extend_stroke(200, 200, 8)
    drawing.end_stroke()
    assert (pixels(show(layer, drawing)[0]) < 128).sum() > 10 * thin


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
