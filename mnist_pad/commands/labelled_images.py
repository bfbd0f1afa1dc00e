"""Pictures with labels, as the commands take them: from a data set, or from drawings."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import phrase
from mnist_pad.commands.data import chosen_data, tell
from mnist_pad.dataset import drawings
from mnist_pad.dataset.drawings import Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.recognizer.evaluation import UNLABELLED


@dataclass(frozen=True, eq=False)
class LabelledImages:
    """What is read: n pictures, shape (n, 28, 28), with labels as `evaluate` takes them.

    `blank` marks the drawings no picture could be made of; `names` tell people which is which.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    blank: NDArray[np.bool_]
    names: Sequence[str]


def read_data(options: argparse.Namespace) -> LabelledImages:
    """Read a data set's test images, or all of one that has none; raises UsageError."""
    digits = chosen_data(options)
    images, labels, part = digits.x_test, digits.y_test, "test"
    if not len(images):
        images, labels, part = digits.x_train, digits.y_train, "train"
        one = phrase("Commands", "it names no test images; its only image is read")
        several = phrase("Commands", "it names no test images; all its {count:,} images are read")
        tell(options.data, (one if len(images) == 1 else several).given(count=len(images)))
    return LabelledImages(
        images=images,
        labels=labels.astype(np.int64),
        blank=np.zeros(len(images), bool),
        names=[f"x_{part}[{index}]" for index in range(len(images))],
    )


def read_samples(path: Path) -> list[Sample]:
    """Read a file of drawings, and tell of its bad lines; raises DataError."""
    samples, problems = drawings.read(path)
    for problem in problems:
        tell(path, problem.words)
    return samples


def read_ink(path: Path) -> LabelledImages:
    """Read a file of drawings, brought down, and tell of its bad lines; raises DataError."""
    samples = read_samples(path)
    found = SampleImages().of(samples)
    # Blank paper stands in, so that all arrays keep the drawings' order.
    paper = np.zeros((28, 28), np.uint8)
    images = np.array([paper if image is None else image for image in found], np.uint8)
    labels = [UNLABELLED if sample.label is None else sample.label for sample in samples]
    return LabelledImages(
        # Without drawings, the array has one axis alone.
        images=images.reshape(-1, 28, 28),
        labels=np.array(labels, np.int64),
        blank=np.array([image is None for image in found], bool),
        names=[str(sample.id) for sample in samples],
    )
