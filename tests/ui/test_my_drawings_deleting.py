"""Deleting drawings: what is selected goes, and nothing else."""

import json

from PySide6.QtCore import Qt

from mnist_pad.commands.sample_digits import strokes
from tests.ui.on_disk import ink, labels


def test_delete_takes_away_what_is_selected_and_nothing_else(opened, user):
    mine = opened()
    mine.click_drawing(1)
    assert mine.is_enabled("deleteDrawingButton")
    mine.key("Delete")
    mine.sees(lambda: mine.captions() == ["1", "7", "3"])
    mine.sees(lambda: user.text("drawingsButton") == "Drawings (3)")
    assert labels() == [3, 7, 1]
    assert mine.text("ownSummary") == "3 drawings · 3 read right"
    # A second press must not take the neighbour.
    mine.key("Delete")
    assert not mine.is_enabled("deleteDrawingButton")
    assert labels() == [3, 7, 1]


def test_deleting_leaves_the_sheet_where_it_was_scrolled(opened):
    mine = opened(digits=[3] * 40, labels=[3] * 40)
    place = mine.scroll_half_way()
    shown = next(row for row in range(40) if mine.shows(row))
    mine.click_drawing(shown + 3)
    mine.key("Delete")
    mine.sees(lambda: len(mine.captions()) == 39)
    assert mine.scrolled() == place > 0


def test_what_another_window_adds_leaves_it_there_too(opened, collection, user):
    mine = opened(digits=[3] * 40, labels=[3] * 40)
    place = mine.scroll_half_way()
    collection.add(ink(strokes(5)), 5)
    user.open_drawings()
    mine.sees(lambda: len(mine.captions()) == 41)
    assert mine.scrolled() == place > 0


def test_the_button_deletes_several(opened, collection):
    mine = opened()
    mine.click_drawing(0)
    mine.click_drawing(2, Qt.KeyboardModifier.ControlModifier)
    mine.click("deleteDrawingButton")
    mine.sees(lambda: mine.captions() == ["8, read 3", "3"])
    assert labels() == [3, 8]


def test_all_that_is_selected_is_what_the_sheet_shows(opened, collection):
    mine = opened()
    mine.click_cell(8, 3)
    mine.focus("ownSheet")
    mine.key("Ctrl+A", "Delete")
    # The chosen cell is empty now: the sheet shows the rest.
    mine.sees(lambda: mine.captions() == ["1", "7", "3"])
    assert labels() == [3, 7, 1]


def test_deleting_the_last_one_leaves_the_empty_window(opened, collection):
    mine = opened(digits=(3,), labels=(3,))
    mine.click_drawing(0)
    mine.key("Delete")
    mine.sees(lambda: mine.is_visible("ownEmpty"))
    assert collection.read() == ([], [])
    assert mine.text("ownSummary") == ""


def test_enter_deletes_nothing(opened, collection):
    mine = opened()
    mine.click_drawing(1)
    mine.key("Return", "Enter")
    assert len(labels()) == 4


def test_a_full_disk_keeps_the_drawing_and_says_why(opened, collection, no_room):
    mine = opened()
    before = collection.path.read_bytes()
    mine.click_drawing(1)
    with no_room(len(before) + 10):
        mine.key("Delete")
        mine.sees(lambda: mine.notice() != "")
    assert "samples.jsonl: expected a file that can be written" in mine.notice()
    assert collection.path.read_bytes() == before
    assert len(mine.captions()) == 4
    mine.key("Delete")
    mine.sees(lambda: len(mine.captions()) == 3)
    assert mine.notice() == ""


def test_what_else_a_line_says_survives_a_deletion(opened, collection):
    mine = opened()
    lines = collection.path.read_text().splitlines()
    kept = json.dumps(json.loads(lines[0]) | {"note": "mine"})
    collection.path.write_text("\n".join([kept, *lines[1:]]) + "\n")
    mine.click_drawing(0)
    mine.key("Delete")
    mine.sees(lambda: len(mine.captions()) == 3)
    assert collection.read()[0][0].extra["note"] == "mine"
