"""The notice by itself: one sentence, as it is, in a place that never moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mnist_pad.ui.kit.notice import Notice

LONG = "/a/folder/of/many/letters/" * 20 + "weights.npz: expected a weights file, found a text"


@pytest.fixture
def notices(workspace):
    return workspace.notices


@pytest.fixture
def above(qtbot):
    label = QLabel("what is above")
    qtbot.addWidget(label)
    return label


@pytest.fixture
def reader(show, notices, above):
    """Somebody at a page with a notice at its foot."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(above, 1)
    layout.addWidget(Notice(notices))
    return show(page)


def test_without_a_sentence_there_is_no_strip(reader):
    assert not reader.is_visible("noticeText")
    assert not reader.is_visible("dismissNoticeButton")


def test_a_sentence_is_shown_until_another_takes_its_place(reader, notices):
    notices.tell("one")
    assert (reader.is_visible("noticeText"), reader.text("noticeText")) == (True, "one")
    notices.tell("two")
    assert reader.text("noticeText") == "two"


def test_what_was_told_before_the_notice_was_there_is_shown(show, notices):
    notices.tell("early")
    assert show(Notice(notices)).text("noticeText") == "early"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_is_dismissed_by_its_button_and_by_escape(reader, notices, how):
    notices.tell("one")
    reader.click("dismissNoticeButton") if how == "button" else reader.key("Escape")
    assert notices.current == ""
    assert not reader.is_visible("noticeText")


def test_escape_without_a_sentence_does_nothing(reader, notices):
    reader.key("Escape")
    assert notices.current == ""


@pytest.mark.parametrize("sentence", ["short", LONG, "line\n" * 30, "x" * 5_000])
def test_no_sentence_moves_what_is_above_or_widens_the_window(reader, notices, above, sentence):
    before, size = above.geometry(), reader.window.size()
    notices.tell(sentence)
    reader.window.layout().activate()
    assert above.geometry() == before
    assert reader.window.size() == size
    assert reader.window.minimumSizeHint().width() < size.width() / 2
    notices.dismiss()
    reader.window.layout().activate()
    assert above.geometry() == before


def test_of_a_sentence_that_is_cut_off_the_beginning_is_in_sight(reader, notices):
    for sentence, edge in (
        ("short", "AlignVCenter"),
        (LONG, "AlignTop"),
        ("again", "AlignVCenter"),
    ):
        notices.tell(sentence)
        reader.window.layout().activate()
        assert reader.widget("noticeText").alignment() & getattr(Qt.AlignmentFlag, edge)
    notices.tell(LONG)
    reader.window.resize(reader.window.width() * 12, reader.window.height())
    centre = Qt.AlignmentFlag.AlignVCenter
    reader.sees(lambda: bool(reader.widget("noticeText").alignment() & centre))


def test_a_long_sentence_is_whole_in_its_tip(reader, notices):
    notices.tell(LONG)
    assert reader.widget("noticeText").toolTip() == LONG


def test_a_file_s_name_is_no_markup(reader, notices):
    notices.tell("<h1>x</h1>.npz: expected a weights file, found a text")
    assert reader.widget("noticeText").textFormat() == Qt.TextFormat.PlainText
