"""The page of help: it knows every key and every panel, and opens at the one in use."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from mnist_pad import app
from mnist_pad.base import folders
from mnist_pad.training.lessons.words import words
from mnist_pad.ui.panel import Panel
from tests.ui.gestures import plain

LEFT = Qt.MouseButton.LeftButton


def page(user):
    user.sees(lambda: user.window.findChild(QWidget, "helpPage") is not None)
    user.sees(lambda: user.is_visible("helpPage"))
    return user.window.findChild(QTextBrowser, "helpText")


def first_line(user):
    """Return the first line of the help that is in sight."""
    text = page(user)
    return text.cursorForPosition(QPoint(40, 8)).block().text()


def open_help(user):
    user.key("F1")
    return page(user)


def test_f1_opens_it_and_escape_closes_it(user):
    text = open_help(user)
    user.qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not user.is_visible("helpPage")
    # The second time, it is the same page.
    assert open_help(user) is text


def test_it_is_in_the_help_menu(user):
    user.menu("Contents and shortcuts").trigger()
    assert page(user).isVisible()


def test_it_lists_every_key_that_does_something(user):
    lines = open_help(user).toPlainText().splitlines()
    actions = [each for each in user.window.findChildren(QAction) if not each.shortcut().isEmpty()]
    assert len(actions) > 20
    for action in actions:
        for keys in action.shortcuts():
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            rows = [line for row, line in enumerate(lines) if lines[row - 1] == shown]
            assert plain(action.text()) in rows, (shown, action.text())


def test_it_says_what_each_panel_is_for(user):
    text = open_help(user).toPlainText()
    for panel in app.PANELS:
        assert panel.title(), panel.name
        assert len(panel.help()) > 40, panel.name
        assert f"{panel.title()}\n{panel.help()}" in text


def test_a_panel_more_brings_its_own_words(monkeypatch, open_window):
    greeting = Panel(
        "greetingPage",
        "page",
        lambda *_: QWidget(),
        title=lambda: "Greeting",
        help=lambda: "It says <good> day.",
    )
    monkeypatch.setattr(app, "PANELS", (*app.PANELS, greeting))
    assert "Greeting\nIt says <good> day." in open_help(open_window()).toPlainText()


def test_it_says_where_files_are_kept(user):
    user.window.workspace.session.write()
    text = open_help(user).toPlainText()
    for name in ("samples.jsonl", "runs", "session.json"):
        assert str(folders.data() / name) in text.splitlines()
    assert str(folders.log() / "defects.log") in text
    user.sees((folders.data() / "session.json").is_file)


PAGES = {
    "showTrainPageAction": "Train",
    "showLessonsPageAction": "Lessons",
    "showInsidePageAction": "Inside",
    "showEvaluationPageAction": "Evaluate",
    "showRunsPageAction": "Runs",
    "showDrawingsPageAction": "My drawings",
}


@pytest.mark.parametrize(("action", "title"), PAGES.items())
def test_it_opens_at_the_page_that_is_open(user, action, title):
    user.do(action)
    # The keyboard is nowhere in a panel: on the pages' tabs.
    user.window.findChild(QWidget, "pages").tabBar().setFocus()
    open_help(user)
    assert first_line(user) == title


def test_it_opens_at_the_panel_that_has_the_keyboard(user):
    user.drag([(0.5, 0.2), (0.5, 0.8)])
    open_help(user)
    user.sees(lambda: first_line(user) in ("What is where", "Pad"))
    user.focus("weightsMenuButton")
    open_help(user)
    assert first_line(user) == "Weights"
    user.focus("recipeCombo")
    open_help(user)
    assert first_line(user) == "Train"


@pytest.mark.parametrize("number", [1, 4, 7])
def test_a_lesson_s_title_opens_the_lesson(user, number):
    text = open_help(user)
    found = text.document().find(words(number).title)
    assert not found.isNull()
    found.setPosition(found.selectionStart() + 2)
    text.setTextCursor(QTextCursor(found))
    text.ensureCursorVisible()
    user.qtbot.mouseClick(text.viewport(), LEFT, pos=text.cursorRect(found).center())
    user.sees(lambda: user.is_visible("lessonList"))
    assert user.widget("lessonList").currentRow() == number - 1
