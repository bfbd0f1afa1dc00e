"""The window's promises that a designer would check."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSpinBox, QWidget

CONTRACT = [
    "pad", "networkInput", "answerDigit", "answerConfidence",
    *(f"bar{digit}" for digit in range(10)),
    "clearButton", "undoButton", "redoButton", "eraserButton", "penWidthSlider",
    "recipeCombo", "epochsSpin", "learningRateSpin", "batchSizeSpin", "seedSpin",
    "trainButton", "pauseButton", "stopButton", "trainingProgress", "trainingStatus",
    "lossPlot", "accuracyPlot",
]  # fmt: skip


def test_every_widget_has_its_name_and_one_for_assistive_technology(user):
    for name in CONTRACT:
        assert user.widget(name).accessibleName(), name


def test_every_button_and_field_is_reachable_by_keyboard(user):
    for kind in (QAbstractButton, QComboBox, QSpinBox):
        for widget in user.window.findChildren(kind):
            # Ten rows are one stop: arrows go from one to the next.
            if re.fullmatch(r"digitButton[1-9]", widget.objectName()):
                continue
            if widget.objectName() and not widget.objectName().startswith("qt_"):
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_window_is_painted_in_its_appearance(user, appearance, name):
    appearance(name)
    picture, palette = user.window.grab().toImage(), user.window.palette()
    paper = picture.pixelColor(4, picture.height() // 2)
    assert paper == palette.color(QPalette.ColorRole.Window)
    middle = user.pad.mapTo(user.window, QPoint(20, 20))
    assert picture.pixelColor(middle) == palette.color(QPalette.ColorRole.Base)
    assert (paper.lightness() < 128) == (name == "dark")


@pytest.mark.parametrize("size", [(1200, 760), (900, 600), (1600, 1000)])
@pytest.mark.parametrize("settings", [False, True])
def test_nothing_overlaps_and_no_button_is_cut(user, size, settings):
    user.window.resize(*size)
    if settings:
        user.open_settings()
    user.sees(lambda: user.window.size().toTuple() == size)
    for button in user.window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            assert button.width() >= needed, button.text()
    shown = [user.widget(name) for name in CONTRACT if user.widget(name).isVisible()]
    for index, widget in enumerate(shown):
        for other in shown[index + 1 :]:
            assert not area(widget, user.window).intersects(area(other, user.window)), (
                widget.objectName(),
                other.objectName(),
            )


def area(widget: QWidget, window: QWidget):
    rectangle = widget.rect()
    rectangle.moveTopLeft(widget.mapTo(window, QPoint(0, 0)))
    return rectangle


def test_answers_do_not_move_the_bars(user):
    def place():
        return [area(user.widget(f"bar{digit}"), user.window) for digit in range(10)]

    empty = place()
    user.draw(8)
    assert place() == empty
    user.click("clearButton")
    user.drag([(0.5, 0.5)])
    assert place() == empty


def test_the_answer_is_the_largest_text(user):
    user.draw(3)
    largest = user.widget("answerDigit").fontInfo().pixelSize()
    for label in user.window.findChildren(QLabel):
        assert label.fontInfo().pixelSize() <= largest


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_answer_alone_wears_the_accent(user, appearance, name):
    def accented(widget):
        picture = user.widget(widget).grab().toImage()
        accent = user.window.palette().color(QPalette.ColorRole.Highlight)
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(x, y) == accent for x, y in spots)

    user.draw(3)
    appearance(name)
    assert accented("answerDigit")
    assert [digit for digit in range(10) if accented(f"bar{digit}")] == [3]
    user.click("clearButton")
    assert not accented("answerDigit")
    assert not any(accented(f"bar{digit}") for digit in range(10))
