"""Who draws: a stylus's tip and a finger, but neither its barrel's button nor the hand's edge."""

import numpy as np
import pytest

from tests.ui.looking import grey
from tests.ui.on_disk import samples
from tests.ui.pens import BARREL, Hand, Stylus

BAR = [(0.5, y) for y in np.linspace(0.2, 0.8, 7)]
ELSEWHERE = [(0.2, y) for y in np.linspace(0.3, 0.7, 5)]


@pytest.fixture
def stylus(user):
    return Stylus(user.pad)


@pytest.fixture
def hand(user):
    return Hand(user.pad)


def drawn(user):
    """Return the strokes on the pad, as they are kept, in parts of the pad's side."""
    user.keep_as(1)
    user.sees(lambda: len(samples()) == 1)
    return [stroke / 400 for stroke in samples()[0].ink.strokes]


def is_untouched(user):
    return not user.is_enabled("clearButton") and not user.is_enabled("undoButton")


def test_a_finger_draws(user):
    user.touch(BAR)
    assert user.answer() == "1"


def test_a_stylus_draws_and_its_other_end_erases(user, stylus):
    stylus.drag(BAR)
    assert user.answer() == "1"
    Stylus(user.pad, rubber=True).drag(BAR)
    assert user.answer() == "?"
    assert not user.is_enabled("clearButton")


def test_the_barrel_s_button_draws_nothing_while_the_stylus_hovers(user, stylus):
    stylus.press(BAR[0], BARREL, pressure=0.0)
    for point in BAR[1:]:
        stylus.move(point, pressure=0.0)
    stylus.release(BAR[-1], BARREL)
    assert is_untouched(user)


def test_the_tip_draws_nothing_while_the_barrel_s_button_is_held(user, stylus):
    stylus.press(BAR[0], BARREL, pressure=0.0)
    stylus.drag(BAR)
    stylus.release(BAR[-1], BARREL)
    assert is_untouched(user)


def test_the_barrel_s_button_does_not_end_a_stroke(user, stylus):
    stylus.press(BAR[0])
    stylus.press(BAR[1], BARREL)
    stylus.release(BAR[1], BARREL)
    for point in BAR[1:]:
        stylus.move(point)
    stylus.release(BAR[-1])
    (stroke,) = drawn(user)
    np.testing.assert_allclose(stroke, BAR, atol=1e-3)


def test_no_hand_draws_while_a_stylus_is_near(user, stylus, hand):
    stylus.come_near()
    hand.drag(ELSEWHERE)
    assert is_untouched(user)
    stylus.go_away()
    hand.drag(BAR)
    assert user.answer() == "1"


def test_a_stylus_that_left_while_the_window_was_hidden_keeps_no_hand_from_drawing(
    user, stylus, hand
):
    stylus.come_near()
    user.window.hide()
    stylus.go_away()
    user.window.show()
    hand.drag(BAR)
    assert user.answer() == "1"


def test_a_hand_beside_a_stroke_of_the_stylus_neither_draws_nor_disturbs_it(user, stylus, hand):
    stylus.press(BAR[0])
    hand.put(ELSEWHERE[0])
    for point, other in zip(BAR[1:5], ELSEWHERE[1:], strict=True):
        stylus.move(point)
        hand.move(other)
    hand.lift(ELSEWHERE[-1])
    stylus.release(BAR[4])
    (stroke,) = drawn(user)
    np.testing.assert_allclose(stroke, BAR[:5], atol=1e-3)


def test_a_hand_laid_down_before_the_stylus_came_leaves_nothing(user, stylus, hand):
    hand.put(ELSEWHERE[0])
    hand.move(ELSEWHERE[1])
    stylus.come_near()
    assert is_untouched(user)
    hand.move(ELSEWHERE[2])
    stylus.drag(BAR)
    hand.lift(ELSEWHERE[-1])
    (stroke,) = drawn(user)
    np.testing.assert_allclose(stroke, BAR, atol=1e-3)


def test_a_palm_draws_nothing_without_a_stylus_too(user, hand):
    hand.drag(ELSEWHERE, size_px=150)
    assert is_untouched(user)
    hand.put(ELSEWHERE[0], size_px=150)
    assert is_untouched(user)


def test_a_hand_that_is_laid_down_edge_first_leaves_nothing(user, hand):
    hand.put(ELSEWHERE[0])
    hand.move(ELSEWHERE[1])
    hand.move(ELSEWHERE[2], size_px=150)
    hand.move(ELSEWHERE[3])
    hand.lift(ELSEWHERE[4])
    assert is_untouched(user)


def test_a_second_finger_neither_draws_nor_disturbs_the_first(user, hand):
    hand.put(BAR[0])
    hand.put(ELSEWHERE[0], finger=1)
    for point, other in zip(BAR[1:5], ELSEWHERE[1:], strict=True):
        hand.move(other, finger=1)
        hand.move(point)
    hand.lift(ELSEWHERE[-1], finger=1)
    hand.lift(BAR[5])
    (stroke,) = drawn(user)
    # Where it was lifted is where it was last.
    np.testing.assert_allclose(stroke, BAR[:6], atol=1e-3)


def test_what_the_system_takes_back_is_taken_back(user, hand):
    hand.put(BAR[0])
    hand.move(BAR[1])
    hand.cancel()
    assert is_untouched(user)


def test_a_mouse_does_not_disturb_a_stylus(user, stylus):
    stylus.press(BAR[0])
    user.drag(ELSEWHERE)
    for point in BAR[1:]:
        stylus.move(point)
    stylus.release(BAR[-1])
    (stroke,) = drawn(user)
    np.testing.assert_allclose(stroke, BAR, atol=1e-3)


def test_pressure_widens_the_line_is_kept_and_changes_no_reading(user, stylus, open_window):
    user.drag(BAR)
    seen, bars, plain = user.network_input(), user.bars(), thickness(user)
    user.click("clearButton")
    stylus.drag(BAR, pressures=np.linspace(0.1, 1, len(BAR)))
    np.testing.assert_array_equal(user.network_input(), seen)
    assert user.bars() == bars
    thin, thick = (thickness(user, at=at) for at in (0.25, 0.75))
    assert thin < 0.8 * plain < 1.2 * plain < thick
    drawn(user)
    (widths,) = samples()[0].ink.widths
    assert (np.diff(widths) > 0).all()
    pad = user.pad.grab().toImage()
    user.close()
    again = open_window(restore=True)
    assert again.text("keptLabel") == "Kept as 1."
    assert again.pad.grab().toImage() == pad
    again.click("clearButton")
    # Opened from the sheet, it looks as it did.
    mine = again.open_drawings()
    mine.sees(lambda: mine.captions() == ["1"])
    mine.click_drawing(0)
    mine.double_click_drawing(0)
    again.sees(lambda: again.answer() == "1")
    assert again.pad.grab().toImage() == pad


def test_a_stylus_that_feels_no_pressure_draws_as_wide_as_the_pen(user):
    user.drag(BAR)
    plain = thickness(user)
    user.click("clearButton")
    Stylus(user.pad, feels_pressure=False).drag(BAR, pressures=np.linspace(0, 1, len(BAR)))
    assert thickness(user) == plain
    drawn(user)
    assert samples()[0].ink.widths == ()


def thickness(user, *, at=0.5):
    """Return how many pixels wide the ink is at a height of the pad."""
    image = grey(user.pad.grab().toImage())
    return (image[round(at * len(image)), 5:-5] < 128).sum()
