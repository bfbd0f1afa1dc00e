"""Pictures with labels, as the commands take them: from a data set, or from drawings."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from mnist_pad.base.phrases import Words
from mnist_pad.commands.data import chosen_data, tell
from mnist_pad.dataset import drawings
from mnist_pad.dataset.drawings import Sample
from mnist_pad.engine.evaluating.images import ImageSet, LabelledImages, none
from mnist_pad.engine.evaluating.reading import Coming, coming, mnist_test, of_digits, whole


def read_data(options: argparse.Namespace) -> LabelledImages:
    """Read a data set's test images, or all of one that has none; raises UsageError."""
    if options.data is None:
        return mnist_test()
    images, notes = of_digits(chosen_data(options), options.data)
    _tell(notes)
    return images


def read_samples(path: Path) -> list[Sample]:
    """Read a file of drawings, and tell of its bad lines; raises DataError."""
    samples, problems = drawings.read(path)
    for problem in problems:
        tell(path, problem.words)
    return samples


def read_ink(path: Path) -> LabelledImages:
    """Read a file of drawings, brought down, and tell of its bad lines; raises DataError."""
    images = none()
    for part in coming(ImageSet("ink", path)):
        _tell(part.notes)
        images = part.images
    return images


def chosen_images(options: argparse.Namespace) -> tuple[ImageSet, Iterator[Coming]]:
    """Return the set asked for, and its images as they come."""
    if options.pictures is not None:
        images = ImageSet("pictures", options.pictures)
    elif options.ink is not None:
        images = ImageSet("ink", options.ink)
    elif options.data is not None:
        # What is odd about a data set is told when it is read, with the options that help.
        return ImageSet("data", options.data), iter([whole(read_data(options))])
    else:
        images = ImageSet()
    return images, coming(images)


def _tell(notes: tuple[Words, ...]) -> None:
    for note in notes:
        print(f"mnist-pad: {note}", file=sys.stderr)
