"""Data sets as pictures in folders named by what they show: 7/a.png, or train/7/a.png."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import listed, phrase, said_of
from mnist_pad.dataset.digits import SIDE_PX, DataError, hold_images
from mnist_pad.dataset.files import names_in
from mnist_pad.dataset.raw import Part, Parts, RawPart
from mnist_pad.pictures.reading import PictureError, rasterize_picture, read_picture

_LABELS: Final = {str(digit): digit for digit in range(10)}
_PARTS: Final[dict[str, Part]] = {
    "train": "train",
    "training": "train",
    "test": "test",
    "testing": "test",
}


def read_folder(folder: Path) -> Parts:
    """Return the digits found in the pictures of a folder's folders 0 to 9.

    Those may lie in folders `train` and `test`. Pictures of MNIST's form are taken as they are;
    from others, the ink is taken as the pad does. Pictures that show no digit, or cannot be read,
    are left out and named in `left_out`.

    Raises DataError, without the folder's name, where it holds anything else, or no digit.
    """
    names = names_in(folder)
    parts = {name: _PARTS[name.lower()] for name in names if name.lower() in _PARTS}
    if not parts:
        return {"train": _read(folder, names)}
    if len(parts) < len(names) or len(set(parts.values())) < len(parts):
        words = phrase("Errors", "expected folders train and test alone, found {names}")
        raise DataError(words.given(names=listed(names)))
    found: dict[Part, RawPart] = {}
    for name, part in parts.items():
        try:
            found[part] = _read(folder / name, names_in(folder / name))
        except DataError as error:
            raise DataError(said_of(name, error.words)) from error
    return found


def _read(folder: Path, names: Sequence[str]) -> RawPart:
    if not names or not all(name in _LABELS and os.path.isdir(folder / name) for name in names):
        words = phrase(
            "Errors", "expected IDX files, or folders named 0 to 9 with pictures, found {names}"
        )
        raise DataError(words.given(names=listed(names)))
    files = [Path(name, file) for name in names for file in names_in(folder / name)]
    found = np.zeros(len(files), bool)

    def images() -> Iterator[NDArray[np.uint8]]:
        for index, file in enumerate(files):
            image = _image(folder / file)
            found[index] = image is not None
            # Paper keeps the place of what is left out: how many are held has to be known before.
            yield np.zeros((SIDE_PX, SIDE_PX), np.uint8) if image is None else image

    held = hold_images(images(), len(files), phrase("Errors", "pictures"))
    if not found.any():
        one = phrase("Errors", "expected pictures of digits, found none in 1 file")
        several = phrase("Errors", "expected pictures of digits, found none in {count:,} files")
        raise DataError((one if len(files) == 1 else several).given(count=len(files)))
    labels = np.array([_LABELS[file.parts[0]] for file in files], np.uint8)
    return RawPart(
        images=held if found.all() else held[found],
        labels=labels if found.all() else labels[found],
        images_name=phrase("Errors", "pictures"),
        labels_name=phrase("Errors", "folders"),
        left_out=tuple(str(folder / files[index]) for index in np.flatnonzero(~found)),
    )


def _image(path: Path) -> NDArray[np.uint8] | None:
    # A named pipe would block whoever opens it.
    if not os.path.isfile(path):
        return None
    try:
        stages = rasterize_picture(read_picture(path))
    except PictureError:
        return None
    return None if stages is None else stages.image
