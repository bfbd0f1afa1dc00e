"""A stroke as it is seen, under the eraser: its curve is cut, and its widths with it."""

import numpy as np
import pytest

from mnist_pad.ink.drawing import Drawing
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ink.raster import rasterize

TURN = np.linspace(0, 2 * np.pi, 9)
ROUND = 200 + 150 * np.stack([np.cos(TURN), np.sin(TURN)], axis=1)
# Half-way between two points: on the curve, and 11 pixels off the straight line.
BETWEEN = 200 + 150 * np.array([[np.cos(np.pi / 8), np.sin(np.pi / 8)]])


def drawn(points, widths=None):
    drawing = Drawing()
    widths = [None] * len(points) if widths is None else widths
    drawing.begin_stroke(*points[0], width=20, pressed=widths[0])
    for point, width in zip(points[1:], widths[1:], strict=True):
        drawing.extend_stroke(*point, width)
    drawing.end_stroke()
    return drawing


def test_the_curve_is_rubbed_out_where_it_is_seen():
    first, second = PenStroke(ROUND, 20).rubbed(BETWEEN, 8)
    for piece in (first, second):
        assert np.hypot(*(piece.points - BETWEEN).T).min() == pytest.approx(8, abs=0.2)
        # What is left is as round as it was: a polygon's sides would come as near as 138.
        assert np.hypot(*(piece.points - 200).T).min() > 147


def test_what_the_eraser_does_not_meet_is_the_very_same():
    stroke = PenStroke(ROUND, 20)
    assert list(stroke.rubbed(np.array([[200.0, 200.0]]), 100)) == [stroke]


def test_rubbing_a_hair_away_changes_a_hair_of_the_image():
    drawing = drawn(ROUND)
    before = rasterize(drawing.ink(pad=(400, 400), pen=20)).image.astype(int)
    drawing.erase(np.array([[350.0, 200.0]]), 0.2)
    assert len(drawing.sheet.strokes) == 1
    after = rasterize(drawing.ink(pad=(400, 400), pen=20)).image.astype(int)
    assert np.abs(after - before).max() < 12


def test_widths_are_cut_with_their_stroke():
    points = np.array([[x, 200.0] for x in range(0, 401, 50)])
    drawing = drawn(points, widths=np.arange(9) * 5 + 10.0)
    drawing.erase(np.array([[220.0, 200.0]]), 10)
    left, right = drawing.sheet.strokes
    assert left.points[-1, 0] == pytest.approx(210)
    assert left.widths[-1] == pytest.approx(31)
    assert right.points[0, 0] == pytest.approx(230)
    assert right.widths[0] == pytest.approx(33)
    assert len(left.widths) == len(left.points)


def test_pressure_changes_no_ink_but_its_widths():
    plain, pressed = drawn(ROUND), drawn(ROUND, widths=np.linspace(4, 40, 9))
    images = [rasterize(each.ink(pad=(400, 400), pen=20)).image for each in (plain, pressed)]
    np.testing.assert_array_equal(*images)
    assert plain.ink(pad=(400, 400), pen=20).widths == ()
    (widths,) = pressed.ink(pad=(400, 400), pen=20).widths
    np.testing.assert_allclose(widths, np.linspace(4, 40, 9))


def test_pressing_harder_at_one_place_widens_it_and_what_was_told_stays():
    drawing = Drawing()
    drawing.begin_stroke(10, 10, width=20, pressed=8)
    before = drawing.current
    drawing.extend_stroke(10, 10, 30)
    assert before.widths.tolist() == [8]
    drawing.extend_stroke(10, 10, 12)
    drawing.extend_stroke(20, 10)
    drawing.extend_stroke(30, 10, 9)
    assert drawing.current.widths.tolist() == [30, 30, 9]


def test_a_stroke_that_is_abandoned_leaves_nothing():
    drawing = drawn(ROUND)
    before = drawing.sheet
    drawing.begin_stroke(1, 1, width=20)
    drawing.extend_stroke(2, 2)
    drawing.abandon()
    assert drawing.sheet is before
    assert drawing.current is None
    drawing.begin_erase(350, 200, radius=20)
    drawing.abandon()
    assert drawing.sheet is before
    drawing.undo()
    assert drawing.is_empty
    assert not drawing.can_undo


def test_where_it_is_seen_is_the_curve_as_wide_as_it_was_pressed():
    def seen(widths):
        (stroke,) = drawn(ROUND[::2] * [1, 0.5], widths=widths).sheet.strokes
        return stroke.seen

    # Four points of an ellipse stand for all of it: it bulges between them.
    low, high = seen(None)
    assert high[0] == pytest.approx(350 + 10, abs=1)
    assert low[1] < 200 * 0.5 - 75 - 9
    # Pressed harder on the left alone, it is wider there.
    wide = seen([20, 20, 40, 20, 20])
    assert wide[0, 0] == pytest.approx(low[0] - 10, abs=1)
    np.testing.assert_allclose(wide[1], high, atol=1)
