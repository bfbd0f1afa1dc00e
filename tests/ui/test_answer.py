"""What the window answers to a drawing, and the picture that it answers to."""

import numpy as np
import pytest

from mnist_pad.ink.raster import rasterize
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped
from tests.ui.on_disk import samples

DOT = [(0.5, 0.5)]
BAR = [(0.5, 0.2), (0.5, 0.8)]


@pytest.mark.parametrize("digit", range(10))
def test_a_drawn_digit_is_read(user, digit):
    user.draw(digit)
    assert user.answer() == str(digit)
    assert user.confidence().endswith(" %")
    bars = user.bars()
    assert np.argmax(bars) == digit
    assert 990 <= sum(bars) <= 1010


@pytest.mark.parametrize(
    ("side", "corner"), [(0.25, (0.02, 0.02)), (0.25, (0.7, 0.7)), (0.9, (0.05, 0.05))]
)
def test_place_and_size_do_not_matter(user, side, corner):
    user.draw(7, side=side, corner=corner)
    assert user.answer() == "7"


def test_an_empty_pad_is_no_digit(user):
    assert user.answer() == "?"
    assert user.bars() == [0] * 10
    assert user.network_input() is None


def test_a_dot_is_no_digit_and_is_told(user):
    user.drag(DOT)
    assert user.answer() == "?"
    assert "small" in user.confidence()
    assert user.bars() == [0] * 10


def test_the_answer_comes_while_the_pen_is_down(user):
    user.drag(BAR, lift=False)
    user.sees(lambda: user.answer() == "1")
    user.lift()


def test_the_preview_is_the_very_picture_that_is_read(user):
    user.draw(4)
    user.keep_as(4)
    user.sees(lambda: len(samples()) == 1)
    image = rasterize(samples()[0].ink).image
    np.testing.assert_array_equal(user.network_input(), image)
    answer = Recognizer(shipped()).read(user.network_input())
    assert user.bars() == [round(1000 * p) for p in answer.probabilities.tolist()]


def test_arrows_go_from_digit_to_digit_and_tab_goes_past_them(user):
    user.draw(1)
    user.focus("digitButton0")
    user.key("Down")
    user.key("Down", "Space")
    user.sees(lambda: user.text("keptLabel") == "Kept as 2.")
    assert user.has_focus("digitButton2")
    user.key("Up", "Up", "Up")
    assert user.has_focus("digitButton9")
    user.key("Tab")
    assert not any(user.has_focus(f"digitButton{digit}") for digit in range(10))
    user.key("Shift+Tab")
    assert user.has_focus("digitButton9")


def test_the_answer_keeps_its_size_whatever_it_says(user):
    digit = user.widget("answerDigit")
    sizes = {digit.fontInfo().pixelSize()}
    for drawn in (3, 7):
        user.click("clearButton")
        sizes.add(digit.fontInfo().pixelSize())
        user.draw(drawn)
        sizes.add(digit.fontInfo().pixelSize())
    assert len(sizes) == 1
    user.window.resize(900, 600)
    user.sees(lambda: user.window.size().toTuple() == (900, 600))
    user.draw(7)
    assert digit.fontInfo().pixelSize() < digit.height()
