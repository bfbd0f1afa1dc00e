"""Pictures with labels, from wherever they come, as an evaluation takes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn
from mnist_pad.dataset.drawings import Sample
from mnist_pad.engine.evaluating.pictures import FoundPicture

SetKind = Literal["mnist", "collection", "data", "ink", "pictures"]


@dataclass(frozen=True)
class ImageSet:
    """Which images: MNIST's test set, the user's drawings, or those of a path.

    A `path` have a data set, a file of drawings, and a folder of pictures. `turn` is how a data set's images are turned.
    """

    kind: SetKind = "mnist"
    path: Path | None = None
    turn: Turn = AS_THEY_ARE


@dataclass(frozen=True, eq=False)
class LabelledImages:
    """What is read: n pictures, uint8 (n, 28, 28), with labels as `evaluate` takes them.

    `blank` marks the drawings no picture could be made of; `names` tell people which is which.
    `sources` are the drawings, or the files, that they were made of; None in a data set.
    `pictures` are whole pictures, of which each may have several of the images, or none.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    blank: NDArray[np.bool_]
    names: Sequence[str]
    sources: Sequence[Sample | Path | None]
    pictures: Sequence[FoundPicture] = ()

    def __len__(self) -> int:
        return len(self.labels)


def joined(parts: Iterable[LabelledImages]) -> LabelledImages:
    """Return several, at least one, as one."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    return LabelledImages(
        images=np.concatenate([part.images for part in parts]),
        labels=np.concatenate([part.labels for part in parts]),
        blank=np.concatenate([part.blank for part in parts]),
        names=[name for part in parts for name in part.names],
        sources=[source for part in parts for source in part.sources],
        pictures=[picture for part in parts for picture in part.pictures],
    )
