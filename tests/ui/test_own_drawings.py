"""The window "My drawings": the sheet, the report beside it, deleting and exporting."""

import json
import threading

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from mnist_pad.base.assets import asset
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset import drawings
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.pen_styles.hand import draw_strokes
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights, load
from mnist_pad.ui import theme
from mnist_pad.ui.background import Background
from mnist_pad.ui.own_drawings import EMPTY, OwnDrawings

STYLES_COLUMN = 10


def ink(paths):
    """Return ink of strokes in a square of side 1."""
    points = [(np.asarray(path) * 250 + 70).tolist() for path in paths]
    return Ink.from_points(points, pad=(400, 400), pen=24)


def written(style_name, digit, random):
    style = next(style for style in STYLES if (style.digit, style.name) == (digit, style_name))
    return ink(draw_strokes(style, random))


class Reader:
    """A user at the window "My drawings": looks, clicks, types."""

    def __init__(self, qtbot, own):
        self._qtbot = qtbot
        self.own = own
        self.sheet = self.widget("ownSheet")
        self.matrix = self.widget("ownConfusion")

    def widget(self, name):
        found = self.own.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name):
        return self.widget(name).text()

    def captions(self):
        return [self.sheet.item(row).text() for row in range(self.sheet.count())]

    def cell(self, row, column):
        return self.matrix.item(row, column).text()

    def sees(self, condition):
        self._qtbot.waitUntil(condition)

    def click(self, name):
        self._qtbot.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def click_cell(self, row, column):
        place = self.matrix.visualItemRect(self.matrix.item(row, column)).center()
        self._qtbot.mouseClick(self.matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click_drawing(self, row, modifiers=Qt.KeyboardModifier.NoModifier):
        place = self.sheet.visualItemRect(self.sheet.item(row)).center()
        self._qtbot.mouseClick(
            self.sheet.viewport(), Qt.MouseButton.LeftButton, modifiers, pos=place
        )

    def press(self, widget, *keys):
        for key in keys:
            self._qtbot.keyClick(widget, key)


@pytest.fixture(scope="module")
def shipped():
    return load(asset("weights.npz"))


@pytest.fixture
def collection(tmp_path):
    return Collection(tmp_path / "samples.jsonl")


@pytest.fixture
def main_window(qapp):
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def own(collection, main_window, shipped):
    """The window, not shown yet."""
    background = Background(main_window)
    made = OwnDrawings(collection=collection, background=background, parent=main_window)
    made.show_read_by(Recognizer(shipped))
    yield made
    main_window.close()
    background.finish()
    assert [thread.name for thread in threading.enumerate() if not thread.daemon] == ["MainThread"]


@pytest.fixture
def opened(qtbot, collection, own):
    """Keep 3, 7, a 3 called 8, and 1, and show them; the latest come first."""

    def open_with(digits=(3, 7, 3, 1), labels=(3, 7, 8, 1)):
        for digit, label in zip(digits, labels, strict=True):
            collection.add(ink(strokes(digit)), label)
        reader = Reader(qtbot, own)
        own.show()
        qtbot.waitExposed(own)
        reader.sees(lambda: len(reader.captions()) == len(digits))
        return reader

    return open_with


def labels_in(path):
    return [sample.label for sample in drawings.read(path)[0]]


def choose_file(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_it_shows_what_the_file_has_and_how_each_is_read(opened):
    reader = opened()
    assert reader.captions() == ["1", "8, read 3", "7", "3"]
    assert reader.text("ownSummary") == "4 drawings · 3 read right"
    assert (reader.cell(8, 3), reader.cell(3, 3), reader.cell(8, 8)) == ("1", "1", "·")
    assert not reader.widget("ownProblems").isVisible()
    assert not reader.widget("deleteDrawingButton").isEnabled()


def test_without_drawings_it_says_how_they_come(own, qtbot):
    reader = Reader(qtbot, own)
    own.show()
    reader.sees(lambda: reader.widget("ownEmpty").isVisible())
    assert reader.text("ownEmpty") == EMPTY
    assert not reader.widget("exportDrawingsButton").isEnabled()
    assert not reader.sheet.isVisible()


def test_a_drawing_without_ink_enough_is_blank_and_misread(opened, collection, own):
    reader = opened()
    collection.add(Ink.from_points([[[9, 9]]], pad=(400, 400), pen=24), 7)
    own.refresh()
    reader.sees(lambda: reader.captions()[0] == "7, not read")
    assert reader.text("ownSummary") == "5 drawings · 3 read right · 1 called not a digit"


def test_what_the_pad_calls_no_digit_says_so(opened, collection, own):
    scribble = [np.column_stack([np.tile([0.0, 1.0], 20), np.linspace(0, 1, 40)])]
    reader = opened()
    collection.add(ink(scribble), 8)
    own.refresh()
    reader.sees(lambda: "called not a digit" in reader.text("ownSummary"))
    assert "called not a digit" in reader.sheet.item(0).toolTip()


def test_a_drawing_without_a_name_is_neither_right_nor_wrong(opened, collection, own):
    reader = opened()
    drawings.append(drawings.Sample("x", None, ink(strokes(3))), collection.path)
    own.refresh()
    reader.sees(lambda: reader.captions()[0] == "?, read 3")
    assert reader.text("ownSummary") == "5 drawings · 3 read right"


def test_a_cell_shows_its_drawings_alone_until_it_is_let_go_of(opened):
    reader = opened()
    assert not reader.widget("showAllDrawingsButton").isVisible()
    reader.click_cell(8, 3)
    assert reader.captions() == ["8, read 3"]
    assert reader.text("ownHeading") == "8 read as 3"
    reader.click_cell(8, 3)
    assert len(reader.captions()) == 4
    reader.click_cell(3, 3)
    assert reader.captions() == ["3"]
    reader.click("showAllDrawingsButton")
    assert len(reader.captions()) == 4
    assert not reader.widget("showAllDrawingsButton").isVisible()


def test_a_cell_of_no_drawings_cannot_be_chosen(opened):
    reader = opened()
    reader.click_cell(5, 6)
    assert len(reader.captions()) == 4
    assert reader.text("ownHeading") == "All drawings"


def test_cells_are_chosen_by_keyboard(opened):
    reader = opened()
    reader.matrix.setFocus()
    reader.press(reader.matrix, *[Qt.Key.Key_Down] * 8, *[Qt.Key.Key_Right] * 3)
    assert reader.captions() == ["8, read 3"]
    reader.press(reader.matrix, Qt.Key.Key_Right)
    assert len(reader.captions()) == 4


def test_the_styles_of_a_digit_choose_all_of_it(opened):
    reader = opened(digits=(3, 7, 3, 8), labels=(3, 7, 8, 8))
    reader.click_cell(8, STYLES_COLUMN)
    assert reader.captions() == ["8", "8, read 3"]
    assert reader.text("ownHeading") == "All your 8s"


def test_styles_are_named_and_counted(opened, collection, own):
    reader = opened()
    random = np.random.default_rng(4)
    for name in ("crossed", "crossed", "plain", "crossed"):
        collection.add(written(name, 7, random), 7)
    collection.add(written("slashed through", 0, random), 0)
    own.refresh()
    reader.sees(lambda: reader.cell(0, STYLES_COLUMN) == "slashed 1")
    assert reader.cell(7, STYLES_COLUMN) == "crossed 3 · plain 2"
    assert reader.cell(5, STYLES_COLUMN) == ""


def test_delete_takes_away_what_is_selected_and_nothing_else(opened, collection, own, qtbot):
    reader = opened()
    reader.click_drawing(1)
    assert reader.widget("deleteDrawingButton").isEnabled()
    with qtbot.waitSignal(own.collection_changed):
        reader.press(reader.sheet, Qt.Key.Key_Delete)
    reader.sees(lambda: reader.captions() == ["1", "7", "3"])
    assert labels_in(collection.path) == [3, 7, 1]
    assert reader.text("ownSummary") == "3 drawings · 3 read right"
    # A second press must not take the neighbour.
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    assert not reader.widget("deleteDrawingButton").isEnabled()
    assert labels_in(collection.path) == [3, 7, 1]


def test_deleting_leaves_the_sheet_where_it_was_scrolled(opened):
    reader = opened(digits=[3] * 40, labels=[3] * 40)
    bar = reader.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    shown = next(row for row in range(40) if visible(reader.sheet, row))
    reader.click_drawing(shown + 3)
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    reader.sees(lambda: len(reader.captions()) == 39)
    assert bar.value() == place > 0


def test_what_another_window_adds_leaves_it_there_too(opened, collection, own):
    reader = opened(digits=[3] * 40, labels=[3] * 40)
    bar = reader.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    collection.add(ink(strokes(5)), 5)
    own.refresh()
    reader.sees(lambda: len(reader.captions()) == 41)
    assert bar.value() == place > 0


def visible(sheet, row):
    return sheet.viewport().rect().contains(sheet.visualItemRect(sheet.item(row)))


def test_the_button_deletes_several(opened, collection):
    reader = opened()
    reader.click_drawing(0)
    reader.click_drawing(2, Qt.KeyboardModifier.ControlModifier)
    reader.click("deleteDrawingButton")
    reader.sees(lambda: reader.captions() == ["8, read 3", "3"])
    assert labels_in(collection.path) == [3, 8]


def test_all_that_is_selected_is_what_the_sheet_shows(opened, collection):
    reader = opened()
    reader.click_cell(8, 3)
    reader.sheet.setFocus()
    reader.sheet.selectAll()
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    # The chosen cell is empty now: the sheet shows the rest.
    reader.sees(lambda: reader.captions() == ["1", "7", "3"])
    assert labels_in(collection.path) == [3, 7, 1]


def test_deleting_the_last_one_leaves_the_empty_window(opened, collection):
    reader = opened(digits=(3,), labels=(3,))
    reader.click_drawing(0)
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    reader.sees(lambda: reader.widget("ownEmpty").isVisible())
    assert collection.read() == ([], [])
    assert reader.text("ownSummary") == ""


def test_enter_deletes_nothing(opened, collection):
    reader = opened()
    reader.click_drawing(1)
    reader.press(reader.sheet, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert len(labels_in(collection.path)) == 4


def test_a_full_disk_keeps_the_drawing_and_says_why(opened, collection, no_room):
    reader = opened()
    before = collection.path.read_bytes()
    reader.click_drawing(1)
    with no_room(len(before) + 10):
        reader.press(reader.sheet, Qt.Key.Key_Delete)
        reader.sees(lambda: reader.widget("ownNoticeText").isVisible())
    assert "samples.jsonl: expected a file that can be written" in reader.text("ownNoticeText")
    assert collection.path.read_bytes() == before
    assert len(reader.captions()) == 4
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    reader.sees(lambda: len(reader.captions()) == 3)
    assert not reader.widget("ownNoticeText").isVisible()


def test_an_exported_file_holds_all_drawings(opened, tmp_path, monkeypatch):
    reader = opened()
    reader.click_cell(8, 3)
    choose_file(monkeypatch, tmp_path / "mine")
    reader.click("exportDrawingsButton")
    reader.sees(lambda: reader.text("ownNoticeText") == "4 drawings exported to mine.jsonl.")
    assert labels_in(tmp_path / "mine.jsonl") == [3, 7, 8, 1]


def test_a_full_disk_or_a_cancelled_dialog_exports_nothing(opened, tmp_path, monkeypatch, no_room):
    reader = opened()
    choose_file(monkeypatch, "")
    reader.click("exportDrawingsButton")
    assert not reader.widget("ownNoticeText").isVisible()
    choose_file(monkeypatch, tmp_path / "mine.jsonl")
    with no_room(10):
        reader.click("exportDrawingsButton")
        reader.sees(lambda: "mine.jsonl: expected" in reader.text("ownNoticeText"))
    assert not (tmp_path / "mine.jsonl").exists()
    assert len(reader.captions()) == 4


def test_the_collection_itself_is_never_exported_to(opened, collection, monkeypatch):
    reader = opened()
    before = collection.path.read_bytes()
    choose_file(monkeypatch, collection.path)
    reader.click("exportDrawingsButton")
    reader.sees(lambda: "another file" in reader.text("ownNoticeText"))
    assert collection.path.read_bytes() == before


def test_damaged_lines_are_named_and_the_rest_is_shown(opened, collection, own):
    reader = opened()
    lines = collection.path.read_bytes().splitlines(keepends=True)
    collection.path.write_bytes(b"".join([lines[0], b"torn\n", *lines[1:], b"{}\n", b"[]\n"]))
    own.refresh()
    reader.sees(lambda: reader.widget("ownProblems").isVisible())
    told = reader.text("ownProblems")
    assert told.startswith("samples.jsonl, line 2: expected JSON")
    assert "; line 6: " in told
    assert told.endswith("; 1 more; the rest is used")
    assert len(reader.captions()) == 4


def test_a_file_that_cannot_be_read_is_told(own, collection, qtbot):
    collection.path.mkdir()
    reader = Reader(qtbot, own)
    own.show()
    reader.sees(lambda: reader.widget("ownNoticeText").isVisible())
    assert "samples.jsonl" in reader.text("ownNoticeText")
    assert reader.text("ownEmpty") != EMPTY


def test_coming_back_shows_what_another_window_added(opened, collection, own, main_window, qtbot):
    reader = opened()
    reader.click_drawing(1)
    main_window.activateWindow()
    qtbot.waitUntil(lambda: not own.isActiveWindow())
    collection.add(ink(strokes(5)), 5)
    own.activateWindow()
    reader.sees(lambda: reader.captions() == ["5", "1", "8, read 3", "7", "3"])
    assert [item.text() for item in reader.sheet.selectedItems()] == ["8, read 3"]


def test_another_network_reads_them_anew(opened, own, shipped):
    reader = opened()
    *others, last = shipped.parameters
    always_five = np.where(np.arange(10) == 5, np.float32(1e3), np.float32(0))
    assert last.shape == (10,)
    own.show_read_by(Recognizer(Weights((*others, always_five), shipped.meta)))
    reader.sees(lambda: reader.captions() == ["1, read 5", "8, read 5", "7, read 5", "3, read 5"])
    assert reader.text("ownSummary") == "4 drawings · 0 read right"


def test_it_closes_with_the_main_window(opened, own, main_window):
    opened()
    main_window.close()
    assert not own.isVisible()


def test_its_notice_is_not_taken_for_the_main_windows(own, main_window):
    assert main_window.findChild(QWidget, "noticeText") is None
    assert main_window.findChild(QWidget, "dismissNoticeButton") is None


@pytest.mark.parametrize("size", [(760, 620), (640, 480)])
def test_it_has_names_and_room_for_everything(opened, own, size):
    reader = opened()
    own.resize(*size)
    reader.click_cell(8, 3)
    for name in (
        "ownDrawings", "ownSheet", "ownConfusion", "ownSummary", "deleteDrawingButton",
        "exportDrawingsButton", "showAllDrawingsButton", "ownNoticeText",
    ):  # fmt: skip
        widget = own if name == "ownDrawings" else reader.widget(name)
        assert widget.accessibleName(), name
    for button in own.findChildren(QAbstractButton):
        if button.text() and button.isVisible():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert own.size().toTuple() == size
    assert not reader.matrix.verticalScrollBar().isVisible()


@pytest.mark.parametrize(("name", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_what_is_misread_alone_wears_the_accent(opened, qapp, name, colours):
    def accented(row, column):
        place = reader.matrix.visualItemRect(reader.matrix.item(row, column))
        picture = reader.matrix.viewport().grab(place).toImage()
        spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return any(picture.pixelColor(x, y) == QColor(colours.accent) for x, y in spots)

    reader = opened()
    theme.choose(qapp, name)
    try:
        reader.sees(lambda: accented(8, 3))
        assert not accented(3, 3)
        assert not accented(8, 8)
    finally:
        theme.choose(qapp, "system")


def test_what_else_a_line_says_survives_a_deletion(opened, collection):
    reader = opened()
    lines = collection.path.read_text().splitlines()
    kept = json.dumps(json.loads(lines[0]) | {"note": "mine"})
    collection.path.write_text("\n".join([kept, *lines[1:]]) + "\n")
    reader.click_drawing(0)
    reader.press(reader.sheet, Qt.Key.Key_Delete)
    reader.sees(lambda: len(reader.captions()) == 3)
    assert collection.read()[0][0].extra["note"] == "mine"
