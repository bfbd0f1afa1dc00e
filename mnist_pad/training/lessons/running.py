"""Lessons as they run: their events, the real errors among them."""

import math
import time
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.digits import Digits
from mnist_pad.recognizer.weights import CLASSES, INPUTS
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.divergence import diagnosis
from mnist_pad.training.events import (
    Failure,
    LayersMeasured,
    Printed,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
    TrainingEvent,
)
from mnist_pad.training.failures import failing_well
from mnist_pad.training.lessons import lesson_1, lesson_2, lesson_3
from mnist_pad.training.lessons.lesson import Lesson, Variant, lesson
from mnist_pad.training.network import Network, Tensor
from mnist_pad.training.run import train
from mnist_pad.training.step import TrainingStep, as_inputs
from mnist_pad.training.tensorflow_import import tensorflow as tf

_SNAPSHOT_S: Final = 0.2
_ANSWERS_SHOWN: Final = 8

# Infinity becomes NaN within a few updates; where a lesson does not diverge by then, it never does.
_MOST_STEPS: Final = 200


def run(
    number: int, variant: Variant, digits: Digits, *, control: Control | None = None
) -> Iterator[TrainingEvent]:
    """Run one variant of a lesson on MNIST; its events, the last of them RunEnded.

    What its code raises ends it with a Failure of the kind `raised`, in TensorFlow's own words.
    Raises LessonError, before anything is done, where there is no such lesson.
    """
    chosen, control = lesson(number), control or Control()
    if chosen.steps is not None:
        return failing_well(_by_hand(chosen, variant, chosen.steps, digits, control))
    config = chosen.config(variant)
    if chosen.by_step and variant == "broken":
        return failing_well(_until_no_number(config, digits, control))
    return _measured(train(config, digits, control=control))


def _measured(events: Iterator[TrainingEvent]) -> Iterator[TrainingEvent]:
    """Pass a run's events on, and measure what its snapshots bring."""
    loss = math.nan
    for event in events:
        if isinstance(event, StepsTrained):
            loss = float(event.losses[-1])
        yield event
        if isinstance(event, Snapshot):
            yield LayersMeasured(event.step, loss, _largest(event.parameters))


def _until_no_number(
    config: TrainingConfig, digits: Digits, control: Control
) -> Iterator[TrainingEvent]:
    """Make update by update until nothing is a number any more, and some beyond."""
    training_step = TrainingStep(config, digits)
    training_step.warm_up()
    yield _started(config, digits, training_step.steps_per_epoch)
    losses: list[float] = []
    parameters = training_step.network.values()
    yield Snapshot(0, parameters)
    overflown = 0
    while not control.stopped and len(losses) < _MOST_STEPS:
        steps = training_step.run(len(losses), 1)
        losses.append(float(steps.losses[0]))
        parameters = training_step.network.values()
        accuracy = float(steps.right[0]) / float(steps.digits[0])
        yield StepsTrained(1, len(losses), steps.losses, accuracy, 0.0)
        yield LayersMeasured(len(losses), losses[-1], _largest(parameters))
        if overflown or not steps.finite:
            overflown += 1
        else:
            yield Snapshot(len(losses), parameters)
        if math.isnan(losses[-1]):
            break
    accuracy = training_step.test_accuracy()
    if not overflown:
        yield RunEnded("stopped" if control.stopped else "completed", 0, accuracy, None)
        return
    cause = diagnosis(
        config, epoch=1, step=len(losses) - overflown + 1, first_loss=losses[0], fresh=True
    )
    yield RunEnded("diverged", 0, accuracy, None, cause)


def _by_hand(
    chosen: Lesson, variant: Variant, count: int, digits: Digits, control: Control
) -> Iterator[TrainingEvent]:
    """Run the article's loop without compiling it, as it is shown."""
    config = chosen.config(variant)
    network = Network(
        (784, 256, 128, 10), weight_deviation=config.weight_deviation, seed=config.seed
    )
    steps_per_epoch = -(-len(digits.x_train) // config.batch_size)
    yield _started(config, digits, steps_per_epoch)
    learn = lesson_1.broken if (chosen.number, variant) == (1, "broken") else lesson_1.fixed
    parameters = list(network.parameters)
    batches = _Batches(config, digits, count)
    losses = learn(parameters, batches, tf.constant(config.learning_rate))
    try:
        yield from _learnt(losses, parameters, batches, control)
        if control.stopped:
            yield RunEnded("stopped", 0, None, None)
            return
        logits = network.forward(as_inputs(_flat(digits.x_test), config.scaling))
        labels = tf.constant(digits.y_test.astype(np.int32))
        accuracy = yield from _answered(chosen.number, variant, logits, labels)
    # What a lesson's code raises is what it is about, whatever that is.
    except (TypeError, ValueError, tf.errors.OpError) as error:
        yield RunEnded("failed", 0, None, None, Failure("raised", _said(error)))
        return
    yield RunEnded("completed", 0, accuracy, None)


def _learnt(
    losses: Iterator[Tensor], parameters: Sequence[Tensor], batches: "_Batches", control: Control
) -> Iterator[TrainingEvent]:
    shown_s = 0.0
    for loss in losses:
        step = batches.taken
        value = float(loss)
        yield StepsTrained(1, step, np.array([value], np.float32), 0.0, 0.0)
        if time.perf_counter() - shown_s >= _SNAPSHOT_S or step == batches.count:
            shown_s = time.perf_counter()
            values = tuple(np.asarray(each, np.float32).copy() for each in parameters)
            yield Snapshot(step, values)
            yield LayersMeasured(step, value, _largest(values))
        if control.stopped:
            return


def _answered(number: int, variant: Variant, logits: Tensor, labels: Tensor) -> Any:
    """Count what is right as the lesson does it; a generator that returns the accuracy."""
    if number == 3:
        answers = (lesson_3.broken if variant == "broken" else lesson_3.fixed)(logits)
        yield Printed(f"answers: {_shown(answers)}")
        yield Printed(f"labels:  {_shown(labels)}")
        return float(np.mean(answers.numpy() == labels.numpy()))
    count_right = lesson_2.broken if (number, variant) == (2, "broken") else lesson_2.fixed
    accuracy = float(count_right(logits, labels))
    yield Printed(f"test accuracy: {accuracy:.4f}")
    return accuracy


class _Batches:
    """The first batches of the article's first epoch, scaled; counts those that were taken."""

    def __init__(self, config: TrainingConfig, digits: Digits, count: int) -> None:
        self.count = count
        self.taken = 0
        self._config = config
        self._digits = digits
        self._order = np.random.default_rng((config.seed, 0)).permutation(len(digits.x_train))

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield images, (256, 784), and labels, (256,)."""
        size = self._config.batch_size
        for start in range(0, self.count * size, size):
            batch = np.sort(self._order[start : start + size])
            images = as_inputs(_flat(self._digits.x_train[batch]), self._config.scaling)
            self.taken += 1
            yield images, tf.constant(self._digits.y_train[batch].astype(np.int32))


def _started(config: TrainingConfig, digits: Digits, steps_per_epoch: int) -> RunStarted:
    counts = len(digits.x_train), len(digits.x_test)
    return RunStarted(config, (INPUTS, *config.hidden_sizes, CLASSES), steps_per_epoch, 0, *counts)


def _flat(images: NDArray[np.uint8]) -> Tensor:
    return tf.constant(images.reshape(len(images), -1))


def _largest(parameters: Sequence[NDArray[np.float32]]) -> NDArray[np.float64]:
    # NaN among them makes it NaN.
    return np.array([np.abs(theta).max() for theta in parameters[::2]], np.float64)


def _shown(tensor: Tensor) -> str:
    """Return the first values of a tensor and its type, as TensorFlow prints them."""
    values = ", ".join(map(str, tensor.numpy()[:_ANSWERS_SHOWN]))
    return f"[{values}, ...], dtype={tensor.dtype.name}"


def _said(error: Exception) -> str:
    # What follows the first line is TensorFlow's own stack.
    return str(error).partition("\n")[0]
