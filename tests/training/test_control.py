"""Pausing and stopping from another thread."""

import threading

import pytest

from mnist_pad.training.control import Control


def waiting(control):
    """Start a thread that waits while paused; returns it and what it tells on going on."""
    went_on = threading.Event()

    def wait():
        control.wait_while_paused()
        went_on.set()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread, went_on


def test_a_run_that_is_not_paused_does_not_wait():
    Control().wait_while_paused()


def test_resume_ends_the_waiting():
    control = Control()
    control.pause()
    assert control.paused
    thread, went_on = waiting(control)
    assert not went_on.is_set()
    control.resume()
    thread.join(timeout=10)
    assert went_on.is_set()
    assert not control.paused


def test_stop_ends_the_waiting_too():
    control = Control()
    control.pause()
    thread, went_on = waiting(control)
    control.stop()
    thread.join(timeout=10)
    assert went_on.is_set()
    assert control.stopped
    assert not control.paused


def told(control, *, slow=True, epoch_ended=False):
    """Tell the control of updates; returns whether the run shall wait then."""
    control.made_updates(slow=slow, epoch_ended=epoch_ended)
    return control.paused


def test_a_step_is_one_update_and_two_are_two():
    control = Control()
    assert not control.slow
    control.one_step()
    assert control.slow
    assert told(control)
    control.one_step()
    control.one_step()
    assert not control.paused
    assert [told(control), told(control)] == [False, True]
    assert not control.slow


def test_a_step_asked_for_in_the_middle_of_a_chunk_is_yet_to_come():
    control = Control()
    control.one_step()
    assert not told(control, slow=False)
    assert told(control)


def test_an_epoch_ends_with_an_epoch():
    control = Control()
    control.one_epoch()
    assert not control.slow
    assert not told(control, slow=False)
    assert told(control, slow=False, epoch_ended=True)
    control.resume()
    assert not told(control, slow=False, epoch_ended=True)


def test_whoever_resumes_is_not_held_up_by_what_was_asked_before():
    control = Control()
    control.one_step()
    control.one_epoch()
    control.resume()
    assert not told(control, epoch_ended=True)


def test_a_pace_makes_each_turn_wait_and_the_first_not():
    control = Control()
    control.set_pace("ten_a_second")
    assert control.slow
    assert control.wait_for_turn() < 0.05
    assert 0.05 < control.wait_for_turn() < 0.5


@pytest.mark.parametrize(
    "tell",
    [
        Control.stop,
        Control.pause,
        Control.one_step,
        lambda control: control.set_pace("full_speed"),
        lambda control: control.set_pace("ten_a_second"),
    ],
)
def test_nothing_waits_for_a_turn_of_a_second(tell):
    control = Control()
    control.set_pace("one_a_second")
    control.wait_for_turn()
    teller = threading.Timer(0.05, tell, [control])
    teller.start()
    assert control.wait_for_turn() < 0.7
    teller.join()
