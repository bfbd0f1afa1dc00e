"""The answer by itself: bars, figures, what was kept, what learning brought."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.events import Compared, RunEnded
from mnist_pad.ui import theme
from mnist_pad.ui.answer import panel as answer
from mnist_pad.ui.answer.bars import Bars
from mnist_pad.workspace.weights import WeightsInUse
from tests.ui.single.telling import keep_run, started, steps, weights

COMPARED = Compared(1_200, 700, 1_100, 0.99351, 0.9931)


def prediction(digit, verdict="digit", *, share=0.9):
    shares = np.full(10, (1 - share) / 9, np.float32)
    shares[digit] = share
    return Prediction(shares, verdict, None if verdict == "not_a_digit" else digit)


@pytest.fixture
def bars(show):
    made = Bars()
    made.someone = show(made, size=(240, 300))
    return made


def values(bars):
    return [bars.someone.widget(f"bar{digit}").value() for digit in range(10)]


def percents(bars):
    labels = [each for each in bars.findChildren(QLabel) if not each.objectName()]
    return [label.text() for label in labels]


def coloured(bars):
    """Return the digits whose bars wear the accent."""
    accent = QColor(theme.colours(bars).accent)
    found = []
    for digit in range(10):
        bar = bars.someone.widget(f"bar{digit}")
        picture = bar.grab().toImage()
        middle = picture.height() // 2
        if any(picture.pixelColor(x, middle) == accent for x in range(picture.width())):
            found.append(digit)
    return found


def test_each_bar_is_as_long_as_its_digit_is_probable(bars):
    bars.show_prediction(prediction(4, share=0.91))
    assert values(bars) == [10] * 4 + [910] + [10] * 5
    assert percents(bars) == ["1.0 %"] * 4 + ["91.0 %"] + ["1.0 %"] * 5


@pytest.mark.parametrize(
    ("verdict", "winners"), [("digit", [4]), ("unsure", []), ("not_a_digit", [])]
)
def test_the_winner_alone_is_coloured_and_only_if_it_is_the_answer(bars, verdict, winners):
    bars.show_prediction(prediction(4, verdict))
    assert coloured(bars) == winners


def test_the_colour_goes_with_the_answer(bars):
    bars.show_prediction(prediction(4))
    bars.show_prediction(prediction(7))
    assert coloured(bars) == [7]
    bars.show_nothing()
    assert coloured(bars) == []


@pytest.mark.parametrize("nothing", ["blank", "no digit"])
def test_of_no_digit_there_are_no_shares(bars, nothing):
    bars.show_prediction(prediction(4))
    if nothing == "blank":
        bars.show_nothing()
    else:
        bars.show_prediction(prediction(4, "not_a_digit"))
    assert values(bars) == [0] * 10
    assert percents(bars) == [""] * 10


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["Down"], 1),
        (["Right", "Right"], 2),
        (["Up"], 9),
        (["Left", "Down"], 0),
        (["Down"] * 10, 0),
    ],
)
def test_arrows_go_round_the_rows(bars, keys, row):
    bars.someone.focus("digitButton0")
    bars.someone.key(*keys)
    assert bars.someone.has_focus(f"digitButton{row}")
    stops = [
        digit
        for digit in range(10)
        if bars.someone.widget(f"digitButton{digit}").focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [row]


def test_a_digit_is_named_by_its_figure_its_bar_and_the_space_bar(bars):
    told = []
    bars.digit_named.connect(told.append)
    bars.someone.click("digitButton3")
    bars.someone.click("bar5")
    bars.someone.focus("digitButton7")
    bars.someone.key("Space")
    assert told == [3, 5, 7]


def test_a_bar_names_its_digit_by_a_whole_click_of_the_left_button_alone(bars, qtbot):
    told = []
    bars.digit_named.connect(told.append)
    bar = bars.someone.widget("bar5")
    qtbot.mouseClick(bar, Qt.MouseButton.RightButton)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(-30, -30))
    assert told == []


@pytest.fixture
def person(build):
    """Somebody at the answer."""
    return build(answer.PANEL)


@pytest.fixture
def draw(workspace):
    """Return what draws a 1."""

    def stroke(x=200):
        workspace.drawing.press(x, 60)
        workspace.drawing.move(x, 340)
        workspace.drawing.release()

    return stroke


@pytest.fixture
def answering(workspace, built_in):
    """Return what lets a network that answers `digit` with `share` read the pad."""

    def use(digit, share):
        *others, last = built_in.parameters
        others = [np.zeros_like(each) for each in others]
        last = np.zeros_like(last)
        last[digit] = np.log(9 * share / (1 - share))
        meta = replace(built_in.meta, temperature=1.0)
        made = Weights((*others, last), meta)
        workspace.weights.use(WeightsInUse(made, Origin("file", "/sure.npz")))

    return use


def test_a_blank_pad_says_so(person, draw, workspace):
    assert (person.text("answerDigit"), person.text("answerConfidence")) == (
        "?",
        "Nothing drawn yet",
    )
    draw()
    assert person.text("answerDigit") == "1"
    workspace.drawing.clear()
    assert person.text("answerConfidence") == "Nothing drawn yet"


def test_the_confidence_is_the_winner_s_share(person, draw, answering):
    answering(6, 0.75)
    draw()
    assert (person.text("answerDigit"), person.text("answerConfidence")) == ("6", "75.0 %")


@pytest.mark.parametrize(("share", "told"), [(0.995, True), (0.985, False)])
def test_naming_what_the_network_is_sure_of_otherwise_is_kept_and_asked_about(
    person, draw, answering, workspace, share, told
):
    answering(6, share)
    draw()
    person.click("digitButton3")
    assert person.text("keptLabel") == "Kept as 3."
    expected = (
        f"Kept as 3, although it reads 6 at {100 * share:.1f} %. Take back, if that was a slip."
    )
    assert workspace.notices.current == (expected if told else "")


def test_naming_it_as_it_reads_is_no_slip(person, draw, answering, workspace):
    answering(6, 0.999)
    draw()
    person.click("digitButton6")
    assert person.text("keptLabel") == "Kept as 6."
    assert workspace.notices.current == ""


def test_what_is_kept_can_be_taken_back_there(person, draw):
    assert "Misread?" in person.text("keptLabel")
    assert not person.is_visible("takeBackButton")
    draw()
    person.click("bar1")
    assert person.is_visible("takeBackButton")
    person.click("takeBackButton")
    assert "Misread?" in person.text("keptLabel")
    assert not person.is_visible("takeBackButton")


def test_how_many_are_kept_is_on_the_way_to_them(person, draw, workspace):
    assert person.text("drawingsButton") == "Drawings"
    draw()
    person.key("1")
    assert person.text("drawingsButton") == "Drawings (1)"
    person.click("drawingsButton")
    assert workspace.preferences.current.page == "drawingsPage"


def test_what_learning_brings_is_told_in_figures(person, workspace, follow):
    assert person.text("learntLabel") == ""
    own = np.zeros((2, 28, 28), np.uint8), np.array([1, 2])
    workspace.run.learn(workspace.weights.current, own)
    assert not person.is_enabled("learnButton")
    follow(started(), steps(), COMPARED)
    told = "Yours 700 → 1,100 of 1,200\nMNIST 99.35 → 99.31 %"
    assert person.text("learntLabel") == told
    follow(RunEnded("completed", 3, 0.99, weights(), None))
    assert person.text("learntLabel") == told
    assert person.is_enabled("learnButton")
    workspace.weights.use_built_in()
    assert person.text("learntLabel") == ""
    workspace.weights.go_back()
    assert person.text("learntLabel") == told


def test_too_few_drawings_to_compare_leave_mnist_s_figures(person, workspace):
    compared = replace(COMPARED, own_count=0, own_right_before=0, own_right_after=0)
    ended = RunEnded("completed", 3, 0.99, weights(), None)
    events = [started(), steps(), compared, ended]
    run = keep_run(workspace.runs.kept, events, kind="adaptation", origin=Origin("built_in"))
    workspace.runs.refresh()
    workspace.runs.use(run)
    person.sees(lambda: person.text("learntLabel") == "MNIST 99.35 → 99.31 %")


def test_nothing_to_learn_from_is_told(person, workspace, worker):
    person.click("learnButton")
    assert "nothing to learn from" in workspace.notices.current
    assert worker.jobs == []
