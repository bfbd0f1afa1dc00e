"""The first start's three marks: gone by doing, by one click or by a key, and never again."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

MARKS = ("padMark", "answerMark", "trainMark")


@pytest.fixture
def newcomer(open_window):
    """Somebody at the program's very first start."""
    return open_window(restore=True)


def marks(user):
    shown = [user.window.findChild(QWidget, name) for name in MARKS]
    return [mark.objectName() for mark in shown if mark is not None and mark.isVisible()]


def place(user, name):
    widget = user.widget(name)
    return QRect(widget.mapTo(user.window, QPoint(0, 0)), widget.size())


def again(user, open_window):
    user.close()
    return open_window(restore=True)


def test_only_a_first_start_has_them(user):
    assert marks(user) == []
    assert user.window.findChild(QWidget, "padMark") is None


@pytest.mark.parametrize("size", [(1200, 760), (900, 600), (1600, 1000)])
def test_each_points_at_its_thing_and_lies_on_none_of_them(newcomer, size):
    newcomer.window.resize(*size)
    newcomer.sees(lambda: newcomer.window.size().toTuple() == size)
    assert marks(newcomer) == list(MARKS)
    at = {"padMark": "pad", "answerMark": "answerDigit", "trainMark": "trainButton"}
    for mark, thing in at.items():
        assert place(newcomer, mark).top() >= place(newcomer, thing).bottom()
        assert place(newcomer, mark).left() <= place(newcomer, thing).center().x()
        assert place(newcomer, mark).right() >= place(newcomer, thing).center().x()
        for other in ("pad", "answerDigit", "trainButton", "recipeCombo", "bar9"):
            assert not place(newcomer, mark).intersects(place(newcomer, other)), (mark, other)
        # Its words and its button are whole.
        button = newcomer.widget(f"{mark}Button")
        assert newcomer.widget(mark).rect().contains(button.geometry())
    places = [place(newcomer, mark) for mark in MARKS]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_the_pad_is_drawn_on_as_ever_and_its_mark_goes_with_the_stroke(newcomer):
    # The pad's lower edge is next to the mark.
    spot = newcomer.pad.mapTo(newcomer.window, QPoint(20, newcomer.pad.height() - 4))
    assert newcomer.window.childAt(spot) is newcomer.pad
    newcomer.drag([(0.5, 0.2), (0.5, 0.9)], lift=False)
    assert marks(newcomer) == ["answerMark", "trainMark"]
    newcomer.lift()
    assert newcomer.answer() == "1"


def test_the_answer_s_goes_with_a_click_on_it(newcomer):
    newcomer.click("answerMark")
    assert marks(newcomer) == ["padMark", "trainMark"]


def test_the_answer_s_goes_with_a_click_on_the_answer(newcomer):
    spot = newcomer.widget("answerDigit").mapTo(newcomer.window, QPoint(9, 9))
    newcomer.qtbot.mouseClick(newcomer.window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    assert marks(newcomer) == ["padMark", "trainMark"]


@pytest.mark.parametrize("how", ["button", "key"])
def test_train_s_goes_when_the_network_trains(newcomer, how):
    newcomer.click("trainButton") if how == "button" else newcomer.key("Ctrl+T")
    newcomer.sees(newcomer.is_training)
    assert marks(newcomer) == ["padMark", "answerMark"]


@pytest.mark.parametrize("name", MARKS)
def test_one_click_dismisses_all_of_them_for_good(newcomer, open_window, name):
    newcomer.click(f"{name}Button")
    assert marks(newcomer) == []
    # Nothing brings them back, neither the window's size nor another page nor the next start.
    newcomer.window.resize(1000, 700)
    newcomer.do("showRunsPageAction")
    newcomer.do("showTrainPageAction")
    assert marks(newcomer) == []
    assert marks(again(newcomer, open_window)) == []


def test_escape_dismisses_all_of_them_after_a_message(newcomer, tmp_path):
    newcomer.drop(tmp_path / "nothing.png")
    newcomer.sees(lambda: bool(newcomer.notice()))
    newcomer.key("Escape")
    assert (newcomer.notice(), marks(newcomer)) == ("", list(MARKS))
    newcomer.key("Escape")
    assert marks(newcomer) == []


def test_whoever_did_one_of_the_things_has_seen_them(newcomer, open_window):
    newcomer.drag([(0.5, 0.2), (0.5, 0.9)])
    assert marks(again(newcomer, open_window)) == []


def test_whoever_did_nothing_sees_them_again(newcomer, open_window):
    # What is written here is that they were not seen.
    newcomer.window.resize(1000, 700)
    assert marks(again(newcomer, open_window)) == list(MARKS)


def test_starting_fresh_brings_none(newcomer):
    newcomer.click("padMarkButton")
    newcomer.do("startFreshAction")
    assert marks(newcomer) == []


def test_train_s_mark_is_there_with_its_page_alone(newcomer):
    newcomer.do("showRunsPageAction")
    assert marks(newcomer) == ["padMark", "answerMark"]
    newcomer.do("showTrainPageAction")
    assert marks(newcomer) == list(MARKS)


def test_they_can_be_closed_by_keyboard(newcomer):
    newcomer.focus("trainMarkButton")
    assert isinstance(newcomer.window.focusWidget(), QPushButton)
    newcomer.key("Space")
    assert marks(newcomer) == []
