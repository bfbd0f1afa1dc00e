"""Work of which only what was asked for last counts."""

import threading

import pytest

from mnist_pad.workspace.latest import Latest


@pytest.fixture
def latest(qapp):
    made = Latest()
    made.seen = []
    made.part_found.connect(made.seen.append)
    yield made
    made.close()


def test_parts_come_in_their_order_in_the_window_s_thread(latest, qtbot):
    threads = []
    latest.part_found.connect(lambda _: threads.append(threading.current_thread()))

    def work(_):
        yield 1
        yield None
        yield threading.current_thread()

    latest.ask(work)
    assert latest.seen == []
    qtbot.waitUntil(lambda: len(latest.seen) == 2)
    assert latest.seen[0] == 1
    assert latest.seen[1] is not threading.main_thread()
    assert threads == [threading.main_thread()] * 2


def test_what_is_asked_for_anew_takes_the_place_of_what_came_before(latest, qtbot):
    gate, goes_on = threading.Event(), []

    def slow(_):
        gate.wait(10)
        yield "old"
        goes_on.append(True)
        yield "older"

    latest.ask(slow)
    latest.ask(lambda _: iter(["never"]))
    latest.ask(lambda _: iter(["new"]))
    gate.set()
    qtbot.waitUntil(lambda: latest.seen == ["new"])
    assert goes_on == []


def test_nothing_comes_of_what_was_dropped(latest, qtbot):
    gate = threading.Event()

    def work(_):
        gate.wait(10)
        yield "dropped"

    latest.ask(work)
    latest.drop()
    gate.set()
    latest.ask(lambda _: iter(["asked after"]))
    qtbot.waitUntil(lambda: bool(latest.seen))
    assert latest.seen == ["asked after"]


def test_a_part_on_its_way_when_another_is_asked_for_is_not_taken(latest, qtbot):
    done = threading.Event()

    def work(_):
        yield "on its way"
        done.set()

    latest.ask(work)
    assert done.wait(10)
    latest.ask(lambda _: iter(["latest"]))
    qtbot.waitUntil(lambda: bool(latest.seen))
    assert latest.seen == ["latest"]


def test_a_defect_is_raised_where_it_is_taken_and_work_goes_on(latest, qtbot):
    def fail(_):
        yield 1 / 0

    with qtbot.captureExceptions() as raised:
        latest.ask(fail)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    latest.ask(lambda _: iter(["after"]))
    qtbot.waitUntil(lambda: latest.seen == ["after"])


def test_its_thread_ends_with_its_work(latest, qtbot):
    latest.ask(lambda _: iter([1]))
    qtbot.waitUntil(lambda: latest.seen == [1])
    qtbot.waitUntil(lambda: "latest" not in [each.name for each in threading.enumerate()])


def test_a_long_part_is_given_up_where_it_asks(latest, qtbot):
    begun, ended = threading.Event(), []

    def work(go_on):
        begun.set()
        try:
            while True:
                go_on()
        finally:
            ended.append(True)
        yield

    latest.ask(work)
    assert begun.wait(10)
    latest.ask(lambda _: iter(["after"]))
    qtbot.waitUntil(lambda: latest.seen == ["after"])
    assert ended == [True]
