"""Pausing and stopping from another thread."""

import threading

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
