"""MNIST as it comes with the program, and other data sets of its form."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from mnist_pad.base.assets import asset
from mnist_pad.dataset.digits import DataError, Digits, assemble
from mnist_pad.dataset.idx import read_folder
from mnist_pad.dataset.keras import read_archive

FINGERPRINT: Final = "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16"
"""MNIST's, in its original order."""


def load(path: Path | None = None) -> Digits:
    """Read a data set: a .npz of Keras's form or a folder of IDX files; None is shipped MNIST.

    The shipped arrays are checked by their fingerprint.

    Raises DataError, and nothing else, naming the file, what was expected and what was found.
    """
    source = asset("mnist.npz") if path is None else path
    try:
        # Unlike Path.is_dir, os.path.isdir raises nothing where a name is too long.
        arrays = read_folder(source) if os.path.isdir(source) else read_archive(source)
        digits = assemble(arrays, source.stem)
    except DataError as error:
        raise DataError(f"{source}: {error}") from error
    # Told by its bytes: a copy of MNIST is MNIST, whatever it is called.
    if digits.fingerprint == FINGERPRINT:
        return replace(digits, name="MNIST")
    if path is None:
        found = f"SHA-256 {digits.fingerprint}"
        raise DataError(f"{source}: expected MNIST, SHA-256 {FINGERPRINT}, found {found}")
    return digits


def held_out(digits: Digits, count: int = 10_000) -> Digits:
    """Return a data set to choose settings on: its test set is the last `count` training images.

    The real test set is left out, so that nothing can be chosen on it.

    Raises DataError unless at least one training image remains.
    """
    total = len(digits.x_train)
    if not 1 <= count < total:
        expected = f"1 to {total - 1:,} of {total:,} training images to hold out"
        raise DataError(f"{digits.name}: expected {expected}, found {count:,}")
    arrays = {
        "x_train": digits.x_train[:-count],
        "y_train": digits.y_train[:-count],
        "x_test": digits.x_train[-count:],
        "y_test": digits.y_train[-count:],
    }
    return assemble(arrays, f"{digits.name}, {count:,} held out")
