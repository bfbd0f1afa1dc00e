"""The pages on the right: built when they are first opened, chosen in any way, remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from mnist_pad.base import folders
from mnist_pad.workspace.preferences import Preferences
from mnist_pad.workspace.session import Session, SessionFile

PAGES = ["trainPage", "lessonsPage", "insidePage", "evaluationPage", "runsPage", "drawingsPage"]
INSIDE = {
    "trainPage": "trainButton",
    "lessonsPage": "lessonList",
    "insidePage": "insideNetwork",
    "evaluationPage": "evaluation",
    "runsPage": "runsTable",
    "drawingsPage": "ownDrawings",
}


def leave(**preferences):
    """Leave a session with these preferences."""
    session = Session(preferences=Preferences(**preferences))
    SessionFile(folders.data() / "session.json").write(session)


def pages(user):
    return user.window.findChild(QTabWidget, "pages")


def page(user):
    return pages(user).currentWidget().objectName()


def built(user):
    return [name for name in PAGES if user.window.findChild(QWidget, INSIDE[name]) is not None]


def click_tab(user, name):
    bar = pages(user).tabBar()
    user.qtbot.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(PAGES.index(name)).center()
    )


def choose(user, how, name):
    command = f"show{name[0].upper()}{name[1:]}Action"
    if how == "tab":
        click_tab(user, name)
    elif how == "command":
        user.do(command)
    else:
        user.window.workspace.preferences.choose(page=name)


def test_pages_have_their_titles_and_names(user):
    tabs = pages(user)
    titles = [tabs.tabText(index) for index in range(tabs.count())]
    assert titles == ["Train", "Lessons", "Inside", "Evaluate", "Runs", "My drawings"]
    assert [tabs.widget(index).objectName() for index in range(tabs.count())] == PAGES
    assert [tabs.widget(index).accessibleName() for index in range(tabs.count())] == titles


def test_a_page_is_built_when_it_is_first_opened_and_once(user):
    assert built(user) == ["trainPage"]
    click_tab(user, "runsPage")
    assert built(user) == ["trainPage", "runsPage"]
    table = user.widget("runsTable")
    click_tab(user, "trainPage")
    click_tab(user, "runsPage")
    assert user.widget("runsTable") is table
    assert len(user.window.findChildren(QWidget, "runsTable")) == 1


@pytest.mark.parametrize("how", ["tab", "command", "preference"])
@pytest.mark.parametrize("name", ["runsPage", "drawingsPage"])
def test_a_page_is_chosen_in_any_way_and_remembered(user, how, name):
    choose(user, how, name)
    assert page(user) == name
    # Without runs, their table is not in sight.
    user.sees(lambda: user.is_visible({"runsPage": "runsEmpty"}.get(name, INSIDE[name])))
    assert user.window.workspace.preferences.current.page == name
    choose(user, how, "trainPage")
    assert page(user) == "trainPage"
    assert user.window.workspace.preferences.current.page == "trainPage"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_built_once_however_often_it_is_chosen(open_window, name):
    leave(page=name)
    user = open_window(restore=True)
    for other in (*PAGES, name, name):
        user.window.workspace.preferences.choose(page=other)
    for built_page in PAGES:
        assert len(user.window.findChildren(QWidget, INSIDE[built_page])) == 1


def test_the_drawings_have_keys_and_the_menu_names_them(user):
    user.key("Ctrl+D")
    assert page(user) == "drawingsPage"
    assert user.action("showDrawingsPageAction").shortcut().toString() == "Ctrl+D"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_that_was_open_comes_back_and_no_other_is_built(open_window, name):
    leave(page=name)
    user = open_window(restore=True)
    assert page(user) == name
    # The first is the one that Qt opens of itself while pages are added.
    assert set(built(user)) <= {"trainPage", name}
    assert name in built(user)


@pytest.mark.parametrize("name", ["", "nowhere", "pages", "trainpage"])
def test_a_page_of_another_version_gives_the_first(open_window, name):
    leave(page=name)
    user = open_window(restore=True)
    assert page(user) == "trainPage"
    assert user.is_visible("trainButton")
    assert user.notice() == ""
    click_tab(user, "runsPage")
    assert page(user) == "runsPage"


def test_another_preference_turns_no_page(user):
    click_tab(user, "runsPage")
    user.window.workspace.preferences.choose(settings_open=True)
    assert page(user) == "runsPage"


@pytest.mark.parametrize("size", [(900, 600), (1200, 760)])
def test_all_tabs_are_in_sight(user, size):
    user.window.resize(*size)
    user.sees(lambda: user.window.size().toTuple() == size)
    bar = pages(user).tabBar()
    user.sees(lambda: bar.tabRect(bar.count() - 1).right() <= pages(user).width())
    assert bar.tabRect(0).left() >= 0
