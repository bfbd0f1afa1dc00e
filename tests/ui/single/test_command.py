"""Commands by themselves: what they ask, and how menus and buttons show it."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QVBoxLayout, QWidget

from mnist_pad.ui.commands import fill_menus
from mnist_pad.ui.kit.command import EDIT, FILE, HELP, Command, by_name, push_button, tool_button


class Lamp(QObject):
    """A store: a lamp that can break."""

    lit_changed = Signal()
    broken_changed = Signal()

    def __init__(self):
        super().__init__()
        self.lit = self.broken = False

    def switch(self):
        self.lit = not self.lit
        self.lit_changed.emit()

    def smash(self):
        self.broken = True
        self.broken_changed.emit()


@pytest.fixture
def lamp(qapp):
    return Lamp()


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def switch(window, lamp):
    return Command(
        window,
        "switch",
        EDIT,
        lambda: "Switch o&ff" if lamp.lit else "Switch o&n",
        lamp.switch,
        keys="Ctrl+Y",
        usable=lambda: not lamp.broken,
        checked=lambda: lamp.lit,
        changes=(lamp.lit_changed, lamp.broken_changed),
        tip="Switch the lamp",
    )


def test_a_command_is_found_by_its_name(window, switch):
    assert window.findChild(QAction, "switchAction") is switch
    assert by_name([switch]) == {"switch": switch}


def test_text_and_mark_follow_the_store(lamp, switch):
    assert (switch.text(), switch.isChecked()) == ("Switch o&n", False)
    lamp.switch()
    assert (switch.text(), switch.isChecked()) == ("Switch o&ff", True)


def test_whether_it_can_be_used_follows_each_of_its_signals(lamp, switch):
    assert switch.isEnabled()
    lamp.smash()
    assert not switch.isEnabled()


def test_a_command_that_cannot_be_used_does_nothing(lamp, switch):
    lamp.smash()
    switch.trigger()
    assert not lamp.lit


def test_what_no_signal_told_is_not_asked(lamp, switch):
    lamp.broken = True
    assert switch.isEnabled()
    switch.refresh()
    assert not switch.isEnabled()


def test_the_tip_names_the_keys(window, switch):
    assert switch.toolTip() == "Switch the lamp (Ctrl+Y)"
    without = Command(window, "a", EDIT, "A", lambda: None, tip="Do a")
    assert without.toolTip() == "Do a"


def test_a_plain_command_has_no_mark_to_show(window):
    command = Command(window, "a", EDIT, "A", lambda: None)
    assert not command.isCheckable()


def test_choosing_what_is_chosen_already_leaves_it_so(window):
    chosen = Command(window, "a", EDIT, "A", lambda: None, checked=lambda: True)
    chosen.trigger()
    assert chosen.isChecked()


def test_the_functions_own_parameters_are_left_alone(window):
    given = []
    Command(window, "a", EDIT, "A", lambda *values: given.append(values)).trigger()
    assert given == [()]


@pytest.mark.parametrize("make", [push_button, tool_button])
def test_a_button_shows_the_command_and_nothing_of_its_own(qtbot, lamp, switch, make):
    button = make(switch, "switchButton")
    qtbot.addWidget(button)
    assert (button.objectName(), button.text()) == ("switchButton", "Switch on")
    assert button.accessibleName() == "Switch on"
    assert button.toolTip() == switch.toolTip()
    assert (button.isCheckable(), button.isChecked()) == (True, False)
    button.click()
    assert lamp.lit
    assert (button.text(), button.isChecked()) == ("Switch off", True)
    assert button.accessibleName() == "Switch off"
    switch.trigger()
    assert (button.text(), button.isChecked()) == ("Switch on", False)
    lamp.smash()
    assert not button.isEnabled()


def test_two_buttons_of_one_command_are_never_of_two_minds(qtbot, switch):
    one, other = push_button(switch, "one"), tool_button(switch, "other")
    for button in (one, other):
        qtbot.addWidget(button)
    one.click()
    assert one.isChecked()
    assert other.isChecked()
    other.click()
    assert not one.isChecked()
    assert not other.isChecked()


def test_a_shorter_label_stays(qtbot, lamp, switch):
    button = push_button(switch, "switchButton", label="Light")
    qtbot.addWidget(button)
    lamp.switch()
    assert button.text() == button.accessibleName() == "Light"


def test_a_button_that_is_disabled_gives_the_keyboard_to_its_panel(show, lamp, window):
    panel = QWidget()
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(panel)
    command = Command(
        window, "smash", EDIT, "Smash", lamp.smash,
        usable=lambda: not lamp.broken, changes=(lamp.broken_changed,),
    )  # fmt: skip
    button = push_button(command, "smashButton")
    field = QLineEdit()
    layout.addWidget(button)
    layout.addWidget(field)
    someone = show(panel, window=window)
    someone.focus("smashButton")
    someone.key("Space")
    assert lamp.broken
    assert panel.hasFocus()
    assert not field.hasFocus()


def test_a_button_without_the_keyboard_takes_it_from_nobody(show, lamp, window):
    panel = QWidget()
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(panel)
    command = Command(
        window, "smash", EDIT, "Smash", lamp.smash,
        usable=lambda: not lamp.broken, changes=(lamp.broken_changed,),
    )  # fmt: skip
    field = QLineEdit()
    layout.addWidget(push_button(command, "smashButton"))
    layout.addWidget(field)
    show(panel, window=window)
    field.setFocus()
    lamp.smash()
    assert field.hasFocus()


def menus(window):
    return {menu.title(): menu for menu in window.menuBar().findChildren(QMenu)}


def entries(menu):
    return ["-" if action.isSeparator() else action.text() for action in menu.actions()]


def command(window, name, menu, **options):
    return Command(window, name, menu, name, lambda: None, **options)


def test_commands_go_into_the_menus_they_name_group_by_group(window):
    first = [command(window, "open", FILE), command(window, "undo", EDIT)]
    second = [command(window, "save", FILE)]
    fill_menus(window, [first, second])
    assert entries(menus(window)["&File"]) == ["open", "-", "save"]
    assert entries(menus(window)["&Edit"]) == ["undo"]
    assert entries(menus(window)["&View"]) == []


def test_a_group_that_is_not_in_a_menu_sets_nothing_off_there(window):
    groups = [[command(window, "a", FILE)], [command(window, "b", HELP)], []]
    fill_menus(window, groups)
    assert entries(menus(window)["&File"]) == ["a"]
    assert entries(menus(window)["&Help"]) == ["b"]


def test_commands_of_one_submenu_are_in_one_menu_in_the_place_of_the_first(window):
    group = [
        command(window, "before", EDIT),
        command(window, "1", EDIT, submenu="Digit"),
        command(window, "after", EDIT),
        command(window, "2", EDIT, submenu="Digit"),
    ]
    fill_menus(window, [group])
    assert entries(menus(window)["&Edit"]) == ["before", "Digit", "after"]
    assert entries(menus(window)["Digit"]) == ["1", "2"]


def test_a_command_in_no_menu_is_still_found_by_its_keys(show, window):
    pressed = []
    hidden = Command(window, "hidden", "", "Hidden", lambda: pressed.append(1), keys="Ctrl+H")
    fill_menus(window, [[hidden]])
    assert all("Hidden" not in entries(menu) for menu in menus(window).values())
    show(QWidget(), window=window).key("Ctrl+H")
    assert pressed == [1]
