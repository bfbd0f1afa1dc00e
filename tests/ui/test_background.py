"""Work beside the window: its results arrive in the window's thread, in order."""

import threading

import pytest
from PySide6.QtCore import QObject

from mnist_pad.base.errors import UsageError
from mnist_pad.ui.background import Background


@pytest.fixture
def background(qapp):
    owner = QObject()
    made = Background(owner)
    yield made
    made.finish()


def test_quick_work_is_done_when_run_returns(background):
    seen = []
    background.run(lambda: 6 * 7, then=seen.append, refused=seen.append)
    assert seen == [42]


def test_slow_work_does_not_hold_the_window_and_results_keep_their_order(background, qtbot):
    gate = threading.Event()
    seen = []

    def take(result):
        seen.append((result, threading.current_thread() is threading.main_thread()))

    background.run(lambda: gate.wait(10), then=take, refused=seen.append)
    background.run(lambda: "second", then=take, refused=seen.append)
    assert seen == []
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(True, True), ("second", True)]


def test_what_is_refused_is_told_in_its_words(background):
    def refuse():
        raise UsageError("file: expected this, found that")

    told = []
    background.run(refuse, then=lambda _: told.append("done"), refused=told.append)
    assert told == ["file: expected this, found that"]


def test_a_defect_is_no_refusal(background):
    with pytest.raises(ZeroDivisionError):
        background.run(lambda: 1 // 0, then=lambda _: None, refused=lambda _: None)


def test_finish_waits_for_what_was_begun(background):
    done = []
    background.run(
        lambda: threading.Event().wait(0.1) or done.append("saved"),
        then=lambda _: None,
        refused=lambda _: None,
    )
    background.finish()
    assert done == ["saved"]
