"""The lessons page: each lesson run by mouse or keys, in the real child process."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.ui.on_disk import runs

LESSON_S = 60


@pytest.fixture
def lessons(user):
    user.do("showLessonsPageAction")
    user.sees(lambda: user.is_visible("lessonList"))
    return user


def open_lesson(user, number):
    """Go to a lesson with the arrow keys."""
    shown = user.widget("lessonList")
    user.qtbot.keyClick(shown, Qt.Key.Key_Home)
    for _ in range(number - 1):
        user.qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.currentRow() == number - 1


def run_variant(user, button):
    user.click(button)
    user.sees(lambda: not user.is_enabled(button), seconds=LESSON_S)
    user.sees(lambda: user.is_enabled(button), seconds=LESSON_S)
    return user.text("lessonOutcome")


BROKEN = {
    1: ("Attempt to convert a value (None) with an unsupported type", "every gradient is None"),
    2: ("expected to be a int64 tensor but is a int32 tensor", "equal types"),
    3: ("dtype=int64", "argmax answers int64"),
    4: ("Diverged", "9.8 %", "beyond ten billion"),
    5: ("Diverged", "9.8 %", "around a million"),
}
FIXED = {
    1: ("Test accuracy", "the loss falls"),
    2: ("test accuracy: 0.", "comes out as a number"),
    3: ("dtype=int32", "nothing to convert"),
    4: ("Test accuracy", "starts near 1"),
    5: ("Test accuracy", "starts near 1"),
}


@pytest.mark.parametrize("number", BROKEN)
def test_a_lesson_fails_as_the_article_says_and_its_fix_works(lessons, number):
    lessons.draw(3)
    before = lessons.bars()
    open_lesson(lessons, number)
    broken = run_variant(lessons, "runLessonButton")
    assert all(words in broken for words in BROKEN[number]), broken
    fixed = run_variant(lessons, "runFixButton")
    assert all(words in fixed for words in FIXED[number]), fixed
    # Nothing of it stays.
    lessons.sees(lambda: lessons.bars() == before)
    assert "Built-in" in lessons.weights_text()
    assert runs() == []


def test_lessons_6_and_7_learn_as_the_article_says(lessons):
    def accuracy(button):
        words = run_variant(lessons, button)
        return float(words.partition("Test accuracy ")[2].partition(" %")[0])

    open_lesson(lessons, 6)
    assert 50 < accuracy("runLessonButton") < 62
    assert 85 < accuracy("runFixButton") < 88
    open_lesson(lessons, 7)
    assert accuracy("runFixButton") > 95


def test_both_curves_are_drawn_and_where_the_numbers_end(lessons):
    open_lesson(lessons, 5)
    run_variant(lessons, "runLessonButton")
    run_variant(lessons, "runFixButton")
    lessons.sees(lambda: len(lessons.plotted("lessonLossPlot", curve=1)[0]) > 100)
    assert 1 < len(lessons.plotted("lessonLossPlot")[0]) < 50


def test_the_pad_is_read_by_the_network_of_the_lesson_while_it_runs(lessons):
    lessons.draw(3)
    before = lessons.bars()
    open_lesson(lessons, 6)
    lessons.click("runLessonButton")
    lessons.sees(lambda: lessons.bars() != before, seconds=LESSON_S)
    # Another lesson is opened: this one ends, and what it told is gone.
    open_lesson(lessons, 1)
    lessons.sees(lambda: lessons.bars() == before, seconds=LESSON_S)
    assert "Press Run it" in lessons.text("lessonOutcome")
    lessons.sees(lambda: lessons.is_enabled("runLessonButton"), seconds=LESSON_S)


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_a_run_that_goes_on_is_stopped_only_if_the_user_says_so(lessons, answer):
    lessons.do("trainOrStopAction")
    lessons.sees(lambda: len(runs()) == 1, seconds=LESSON_S)
    chosen = QMessageBox.StandardButton[answer]
    lessons.in_dialog(
        QMessageBox,
        lambda: lessons.click("runLessonButton"),
        lambda question: lessons.qtbot.mouseClick(
            question.button(chosen), Qt.MouseButton.LeftButton
        ),
    )
    if answer == "Yes":
        lessons.sees(lambda: "None" in lessons.text("lessonOutcome"), seconds=LESSON_S)
    else:
        assert "Press Run it" in lessons.text("lessonOutcome")
    assert len(runs()) == 1
