"""Drawings in pen styles join the training images."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad import storage
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import Preparing, RunStarted
from mnist_pad.training.loop import train
from mnist_pad.training.preparation import with_pen_styles

CONFIG = TrainingConfig(hidden_sizes=(16,), batch_size=500, epochs=1, pen_styles=700)


def prepared(digits, count, control=None):
    """Return what the generator yields, and what it returns."""
    steps = with_pen_styles(digits, count, control or Control())
    yielded = []
    while True:
        try:
            yielded.append(next(steps))
        except StopIteration as end:
            return yielded, end.value


def test_no_drawings_leave_the_data_alone(few):
    assert prepared(few, 0) == ([], few)


@pytest.mark.parametrize("in_memory_bytes", [2**28, 0])
def test_drawings_come_after_the_images_and_are_the_same_every_time(
    few, monkeypatch, in_memory_bytes
):
    monkeypatch.setattr(storage, "IN_MEMORY_BYTES", in_memory_bytes)
    yielded, joined = prepared(few, 700)
    assert yielded == [Preparing(0, 700), Preparing(500, 700)]
    assert joined.x_train.shape == (1_700, 28, 28)
    np.testing.assert_array_equal(joined.x_train[:1_000], few.x_train)
    np.testing.assert_array_equal(joined.y_train[:1_000], few.y_train)
    assert np.bincount(joined.y_train[1_000:]).tolist() == [70] * 10
    assert joined.x_train[1_000:].max(axis=(1, 2)).min() > 128
    assert joined.fingerprint == few.fingerprint
    np.testing.assert_array_equal(prepared(few, 700)[1].x_train, joined.x_train)


def test_a_run_tells_of_its_drawings_and_trains_on_them(few):
    events = list(train(CONFIG, few))
    kinds = [type(event) for event in events]
    assert kinds[:3] == [Preparing, Preparing, RunStarted]
    assert events[2].train_count == 1_700
    assert events[-1].outcome == "completed"


def test_a_run_can_be_stopped_among_its_drawings(few):
    control = Control()
    control.stop()
    *_, end = train(replace(CONFIG, pen_styles=100_000), few, control=control)
    assert (end.outcome, end.weights) == ("stopped", None)
