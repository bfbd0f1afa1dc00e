"""Evaluating a network, or two, on a set of images.

It needs NumPy alone, and runs in a thread of the window's own process, not in the worker: the
worker may be training, and what is found would have to cross the pipe.
"""

import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from mnist_pad.base.errors import UsageError
from mnist_pad.engine.evaluating import further
from mnist_pad.engine.evaluating.findings import (
    FLAT,
    DigitMap,
    EvaluationEnded,
    EvaluationEvent,
    EvaluationProgressed,
    Figure,
    FiguresFound,
    Findings,
    Noted,
    Stage,
)
from mnist_pad.engine.evaluating.images import ImageSet, LabelledImages, none
from mnist_pad.engine.evaluating.judging import Judge, images_at_once
from mnist_pad.engine.evaluating.meaning import missing
from mnist_pad.engine.evaluating.reading import Coming, coming
from mnist_pad.recognizer.comparison import compare
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.control import Control
from mnist_pad.training.events import Failure

_INTERVAL_S: Final = 0.3
"""Figures that are still coming are told no more often."""


@dataclass(frozen=True, eq=False)
class EvaluationRequest:
    """Evaluate `weights` on `images`, beside those of `against` if given.

    Without `further`, the map and the curves are left out.
    """

    weights: Weights
    images: ImageSet = field(default_factory=ImageSet)
    against: Weights | None = None
    further: bool = True


def evaluated(
    request: EvaluationRequest, control: Control, images: Iterator[Coming] | None = None
) -> Iterator[EvaluationEvent]:
    """Return the events of an evaluation; `control.stop` ends it, keeping what is found.

    Images that are there already are given as `images`, instead of the request's. Nothing is
    raised: what goes wrong is told by the last event.
    """
    evaluation = _Evaluation(request, control)
    try:
        yield from evaluation.events(coming(request.images) if images is None else images)
    except UsageError as error:
        yield evaluation.failed(Failure("refused", error.words))
    except MemoryError as error:
        yield evaluation.failed(Failure("out_of_memory", str(error)))
    except Exception as error:  # noqa: BLE001  # the thread's boundary: told as the last event
        # For whoever mends it.
        traceback.print_exc()
        yield evaluation.failed(Failure("defect", f"{type(error).__name__}: {error}"))
    else:
        yield evaluation.ended()


class _Evaluation:
    """What is found so far, and what is still to do."""

    def __init__(self, request: EvaluationRequest, control: Control) -> None:
        self.findings: Findings | None = None
        self.cut_short = False
        self._further = request.further
        self._control = control
        given = [request.weights] if request.against is None else [request.weights, request.against]
        self._judges = [Judge(weights) for weights in given]
        self._at_once = min(map(images_at_once, given))
        self._told_s, self._interval_s = time.perf_counter(), _INTERVAL_S
        self._done = self._total = 0

    def ended(self) -> EvaluationEnded:
        return EvaluationEnded("stopped" if self.cut_short else "completed", self.findings)

    def failed(self, cause: Failure) -> EvaluationEnded:
        return EvaluationEnded("failed", self.findings, cause)

    def events(self, parts: Iterator[Coming]) -> Iterator[EvaluationEvent]:
        images, whole = none(), False
        for part in parts:
            for count in self._read(part):
                images = part.images.first(count)
                yield self._progressed("reading")
                if self._is_time():
                    yield self._figures(images)
            # Whoever stops at what is told finds the images that were read till then.
            yield from map(Noted, part.notes)
            whole = part.done == part.total and len(images) == len(part.images)
            if self._stops():
                break
        yield self._figures(images, whole=whole)
        if self._further and not self._stops():
            yield from self._map(images)
            yield from self._curves(images)
        # A stop that found nothing more to do has cut nothing short.
        self.cut_short = self.cut_short and not (whole and not self._further)

    def _read(self, part: Coming) -> Iterator[int]:
        """Have what is new read by the networks; yields how many are read by then."""
        images, networks = part.images, len(self._judges)
        curves = min(part.total, further.CHANGED) * further.points() if self._further else 0
        self._total = networks * (part.total + curves)
        for judge in self._judges:
            judge.read_pictures(images)
        start = self._judges[0].count
        if start == len(images):
            self._done = max(self._done, networks * part.done)
            yield start
        while start < len(images) and not self._stops():
            for judge in self._judges:
                judge.read(images.images[start : start + self._at_once])
            start = self._judges[0].count
            # A picture counts as one, whatever number of images it gives: it never goes back.
            self._done = max(self._done, networks * (part.done - (len(images) - start)))
            yield start

    def _figures(self, images: LabelledImages, *, whole: bool = False) -> FiguresFound:
        """Make the figures of the images read so far."""
        began_s = time.perf_counter()
        answers = [judge.answers(images) for judge in self._judges]
        reasons = missing(images)
        if len(answers) == 1:
            reasons.pop("comparison", None)
        comparison, second = None, None
        if len(answers) > 1:
            second = answers[1]
            probabilities = answers[0].probabilities, second.probabilities
            comparison = compare(*probabilities, images.labels, blank=images.blank)
        # Those of a million images take a while: most of the time shall go into reading.
        self._interval_s = max(_INTERVAL_S, 5 * (time.perf_counter() - began_s))
        return self._found(
            Findings(
                images=images,
                first=answers[0],
                second=second,
                comparison=comparison,
                whole=whole,
                missing=MappingProxyType(reasons),
            )
        )

    def _map(self, images: LabelledImages) -> Iterator[EvaluationEvent]:
        if self.findings is None or "map" in self.findings.missing:
            return
        found: DigitMap | None = None
        for found in further.mapped(images, self._judges[0].weights):
            if found is None and self._stops():
                return
        if found is None:
            reasons: dict[Figure, str] = {**self.findings.missing, "map": FLAT}
            yield self._found(replace(self.findings, missing=MappingProxyType(reasons)))
        else:
            yield self._found(replace(self.findings, map=found))

    def _curves(self, images: LabelledImages) -> Iterator[EvaluationEvent]:
        if self.findings is None or "curves" in self.findings.missing:
            return
        which = [further.chosen(images, judge.weights) for judge in self._judges]
        self._total = self._done + further.points() * sum(map(len, which))
        for judge, some in zip(self._judges, which, strict=True):
            for count in further.measured(judge, images, some):
                self._done += count
                yield self._progressed("changes")
                # After the last image there is nothing left to stop.
                stops = self._done < self._total and self._stops()
                if stops or self._is_time():
                    yield self._found(self._with_curves(self.findings))
                if stops:
                    return
        yield self._found(self._with_curves(self.findings))

    def _with_curves(self, findings: Findings) -> Findings:
        first = replace(findings.first, curves=self._judges[0].curves)
        second = findings.second
        if second is not None:
            second = replace(second, curves=self._judges[1].curves)
        return replace(findings, first=first, second=second)

    def _found(self, findings: Findings) -> FiguresFound:
        self.findings = findings
        self._told_s = time.perf_counter()
        return FiguresFound(findings)

    def _progressed(self, stage: Stage) -> EvaluationProgressed:
        return EvaluationProgressed(stage, self._done, self._total)

    def _is_time(self) -> bool:
        return time.perf_counter() - self._told_s >= self._interval_s

    def _stops(self) -> bool:
        """Tell whether to stop; asked where there is more to do."""
        self.cut_short = self.cut_short or self._control.stopped
        return self._control.stopped
