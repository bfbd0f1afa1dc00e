"""Learning one hand, from a writer of our own making, beside the whole of MNIST."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.dataset.digits import DataError
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.ink.raster import rasterize
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.adaptation import adapt
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    Compared,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
)
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from tests.benchmarks.own_writer import drawings


def images(each, seed):
    samples = list(drawings(each, seed))
    pictures = [rasterize(sample.ink).image for sample in samples]
    return np.array(pictures), np.array([sample.label for sample in samples], np.uint8)


def accuracy(weights, pictures, labels):
    return (Recognizer(weights).probabilities(pictures).argmax(axis=1) == labels).mean()


@pytest.fixture(scope="module")
def events(digits):
    return list(adapt(shipped(), images(3, seed=1), digits))


def test_the_other_drawings_are_read_better_and_mnist_is_not_forgotten(events, digits):
    before, after = shipped(), events[-1].weights
    others = images(20, seed=2)
    assert accuracy(before, *others) < 0.9
    assert accuracy(after, *others) > (1 + accuracy(before, *others)) / 2
    mnist = digits.x_test, digits.y_test
    assert accuracy(after, *mnist) > accuracy(before, *mnist) - 0.002


def test_events_come_in_order_and_tell_what_was_measured(events, digits):
    kinds = [type(event) for event in events]
    assert kinds[0] is Preparing
    assert kinds[-2:] == [Compared, RunEnded]
    assert kinds.count(RunStarted) == 1
    steps = [event for event in events if isinstance(event, StepsTrained)]
    started = events[kinds.index(RunStarted)]
    assert steps[-1].step == started.steps_per_epoch * started.config.epochs
    assert sum(len(event.losses) for event in steps) == steps[-1].step
    compared, end = events[-2:]
    assert compared.own_count == 30
    assert compared.own_right_before < compared.own_right_after <= 30
    mnist = digits.x_test, digits.y_test
    assert compared.mnist_before == pytest.approx(accuracy(shipped(), *mnist))
    assert compared.mnist_after == pytest.approx(accuracy(end.weights, *mnist))
    assert end.outcome == "completed"
    assert f"{compared.own_right_after} of 30" in ended_in_words(end, compared=compared)


def test_what_no_digit_is_stays_none_and_calibration_stays(events):
    from mnist_pad.dataset.pen_styles.counter_examples import write_others

    others = write_others(500, seed=3)
    rejected = [
        Recognizer(each).judge(others)[1].mean() for each in (shipped(), events[-1].weights)
    ]
    assert rejected[1] > rejected[0] - 0.05


def test_meta_says_what_the_weights_are(events):
    meta = events[-1].weights.meta
    assert meta.recipe == "adapted"
    assert meta.test_accuracy == events[-1].test_accuracy
    assert meta.temperature == shipped().meta.temperature
    assert meta.rejection_threshold == shipped().meta.rejection_threshold
    assert not events[-1].weights.optimizer_state


def test_the_same_drawings_give_the_same_weights(events, digits):
    *_, again = adapt(shipped(), images(3, seed=1), digits)
    for one, other in zip(events[-1].weights.parameters, again.weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_one_drawing_is_learnt_from_and_nothing_is_claimed_of_others(digits):
    seven = tuple(part[7:8] for part in images(1, seed=1))
    assert accuracy(shipped(), *seven) == 0
    *_, compared, end = adapt(shipped(), seven, digits)
    assert compared.own_count == 0
    assert accuracy(end.weights, *seven) == 1
    assert "1 drawing." in ended_in_words(end, compared=compared)


@pytest.mark.parametrize("kind", [Preparing, RunStarted, StepsTrained])
def test_stopped_half_way_there_are_no_weights(digits, kind):
    control = Control()
    seen = []
    for event in adapt(shipped(), images(1, seed=1), digits, control=control):
        seen.append(event)
        if isinstance(event, kind):
            control.stop()
    assert seen[-1].outcome == "stopped"
    assert seen[-1].weights is None


def test_it_pauses_and_goes_on(digits):
    control = Control()
    kinds = []
    for event in adapt(shipped(), images(1, seed=1), digits, control=control):
        kinds.append(type(event))
        if isinstance(event, StepsTrained) and RunPaused not in kinds:
            control.pause()
        if isinstance(event, RunPaused):
            control.resume()
    assert kinds.count(RunPaused) == kinds.count(RunResumed) == 1
    assert event.outcome == "completed"


def test_nothing_to_learn_from_is_refused(digits):
    none = np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.uint8)
    with pytest.raises(DataError, match="at least one that shows a digit, found none"):
        list(adapt(shipped(), none, digits))


def test_weights_of_another_activation_learn_by_it(digits, few):
    config = replace(recipe("fast"), hidden_sizes=(24,), activation="tanh", batch_size=50)
    *_, trained = train(config, few)
    pictures, labels = images(1, seed=1)
    *_, compared, end = adapt(trained.weights, (pictures[:1], labels[:1]), digits)
    # Learnt by another, they would have forgotten everything, and been taken back.
    assert end.weights.meta.activation == "tanh"
    assert compared.mnist_after > compared.mnist_before - 0.05
