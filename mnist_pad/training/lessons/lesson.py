"""The lessons as data: what runs before and after the mending."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.recipes import recipe

Variant = Literal["broken", "fixed"]
VARIANTS: Final[tuple[Variant, ...]] = ("broken", "fixed")

# Lessons 1 to 3 run the article's loop as it is written, step by step without compiling.
_STEPS_BY_HAND: Final = 100


class LessonError(UsageError):
    """There is no such lesson; the message says which there are."""


@dataclass(frozen=True)
class Lesson:
    """One lesson: how often its code is run through, and with which settings.

    `steps` are the updates of a lesson whose code runs as it is shown; None where what is shown
    stands for a recipe, which `broken` and `fixed` are then. `by_step` measures every update until
    nothing is a number any more.
    """

    number: int
    broken: TrainingConfig
    fixed: TrainingConfig
    steps: int | None = None
    by_step: bool = False

    def config(self, variant: Variant) -> TrainingConfig:
        """Return the settings of a variant."""
        return self.broken if variant == "broken" else self.fixed


# With it, lessons 4 and 5 start within what the article tells of its own losses; others mostly do.
_SEED: Final = 3


def _of(name: str, epochs: int) -> TrainingConfig:
    return replace(recipe(name), epochs=epochs, seed=_SEED)


_ARTICLE: Final = _of("article", 1)

LESSONS: Final[dict[int, Lesson]] = {
    lesson.number: lesson
    for lesson in (
        Lesson(1, _ARTICLE, _ARTICLE, steps=_STEPS_BY_HAND),
        Lesson(2, _ARTICLE, _ARTICLE, steps=_STEPS_BY_HAND),
        Lesson(3, _ARTICLE, _ARTICLE, steps=_STEPS_BY_HAND),
        Lesson(4, _of("article-raw", 1), _of("article-mse", 5), by_step=True),
        Lesson(5, _of("article-wide", 1), _of("article-mse", 5), by_step=True),
        Lesson(6, _of("article-mse", 20), _of("article", 20)),
        # The two hopes that the article closes with.
        Lesson(7, _of("article-deeper", 8), replace(_of("article", 8), optimizer="adam")),
    )
}
"""The article's six lessons and, as the seventh, its two closing hopes; by number."""


def lesson(number: int) -> Lesson:
    """Return the lesson of that number; raises LessonError."""
    if number not in LESSONS:
        words = phrase("Errors", "lesson: expected one from 1 to {last}, found {found}")
        raise LessonError(words.given(last=len(LESSONS), found=number))
    return LESSONS[number]
