"""What plots and progress bars are told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import EpochEnded, RunStarted, StepsTrained
from mnist_pad.training.history import SMOOTHING, History, decimated

CONFIG = TrainingConfig(epochs=3, batch_size=100)


def started(first_step=0):
    return RunStarted(CONFIG, (784, 10), 50, first_step, 5_000, 1_000)


def trained(step, losses):
    return StepsTrained(1, step, np.array(losses, np.float32), 0.5, 1_000.0)


def told(*events):
    history = History()
    for event in events:
        history.add(event)
    return history


def test_losses_of_all_chunks_stand_at_their_steps():
    steps, losses = told(started(), trained(3, [3, 2, 1]), trained(5, [5, 4])).losses(100)
    assert steps.tolist() == [1, 2, 3, 4, 5]
    assert losses.tolist() == [3, 2, 1, 5, 4]


def test_a_resumed_run_s_steps_go_on():
    steps, _ = told(started(first_step=70), trained(72, [1, 2])).losses(100)
    assert steps.tolist() == [71, 72]


def test_progress_and_time_left():
    history = told(started(), trained(30, np.ones(30)))
    assert (history.step, history.total_steps) == (30, 150)
    assert history.seconds_left == pytest.approx((150 - 30) * 100 / 1_000)
    assert told(started()).seconds_left is None


def test_accuracies_by_epoch():
    history = told(
        started(), EpochEnded(1, 0.5, 1.0, 0.6, 1, 1), EpochEnded(2, 0.7, 0.5, 0.8, 1, 2)
    )
    epochs, train, test = history.accuracies()
    assert (epochs.tolist(), train.tolist(), test.tolist()) == ([1, 2], [0.5, 0.7], [0.6, 0.8])
    assert (history.train_accuracy, history.test_accuracy) == (0.7, 0.8)
    assert all(len(series) == 0 for series in told(started()).accuracies())


def test_the_smoothed_loss_starts_at_the_raw_one_and_follows_a_steep_fall():
    losses = 2.3 * 0.8 ** np.arange(30)
    _, smoothed = told(started(), trained(30, losses)).smoothed_losses(99)
    assert smoothed[0] == pytest.approx(2.3)
    assert (smoothed[:10] < 2 * losses[:10] + 0.1).all()


def test_the_smoothed_loss_is_a_moving_average_that_grows_slower():
    losses = np.random.default_rng(0).random(40)
    _, smoothed = told(
        started(), trained(15, losses[:15]), trained(40, losses[15:])
    ).smoothed_losses(99)
    for count in (1, 2, 40):
        expected = losses[0]
        for index, loss in enumerate(losses[1:count], start=1):
            decay = min(SMOOTHING, (1 + index) / (10 + index))
            expected = decay * expected + (1 - decay) * loss
        assert smoothed[count - 1] == pytest.approx(expected)


def test_a_divergence_leaves_what_was_finite():
    history = told(started(), trained(4, [1, 1e30, np.inf, np.nan]))
    assert history.losses(100)[0].tolist() == [1, 2]
    assert len(history.smoothed_losses(100)[0]) == 2


def test_many_chunks_are_all_kept():
    chunks = [trained(7 * (i + 1), np.full(7, i)) for i in range(1_000)]
    steps, losses = told(started(), *chunks).losses(10_000)
    assert len(steps) == 7_000
    assert losses[::7].tolist() == list(range(1_000))


@given(st.lists(st.floats(allow_nan=True, width=32), max_size=500), st.integers(4, 60))
def test_decimating_keeps_extremes_order_and_the_newest(values, points):
    series = np.array(values, np.float64)
    positions, kept = decimated(series, points)
    finite = series[np.isfinite(series)]
    assert len(positions) <= points + 1
    assert (np.diff(positions) >= 0).all()
    np.testing.assert_array_equal(series[positions], kept)
    if len(finite):
        assert (kept.min(), kept.max(), kept[-1]) == (finite.min(), finite.max(), finite[-1])
