"""Saying what a drawing was: it is kept under that name, renamed, and taken back."""

import numpy as np
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.dataset.collection import Collection
from tests.benchmarks.own_writer import drawings
from tests.ui.on_disk import labels, samples


@pytest.fixture
def writer():
    """Drawings, the first a 7, of somebody whose 7 has a foot, which the network does not know."""
    return [sample for sample in drawings(3, seed=1) if sample.label == 7]


def test_a_key_says_what_a_misread_drawing_was(user, writer):
    user.copy(writer[0].ink)
    assert user.answer() != "7"
    user.keep_as(7)
    user.sees(lambda: user.text("keptLabel") == "Kept as 7.")
    (sample,) = samples()
    assert sample.label == 7
    assert len(sample.ink.strokes) == len(writer[0].ink.strokes)
    np.testing.assert_allclose(sample.ink.strokes[1], writer[0].ink.strokes[1], atol=2)
    user.sees(lambda: user.text("drawingsButton") == "Drawings (1)")


@pytest.mark.parametrize("name", ["digitButton7", "bar7"])
def test_a_click_on_its_row_does_too(user, name):
    user.draw(1)
    user.click(name)
    user.sees(lambda: labels() == [7])


def test_a_right_answer_can_be_kept_as_well(user):
    user.draw(3)
    user.keep_as(3)
    user.sees(lambda: labels() == [3])


def test_the_last_word_on_a_drawing_counts(user):
    user.draw(1)
    for digit in (7, 7, 1):
        user.keep_as(digit)
    user.sees(lambda: labels() == [1])
    assert user.text("keptLabel") == "Kept as 1."
    user.draw(1)
    user.keep_as(1)
    user.sees(lambda: labels() == [1, 1])


def test_a_kept_drawing_can_be_taken_back(user):
    user.draw(1)
    user.keep_as(4)
    user.sees(lambda: labels() == [4])
    user.click("takeBackButton")
    user.sees(lambda: labels() == [])
    assert not user.is_visible("takeBackButton")
    user.keep_as(1)
    user.sees(lambda: labels() == [1])


def test_a_new_drawing_is_not_taken_for_the_one_that_was_kept(user):
    user.draw(1)
    user.keep_as(1)
    user.sees(lambda: user.is_visible("takeBackButton"))
    user.drag([(0.3, 0.3), (0.6, 0.3)])
    assert not user.is_visible("takeBackButton")
    user.keep_as(7)
    user.sees(lambda: labels() == [1, 7])


@pytest.mark.parametrize("marks", [[], [(0.5, 0.5)]])
def test_without_a_digit_on_the_pad_there_is_nothing_to_keep(user, marks):
    if marks:
        user.drag(marks)
    user.keep_as(5)
    assert user.notice() == "Draw a digit first; then say which it is."
    assert samples() == []


def test_a_picture_is_kept_and_seen_among_the_drawings(user):
    user.open_picture(asset("icons/mnist-pad.png"))
    user.sees(lambda: user.network_input() is not None)
    seen = user.network_input()
    user.keep_as(5)
    user.sees(lambda: user.text("keptLabel") == "Kept as 5.")
    (sample,) = samples()
    assert sample.ink.strokes == ()
    np.testing.assert_array_equal(sample.image, seen)
    user.click("clearButton")
    mine = user.open_drawings()
    mine.sees(lambda: len(mine.captions()) == 1)
    mine.click_drawing(0)
    mine.double_click_drawing(0)
    user.sees(lambda: user.network_input() is not None)
    np.testing.assert_array_equal(user.network_input(), seen)
    assert user.text("keptLabel") == "Kept as 5."


def test_figures_typed_into_a_field_are_the_field_s(user):
    user.draw(1)
    user.open_settings()
    user.set("epochsSpin", 37)
    assert samples() == []


def test_a_full_disk_is_told_and_nothing_is_lost(user, no_room):
    user.draw(1)
    user.keep_as(1)
    user.sees(lambda: labels() == [1])
    path = Collection().path
    before = path.read_bytes()
    bars = user.bars()
    with no_room(len(before) + 20):
        user.keep_as(7)
        user.sees(lambda: "samples.jsonl" in user.notice())
    assert path.read_bytes() == before
    assert user.bars() == bars
    user.keep_as(7)
    user.sees(lambda: 7 in labels())


def test_two_windows_keep_into_one_collection(user, open_window):
    user.draw(1)
    user.keep_as(1)
    user.sees(lambda: labels() == [1])
    other = open_window()
    other.draw(7)
    other.keep_as(7)
    other.sees(lambda: labels() == [1, 7])
    user.click("clearButton")
    user.draw(3)
    user.keep_as(3)
    user.sees(lambda: user.text("drawingsButton") == "Drawings (3)")
    assert labels() == [1, 7, 3]


def test_the_drawings_are_shown_with_what_they_are_read_as(user, writer):
    user.copy(writer[0].ink)
    user.keep_as(0)
    mine = user.open_drawings()
    mine.sees(lambda: len(mine.captions()) == 1)
    assert mine.captions()[0].startswith("0, ")
    user.leave_drawings()
    user.copy(writer[1].ink)
    user.keep_as(0)
    user.open_drawings()
    mine.sees(lambda: len(mine.captions()) == 2)


@pytest.mark.parametrize("by_key", [False, True])
def test_a_drawing_is_opened_from_the_sheet_and_renamed(user, by_key):
    user.draw(1)
    user.keep_as(7)
    user.click("clearButton")
    user.click("drawingsButton")
    mine = user.open_drawings()
    mine.sees(lambda: len(mine.captions()) == 1)
    mine.click_drawing(0)
    if by_key:
        mine.key("Return")
    else:
        mine.double_click_drawing(0)
    assert user.answer() == "1"
    assert user.text("keptLabel") == "Kept as 7."
    user.click("digitButton1")
    user.sees(lambda: labels() == [1])
    user.click("undoButton")
    assert user.answer() == "?"
