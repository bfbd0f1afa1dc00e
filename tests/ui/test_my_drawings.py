"""My drawings: the sheet, the report beside it, and what each shows of the other."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset import drawings
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.weights import Weights, save, shipped
from tests.ui.on_disk import ink

STYLES_COLUMN = 10


def written(style_name, digit, random):
    style = next(style for style in STYLES if (style.digit, style.name) == (digit, style_name))
    return ink(draw_strokes(style, random))


def test_it_shows_what_the_file_has_and_how_each_is_read(opened):
    mine = opened()
    assert mine.captions() == ["1", "8, read 3", "7", "3"]
    assert mine.text("ownSummary") == "4 drawings · 3 read right"
    assert (mine.cell(8, 3), mine.cell(3, 3), mine.cell(8, 8)) == ("1", "1", "·")
    assert not mine.is_visible("ownProblems")
    assert not mine.is_enabled("deleteDrawingButton")


def test_without_drawings_it_says_how_they_come(user):
    mine = user.open_drawings()
    mine.sees(lambda: mine.is_visible("ownEmpty"))
    assert mine.text("ownEmpty").startswith("No drawings yet.")
    assert not mine.is_enabled("exportDrawingsButton")
    assert not mine.sheet.isVisible()


def test_a_drawing_without_ink_enough_is_blank_and_misread(opened, collection, user):
    mine = opened()
    collection.add(Ink.from_points([[[9, 9]]], pad=(400, 400), pen=24), 7)
    user.open_drawings()
    mine.sees(lambda: mine.captions()[0] == "7, not read")
    assert mine.text("ownSummary") == "5 drawings · 3 read right · 1 called not a digit"


def test_what_the_pad_calls_no_digit_says_so(opened, collection, user):
    scribble = [np.column_stack([np.tile([0.0, 1.0], 20), np.linspace(0, 1, 40)])]
    mine = opened()
    collection.add(ink(scribble), 8)
    user.open_drawings()
    mine.sees(lambda: "called not a digit" in mine.text("ownSummary"))
    assert "called not a digit" in mine.sheet.item(0).toolTip()


def test_a_drawing_without_a_name_is_neither_right_nor_wrong(opened, collection, user):
    mine = opened()
    drawings.append(drawings.Sample("x", None, ink(strokes(3))), collection.path)
    user.open_drawings()
    mine.sees(lambda: mine.captions()[0] == "?, read 3")
    assert mine.text("ownSummary") == "5 drawings · 3 read right"


def test_a_cell_shows_its_drawings_alone_until_it_is_let_go_of(opened):
    mine = opened()
    assert not mine.is_visible("showAllDrawingsButton")
    mine.click_cell(8, 3)
    assert mine.captions() == ["8, read 3"]
    assert mine.text("ownHeading") == "8 read as 3"
    mine.click_cell(8, 3)
    assert len(mine.captions()) == 4
    mine.click_cell(3, 3)
    assert mine.captions() == ["3"]
    mine.click("showAllDrawingsButton")
    assert len(mine.captions()) == 4
    assert not mine.is_visible("showAllDrawingsButton")


def test_a_cell_of_no_drawings_cannot_be_chosen(opened):
    mine = opened()
    mine.click_cell(5, 6)
    assert len(mine.captions()) == 4
    assert mine.text("ownHeading") == "All drawings"


def test_cells_are_chosen_by_keyboard(opened):
    mine = opened()
    mine.focus("ownConfusion")
    mine.key(*["Down"] * 8, *["Right"] * 3)
    assert mine.captions() == ["8, read 3"]
    mine.key("Right")
    assert len(mine.captions()) == 4


def test_the_styles_of_a_digit_choose_all_of_it(opened):
    mine = opened(digits=(3, 7, 3, 8), labels=(3, 7, 8, 8))
    mine.click_cell(8, STYLES_COLUMN)
    assert mine.captions() == ["8", "8, read 3"]
    assert mine.text("ownHeading") == "All your 8s"


def test_styles_are_named_and_counted(opened, collection, user):
    mine = opened()
    random = np.random.default_rng(4)
    for name in ("crossed", "crossed", "plain", "crossed"):
        collection.add(written(name, 7, random), 7)
    collection.add(written("slashed through", 0, random), 0)
    user.open_drawings()
    mine.sees(lambda: mine.cell(0, STYLES_COLUMN) == "slashed 1")
    assert mine.cell(7, STYLES_COLUMN) == "crossed 3 · plain 2"
    assert mine.cell(5, STYLES_COLUMN) == ""


def test_coming_back_shows_what_another_window_added(opened, collection, user):
    mine = opened()
    mine.click_drawing(1)
    user.leave_drawings()
    collection.add(ink(strokes(5)), 5)
    mine.come_back()
    mine.sees(lambda: mine.captions() == ["5", "1", "8, read 3", "7", "3"])
    assert mine.selected() == ["8, read 3"]


def test_another_network_reads_them_anew(opened, user, tmp_path):
    mine = opened()
    *others, last = shipped().parameters
    always_five = np.where(np.arange(10) == 5, np.float32(1e3), np.float32(0))
    assert last.shape == (10,)
    save(Weights((*others, always_five), shipped().meta), tmp_path / "five.npz")
    user.load_weights(tmp_path / "five.npz")
    mine.sees(lambda: mine.captions() == ["1, read 5", "8, read 5", "7, read 5", "3, read 5"])
    assert mine.text("ownSummary") == "4 drawings · 0 read right"


def test_closing_the_window_closes_the_drawings(opened, user):
    mine = opened()
    user.close()
    assert not mine.window.isVisible()
    assert not [top for top in QApplication.topLevelWidgets() if top.isVisible()]


@pytest.mark.parametrize("size", [(1200, 760), (900, 600)])
def test_it_has_names_and_room_for_everything(opened, user, size):
    mine = opened()
    mine.resize(size)
    mine.sees(lambda: mine.window.size().toTuple() == size)
    mine.click_cell(8, 3)
    for name in (
        "ownDrawings", "ownSheet", "ownConfusion", "ownSummary", "deleteDrawingButton",
        "exportDrawingsButton", "showAllDrawingsButton",
    ):  # fmt: skip
        assert user.widget(name).accessibleName(), name
    for button in mine.widget("ownDrawings").findChildren(QAbstractButton):
        if button.text() and button.isVisible():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert mine.window.size().toTuple() == size
    assert not mine.matrix.verticalScrollBar().isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_misread_alone_wears_the_accent(opened, appearance, name):
    mine = opened()

    def accented(row, column):
        picture = mine.cell_picture(row, column)
        accent = mine.matrix.palette().color(QPalette.ColorRole.Highlight)
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(x, y) == accent for x, y in spots)

    appearance(name)
    mine.sees(lambda: accented(8, 3))
    assert not accented(3, 3)
    assert not accented(8, 8)
