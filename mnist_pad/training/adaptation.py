"""Learning one hand: weights that read everybody learn from a few drawings of one person.

In every step the network learns from some of the drawings, and from images that it shall go on
answering as it did: MNIST, pen styles, and what is no digit (Li and Hoiem 2016, "Learning without
Forgetting"). What it forgets all the same is limited by going only part of the way (Wortsman et
al. 2022, "Robust fine-tuning of zero-shot models").
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime, timezone
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad import __version__
from mnist_pad.base.phrases import phrase
from mnist_pad.dataset.digits import DataError, Digits, Labelled
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.adaptation_step import (
    LEARNING_RATE,
    MOMENTUM,
    OWN_BATCH,
    STEPS,
    AdaptationStep,
    part_way,
)
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import (
    Compared,
    Preparing,
    RunEnded,
    RunPaused,
    RunResumed,
    RunStarted,
    StepsTrained,
    TrainingEvent,
)
from mnist_pad.training.failures import failing_well
from mnist_pad.training.preparation import counter_examples, drawings

Replay = list[tuple[NDArray[np.uint8], int]]
"""Kinds of images that must not be forgotten, each with its share."""

RECIPE: Final = "adapted"

FORGOTTEN: Final = 0.001
"""So many more of MNIST's training images, as a fraction, may be misread than before."""

LEAST_SURE: Final = 10_000
"""The training images that stand for all: those that the weights tell apart least clearly. Beyond
them, next to none is lost."""

MNIST_SHARE: Final = 8
"""In parts: so much of what is replayed is MNIST, against one of each kind of drawings."""

DRAWINGS: Final = 500
"""So many drawings in pen styles, and of what is no digit."""

# A sixteenth of the way is close enough.
_HALVINGS: Final = 4
_DRAWINGS_AT_ONCE: Final = 250
_CHUNK_STEPS: Final = 25
_SEED: Final = 1_000_000
"""Other drawings than those that recipes learn from."""


def adapt(
    weights: Weights, own: Labelled, digits: Digits, *, control: Control | None = None
) -> Iterator[TrainingEvent]:
    """Learn from a few drawings; what happens comes as events, the last of them RunEnded.

    `own` are images of the drawings, uint8 (n, 28, 28), and their digits, (n,), n at least 1;
    `digits` is MNIST. Where there are two drawings or more, each half is first read by a network
    that learnt from the other: Compared tells how well. The weights that RunEnded brings have
    learnt from all. Stopped before, it brings none, and none where whatever was learnt would cost
    too much of MNIST. The same drawings give the same weights.

    Raises DataError where there is nothing to learn from.
    """
    if not len(own[0]):
        raise DataError(
            phrase("Errors", "drawings: expected at least one that shows a digit, found none")
        )
    yield from failing_well(_events(weights, own, digits, control or Control()))


def _events(
    weights: Weights, own: Labelled, digits: Digits, control: Control
) -> Iterator[TrainingEvent]:
    replay = yield from _replay(digits, control)
    if replay is None:
        yield _stopped()
        return
    yield from _Adaptation(weights, own, digits, replay).events(control)


def _replay(
    digits: Digits, control: Control
) -> Generator[Preparing | RunPaused | RunResumed, None, Replay | None]:
    kinds = [(digits.x_train, MNIST_SHARE)]
    for number, make in enumerate((drawings, counter_examples)):
        pieces = []
        for start in range(0, DRAWINGS, _DRAWINGS_AT_ONCE):
            yield Preparing(number * DRAWINGS + start, 2 * DRAWINGS)
            yield from control.pauses()
            if control.stopped:
                return None
            pieces.append(make(_DRAWINGS_AT_ONCE, _SEED + start)[0])
        kinds.append((np.concatenate(pieces), 1))
    return kinds


class _Adaptation:
    """What is known between two chunks of updates."""

    def __init__(self, weights: Weights, own: Labelled, digits: Digits, replay: Replay) -> None:
        self._before = weights
        self._images, self._labels = own
        self._digits = digits
        self._adaptation_step = AdaptationStep(weights, replay)
        self._config = TrainingConfig(
            recipe=RECIPE,
            hidden_sizes=weights.layer_sizes[1:-1],
            activation=weights.meta.activation,
            scaling=weights.meta.scaling,
            optimizer="adam",
            learning_rate=LEARNING_RATE,
            schedule="one_cycle",
            momentum=MOMENTUM,
            batch_size=OWN_BATCH,
            # A pass over each half, and one over all, are told as epochs.
            epochs=1 + len(self._halves()),
        )
        self._passes = 0
        self._guard = _least_sure(weights, digits)
        self._misread_before = self._misread(weights)

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        yield RunStarted(
            self._config,
            self._before.layer_sizes,
            STEPS,
            0,
            len(self._images),
            len(self._digits.x_test),
        )
        right_before, right_after = [], []
        for learnt, read in self._halves():
            adapted = yield from self._pass(learnt, control)
            if adapted is None:
                yield _stopped()
                return
            right_before += self._own_right(self._before, read)
            right_after += self._own_right(adapted, read)
        adapted = yield from self._pass(np.arange(len(self._images)), control)
        if adapted is None:
            yield _stopped()
            return
        compared = Compared(
            len(right_before),
            sum(right_before),
            sum(right_after),
            self._mnist_accuracy(self._before),
            self._mnist_accuracy(adapted),
        )
        yield compared
        yield self._ended(adapted, compared)

    def _halves(self) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """Return what is learnt from and what is read then, twice; nothing for a lone drawing."""
        # Every other drawing, digit by digit: both halves have of all.
        order = np.argsort(self._labels, kind="stable")
        halves = (order[::2], order[1::2])
        return [halves, halves[::-1]] if len(order) > 1 else []

    def _pass(
        self, learnt: NDArray[np.intp], control: Control
    ) -> Generator[TrainingEvent, None, Weights | None]:
        """Learn from some of the drawings; returns the weights, None where stopped."""
        self._adaptation_step.begin(self._images[learnt], self._labels[learnt])
        self._passes += 1
        for first in range(0, STEPS, _CHUNK_STEPS):
            yield from control.pauses()
            if control.stopped:
                return None
            started_s = time.perf_counter()
            losses, right = self._adaptation_step.run(first, _CHUNK_STEPS)
            seconds = time.perf_counter() - started_s
            yield StepsTrained(
                self._passes,
                (self._passes - 1) * STEPS + first + _CHUNK_STEPS,
                losses,
                float(right.mean()),
                _CHUNK_STEPS * OWN_BATCH / seconds,
            )
        return self._as_far_as_remembered()

    def _as_far_as_remembered(self) -> Weights:
        """Go towards what was learnt as far as little enough is forgotten."""
        learnt = self._adaptation_step.parameters()
        if not all(np.isfinite(parameter).all() for parameter in learnt):
            # Diverged: there is no number anywhere on the way there.
            return self._before
        if self._remembers(learnt):
            return replace(self._before, parameters=learnt)
        remembering, forgetting = 0.0, 1.0
        for _ in range(_HALVINGS):
            part = (remembering + forgetting) / 2
            if self._remembers(part_way(self._before.parameters, learnt, part)):
                remembering = part
            else:
                forgetting = part
        return replace(
            self._before, parameters=part_way(self._before.parameters, learnt, remembering)
        )

    def _remembers(self, parameters: tuple[NDArray[np.float32], ...]) -> bool:
        """Tell whether few enough of MNIST's training images are lost."""
        lost = self._misread(replace(self._before, parameters=parameters)) - self._misread_before
        return lost <= FORGOTTEN * len(self._digits.x_train)

    def _misread(self, weights: Weights) -> int:
        images, labels = self._guard
        return int((_answers(weights, images) != labels).sum())

    def _own_right(self, weights: Weights, which: NDArray[np.intp]) -> list[bool]:
        right = _answers(weights, self._images[which]) == self._labels[which]
        return [bool(each) for each in right]

    def _mnist_accuracy(self, weights: Weights) -> float:
        return float((_answers(weights, self._digits.x_test) == self._digits.y_test).mean())

    def _ended(self, adapted: Weights, compared: Compared) -> RunEnded:
        pairs = zip(adapted.parameters, self._before.parameters, strict=True)
        if all(np.array_equal(after, before) for after, before in pairs):
            return RunEnded("completed", self._config.epochs, None, None)
        meta = replace(
            adapted.meta,
            recipe=RECIPE,
            test_accuracy=compared.mnist_after,
            program_version=__version__,
            time=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        )
        # What the optimizer of an earlier run remembered is not about these weights.
        weights = replace(adapted, meta=meta, optimizer_state={})
        return RunEnded("completed", self._config.epochs, compared.mnist_after, weights)


def _least_sure(weights: Weights, digits: Digits) -> Labelled:
    """Return the training images whose own class leads least, or not at all."""
    outputs = Recognizer(weights).logits(digits.x_train)
    every = np.arange(len(outputs))
    own = outputs[every, digits.y_train]
    # With its own class out of the way, the largest is the strongest of the others.
    outputs[every, digits.y_train] = -np.inf
    least = np.argsort(own - outputs.max(axis=1), kind="stable")[:LEAST_SURE]
    return digits.x_train[least], digits.y_train[least]


def _answers(weights: Weights, images: NDArray[np.uint8]) -> NDArray[np.intp]:
    answers: NDArray[np.intp] = Recognizer(weights).logits(images).argmax(axis=1)
    return answers


def _stopped() -> RunEnded:
    return RunEnded("stopped", 0, None, None)
