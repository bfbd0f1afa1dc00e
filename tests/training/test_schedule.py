"""Learning rates by step."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.training.schedule import FIRST_RATE, WARM_UP, learning_rates


def one_cycle(total, peak=1.0):
    return learning_rates("one_cycle", np.arange(total), peak=peak, total_steps=total)


def test_a_constant_rate_stays():
    rates = learning_rates("constant", np.arange(7), peak=0.25, total_steps=7)
    np.testing.assert_array_equal(rates, np.full(7, 0.25, np.float32))


def test_one_cycle_rises_to_its_peak_and_falls_towards_zero():
    rates = one_cycle(1_000, peak=0.5)
    top = int(rates.argmax())
    assert top == pytest.approx(1_000 * WARM_UP, abs=2)
    assert rates.max() == pytest.approx(0.5, rel=1e-3)
    assert (np.diff(rates[: top + 1]) > 0).all()
    assert (np.diff(rates[top:]) <= 0).all()
    assert rates[0] == pytest.approx(0.5 * FIRST_RATE, rel=0.2)
    assert rates[-1] < 1e-4


@given(st.integers(1, 5_000), st.floats(1e-6, 10))
@settings(max_examples=50)
def test_every_update_has_a_rate_above_zero_and_up_to_the_peak(total, peak):
    rates = one_cycle(total, peak)
    assert rates.dtype == np.float32
    assert (rates > 0).all()
    assert (rates <= np.float32(peak)).all()


@given(st.integers(2, 500), st.data())
@settings(max_examples=30)
def test_a_part_of_the_steps_gets_that_part_of_the_rates(total, data):
    first = data.draw(st.integers(0, total - 1))
    part = learning_rates("one_cycle", np.arange(first, total), peak=1.0, total_steps=total)
    np.testing.assert_array_equal(part, one_cycle(total)[first:])
