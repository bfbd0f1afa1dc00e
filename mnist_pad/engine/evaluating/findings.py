"""What an evaluation finds, and what it tells on the way; plain data, NumPy alone.

An evaluation tells EvaluationProgressed and FiguresFound in the order they happen, and exactly one
EvaluationEnded. Each Findings has all that is known by then: whoever shows the latest shows all,
and whoever stops the evaluation keeps it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Words
from mnist_pad.base.wording import translatable
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.evaluating.pictures import ReadPicture
from mnist_pad.recognizer.comparison import Comparison
from mnist_pad.recognizer.evaluation import Evaluation
from mnist_pad.recognizer.mapping import Plane
from mnist_pad.recognizer.per_digit import DigitFigures
from mnist_pad.recognizer.reliability import Bin
from mnist_pad.recognizer.robustness import Change, Curve
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.events import Failure

Stage = Literal["reading", "changes"]
"""`reading`: the images come and are read; `changes`: they are read once more, changed."""

Figure = Literal[
    "accuracy", "confusion", "recall", "precision", "reliability", "comparison", "curves", "map"
]

CONTEXT: Final = "Evaluation"
"""Of the reasons below, for `translate`."""

NO_IMAGES: Final = translatable("Evaluation", "There is nothing to read.")
NO_LABELS: Final = translatable(
    "Evaluation", "Nobody says which digits these are, so nothing can be counted as right or wrong."
)
ONE_DIGIT: Final = translatable(
    "Evaluation",
    "All are the same digit: whatever is read as it, is it, so a precision says nothing.",
)
NO_PICTURES: Final = translatable(
    "Evaluation", "None of the drawings has enough ink to make a picture of."
)
TOO_FEW: Final = translatable("Evaluation", "A map needs at least three images.")
FLAT: Final = translatable(
    "Evaluation",
    "What the last hidden layer answers varies in fewer than two directions: there is no map.",
)


@dataclass(frozen=True, eq=False)
class Answers:
    """What one network answers to n images, and the figures made of it.

    `probabilities` has shape (n, 10), `rejected`, (n,), marks what is judged no digit, drawings
    without a picture among them. `bins` and `curves` are empty, and figures None, where they have
    no meaning; `Findings.missing` says why. `pictures` are the whole pictures of a folder.
    """

    weights: Weights
    probabilities: NDArray[np.float32]
    rejected: NDArray[np.bool_]
    evaluation: Evaluation
    digits: tuple[DigitFigures, ...]
    bins: tuple[Bin, ...]
    curves: Mapping[Change, Curve] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Sequence[ReadPicture] = ()


@dataclass(frozen=True, eq=False)
class DigitMap:
    """Images by the first network's last hidden layer.

    `which`, (m,), are their indices, `points`, (m, 2), where they are. Drawings without a picture
    are not among them, nor more than ten thousand. To place another, see `mapping.last_hidden` and
    `Plane.place`.
    """

    plane: Plane
    which: NDArray[np.intp]
    points: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Findings:
    """All that is known so far of the images read so far, in the order they came.

    `whole` tells that those are all. `missing` gives, for figures that have no meaning here, the
    reason: a sentence to be translated, of the context CONTEXT.
    """

    images: LabelledImages
    first: Answers
    second: Answers | None = None
    comparison: Comparison | None = None
    map: DigitMap | None = None
    whole: bool = False
    missing: Mapping[Figure, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class EvaluationProgressed:
    """So much is done, `done` of `total`, over all stages; the unit is an image read once."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, eq=False)
class FiguresFound:
    """Figures are new."""

    findings: Findings


@dataclass(frozen=True)
class Noted:
    """Something of the set that people should know, a sentence: a bad line, a picture left out."""

    sentence: Words


@dataclass(frozen=True, eq=False)
class EvaluationEnded:
    """The last event. `findings` are the last there were; None where there were none.

    `cause` tells why it failed; of the kind "refused", its detail is a whole sentence on the set.
    """

    outcome: Literal["completed", "stopped", "failed"]
    findings: Findings | None
    cause: Failure | None = None


EvaluationEvent = EvaluationProgressed | FiguresFound | Noted | EvaluationEnded
