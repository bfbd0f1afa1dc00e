"""MNIST as it comes with the program, and the data sets that people bring."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.assets import asset
from mnist_pad.base.phrases import phrase, said_of, unexpected
from mnist_pad.dataset import idx, picture_folder
from mnist_pad.dataset.archive import read_archive
from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn, convert
from mnist_pad.dataset.digits import IMAGES_AT_ONCE, DataError, Digits, assemble, hold_images
from mnist_pad.dataset.files import names_in, opened
from mnist_pad.dataset.raw import Parts
from mnist_pad.dataset.table import read_table

FINGERPRINT: Final = "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16"
"""MNIST's, in its original order."""

TEST_PART: Final = 7
"""One in so many images is held out to test on where a set has no test images, as in MNIST."""

_ZIP_MAGIC: Final = b"PK"


def load(path: Path | None = None, turn: Turn = AS_THEY_ARE) -> Digits:
    """Read a data set, its images turned; None is shipped MNIST, checked by its fingerprint.

    It is an .npz archive, a CSV file, a folder of IDX files, or one of pictures in folders named
    by their labels; it may have no training or no test images. What a file does not divide counts
    as training images.

    Raises DataError, and nothing else, naming the file, what was expected and what was found.
    """
    source = asset("mnist.npz") if path is None else path
    try:
        digits = convert(_read(source), source.stem, turn)
    except DataError as error:
        raise DataError(said_of(source, error.words)) from error
    # Told by its bytes: a copy of MNIST is MNIST, whatever it is called.
    if digits.fingerprint == FINGERPRINT:
        return replace(digits, name="MNIST")
    if path is None:
        words = phrase("Errors", "{path}: expected MNIST, SHA-256 {known}, found SHA-256 {found}")
        raise DataError(words.given(path=source, known=FINGERPRINT, found=digits.fingerprint))
    return digits


def with_test_images(digits: Digits) -> Digits:
    """Return a data set that can be trained on: one without test images gives a seventh for them.

    It is the last seventh, so that the 70,000 images of MNIST in one come apart as published. Where
    that lacks a digit, as the set is sorted, all are mixed before, in the same way every time.

    Raises DataError where there are too few training images.
    """
    if not len(digits.x_train):
        words = phrase("Errors", "{name}: expected training images, found a test set alone")
        raise DataError(words.given(name=digits.name))
    if len(digits.x_test):
        return digits
    count = max(1, len(digits.x_train) // TEST_PART)
    missing = np.setdiff1d(digits.y_train, digits.y_train[-count:])
    divided = held_out(_mixed(digits) if len(missing) else digits, count)
    return replace(divided, name="MNIST" if divided.fingerprint == FINGERPRINT else digits.name)


def held_out(digits: Digits, count: int = 10_000) -> Digits:
    """Return a data set to choose settings on: its test set is the last `count` training images.

    The real test set is left out, so that nothing can be chosen on it.

    Raises DataError unless at least one training image remains.
    """
    total = len(digits.x_train)
    if not 1 <= count < total:
        expected = phrase("Errors", "1 to {most:,} of {total:,} training images to hold out")
        expected = expected.given(most=total - 1, total=total)
        raise DataError(unexpected(digits.name, expected, f"{count:,}"))
    arrays = {
        "x_train": digits.x_train[:-count],
        "y_train": digits.y_train[:-count],
        "x_test": digits.x_train[-count:],
        "y_test": digits.y_train[-count:],
    }
    return assemble(arrays, f"{digits.name}, {count:,} held out")


def _read(path: Path) -> Parts:
    # Unlike Path.is_dir, os.path.isdir raises nothing where a name is too long.
    if os.path.isdir(path):
        is_idx = any(map(idx.is_idx, names_in(path)))
        return idx.read_folder(path) if is_idx else picture_folder.read_folder(path)
    if idx.is_idx(path.name):
        raise DataError(
            phrase(
                "Errors", "expected the folder that this file is in, with labels, found it alone"
            )
        )
    # By its name too: of a damaged archive, something is to be told that helps.
    if path.suffix.lower() == ".npz":
        return read_archive(path)
    with opened(path) as (file, _):
        is_archive = file.read(len(_ZIP_MAGIC)) == _ZIP_MAGIC
    return read_archive(path) if is_archive else {"train": read_table(path)}


def _mixed(digits: Digits) -> Digits:
    order = np.random.default_rng(0).permutation(len(digits.x_train))

    def pieces() -> Iterator[NDArray[np.uint8]]:
        for start in range(0, len(order), IMAGES_AT_ONCE):
            yield digits.x_train[order[start : start + IMAGES_AT_ONCE]]

    images = hold_images(pieces(), len(order), digits.name)
    return replace(digits, x_train=images, y_train=digits.y_train[order])
