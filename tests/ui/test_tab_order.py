"""The keyboard goes through the window as one reads it, beginning at the pad."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

STOPS = [
    "pad",
    "eraserButton",
    "penWidthSlider",
    "cropSwitch",
    "aspectSwitch",
    "penWidthSwitch",
    "centreSwitch",
    "scalingSwitch",
    "digitButton0",
    "learnButton",
    "drawingsButton",
    "qt_tabwidget_tabbar",
    "recipeCombo",
    "trainButton",
    "settingsToggle",
    "whatIfButton",
    "speedCombo",
    "oneStepButton",
    "oneEpochButton",
    "weightsMenuButton",
]


def test_tab_goes_from_the_pad_to_the_foot_and_round(user):
    met = []
    while not met or QApplication.focusWidget().objectName() != "pad":
        met.append(QApplication.focusWidget().objectName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert len(met) < 30
    assert [name for name in met if name] == STOPS


def test_f1_at_the_start_tells_of_the_pad(user):
    user.key("F1")
    text = user.widget("helpText")
    assert "\nPad\n" in f"\n{text.toPlainText()}"
    # The pad's part is the first: nothing is scrolled away but the page's title.
    assert text.verticalScrollBar().value() < text.viewport().height() // 4
