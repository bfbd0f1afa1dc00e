"""Saying what a misread drawing was, learning one's hand, and the way back."""

import numpy as np
import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mnist_pad.base.assets import asset
from mnist_pad.dataset.collection import Collection
from mnist_pad.recognizer import kept
from mnist_pad.training.events import StepsTrained
from mnist_pad.ui.own_hand import NO_PICTURES, NOTHING_DRAWN, NOTHING_KEPT
from tests.benchmarks.own_writer import PAD, drawings

RUN_S = 120
COUNT = 30


def samples():
    """Return what the window has kept, as another program finds it."""
    return Collection().read()[0]


def labels():
    return [sample.label for sample in samples()]


def write_by_hand(hand, sample):
    """Draw a sample on the pad with the mouse, stroke by stroke."""
    hand.click("clearButton")
    for stroke in sample.ink.strokes:
        hand.drag(stroke / PAD)


@pytest.fixture
def writer():
    """Somebody whose 0 has a bar, which the network does not know."""
    return list(drawings(3, seed=1))


@pytest.fixture
def taught(hand, writer):
    """A window in whose collection there are three drawings of each digit."""
    collection = Collection()
    for sample in writer:
        collection.add(sample.ink, sample.label)
    return hand


def learn(hand):
    return hand.wait_for(
        hand.window.session.run_ended, seconds=RUN_S, trigger=lambda: hand.click("learnButton")
    )


def test_a_key_says_what_a_misread_drawing_was(hand, writer):
    write_by_hand(hand, writer[0])
    assert hand.text("answerDigit") != "0"
    hand.press_keys("0")
    hand.sees(lambda: hand.text("keptLabel") == "Kept as a 0.")
    (sample,) = samples()
    assert sample.label == 0
    assert len(sample.ink.strokes) == len(writer[0].ink.strokes)
    np.testing.assert_allclose(sample.ink.strokes[1], writer[0].ink.strokes[1], atol=2)
    hand.sees(lambda: hand.text("drawingsButton") == "Drawings (1)")


@pytest.mark.parametrize("name", ["digitButton7", "bar7"])
def test_a_click_on_its_row_does_too(hand, name):
    hand.draw(1)
    hand.click(name)
    hand.sees(lambda: labels() == [7])


def test_a_right_answer_can_be_kept_as_well(hand):
    hand.draw(3)
    hand.press_keys("3")
    hand.sees(lambda: labels() == [3])


def test_the_last_word_on_a_drawing_counts(hand):
    hand.draw(1)
    for key in ("7", "7", "1"):
        hand.press_keys(key)
    hand.sees(lambda: labels() == [1])
    assert hand.text("keptLabel") == "Kept as a 1."
    hand.draw(1)
    hand.press_keys("1")
    hand.sees(lambda: labels() == [1, 1])


def test_a_kept_drawing_can_be_taken_back(hand):
    hand.draw(1)
    hand.press_keys("4")
    hand.sees(lambda: labels() == [4])
    hand.click("takeBackButton")
    hand.sees(lambda: labels() == [])
    assert not hand.widget("takeBackButton").isVisible()
    hand.press_keys("1")
    hand.sees(lambda: labels() == [1])


def test_a_new_drawing_is_not_taken_for_the_one_that_was_kept(hand):
    hand.draw(1)
    hand.press_keys("1")
    hand.sees(lambda: hand.widget("takeBackButton").isVisible())
    hand.drag([(0.3, 0.3), (0.6, 0.3)])
    assert not hand.widget("takeBackButton").isVisible()
    hand.press_keys("7")
    hand.sees(lambda: labels() == [1, 7])


@pytest.mark.parametrize("marks", [[], [(0.5, 0.5)]])
def test_without_a_digit_on_the_pad_there_is_nothing_to_keep(hand, marks):
    if marks:
        hand.drag(marks)
    hand.press_keys("5")
    assert hand.text("noticeText") == NOTHING_DRAWN
    assert samples() == []


def test_a_picture_cannot_be_kept(hand):
    hand.window.open_picture(asset("icons/mnist-pad.png"))
    hand.sees(lambda: hand.window.pad_panel.pad.picture is not None)
    hand.press_keys("5")
    assert hand.text("noticeText") == NO_PICTURES
    assert samples() == []


def test_figures_typed_into_a_field_are_the_field_s(hand, qtbot):
    hand.draw(1)
    hand.click("settingsToggle")
    field = hand.widget("epochsSpin")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "37")
    assert field.value() == 37
    assert samples() == []


def test_a_full_disk_is_told_and_nothing_is_lost(hand, no_room):
    hand.draw(1)
    hand.press_keys("1")
    hand.sees(lambda: labels() == [1])
    path = Collection().path
    before = path.read_bytes()
    bars = hand.bars()
    with no_room(len(before) + 20):
        hand.press_keys("7")
        hand.sees(lambda: hand.widget("noticeText").isVisible())
    assert "samples.jsonl" in hand.text("noticeText")
    assert path.read_bytes() == before
    assert hand.bars() == bars
    hand.press_keys("7")
    hand.sees(lambda: 7 in labels())


def test_two_windows_keep_into_one_collection(hand):
    hand.draw(1)
    hand.press_keys("1")
    hand.sees(lambda: labels() == [1])
    Collection().add(samples()[0].ink, 7)
    hand.click("clearButton")
    hand.draw(3)
    hand.press_keys("3")
    hand.sees(lambda: hand.text("drawingsButton") == "Drawings (3)")
    assert labels() == [1, 7, 3]


def test_the_drawings_are_shown_with_what_they_are_read_as(hand, qtbot, writer):
    write_by_hand(hand, writer[0])
    hand.press_keys("0")
    hand.press_keys("D", Qt.KeyboardModifier.ControlModifier)
    own = hand.widget("ownDrawings")
    hand.sees(lambda: own.isVisible() and own.findChild(QWidget, "ownSheet").count() == 1)
    assert own.findChild(QWidget, "ownSheet").item(0).text().startswith("0, ")
    write_by_hand(hand, writer[1])
    hand.press_keys("0")
    hand.sees(lambda: own.findChild(QWidget, "ownSheet").count() == 2)


@pytest.mark.parametrize("by_key", [False, True])
def test_a_drawing_is_opened_from_the_sheet_and_renamed(hand, qtbot, by_key):
    hand.draw(1)
    hand.press_keys("7")
    hand.click("clearButton")
    hand.click("drawingsButton")
    sheet = hand.widget("ownSheet")
    hand.sees(lambda: sheet.count() == 1)
    place = sheet.visualItemRect(sheet.item(0)).center()
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if by_key:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    else:
        qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hand.text("answerDigit") == "1"
    assert hand.text("keptLabel") == "Kept as a 7."
    hand.click("digitButton1")
    hand.sees(lambda: labels() == [1])
    hand.click("undoButton")
    assert hand.text("answerDigit") == "?"


def test_learn_mine_reads_other_drawings_better_and_one_click_goes_back(hand, writer):
    for sample in writer:
        write_by_hand(hand, sample)
        hand.press_keys(str(sample.label))
    hand.sees(lambda: len(samples()) == COUNT)
    another = next(drawings(1, seed=9))
    write_by_hand(hand, another)
    assert hand.text("answerDigit") != "0"
    before = hand.window.weights.current
    bars = hand.bars()

    end = learn(hand)
    assert end.outcome == "completed"
    assert hand.text("trainingStatus") == end.message
    assert hand.text("answerDigit") == "0"
    assert hand.text("weightsLabel").startswith("Weights: adapted")
    yours, mnist = hand.text("learntLabel").split("\n")
    assert yours.startswith("Yours ")
    assert yours.endswith(f"of {COUNT}")
    assert mnist.startswith("MNIST 99.3")
    assert [path.stem.endswith("adapted") for path in kept.kept()] == [True]

    adapted = hand.window.weights.current.weights
    # Again, it starts from where it started: MNIST is not forgotten bit by bit.
    learn(hand)
    again = hand.window.weights.current.weights
    np.testing.assert_array_equal(adapted.parameters[0], again.parameters[0])
    hand.press_keys("B", Qt.KeyboardModifier.ControlModifier)
    assert hand.window.weights.current.weights is adapted

    hand.window.weights.use(before)
    assert hand.bars() == bars


def test_one_click_brings_the_old_weights_back(taught, writer):
    write_by_hand(taught, writer[0])
    bars = taught.bars()
    learn(taught)
    assert taught.bars() != bars
    assert taught.text("previousWeightsButton") == "Back to shipped"
    taught.click("previousWeightsButton")
    assert taught.bars() == bars
    assert taught.text("weightsLabel").startswith("Weights: shipped")
    taught.click("previousWeightsButton")
    assert taught.text("weightsLabel").startswith("Weights: adapted")


def test_stopped_half_way_the_weights_in_use_are_unchanged(taught, qtbot):
    taught.draw(3)
    bars, before = taught.bars(), taught.window.weights.current
    with qtbot.waitSignal(
        taught.window.session.event_taken,
        timeout=1000 * RUN_S,
        check_params_cb=lambda event: isinstance(event, StepsTrained),
    ):
        taught.click("learnButton")
    assert not taught.widget("learnButton").isEnabled()
    assert taught.text("weightsLabel").startswith("Weights: shipped")
    end = taught.wait_for(
        taught.window.session.run_ended, seconds=RUN_S, trigger=lambda: taught.click("stopButton")
    )
    assert end.outcome == "stopped"
    assert taught.window.weights.current is before
    assert taught.bars() == bars
    assert taught.text("learntLabel") == ""
    assert taught.widget("learnButton").isEnabled()
    assert len(samples()) == COUNT
    assert kept.kept() == []


def test_without_drawings_there_is_nothing_to_learn(hand):
    hand.press_keys("L", Qt.KeyboardModifier.ControlModifier)
    hand.sees(lambda: hand.text("noticeText") == NOTHING_KEPT)
    assert not hand.window.session.running


def test_a_damaged_line_is_named_and_the_rest_is_learnt(taught):
    path = Collection().path
    lines = path.read_text().splitlines()
    lines[4] = lines[4][:40]
    path.write_text("\n".join(lines) + "\n")
    end = learn(taught)
    assert f"{COUNT - 1} drawings" in end.message
    assert "line 5:" in taught.text("noticeText")
    assert "the rest is used" in taught.text("noticeText")


def test_the_process_dies_and_the_weights_in_use_are_unchanged(taught, qtbot):
    before = taught.window.weights.current
    with qtbot.waitSignal(
        taught.window.session.event_taken,
        timeout=1000 * RUN_S,
        check_params_cb=lambda event: isinstance(event, StepsTrained),
    ):
        taught.click("learnButton")
    end = taught.wait_for(
        taught.window.session.run_ended,
        seconds=RUN_S,
        trigger=lambda: psutil.Process().children()[0].kill(),
    )
    assert end.outcome == "failed"
    assert taught.window.weights.current is before
    assert "failed" in taught.text("noticeText")


def test_closing_the_window_closes_the_drawings(hand):
    hand.click("drawingsButton")
    own = hand.widget("ownDrawings")
    hand.sees(own.isVisible)
    hand.window.close()
    assert not own.isVisible()
    assert not [top for top in QApplication.topLevelWidgets() if top.isVisible()]
