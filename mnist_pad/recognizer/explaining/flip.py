"""The smallest change of a picture that flips the answer: as few pixels as can be found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.explaining.first_sums import FirstSums
from mnist_pad.recognizer.explaining.flip_search import (
    HASTY,
    THOROUGH,
    FlipSearch,
    Levels,
    Manner,
    changed,
    fewest,
)
from mnist_pad.recognizer.explaining.pixels import Image, inputs_of
from mnist_pad.recognizer.forward import activations, logits
from mnist_pad.recognizer.weights import CLASSES, INPUTS, Weights

# How far a digit has to lead, as a share of the largest logit: first as little as float32 needs,
# then more, where rounding the picture to whole grey levels would take the lead away.
_LEADS: Final = (1e-4, 1e-2, 1e-1)

_BEYOND: Final = 2
"""Finds with so many pixels more than the smallest may still come out below it."""


@dataclass(frozen=True, eq=False)
class Flip:
    """A changed picture that is read as `digit`.

    `image`, (784,), is grey levels from 0 to 255; `changed` counts the pixels that differ.
    """

    digit: int
    image: NDArray[np.float64]
    changed: int


def smallest_change(weights: Weights, image: Image, target: int | None = None) -> Flip | None:
    """Return the change of fewest pixels that makes another digit's logit the largest.

    `image` is grey levels from 0 to 255, (28, 28) or (784,). With a `target`, that digit's; None
    where none is found, and where the picture is read as the target anyhow. Changed pixels are 0 or
    255, the others as they were; rounded to whole grey levels, the picture flips as well.
    Temperature and rejection play no part.

    It is a search, in the manner of Papernot et al. 2016 ("JSMA") with exact trials instead of
    first-order guesses; fewer pixels may exist.
    """
    for lead in _LEADS:
        looked = _Looked(weights, image, lead)
        targets = looked.others if target is None else looked.others[looked.others == target]
        flip = looked.nearest(targets)
        if flip is None or looked.holds(flip):
            return flip
    return None


def flips(weights: Weights, image: Image) -> tuple[Flip | None, ...]:
    """Return the smallest change towards each digit, as `smallest_change` does, the answer's None.

    Takes several times as long as the smallest of all.
    """
    found: list[Flip | None] = [None] * CLASSES
    missing = set(range(CLASSES))
    for lead in _LEADS:
        looked = _Looked(weights, image, lead)
        targets = [digit for digit in looked.others if digit in missing]
        for flip in looked.each(np.array(targets, np.intp)):
            if looked.holds(flip):
                found[flip.digit] = flip
                missing.discard(flip.digit)
        if looked.whole:
            break
    return tuple(found)


class _Looked:
    """A picture and its network, looked at for changes by which a digit leads so far."""

    def __init__(self, weights: Weights, image: Image, lead: float) -> None:
        self._weights = weights
        self._levels = image.reshape(INPUTS).astype(np.float64)
        layers = activations(weights, inputs_of(image, weights.meta.scaling))
        outputs = layers[-1][0].astype(np.float64)
        self.others = np.flatnonzero(np.arange(CLASSES) != outputs.argmax())
        self.whole = bool((self._levels == np.rint(self._levels)).all())
        network = FirstSums(weights, wide=layers[-1].dtype == np.float64)
        self._single: Levels = self._levels.astype(np.float32)
        self._search = FlipSearch(network, self._single, lead * float(np.abs(outputs).max()))

    def nearest(self, targets: NDArray[np.intp]) -> Flip | None:
        """Return the change of fewest pixels towards any of these digits."""
        with np.errstate(all="ignore"):
            finds = self._finds(targets, HASTY if len(targets) > 1 else THOROUGH)
            finds = finds or self._finds(targets, THOROUGH)
            best: tuple[int, Levels] | None = None
            for digit, picture in sorted(finds, key=lambda find: self._changed(find[1])):
                limit = None if best is None else self._changed(best[1])
                if limit is not None and self._changed(picture) > limit + _BEYOND:
                    break
                better = self._search.improved(picture, digit)
                if limit is None or self._changed(better) < limit:
                    best = digit, better
        return None if best is None else self._flip(*best)

    def each(self, targets: NDArray[np.intp]) -> Iterable[Flip]:
        """Return the changes of fewest pixels towards each of these digits that is found."""
        with np.errstate(all="ignore"):
            finds = self._finds(targets, THOROUGH)
            for target in targets.tolist():
                pictures = [picture for digit, picture in finds if digit == target]
                best = fewest(pictures, self._single)
                if best is not None:
                    yield self._flip(target, self._search.improved(best, target))

    def holds(self, flip: Flip) -> bool:
        """Tell whether the recognizer itself reads a change so, rounded or not."""
        pictures = np.stack([flip.image, np.rint(flip.image)])
        scaling = self._weights.meta.scaling
        inputs = [inputs_of(picture, scaling) for picture in pictures]
        return all(logits(self._weights, each).argmax() == flip.digit for each in inputs)

    def _finds(
        self, targets: NDArray[np.intp], manners: Sequence[Manner]
    ) -> list[tuple[int, Levels]]:
        search = self._search
        # In haste, what is farther off than the smallest is not looked for.
        beyond = _BEYOND if manners is HASTY else None
        ways = search.pixel_by_pixel(targets, beyond=beyond), search.in_leaps(targets, manners)
        return [
            (digit, search.pruned(picture, digit)) for way in ways for digit, picture in way.items()
        ]

    def _changed(self, picture: Levels) -> int:
        return changed(picture, self._single)

    def _flip(self, digit: int, picture: Levels) -> Flip:
        # Pixels that stay have the very levels that were given, whatever float32 makes of them.
        image = np.where(picture == self._single, self._levels, picture.astype(np.float64))
        return Flip(digit, image, int(np.count_nonzero(image != self._levels)))
