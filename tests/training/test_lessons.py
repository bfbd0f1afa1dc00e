"""The article's lessons as they run, against what the article says of them."""

import math
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    Divergence,
    Failure,
    LayersMeasured,
    Printed,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
)
from mnist_pad.training.lessons import lesson_4, lesson_5, lesson_6
from mnist_pad.training.lessons.code import code
from mnist_pad.training.lessons.lesson import LESSONS, VARIANTS, LessonError, lesson
from mnist_pad.training.lessons.running import run
from mnist_pad.training.lessons.words import words
from mnist_pad.training.losses import image_losses, targets
from mnist_pad.training.network import Network
from mnist_pad.training.step import as_inputs
from mnist_pad.training.tensorflow_import import tensorflow as tf


@pytest.fixture
def told(digits):
    """Return what runs a variant, and gives its events by their kinds."""

    def by_kind(number, variant, **options):
        kinds = {}
        for event in run(number, variant, digits, **options):
            kinds.setdefault(type(event), []).append(event)
        assert next(iter(kinds)) is RunStarted
        assert len(kinds[RunEnded]) == 1
        return kinds

    return by_kind


def losses(kinds):
    return np.concatenate([event.losses for event in kinds[StepsTrained]])


def end(kinds):
    return kinds[RunEnded][0]


def test_lesson_1_the_second_step_has_no_gradient(told):
    kinds = told(1, "broken")
    assert end(kinds).outcome == "failed"
    assert isinstance(end(kinds).cause, Failure)
    assert end(kinds).cause.kind == "raised"
    assert end(kinds).cause.detail.startswith(
        "Attempt to convert a value (None) with an unsupported type"
    )
    assert len(losses(kinds)) == 1


def test_lesson_1_updated_in_place_it_goes_on_learning(told):
    kinds = told(1, "fixed")
    assert end(kinds).outcome == "completed"
    assert len(losses(kinds)) == LESSONS[1].steps
    assert losses(kinds)[-10:].mean() < losses(kinds)[:10].mean() - 0.1
    first, last = kinds[Snapshot][0], kinds[Snapshot][-1]
    assert last.step == LESSONS[1].steps
    assert not np.array_equal(first.parameters[0], last.parameters[0])


def test_both_variants_of_a_lesson_start_alike(told):
    assert losses(told(1, "broken"))[0] == losses(told(1, "fixed"))[0]


def test_lesson_2_unlike_types_are_not_compared(told):
    kinds = told(2, "broken")
    assert end(kinds).outcome == "failed"
    assert "expected to be a int64 tensor but is a int32 tensor" in end(kinds).cause.detail
    assert len(losses(kinds)) == LESSONS[2].steps


def test_lesson_2_alike_they_are_counted(told, digits):
    kinds = told(2, "fixed")
    assert end(kinds).outcome == "completed"
    (printed,) = kinds[Printed]
    assert printed.text == f"test accuracy: {end(kinds).test_accuracy:.4f}"
    # Counted once more, by NumPy.
    parameters = kinds[Snapshot][-1].parameters
    x = digits.x_test.reshape(-1, 784).astype(np.float32) / 255 - 0.5
    hidden = x
    for theta, bias in zip(parameters[:-2:2], parameters[1:-2:2], strict=True):
        hidden = np.maximum(hidden @ theta + bias, 0)
    answers = (hidden @ parameters[-2] + parameters[-1]).argmax(axis=1)
    assert end(kinds).test_accuracy == pytest.approx((answers == digits.y_test).mean(), abs=1e-3)


@pytest.mark.parametrize(("variant", "dtype"), [("broken", "int64"), ("fixed", "int32")])
def test_lesson_3_argmax_answers_int64_unless_told_otherwise(told, variant, dtype):
    answers, labels = told(3, variant)[Printed]
    assert answers.text.startswith("answers: [")
    assert answers.text.endswith(f"dtype={dtype}")
    assert labels.text.endswith("dtype=int32")


@pytest.mark.parametrize(
    ("number", "low", "high", "reason"),
    [(4, 3e10, 1e11, "raw_pixels"), (5, 6e5, 3e6, "wide_start")],
)
def test_lessons_4_and_5_the_loss_explodes_and_the_accuracy_is_chance(
    told, number, low, high, reason
):
    kinds = told(number, "broken")
    seen = losses(kinds)
    assert low < seen[0] < high
    assert not np.isfinite(seen).all()
    assert math.isnan(seen[-1])
    assert isinstance(end(kinds).cause, Divergence)
    assert end(kinds).cause.reason == reason
    assert end(kinds).test_accuracy == pytest.approx(0.098, abs=1e-4)
    assert end(kinds).weights is None


def test_every_update_is_measured_until_nothing_is_a_number(told):
    kinds = told(5, "broken")
    measured = kinds[LayersMeasured]
    assert [each.step for each in measured] == list(range(1, len(measured) + 1))
    np.testing.assert_array_equal([each.loss for each in measured], losses(kinds))
    assert np.isfinite(measured[0].largest).all()
    assert not np.isfinite(measured[-1].largest).any()
    # The pad is read by what still is a network.
    assert all(np.isfinite(array).all() for each in kinds[Snapshot] for array in each.parameters)
    last = kinds[Snapshot][-1]
    np.testing.assert_array_equal(
        measured[last.step - 1].largest,
        [np.abs(theta).max() for theta in last.parameters[::2]],
    )


@pytest.mark.parametrize("number", [4, 5])
def test_lessons_4_and_5_mended_it_learns(told, number):
    kinds = told(number, "fixed")
    assert end(kinds).outcome == "completed"
    assert losses(kinds)[0] < 10
    assert losses(kinds)[-50:].mean() < losses(kinds)[:5].mean() / 2


def test_lesson_6_cross_entropy_is_far_ahead_at_once(digits, monkeypatch):
    # Of its 20 epochs two are enough to tell them apart; the window's tests run all.
    short = {variant: replace(LESSONS[6].config(variant), epochs=2) for variant in VARIANTS}
    monkeypatch.setitem(LESSONS, 6, replace(LESSONS[6], **short))
    accuracies = [list(run(6, variant, digits))[-1].test_accuracy for variant in VARIANTS]
    assert accuracies[1] > accuracies[0] + 0.15


def test_a_stop_is_heard(digits):
    for variant, number in (("fixed", 1), ("broken", 4)):
        control = Control()
        control.stop()
        assert list(run(number, variant, digits, control=control))[-1].outcome == "stopped"


def test_there_is_no_lesson_beyond(digits):
    with pytest.raises(LessonError, match="lesson: expected one from 1 to 7, found 9"):
        run(9, "broken", digits)


@pytest.mark.parametrize("number", LESSONS)
def test_the_code_shown_is_that_of_the_file_with_its_telling_lines(number):
    for variant in VARIANTS:
        shown = code(number, variant)
        assert shown.telling
        assert all(shown.lines[place].strip() for place in shown.telling)
        assert "<-" not in "\n".join(shown.lines)
        # What is shown is what would run.
        compile(
            "def shown():\n" + "\n".join(f"    {line}" for line in shown.lines), "shown", "exec"
        )
    assert code(number, "broken") != code(number, "fixed")


def test_each_lesson_has_all_its_words():
    for number in LESSONS:
        assert lesson(number).number == number
        assert all(words(number))


@pytest.fixture
def batch(digits):
    return tf.constant(digits.x_train[:256].reshape(-1, 784)), tf.constant(
        digits.y_train[:256].astype(np.int32)
    )


@pytest.mark.parametrize(
    ("shown", "low", "high"),
    [
        (lesson_4.broken, 1e10, 2e11),
        (lesson_4.fixed, 0.1, 10),
        (lesson_5.broken, 3e5, 6e6),
        (lesson_5.fixed, 0.1, 10),
    ],
)
def test_the_code_of_lessons_4_and_5_starts_where_their_runs_do(batch, shown, low, high):
    assert low < float(shown(*batch)) < high


@pytest.mark.parametrize(
    ("shown", "loss"), [(lesson_6.broken, "squared_error"), (lesson_6.fixed, "cross_entropy")]
)
def test_the_code_of_lesson_6_is_the_loss_of_its_runs(batch, shown, loss):
    images, labels = batch
    network = Network((784, 256, 128, 10), weight_deviation=0.1, seed=0)
    x = as_inputs(images, "centred")
    expected = tf.reduce_mean(image_losses(loss, network.forward(x), targets(labels)))
    assert float(shown(network.parameters, x, labels)) == pytest.approx(float(expected), rel=1e-5)
