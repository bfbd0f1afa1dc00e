"""What a run learns from: a data set's training images, joined by drawings made for the purpose."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import phrase, unexpected
from mnist_pad.dataset.digits import (
    IMAGES_AT_ONCE,
    NO_DIGIT,
    DataError,
    Digits,
    Labelled,
    hold_images,
)
from mnist_pad.dataset.pen_styles.counter_examples import write_others
from mnist_pad.dataset.pen_styles.writer import write
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import Preparing, RunPaused, RunResumed

# A second's work: for so long, a stop may go unheard.
_DRAWINGS_AT_ONCE: Final = 1_000

_TRAINING_IMAGES: Final = phrase("Errors", "training images")

# Drawings are told apart by where they begin in an endless row; these are learnt from by no run.
_HELD_OUT_FIRST: Final = 10_000_000


@dataclass(frozen=True, eq=False)
class Prepared:
    """What is learnt from and tested on, and what is held out to calibrate on, None for nothing."""

    digits: Digits
    held_out: Labelled | None


def prepared(
    config: TrainingConfig, digits: Digits, control: Control
) -> Generator[Preparing | RunPaused | RunResumed, None, Prepared | None]:
    """Return what the config makes of a data set; None where stopped.

    The last `held_out` training images are taken away, and half as many drawings in pen styles
    join them, if drawings are learnt from at all. Of the others, the first `train_images` are
    left. Drawings are the same in every run. The fingerprint stays that of the data set.

    Raises DataError where all training images would be held out, and where there is no room.
    """
    held_out_from = len(digits.x_train) - config.held_out
    if held_out_from < 1:
        expected = phrase("Errors", "more than the {count:,} training images to hold out")
        expected = expected.given(count=config.held_out)
        raise DataError(unexpected(digits.name, expected, f"{len(digits.x_train):,}"))
    held_out_drawings = config.held_out // 2 if config.pen_styles else 0
    wanted: tuple[tuple[Callable[[int, int], Labelled], int, int], ...] = (
        (drawings, 0, config.pen_styles),
        (counter_examples, 0, config.counter_examples),
        (drawings, _HELD_OUT_FIRST, held_out_drawings),
    )
    total = sum(count for _, _, count in wanted)
    made: list[list[Labelled]] = []
    done = 0
    for make, first, count in wanted:
        made.append([])
        for start in range(0, count, _DRAWINGS_AT_ONCE):
            yield Preparing(done, total)
            yield from control.pauses()
            if control.stopped:
                return None
            some = min(_DRAWINGS_AT_ONCE, count - start)
            made[-1].append(make(some, first + start))
            done += some
    styles, others, held_out = made
    own = _learnt_from(config, digits)
    learnt_from = [own, *styles, *others]
    calibrated_on = [(digits.x_train[held_out_from:], digits.y_train[held_out_from:]), *held_out]
    if len(learnt_from) > 1 or config.held_out:
        images, labels = _joined(learnt_from)
        digits = replace(digits, x_train=images, y_train=labels)
    elif config.train_images or config.labels != "true":
        digits = replace(digits, x_train=own[0], y_train=own[1])
    return Prepared(digits, _joined(calibrated_on) if config.held_out else None)


def _learnt_from(config: TrainingConfig, digits: Digits) -> Labelled:
    count = config.learnt_of(len(digits.x_train))
    # Views: nothing is copied.
    images, labels = digits.x_train[:count], digits.y_train[:count]
    return images, _shuffled(labels, config.seed) if config.labels == "shuffled" else labels


def _shuffled(labels: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    # Another row of numbers than those that order the images in the epochs, (seed, epoch).
    return np.random.default_rng((seed, 0, 1)).permutation(labels)


def _joined(parts: Sequence[Labelled]) -> Labelled:
    """Return all parts as one, the images held as large data sets are."""
    starts = (
        (images, start) for images, _ in parts for start in range(0, len(images), IMAGES_AT_ONCE)
    )
    # Piece by piece: joined by NumPy, all would be in memory a second time.
    pieces = (images[start : start + IMAGES_AT_ONCE] for images, start in starts)
    held = hold_images(pieces, sum(len(images) for images, _ in parts), _TRAINING_IMAGES)
    return held, np.concatenate([labels for _, labels in parts])


# The training process serves many runs; making the drawings takes longer than many of them.
@cache
def drawings(count: int, seed: int) -> Labelled:
    """Return drawings in pen styles, as `write` makes them."""
    return write(count, seed)


@cache
def counter_examples(count: int, seed: int) -> Labelled:
    """Return drawings of what is no digit, as `write_others` makes them."""
    return write_others(count, seed), np.full(count, NO_DIGIT, np.uint8)
