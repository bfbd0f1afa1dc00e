"""Pictures with labels, from wherever they come, as an evaluation takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, overload

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn
from mnist_pad.dataset.drawings import Sample
from mnist_pad.engine.evaluating.pictures import FoundPicture

SetKind = Literal["mnist", "collection", "data", "ink", "pictures"]


@dataclass(frozen=True)
class ImageSet:
    """Which images: MNIST's test set, the user's drawings, or those of a path.

    A `path` have a data set, a file of drawings, and a folder of pictures. `turn` is how a data
    set's images are turned.
    """

    kind: SetKind = "mnist"
    path: Path | None = None
    turn: Turn = AS_THEY_ARE


@dataclass(frozen=True, eq=False)
class LabelledImages:
    """What is read: n pictures, uint8 (n, 28, 28), with labels as `evaluate` takes them.

    `blank` marks the drawings no picture could be made of; `names` tell people which is which.
    `sources` are the drawings, or the files, that they were made of; a data set has none.
    `pictures` are a folder's whole pictures, of which each may have several of the images, or none.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    blank: NDArray[np.bool_]
    names: Sequence[str]
    sources: Sequence[Sample | Path] = ()
    pictures: Sequence[FoundPicture] = ()

    def __len__(self) -> int:
        return len(self.labels)

    def first(self, count: int) -> "LabelledImages":
        """Return the first `count` of them alone, without a copy; the pictures stay."""
        return LabelledImages(
            images=self.images[:count],
            labels=self.labels[:count],
            blank=self.blank[:count],
            names=self.names[:count],
            sources=self.sources[:count],
            pictures=self.pictures,
        )

    def and_then(self, others: "LabelledImages") -> "LabelledImages":
        """Return these and others after them."""
        return LabelledImages(
            images=np.concatenate([self.images, others.images]),
            labels=np.concatenate([self.labels, others.labels]),
            blank=np.concatenate([self.blank, others.blank]),
            names=[*self.names, *others.names],
            sources=[*self.sources, *others.sources],
            pictures=[*self.pictures, *others.pictures],
        )


class Numbered(Sequence[str]):
    """Names of the images of an array, "x_test[7]": as many as a large set has are not kept."""

    def __init__(self, array: str, count: range) -> None:
        self._array, self._count = array, count

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> "Numbered": ...
    def __getitem__(self, index: int | slice) -> "str | Numbered":
        """Return one name, or some."""
        if isinstance(index, slice):
            return Numbered(self._array, self._count[index])
        return f"{self._array}[{self._count[index]}]"

    def __len__(self) -> int:
        return len(self._count)


def none() -> LabelledImages:
    """Return no images at all."""
    return LabelledImages(
        images=np.empty((0, 28, 28), np.uint8),
        labels=np.empty(0, np.int64),
        blank=np.empty(0, bool),
        names=[],
    )
