"""The number by itself: what it shows, and how one of its digits is chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.raster import Stages
from mnist_pad.recognizer.marks import Mark
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.ui.answer import panel as answer
from mnist_pad.ui.answer.number import Number
from mnist_pad.ui.pad.canvas import Pad
from mnist_pad.ui.pad.marks import Marks
from mnist_pad.ui.theme import colours
from mnist_pad.workspace.reading import Reading
from tests.writing import line, written

STAGES = Stages(np.zeros((20, 20), np.uint8), np.zeros((28, 28), np.uint8))


def reading(text, chosen=0):
    shares = np.full(10, 0.1, np.float32)
    marks = [
        Mark(
            Found((0.0, 0.0, 9.0, 9.0), STAGES, row),
            Prediction(shares, "digit", int(sign))
            if sign.isdigit()
            else Prediction(shares, "not_a_digit", None),
        )
        for row, signs in enumerate(text.split("\n"))
        for sign in signs
    ]
    return Reading(tuple(marks), chosen)


@pytest.fixture
def number(show):
    made = Number()
    made.someone = show(made, size=(240, 100))
    made.told = []
    made.digit_chosen.connect(made.told.append)
    return made


def columns(widget, colour):
    """Return the first and the last column where a colour is painted; None without any."""
    picture = widget.grab().toImage()
    wanted = QColor(colour).rgb()
    found = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) == wanted for y in range(picture.height()))
    ]
    return (found[0], found[-1]) if found else None


def test_it_says_the_number_and_aloud_which_digit_is_looked_at(number):
    number.show_reading(reading("4?7", chosen=2))
    assert number.text() == "4?7"
    assert number.accessibleName() == "Number 4?7: digit 3 of 3 is 7"
    number.show_reading(reading("42\n17", chosen=1))
    assert number.text() == "42\n17"
    assert number.accessibleName() == "Number 42\n17: digit 2 of 4 is 2"


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_the_digit_that_is_looked_at_alone_wears_the_accent(number, chosen):
    number.clearFocus()
    number.show_reading(reading("427", chosen=chosen))
    first, last = columns(number, colours(number).accent)
    middle = number.width() / 2
    sides = (first + last) / 2 - middle
    assert np.sign(round(sides / 10)) == chosen - 1
    assert last - first < number.width() / 3


def test_a_click_chooses_the_digit_under_it(number, qtbot):
    number.show_reading(reading("427"))
    middle, height = number.width() // 2, number.height() // 2
    for x in (middle, middle + 40, middle - 40):
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(x, height))
    assert number.told == [1, 2, 0]
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(3, height))
    qtbot.mouseClick(number, Qt.MouseButton.RightButton, pos=QPoint(middle, height))
    assert len(number.told) == 3


def test_a_click_chooses_in_the_row_that_it_meets(number, qtbot):
    number.show_reading(reading("42\n17"))
    middle, height = number.width() // 2, number.height()
    for x, y in ((-9, 0.3), (9, 0.3), (-9, 0.7), (9, 0.7)):
        place = QPoint(middle + x, round(y * height))
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=place)
    assert number.told == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["Right"], 2),
        (["Left"], 0),
        (["Down"], 2),
        (["Up"], 0),
        (["Home"], 0),
        (["End"], 3),
        (["Right", "Right", "Right"], 3),
    ],
)
def test_arrows_go_from_digit_to_digit_and_stop_at_the_ends(number, keys, chosen):
    number.digit_chosen.connect(lambda place: number.show_reading(reading("42\n17", place)))
    number.show_reading(reading("42\n17", chosen=1))
    number.someone.focus("number")
    number.someone.key(*keys)
    assert number.told[-1] == chosen


def test_what_is_too_long_is_cut_around_the_digit_that_is_looked_at(number, qtbot):
    number.show_reading(reading("0123456789" * 20, chosen=100))
    assert columns(number, colours(number).accent) is not None
    height = number.height() // 2
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(number.width() // 2, height))
    qtbot.mouseClick(number, Qt.MouseButton.LeftButton, pos=QPoint(4, height))
    # In the middle it is there; at the edge there is a sign for what was cut.
    assert len(number.told) == 1
    assert abs(number.told[0] - 100) <= 1
    number.show_reading(reading("\n".join("12345"), chosen=4))
    assert columns(number, colours(number).accent) is not None


@pytest.fixture
def person(build):
    """Somebody at the answer."""
    return build(answer.PANEL)


@pytest.fixture
def write(workspace):
    """Return what writes a number on the pad."""

    def strokes(text):
        for stroke in written(text)[0]:
            workspace.drawing.press(*stroke[0])
            for point in stroke[1:]:
                workspace.drawing.move(*point)
            workspace.drawing.release()

    return strokes


def test_one_digit_has_no_number_and_several_take_no_more_room(person, write, workspace):
    write("4")
    assert not person.is_visible("number")
    tall = person.widget("answerDigit").height()
    bars = person.widget("bar0").mapTo(person.window, QPoint(0, 0))
    write("4")
    workspace.drawing.clear()
    write("42")
    person.sees(lambda: person.is_visible("number"))
    assert person.text("number") == "42"
    assert (person.text("answerDigit"), person.widget("bar2").value() > 900) == ("2", True)
    person.sees(lambda: person.widget("answerDigit").height() < tall / 2)
    person.sees(lambda: person.widget("bar0").mapTo(person.window, QPoint(0, 0)) == bars)
    workspace.drawing.clear()
    assert not person.is_visible("number")
    assert person.text("number") == ""
    assert person.widget("answerDigit").height() == tall


def test_the_bars_are_the_chosen_digit_s_and_its_name_is_told(person, write, workspace):
    write("427")
    person.focus("number")
    person.key("Home")
    assert person.text("answerDigit") == "4"
    person.key("4")
    assert person.text("keptLabel") == "Kept as 4."
    person.key("Right")
    assert (person.text("answerDigit"), person.widget("bar2").value() > 900) == ("2", True)
    assert "Misread?" in person.text("keptLabel")


@pytest.fixture
def outlined(show, workspace):
    """A pad with the outlines over it."""
    pad = Pad(workspace.drawing)
    marks = Marks(pad, workspace.drawing, workspace.reading)
    show(pad, size=(400, 400))
    return marks


def test_outlines_are_there_for_several_digits_while_the_pen_is_up(outlined, write, workspace):
    write("1")
    assert not outlined.isVisible()
    write("427")
    assert outlined.isVisible()
    workspace.drawing.press(300, 300)
    workspace.reading.read()
    assert not outlined.isVisible()
    workspace.drawing.release()
    assert outlined.isVisible()
    assert outlined.size() == outlined.parentWidget().size()


def test_the_chosen_one_s_outline_wears_the_accent_where_the_digit_is(outlined, write, workspace):
    write("42")
    scale = outlined.width() / 400
    for place in (0, 1):
        workspace.reading.choose(place)
        x, _, width, _ = workspace.reading.current.mark.found.box
        first, last = columns(outlined, colours(outlined).accent)
        left = max(scale * x - 3, 1)
        assert (first, last) == pytest.approx((left, scale * (x + width) + 3), abs=2)


def test_in_a_picture_outlines_lie_where_it_is_shown(outlined, workspace):
    found = tuple(Found((x, 20.0, 30.0, 60.0), STAGES) for x in (20.0, 150.0))
    workspace.drawing.lay_picture(Picture(np.full((100, 200), 255, np.uint8), None, found))
    assert outlined.isVisible()
    first, last = columns(outlined, colours(outlined).accent)
    scale = (outlined.width() - 4) / 200
    assert (first, last) == pytest.approx((2 + 20 * scale - 3, 2 + 50 * scale + 3), abs=2)


def test_the_outlines_let_the_pen_through(outlined, write, workspace, qtbot):
    write("42")
    pad = outlined.parentWidget()
    strokes = len(workspace.drawing.sheet.strokes)
    assert isinstance(pad, QWidget)
    target = pad.window().childAt(pad.mapTo(pad.window(), QPoint(40, 50)))
    assert target is pad
    workspace.drawing.press(*line((300, 300), (310, 310))[0])
    workspace.drawing.release()
    assert len(workspace.drawing.sheet.strokes) == strokes + 1
