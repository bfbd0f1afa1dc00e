"""Work beside the window: its results arrive in the window's thread, in order."""

import threading

import pytest

from mnist_pad.base.errors import UsageError
from mnist_pad.workspace.background import Background


@pytest.fixture
def background(qapp):
    made = Background()
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


def test_finish_waits_for_what_was_begun_and_for_what_waits(background):
    done = []
    gate = threading.Event()
    background.run(lambda: gate.wait(10), then=done.append, refused=done.append)
    background.run(lambda: done.append("saved"), then=done.append, refused=done.append)
    opener = threading.Timer(0.05, gate.set)
    opener.start()
    assert background.finish()
    opener.join()
    assert done == ["saved"]


def test_finish_gives_up_on_what_never_ends(background):
    gate = threading.Event()
    background.run(gate.wait, then=lambda _: None, refused=lambda _: None)
    assert not background.finish(seconds=0.05)
    gate.set()


def test_what_waits_for_ever_is_given_up_and_the_next_is_done(qapp, qtbot):
    background = Background(limit_s=0.1)
    gate = threading.Event()
    told, done = [], []
    background.run(gate.wait, then=done.append, refused=told.append)
    background.run(lambda: "saved", then=done.append, refused=told.append)
    qtbot.waitUntil(lambda: done == ["saved"])
    assert len(told) == 1
    assert "0 s" in str(told[0])
    gate.set()
    assert background.finish()


def test_what_was_given_up_is_not_delivered_later(qapp, qtbot):
    background = Background(limit_s=0.05)
    gate, passed = threading.Event(), threading.Event()
    told, done = [], []

    def work():
        gate.wait(10)
        passed.set()
        return "late"

    background.run(work, then=done.append, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    gate.set()
    assert passed.wait(10)
    background.run(lambda: "next", then=done.append, refused=told.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["next"]
    assert background.finish()
