"""The user's own drawings as a network reads them; NumPy alone, for a thread beside the window."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base import wording
from mnist_pad.base.wording import translatable, translate
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.ink.raster import Grey
from mnist_pad.recognizer.evaluation import UNLABELLED, Evaluation, evaluate
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import CLASSES

_PROBLEMS_TOLD: Final = 2

_MANNERS: Final = {
    translatable("Manners", "plain"),
    translatable("Manners", "slashed"),
    translatable("Manners", "barred"),
    translatable("Manners", "dotted"),
    translatable("Manners", "bar"),
    translatable("Manners", "flagged"),
    translatable("Manners", "flagged and footed"),
    translatable("Manners", "footed"),
    translatable("Manners", "open"),
    translatable("Manners", "closed"),
    translatable("Manners", "crossed"),
    translatable("Manners", "straight"),
    translatable("Manners", "curled"),
}
"""All that a digit may be told to be written like."""

_PAPER: Final = np.zeros((28, 28), np.uint8)


@dataclass(frozen=True, eq=False)
class ReadSample:
    """One drawing and how it is read.

    `image` is what the network gets, uint8, shape (28, 28), 0 (paper) to 255 (ink). `answer` is
    the most probable digit, with `probability` in [0, 1]; None where no picture could be made of
    the drawing, whose image is blank then. `rejected` tells that the pad calls it no digit.
    """

    sample: Sample
    image: Grey
    answer: int | None
    probability: float
    rejected: bool

    @property
    def misread(self) -> bool:
        """Whether it has a name and is read as something else, or not at all."""
        return self.sample.label is not None and self.answer != self.sample.label

    @property
    def caption(self) -> str:
        """What it is and, unless that is what it is read as, the answer."""
        label = "?" if self.sample.label is None else str(self.sample.label)
        if self.answer is None:
            return translate("ReadSample", "{label}, not read").format(label=label)
        if self.answer != self.sample.label:
            words = translate("ReadSample", "{label}, read {answer}")
            return words.format(label=label, answer=self.answer)
        if self.rejected:
            return translate("ReadSample", "{label}, not a digit").format(label=label)
        return label


@dataclass(frozen=True, eq=False)
class SampleReading:
    """All drawings, the latest first, how well they are read, and which lines are damaged."""

    drawings: tuple[ReadSample, ...]
    evaluation: Evaluation
    problems: tuple[LineProblem, ...]

    @property
    def summary(self) -> str:
        """How many there are and how many are read right, as `evaluate` counts them."""
        labelled = [drawing for drawing in self.drawings if drawing.sample.label is not None]
        right = sum(not drawing.misread for drawing in labelled)
        parts = [
            wording.drawings(len(self.drawings)),
            translate("SampleReading", "{right:,} read right").format(right=right),
        ]
        if rejected := self.evaluation.rejected:
            words = translate("SampleReading", "{rejected:,} called not a digit")
            parts.append(words.format(rejected=rejected))
        return " · ".join(parts)


def damage(problems: Sequence[LineProblem], name: str) -> str:
    """Tell which lines of the file `name` were passed over; empty where none were."""
    if not problems:
        return ""
    told = [str(problem) for problem in problems[:_PROBLEMS_TOLD]]
    if more := len(problems) - len(told):
        told.append(translate("SampleReading", "{more:,} more").format(more=more))
    words = translate("SampleReading", "{file}, {problems}; the rest is used")
    return words.format(file=name, problems="; ".join(told))


def read_samples(
    collection: Collection, known: SampleImages, recognizer: Recognizer
) -> SampleReading:
    """Read the file as it is now, and have its drawings read; raises DataError."""
    samples, problems = collection.read()
    # What was drawn last is what one looks for.
    samples.reverse()
    images = known.of(samples)
    # Blank paper stands in for what cannot be read, so that all arrays keep the drawings' order.
    pictures = np.array([_PAPER if image is None else image for image in images], np.uint8)
    blank = np.array([image is None for image in images], bool)
    labels = [UNLABELLED if sample.label is None else sample.label for sample in samples]
    # An empty list would come out as (0,): without drawings, there are still 28 rows and columns.
    probabilities, no_digit = recognizer.judge(pictures.reshape(-1, 28, 28))  # (n, 10), (n,)
    evaluation = evaluate(probabilities, np.array(labels, np.int64), rejected=no_digit, blank=blank)
    drawings = map(_read, samples, images, probabilities, no_digit.tolist())
    return SampleReading(tuple(drawings), evaluation, tuple(problems))


def styles(drawings: Sequence[ReadSample]) -> tuple[str, ...]:
    """Tell for each digit how it is written: "crossed 4 · plain 2"; up to 2 s the first time."""
    # Not needed before the first sheet is shown; the window's start must not wait for it.
    from mnist_pad.dataset.pen_styles.manners import MANNERS, manners

    counts: list[Counter[str]] = [Counter() for _ in range(CLASSES)]
    # Of a digit whose styles cannot be told apart there is nothing to say.
    several = {digit for digit in range(CLASSES) if len(MANNERS[digit]) > 1}
    told = [one for one in drawings if one.answer is not None and one.sample.label in several]
    if told:
        labels = np.array([one.sample.label for one in told])
        found = manners(np.array([one.image for one in told]), labels)
        for label, manner in zip(labels.tolist(), found, strict=True):
            counts[label][manner] += 1
    return tuple(
        " · ".join(f"{_called(manner)} {count}" for manner, count in counter.most_common())
        for counter in counts
    )


def _called(manner: str) -> str:
    assert manner in _MANNERS, manner
    return translate("Manners", manner)


def _read(
    sample: Sample, image: Grey | None, probabilities: NDArray[np.float32], rejected: bool
) -> ReadSample:
    if image is None:
        return ReadSample(sample, _PAPER, None, 0.0, rejected=True)
    answer = int(probabilities.argmax())
    return ReadSample(sample, image, answer, float(probabilities[answer]), rejected)
