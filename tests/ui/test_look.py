"""The window's promises that a designer would check."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSpinBox, QWidget

from mnist_pad.ui import theme

CONTRACT = [
    "pad", "networkInput", "answerDigit", "answerConfidence",
    *(f"bar{digit}" for digit in range(10)),
    "clearButton", "undoButton", "redoButton", "eraserButton", "penWidthSlider",
    "recipeCombo", "epochsSpin", "learningRateSpin", "batchSizeSpin", "seedSpin",
    "trainButton", "pauseButton", "stopButton", "trainingProgress", "trainingStatus",
    "lossPlot", "accuracyPlot",
]  # fmt: skip


@pytest.fixture
def appearance(qapp):
    yield lambda name: theme.choose(qapp, name)
    theme.choose(qapp, "system")


def test_every_widget_has_its_name_and_one_for_assistive_technology(hand):
    for name in CONTRACT:
        assert hand.widget(name).accessibleName(), name


def test_every_button_and_field_is_reachable_by_keyboard(hand):
    for kind in (QAbstractButton, QComboBox, QSpinBox):
        for widget in hand.window.findChildren(kind):
            if widget.objectName() and not widget.objectName().startswith("qt_"):
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


def luminance(colour):
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_text_has_the_contrast_that_wcag_asks_for(colours):
    for paper in (colours.window, colours.surface):
        for ink in (colours.text, colours.muted, colours.accent):
            assert contrast(paper, ink) >= 4.5
    assert contrast(colours.accent, colours.on_accent) >= 4.5


@pytest.mark.parametrize(("name", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_the_window_is_painted_in_its_appearance(hand, appearance, name, colours):
    appearance(name)
    picture = hand.window.grab().toImage()
    assert picture.pixelColor(4, picture.height() // 2) == QColor(colours.window)
    middle = hand.pad.mapTo(hand.window, QPoint(20, 20))
    assert picture.pixelColor(middle) == QColor(colours.surface)


@pytest.mark.parametrize("size", [(1200, 760), (900, 600), (1600, 1000)])
@pytest.mark.parametrize("settings", [False, True])
def test_nothing_overlaps_and_no_button_is_cut(hand, qtbot, size, settings):
    hand.window.resize(*size)
    if settings:
        hand.click("settingsToggle")
    qtbot.waitUntil(lambda: hand.window.size().toTuple() == size)
    for button in hand.window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            assert button.width() >= needed, button.text()
    shown = [hand.widget(name) for name in CONTRACT if hand.widget(name).isVisible()]
    for index, widget in enumerate(shown):
        for other in shown[index + 1 :]:
            assert not area(widget, hand.window).intersects(area(other, hand.window)), (
                widget.objectName(),
                other.objectName(),
            )


def area(widget: QWidget, window: QWidget):
    rectangle = widget.rect()
    rectangle.moveTopLeft(widget.mapTo(window, QPoint(0, 0)))
    return rectangle


def test_answers_do_not_move_the_bars(hand):
    def place():
        return [area(hand.widget(f"bar{digit}"), hand.window) for digit in range(10)]

    empty = place()
    hand.draw(8)
    assert place() == empty
    hand.click("clearButton")
    hand.drag([(0.5, 0.5)])
    assert place() == empty


def test_the_answer_is_the_largest_text(hand):
    hand.draw(3)
    largest = hand.widget("answerDigit").fontInfo().pixelSize()
    for label in hand.window.findChildren(QLabel):
        assert label.fontInfo().pixelSize() <= largest


@pytest.mark.parametrize(("name", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_the_answer_alone_wears_the_accent(hand, appearance, name, colours):
    def accented(widget):
        picture = hand.widget(widget).grab().toImage()
        accent = QColor(colours.accent)
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(x, y) == accent for x, y in spots)

    hand.draw(3)
    appearance(name)
    assert accented("answerDigit")
    assert [digit for digit in range(10) if accented(f"bar{digit}")] == [3]
    hand.click("clearButton")
    assert not accented("answerDigit")
    assert not any(accented(f"bar{digit}") for digit in range(10))
