"""The language: chosen in a menu, shown at once in the whole window, kept, and never lost work."""

import gc
import re
from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QStyle,
    QStyleOptionComboBox,
    QTabWidget,
    QWidget,
)

from mnist_pad.base import languages
from mnist_pad.ui import language
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.language import _Speaker
from tests.ui.pens import Hand, Stylus

LEFT = Qt.MouseButton.LeftButton
PAGES = (
    "trainPage",
    "lessonsPage",
    "insidePage",
    "evaluationPage",
    "runsPage",
    "drawingsPage",
)
BAR = [(0.5, y) for y in np.linspace(0.2, 0.8, 7)]

# What is the same in every language: names of settings, of files, of the program; and figures.
NAMES = r"MNIST|Ctrl\+\w|Esc|TensorFlow|TensorBoard|CSV|mnist-pad|argmax|int64|English|He|Adam"


@pytest.fixture(autouse=True)
def english_again(qapp):
    """Leave the application as other tests expect it."""
    yield
    speaker = qapp.findChild(_Speaker)
    speaker._preferences.choose(language="en")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


@pytest.fixture
def speaker(user):
    return Speaker(user)


class Speaker:
    """Somebody who changes the language, by the menus, with the mouse."""

    def __init__(self, user):
        self.user = user

    def choose(self, title):
        view = self.menu().parent()
        bar = self.user.window.menuBar()
        QTest.mouseClick(bar, LEFT, pos=bar.actionGeometry(view.menuAction()).center())
        self.user.sees(view.isVisible)
        menu = self.menu()
        QTest.mouseClick(view, LEFT, pos=view.actionGeometry(menu.menuAction()).center())
        self.user.sees(menu.isVisible)
        (entry,) = (each for each in menu.actions() if each.text().startswith(title))
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())

    def menu(self):
        found = self.user.window.findChild(QMenu, "languageMenu")
        assert found is not None
        return found

    def speaks(self, title):
        pages = self.user.window.findChild(QTabWidget, "pages")
        self.user.sees(lambda: self.tabs()[0] == title)
        return pages

    def tabs(self):
        pages = self.user.window.findChild(QTabWidget, "pages")
        return [pages.tabText(index) for index in range(pages.count())]


def words(window):
    """Return every text that is in the window, shown or not."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox) and widget.objectName() != "recipeCombo":
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())


def test_the_menu_changes_the_whole_window_at_once_and_back(speaker, user):
    assert speaker.tabs() == ["Train", "Lessons", "Inside", "Evaluate", "Runs", "My drawings"]
    titles = ["&English", "简体中文(&C)", "S&ystem's language"]
    assert [action.text() for action in speaker.menu().actions()] == titles
    speaker.choose("简体中文")
    speaker.speaks("训练")
    assert speaker.tabs() == ["训练", "课程", "内部", "评估", "记录", "我的手写"]
    assert user.text("trainButton") == "训练"
    # The mark of a key is the menus' own.
    assert user.text("undoButton") == "撤销"
    assert user.text("answerConfidence") == "还没有写字"
    speaker.choose("&English")
    speaker.speaks("Train")
    assert user.text("undoButton") == "Undo"
    assert user.text("answerConfidence") == "Nothing drawn yet"


def test_a_drawing_its_name_and_the_curves_of_a_run_stay(speaker, user):
    user.open_settings()
    user.set("epochsSpin", 2)
    user.open_settings()
    user.train()
    assert user.wait_for_end() == "completed"
    user.draw(3)
    user.keep_as(3)
    user.sees(lambda: user.text("keptLabel") == "Kept as 3.")
    steps, losses = user.plotted("lossPlot")
    image = user.network_input()
    speaker.choose("简体中文")
    speaker.speaks("训练")
    assert user.answer() == "3"
    np.testing.assert_array_equal(user.network_input(), image)
    assert user.text("keptLabel") == "已存为 3。"
    assert user.status().startswith("训练 2 轮后完成：测试准确率 9")
    again, same = user.plotted("lossPlot")
    np.testing.assert_array_equal(again, steps)
    np.testing.assert_array_equal(same, losses)
    # The pad is the new one, and goes on where the old one was.
    user.do("undoAction")
    assert user.answer() != "3"
    user.do("redoAction")
    assert user.answer() == "3"


def test_a_run_goes_on_and_is_followed_in_the_other_language(speaker, user):
    user.open_settings()
    user.set("epochsSpin", 50)
    user.open_settings()
    user.train()
    user.wait_for_steps()
    speaker.choose("简体中文")
    speaker.speaks("训练")
    user.sees(lambda: re.match(r"第 \d+ 轮.共 50 轮", user.status()) is not None, seconds=60)
    user.stop()
    user.sees(lambda: user.status().startswith("训练"), seconds=60)


@pytest.mark.parametrize("size", [(900, 600), (1200, 760)])
def test_on_no_page_is_a_word_of_english_left(user, size):
    user.window.resize(*size)
    preferences = user.window.workspace.preferences
    for page in PAGES:
        preferences.choose(page=page)
    preferences.choose(language="zh_CN")
    user.sees(lambda: language.spoken() == "zh_CN")
    for page in PAGES:
        preferences.choose(page=page)
        QApplication.processEvents()
        for late in user.window.findChildren(Late):
            late.build()
        english = {
            text
            for text in words(user.window)
            if re.search(r"[A-Za-z]{3,} [a-z]{2,}", re.sub(r"<.*?>", " ", re.sub(NAMES, "", text)))
            and not re.search(r"[\u4e00-\u9fff]", text)
            and "tf." not in text
        }
        assert english == set(), page


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_choice_is_cut_in_the_smallest_window(user, language):
    user.window.workspace.preferences.choose(language=language, settings_open=True)
    user.window.resize(900, 600)
    user.sees(lambda: user.window._made_in == language)
    QApplication.processEvents()
    shown = [each for each in user.window.findChildren(QComboBox) if each.isVisible()]
    assert len(shown) > 6
    for combo in shown:
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(*parts, combo).width()
        texts = map(combo.itemText, range(combo.count()))
        assert room >= max(map(combo.fontMetrics().horizontalAdvance, texts)), combo.objectName()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_button_is_cut_in_the_smallest_window(user, language):
    preferences = user.window.workspace.preferences
    preferences.choose(language=language)
    user.window.resize(900, 600)
    for page in PAGES:
        preferences.choose(page=page)
        QApplication.processEvents()
        for button in user.window.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                text = re.sub(r"\(&.\)", "", button.text()).replace("&", "")
                needed = button.fontMetrics().horizontalAdvance(text)
                assert button.width() >= needed, (page, button.text())


def test_the_language_is_kept(open_window):
    first = open_window()
    Speaker(first).choose("简体中文")
    first.sees(lambda: first.text("trainButton") == "训练")
    first.close()
    again = open_window(restore=True)
    assert again.text("trainButton") == "训练"
    (checked,) = (each for each in Speaker(again).menu().actions() if each.isChecked())
    assert checked.text() == "简体中文(&C)"


@pytest.mark.parametrize("content", [None, b"", b"no catalogue", "cut"])
def test_a_damaged_catalogue_is_told_once_and_english_stays(
    speaker, user, tmp_path, monkeypatch, content
):
    whole = languages.catalogue("zh_CN", "qm").read_bytes()
    path = tmp_path / "mnist-pad_zh_CN.qm"
    if content is not None:
        path.write_bytes(whole[: len(whole) // 2] if content == "cut" else content)
    monkeypatch.setattr(languages, "catalogue", lambda *_: path)
    QApplication.instance().findChild(_Speaker)._has_told = False
    speaker.choose("简体中文")
    user.sees(lambda: "expected a catalogue of translations" in user.notice())
    assert speaker.tabs()[0] == "Train"
    user.click("dismissNoticeButton")
    speaker.choose("&English")
    speaker.choose("简体中文")
    QApplication.processEvents()
    assert user.notice() == ""
    assert user.text("trainButton") == "Train"


def ours():
    """Count what Python holds of the program's own widgets and commands, alive or not."""
    # Not what Qt makes by itself: asked for in Python, a wrapper of it would stay, by that alone.
    gc.collect()
    kinds = [type(each) for each in gc.get_objects() if isinstance(each, QObject)]
    return Counter(kind.__name__ for kind in kinds if kind.__module__.startswith("mnist_pad"))


def test_nothing_of_the_window_before_is_left(user, qtbot):
    preferences = user.window.workspace.preferences

    def switch():
        for chosen in ("zh_CN", "en"):
            preferences.choose(language=chosen)
            user.sees(lambda chosen=chosen: user.window._made_in == chosen)
            qtbot.wait(1)
        return ours()

    switch()
    before, widgets = switch(), len(QApplication.allWidgets())
    assert before["Command"] > 30
    for _ in range(3):
        assert switch() == before
    assert len(QApplication.allWidgets()) == widgets
    # Nobody of those that are gone hears of a change.
    user.draw(3)
    assert user.answer() == "3"


def test_settings_that_are_open_stay_open_and_what_is_closed_is_not_made(user):
    preferences = user.window.workspace.preferences

    def switch(chosen):
        preferences.choose(language=chosen)
        user.sees(lambda: user.window._made_in == chosen)

    switch("zh_CN")
    assert user.window.findChild(QWidget, "epochsSpin") is None
    user.open_settings()
    user.set("epochsSpin", 7)
    switch("en")
    assert user.is_visible("epochsSpin")
    assert user.widget("epochsSpin").value() == 7


def test_the_pad_of_the_other_language_knows_a_stylus_too(user):
    user.window.workspace.preferences.choose(language="zh_CN")
    user.sees(lambda: user.window._made_in == "zh_CN")
    stylus, hand = Stylus(user.pad), Hand(user.pad)
    stylus.come_near()
    hand.drag(BAR)
    assert user.answer() == "?"
    stylus.drag(BAR)
    assert user.answer() == "1"
