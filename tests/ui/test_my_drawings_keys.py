"""My drawings by key and by menu: another name, deleting, bringing back, opening on the pad."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.gestures import plain
from tests.ui.on_disk import labels


def menu_at(mine, spot):
    """Ask for the menu at a place of the sheet; returns what it has by its words."""
    view = mine.sheet.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view, event)
    shown = [menu for menu in mine.sheet.findChildren(QMenu) if menu.isVisible()]
    return {plain(action.text()): action for menu in shown for action in menu.actions()}


def menu_of(mine, row):
    return menu_at(mine, mine.sheet.visualItemRect(mine.sheet.item(row)).center())


def close_menus(mine):
    while popup := QApplication.activePopupWidget():
        popup.close()


def test_a_digit_s_key_renames_what_is_selected(opened):
    mine = opened()
    mine.click_drawing(1)
    mine.key("3")
    mine.sees(lambda: "8, read 3" not in mine.captions())
    assert sorted(labels()) == [1, 3, 3, 7]
    assert mine.text("ownSummary") == "4 drawings · 4 read right"


def test_several_are_renamed_together(opened):
    mine = opened()
    mine.click_drawing(0)
    mine.click_drawing(2, Qt.KeyboardModifier.ControlModifier)
    mine.key("9")
    mine.sees(lambda: sorted(labels()) == [3, 8, 9, 9])


def test_with_none_selected_a_digit_names_what_is_on_the_pad(opened, user):
    user.draw(4)
    mine = opened()
    mine.focus("ownSheet")
    mine.key("4")
    user.sees(lambda: user.text("keptLabel") == "Kept as 4.")
    assert sorted(labels()) == [1, 3, 4, 7, 8]


def test_renaming_in_the_sheet_leaves_the_pad_alone(opened, user):
    user.draw(4)
    mine = opened()
    mine.click_drawing(1)
    mine.key("3")
    mine.sees(lambda: sorted(labels()) == [1, 3, 3, 7])
    assert user.answer() == "4"
    assert "Misread?" in user.text("keptLabel")


def test_delete_in_the_sheet_does_not_clear_the_pad(opened, user):
    user.draw(4)
    mine = opened()
    mine.click_drawing(1)
    mine.key("Delete")
    mine.sees(lambda: len(mine.captions()) == 3)
    assert user.answer() == "4"
    # With none selected any more, it is still the sheet's.
    mine.key("Delete")
    assert user.answer() == "4"
    assert len(labels()) == 3


def test_delete_on_the_pad_clears_it_and_deletes_no_drawing(opened, user):
    user.draw(4)
    mine = opened()
    mine.click_drawing(1)
    user.focus("clearButton")
    user.key("Delete")
    assert user.answer() == "?"
    assert len(labels()) == 4


@pytest.mark.parametrize("how", ["button", "command"])
def test_what_was_deleted_comes_back(opened, user, how):
    mine = opened()
    assert not mine.is_enabled("restoreDrawingsButton")
    mine.click_drawing(0)
    mine.click_drawing(1, Qt.KeyboardModifier.ControlModifier)
    mine.key("Delete")
    mine.sees(lambda: mine.captions() == ["7", "3"])
    if how == "button":
        mine.click("restoreDrawingsButton")
    else:
        user.do("restoreDrawingsAction")
    mine.sees(lambda: len(mine.captions()) == 4)
    assert sorted(labels()) == [1, 3, 7, 8]
    assert not mine.is_enabled("restoreDrawingsButton")
    assert not user.action("restoreDrawingsAction").isEnabled()


def test_after_a_deletion_nothing_is_selected(opened):
    mine = opened()
    mine.click_drawing(1)
    mine.key("Delete")
    mine.sees(lambda: len(mine.captions()) == 3)
    assert mine.selected() == []
    assert not mine.is_enabled("deleteDrawingButton")


@pytest.mark.parametrize("how", ["Return", "Enter", "double click", "menu"])
def test_a_drawing_is_opened_on_the_pad_with_its_name(opened, user, how):
    mine = opened()
    mine.click_drawing(2)
    if how == "menu":
        menu_of(mine, 2)["Open on the pad"].trigger()
        close_menus(mine)
    elif how == "double click":
        mine.double_click_drawing(2)
    else:
        mine.key(how)
    user.sees(lambda: user.answer() == "7")
    assert user.text("keptLabel") == "Kept as 7."
    user.click("undoButton")
    assert user.answer() == "?"


def test_the_menu_of_a_drawing_renames_it(opened):
    mine = opened()
    mine.click_drawing(1)
    naming = menu_of(mine, 1)["It was a"].menu()
    assert [action.text() for action in naming.actions()] == [str(digit) for digit in range(10)]
    naming.actions()[3].trigger()
    close_menus(mine)
    mine.sees(lambda: sorted(labels()) == [1, 3, 3, 7])


def test_the_menu_of_a_drawing_deletes_it(opened):
    mine = opened()
    mine.click_drawing(1)
    menu_of(mine, 1)["Delete"].trigger()
    close_menus(mine)
    mine.sees(lambda: mine.captions() == ["1", "7", "3"])


def test_beside_the_drawings_there_is_no_menu(opened):
    mine = opened()
    corner = mine.sheet.viewport().rect().bottomRight() - QPoint(2, 2)
    assert menu_at(mine, corner) == {}


def test_a_drawing_s_tip_says_what_it_is_and_how_it_is_read(opened):
    mine = opened()
    assert mine.sheet.item(1).toolTip().startswith("You wrote 8; read as 3, ")
    assert mine.sheet.item(1).toolTip().endswith(" %")
