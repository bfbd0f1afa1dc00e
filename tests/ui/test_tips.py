"""Whatever can be pressed or filled in says what it is for."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QProgressBar,
    QScrollBar,
)

from mnist_pad.ui.kit.command import Command

PAGES = ["trainPage", "lessonsPage", "insidePage", "evaluationPage", "runsPage", "drawingsPage"]
USED = (
    QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractSlider, QAbstractItemView,
    QProgressBar,
)  # fmt: skip


def of_qt(widget):
    """Tell whether Qt made it for its own ends: part of a widget that has a tip itself."""
    name = widget.objectName()
    own = not name or name.startswith("qt_") or name in ("ScrollLeftButton", "ScrollRightButton")
    return own or isinstance(widget, QScrollBar)


@pytest.fixture
def whole(user):
    """A window of which every page was opened."""
    for page in PAGES:
        user.do(f"show{page[0].upper()}{page[1:]}Action")
        user.sees(lambda page=page: user.is_visible(page))
    return user


def test_every_button_and_field_has_a_tip_and_a_name(whole):
    used = [each for each in whole.window.findChildren(object) if isinstance(each, USED)]
    ours = [widget for widget in used if not of_qt(widget)]
    assert len(ours) > 50
    assert [widget.objectName() for widget in ours if not widget.toolTip()] == []
    assert [widget.objectName() for widget in ours if not widget.accessibleName()] == []


def test_every_command_says_what_it_does(whole):
    commands = whole.window.findChildren(Command)
    assert len(commands) > 40
    assert [command.objectName() for command in commands if not command.tip] == []


def test_menus_show_what_commands_say(whole):
    menus = [menu for menu in whole.window.menuBar().findChildren(QMenu) if menu.actions()]
    titles = [menu.title() for menu in menus if menu.title() and not menu.toolTipsVisible()]
    assert titles == []
