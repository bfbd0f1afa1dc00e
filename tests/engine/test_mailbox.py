"""Letters come in order, waiting ends when it should, and what nobody takes does not pile up."""

import threading

import pytest

from mnist_pad.engine.keeper import Keeper
from mnist_pad.engine.mailbox import CAPACITY, Mailbox


@pytest.fixture
def mailbox():
    return Mailbox()


@pytest.fixture
def beside():
    """Return a function that starts a thread; all have ended with the test."""
    threads = []

    def start(work):
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        threads.append(thread)
        return thread

    yield start
    for thread in threads:
        thread.join(timeout=10)
        assert not thread.is_alive()


def test_letters_come_in_the_order_they_were_put(mailbox):
    for letter in range(5):
        mailbox.put(letter)
    mailbox.put_last("last")
    assert [mailbox.take(within_s=1) for _ in range(6)] == [0, 1, 2, 3, 4, "last"]


def test_after_the_last_letter_nothing_is_taken(mailbox):
    mailbox.put_last("last")
    mailbox.put("late")
    mailbox.put_last("later")
    assert mailbox.take(within_s=1) == "last"
    with pytest.raises(TimeoutError):
        mailbox.take(within_s=0)


def test_none_is_a_letter(mailbox):
    mailbox.put(None)
    assert mailbox.take(within_s=1) is None


def test_waiting_for_nothing_ends(mailbox):
    with pytest.raises(TimeoutError):
        mailbox.take(within_s=0.01)


def test_who_waits_is_told_at_once(mailbox, beside):
    taken = []
    reader = beside(lambda: taken.append(mailbox.take(within_s=60)))
    mailbox.put("letter")
    reader.join(timeout=10)
    assert taken == ["letter"]


def test_a_full_mailbox_lets_its_writer_wait_for_room(mailbox, beside):
    written = []

    def write():
        for letter in range(CAPACITY + 1):
            mailbox.put(letter)
            written.append(letter)

    writer = beside(write)
    assert [mailbox.take(within_s=10) for _ in range(CAPACITY + 1)] == list(range(CAPACITY + 1))
    writer.join(timeout=10)
    assert len(written) == CAPACITY + 1


def test_the_last_letter_needs_no_room_and_frees_who_waits_for_some(mailbox, beside):
    for letter in range(CAPACITY):
        mailbox.put(letter)
    writer = beside(lambda: mailbox.put("waits"))
    mailbox.put_last("last")
    writer.join(timeout=10)
    assert not writer.is_alive()
    letters = [mailbox.take(within_s=1) for _ in range(CAPACITY + 1)]
    assert letters == [*range(CAPACITY), "last"]


def test_an_end_cuts_waiting_short(mailbox, beside):
    ended = []

    def wait():
        try:
            mailbox.take(within_s=3_600)
        except TimeoutError:
            ended.append(True)

    reader = beside(wait)
    mailbox.end_within(0)
    reader.join(timeout=10)
    assert ended == [True]


def test_what_is_there_is_taken_after_the_end_too(mailbox):
    mailbox.put("letter")
    mailbox.end_within(0)
    assert mailbox.take(within_s=3_600) == "letter"


def test_a_keeper_works_in_order_in_one_thread_of_its_own():
    done, threads = [], set()

    def work(number):
        done.append(number)
        threads.add(threading.current_thread().name)

    keeper = Keeper()
    for number in range(20):
        keeper.do(lambda number=number: work(number))
    keeper.end()
    assert done == list(range(20))
    assert threads == {"worker's keeper"}
    assert "worker's keeper" not in [each.name for each in threading.enumerate()]


def test_a_keeper_does_not_let_others_wait():
    go_on, done = threading.Event(), []
    keeper = Keeper()
    keeper.do(lambda: go_on.wait(10))
    keeper.do(lambda: done.append(True))
    assert done == []
    go_on.set()
    keeper.end()
    assert done == [True]
