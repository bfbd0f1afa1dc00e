"""What a file was found to hold, before it is brought to MNIST's form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Words, phrase, unexpected
from mnist_pad.dataset.digits import SIDE_PX, DataError

Part = Literal["train", "test"]

IMAGE_WORDS: Final = frozenset(
    {"x", "image", "images", "img", "imgs", "data", "feature", "features", "pixels", "digits"}
)
LABEL_WORDS: Final = frozenset(
    {"y", "label", "labels", "target", "targets", "class", "classes", "digit"}
)
"""What people call images and labels, in small letters."""

PIXELS: Final = SIDE_PX**2
TABLE_COLUMNS: Final = PIXELS + 1
"""The pixels and the label of an image, in one row."""


@dataclass(frozen=True, eq=False)
class RawPart:
    """Images and labels of one part, of whatever type and shape, and what the file calls each.

    `left_out` names pictures that no digit was found in.
    """

    images: NDArray[Any]
    labels: NDArray[Any]
    images_name: Words
    labels_name: Words
    left_out: tuple[str, ...] = ()


Parts = Mapping[Part, RawPart]
"""The parts of a data set; what is not divided counts as training images."""


def from_table(table: NDArray[Any], name: Words, *, label_column: int | None = None) -> RawPart:
    """Take a table of shape (n, 785), n at least 1, apart: a label, and 784 pixels, a row.

    `label_column` is 0 (Kaggle's) or -1 (OpenML's), None where nothing tells: it is then the one
    of whole numbers from 0 to 9.

    Raises DataError where that is neither, or both.
    """
    if label_column is None:
        label_column = _label_column(table, name)
    pixels = table[:, 1:] if label_column == 0 else table[:, :-1]
    labels_name = phrase("Errors", "{name}'s labels").given(name=name)
    return RawPart(pixels, table[:, label_column], name, labels_name)


def _label_column(table: NDArray[Any], name: Words) -> int:
    likely = [column for column in (0, -1) if _are_labels(table[:, column])]
    # A pixel of the corner is paper in all images.
    varying = [column for column in likely if np.ptp(table[:, column])]
    if not likely or len(varying) > 1:
        both, neither = phrase("Errors", "them in both"), phrase("Errors", "none in either")
        expected = phrase("Errors", "labels from 0 to 9 in the first or the last column")
        raise DataError(unexpected(name, expected, both if likely else neither))
    return (varying or likely)[0]


def _are_labels(column: NDArray[Any]) -> bool:
    return bool(np.isin(column, np.arange(10)).all())
