"""The search for few pixels that make another digit's logit the largest.

Two ways lead to a first find: pixel by pixel, the best of some candidates each time, found by
trying them; and in leaps of several pixels along the gradient, which gets to digits far off. What
was found is then pruned of pixels that turn out unnecessary, and pixels are exchanged for better
ones as long as one fewer will do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.explaining.first_sums import FirstSums
from mnist_pad.recognizer.explaining.pixels import INK
from mnist_pad.recognizer.weights import CLASSES, INPUTS

Levels = NDArray[np.float32]
"""A picture's grey levels, (784,)."""

_Targets = NDArray[np.intp]

# All below was tried on some dozens of MNIST's digits: few pixels in little time.
_CANDIDATES: Final = 24
_MOST_SINGLE: Final = 12
_FIRST_LEAP: Final = 4
_ALWAYS_LEAPS: Final = 8
_MOMENTUM: Final = 0.5
_RIVAL: Final = 0.5
_LEAK: Final = 0.1
_REMOVALS: Final = 4
_EXCHANGES: Final = 10

# Beyond these, the network is too large for exact trials of many candidates, and of fewer then.
_MULTIPLICATIONS_A_STEP: Final = 2e7
_MULTIPLICATIONS: Final = 2e9


@dataclass(frozen=True)
class Manner:
    """How leaps are made: so many at most; how much the digit in front counts against the target.

    `leak` and what it grows by with each leap are as `FirstSums.gradient` has it.
    """

    leaps: int
    rival: float
    leak: float
    growth: float = 0.0


HASTY: Final = (Manner(_ALWAYS_LEAPS, 0.5, 0.05, 0.02),)
"""Enough for targets that are near."""

THOROUGH: Final = (
    Manner(18, 0.5, 0.05, 0.02),
    Manner(30, 0.2, 0.3),
    Manner(18, 0.8, 0.3),
    Manner(18, 0.0, 0.1),
    Manner(18, 0.5, 0.5),
)
"""Each for the targets that those before did not reach: almost all are reached in the end."""


class FlipSearch:
    """Looks for changes of one picture, `levels`, that a network reads as other digits.

    A target counts as reached where its logit leads by more than `lead`.
    """

    def __init__(self, network: FirstSums, levels: Levels, lead: float) -> None:
        self._network = network
        self._levels = levels
        self._lead = lead
        # No more candidates than an ordinary network takes in the same time.
        affordable = _MULTIPLICATIONS_A_STEP / max(1, CLASSES * network.cost)
        self._candidates = int(np.clip(affordable, 2, _CANDIDATES))
        self._left = _MULTIPLICATIONS

    def pixel_by_pixel(self, targets: _Targets, *, beyond: int | None) -> dict[int, Levels]:
        """Return changed pictures by their targets, where few enough pixels are found to do.

        With `beyond`, it ends so many pixels after the first target was reached.
        """
        found: dict[int, Levels] = {}
        pictures = np.repeat(self._levels[np.newaxis], len(targets), axis=0)
        sums = self._network.of(pictures)
        _, rivals = self._leads(sums, targets)
        last = _MOST_SINGLE
        for step in range(_MOST_SINGLE):
            if step >= last or not len(targets) or not self._affordable():
                break
            pixels, values = self._candidates_of(pictures, sums, targets, rivals, _RIVAL)
            rows = np.arange(len(targets))
            change = values - pictures[rows[:, np.newaxis], pixels]
            tried = sums[:, np.newaxis] + self._network.changes(pixels, change)
            leads, after, own = self._tried(tried, targets)
            # The rival counts for half, lest all logits fall together; who leads has arrived.
            worth = np.where(leads > self._lead, np.inf, _RIVAL * leads + (1 - _RIVAL) * own)
            best = worth.argmax(axis=1)
            pictures[rows, pixels[rows, best]] = values[rows, best]
            sums, rivals = tried[rows, best], after[rows, best]
            reached = leads[rows, best] > self._lead
            for row in np.flatnonzero(reached):
                found[int(targets[row])] = pictures[row]
            if found and beyond is not None:
                last = min(last, step + 1 + beyond)
                beyond = None
            on = ~reached
            pictures, sums, targets, rivals = pictures[on], sums[on], targets[on], rivals[on]
        return found

    def in_leaps(self, targets: _Targets, manners: Sequence[Manner]) -> dict[int, Levels]:
        """Return changed pictures by their targets, mostly with many pixels more than needed."""
        found: dict[int, Levels] = {}
        for number, manner in enumerate(manners):
            if number == 0 or self._affordable():
                missing = targets[~np.isin(targets, list(found))]
                found |= self._leap(missing, manner)
        return found

    def _leap(self, targets: _Targets, manner: Manner) -> dict[int, Levels]:
        found: dict[int, Levels] = {}
        pictures = np.repeat(self._levels[np.newaxis], len(targets), axis=0)
        sums = self._network.of(pictures)
        _, rivals = self._leads(sums, targets)
        gathered = np.zeros(pictures.shape, sums.dtype)
        for leap in range(manner.leaps):
            if not len(targets) or (leap >= _ALWAYS_LEAPS and not self._affordable()):
                break
            leak = manner.leak + manner.growth * leap
            gradient = self._gradient(sums, targets, rivals, manner.rival, leak=leak)
            size = np.abs(gradient).max(axis=1, keepdims=True)
            gathered = _MOMENTUM * gathered + gradient / np.where(size > 0, size, 1)
            pixels, values = _most_gaining(gathered, pictures, _FIRST_LEAP + leap)
            np.put_along_axis(pictures, pixels, values, axis=1)
            sums = self._network.of(pictures)
            leads, rivals = self._leads(sums, targets)
            reached = leads > self._lead
            for row in np.flatnonzero(reached):
                found[int(targets[row])] = pictures[row]
            on = ~reached
            pictures, sums, targets = pictures[on], sums[on], targets[on]
            rivals, gathered = rivals[on], gathered[on]
        return found

    def pruned(self, picture: Levels, target: int) -> Levels:
        """Return a changed picture without the changes that are not needed, the least first."""
        picture = picture.copy()
        while True:
            pixels, removals, leads = self._without_one(picture, target)
            order = np.argsort(-leads, kind="stable")
            if not len(order) or leads[order[0]] <= self._lead:
                return picture
            # Several at once, where that holds: one by one, many would take long.
            order = order[: max(1, len(order) // (4 if self._affordable() else 2))]
            sums = self._network.of(picture[np.newaxis])
            together = sums + np.cumsum(removals[order], axis=0)
            holds = self._leads(together, np.full(len(order), target))[0] > self._lead
            # The first alone does, as was seen just now.
            count = max(1, int(np.flatnonzero(holds).max(initial=0)) + 1)
            picture[pixels[order[:count]]] = self._levels[pixels[order[:count]]]

    def improved(self, picture: Levels, target: int) -> Levels:
        """Return a changed picture of fewer changes, found by exchanging pixels, or the same."""
        best = picture
        while self._affordable():
            pixels, _, leads = self._without_one(best, target)
            if len(pixels) <= 1:
                return best
            fewer = best.copy()
            fewer[pixels[leads.argmax()]] = self._levels[pixels[leads.argmax()]]
            exchanged = self._exchanged(fewer, target, float(leads.max()))
            if exchanged is None:
                return best
            best = exchanged
        return best

    def _exchanged(self, picture: Levels, target: int, lead: float) -> Levels | None:
        """Return a picture of as many changes that is read as the target; None if none is found."""
        for _ in range(_EXCHANGES):
            if lead > self._lead:
                return picture
            pixels, removals, leads = self._without_one(picture, target)
            out = np.argsort(-leads, kind="stable")[:_REMOVALS]
            rows, targets = np.arange(len(out)), np.full(len(out), target)
            pictures = np.repeat(picture[np.newaxis], len(out), axis=0)
            pictures[rows, pixels[out]] = self._levels[pixels[out]]
            sums = self._network.of(picture[np.newaxis]) + removals[out]
            _, rivals = self._leads(sums, targets)
            into, values = self._candidates_of(pictures, sums, targets, rivals, 1.0)
            change = values - pictures[rows[:, np.newaxis], into]
            # What is changed already would be a change less, not an exchange.
            change[np.isin(into, pixels)] = 0
            leads, _, _ = self._tried(
                sums[:, np.newaxis] + self._network.changes(into, change), targets
            )
            row, column = np.unravel_index(leads.argmax(), leads.shape)
            if not leads[row, column] > lead:
                return None
            lead = float(leads[row, column])
            picture = pictures[row]
            picture[into[row, column]] = values[row, column]
        return picture if lead > self._lead else None

    def _without_one(
        self, picture: Levels, target: int
    ) -> tuple[NDArray[np.intp], NDArray[Any], NDArray[Any]]:
        """Return the n changed pixels, what taking each back adds to the sums, and who leads then.

        Shapes (n,), (n, units) and (n,).
        """
        pixels = np.flatnonzero(picture != self._levels)
        removals = self._network.changes(pixels, self._levels[pixels] - picture[pixels])
        sums = self._network.of(picture[np.newaxis]) + removals
        return pixels, removals, self._leads(sums, np.full(len(pixels), target))[0]

    def _candidates_of(
        self,
        pictures: NDArray[np.float32],
        sums: NDArray[Any],
        targets: _Targets,
        rivals: _Targets,
        rival: float,
    ) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        gradient = self._gradient(sums, targets, rivals, rival, leak=_LEAK)
        return _most_gaining(gradient, pictures, self._candidates)

    def _gradient(
        self, sums: NDArray[Any], targets: _Targets, rivals: _Targets, rival: float, *, leak: float
    ) -> NDArray[Any]:
        # There and back again.
        self._left -= 2 * len(targets) * self._network.cost
        unit = np.eye(CLASSES)
        return self._network.gradient(sums, unit[targets] - rival * unit[rivals], leak)

    def _leads(self, sums: NDArray[Any], targets: _Targets) -> tuple[NDArray[Any], _Targets]:
        """Return how far each target leads, (n,), and before whom."""
        leads, rivals, _ = self._tried(sums[:, np.newaxis], targets)
        return leads[:, 0], rivals[:, 0]

    def _tried(
        self, sums: NDArray[Any], targets: _Targets
    ) -> tuple[NDArray[Any], _Targets, NDArray[Any]]:
        """Return, for sums (n, k, units), how far each target leads, before whom, and its logit."""
        outputs = self._network.outputs(sums)  # (n, k, 10)
        self._left -= outputs.size / CLASSES * self._network.cost
        rows = np.arange(len(targets))
        own = outputs[rows, :, targets]
        outputs[rows, :, targets] = -np.inf
        rivals = outputs.argmax(axis=2)
        leads = own - outputs.max(axis=2)
        # Where both overflow, nobody leads.
        return np.where(np.isnan(leads), -np.inf, leads), rivals, own

    def _affordable(self) -> bool:
        return self._left > 0


def _most_gaining(
    gradient: NDArray[Any], pictures: NDArray[np.float32], count: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return the pixels that gain most by going all the way the gradient points, and where to.

    Both have shape (n, count).
    """
    ends = np.where(gradient > 0, np.float32(INK), np.float32(0))
    gains = gradient * (ends - pictures)
    count = min(count, INPUTS)
    pixels = np.argpartition(-gains, count - 1, axis=1)[:, :count]
    return pixels, np.take_along_axis(ends, pixels, axis=1)


def changed(picture: Levels, levels: Levels) -> int:
    """Return in how many pixels two pictures differ."""
    return int(np.count_nonzero(picture != levels))


def fewest(pictures: Sequence[Levels], levels: Levels) -> Levels | None:
    """Return the picture that differs least from `levels`, the first of those that do."""
    return min(pictures, key=lambda picture: changed(picture, levels), default=None)
