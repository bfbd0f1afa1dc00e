"""How well weights read a set of images: what is asked for, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import Words, phrase
from mnist_pad.engine.record import Origin
from mnist_pad.pictures.kept import picture_of_kept
from mnist_pad.recognizer.weights import load
from mnist_pad.training.control import Control
from mnist_pad.training.events import Failure
from mnist_pad.training.scaling_trial import with_scaling_found
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.drawing import DrawingStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.pump import Pump
from mnist_pad.workspace.runs import RunsStore
from mnist_pad.workspace.samples import SamplesStore
from mnist_pad.workspace.weights import BUILT_IN, WeightsInUse, WeightsStore

if TYPE_CHECKING:
    # The start of the window does not wait for what an evaluation needs.
    from mnist_pad.engine.evaluating.findings import (
        EvaluationEnded,
        EvaluationEvent,
        EvaluationProgressed,
        Findings,
    )
    from mnist_pad.engine.evaluating.images import SetKind


@dataclass(frozen=True)
class Choice:
    """Which images are read: of a `kind`, those of a data set, a file or a folder of its `path`."""

    kind: SetKind = "mnist"
    path: Path | None = None


@dataclass(frozen=True, eq=False)
class Asked:
    """What an evaluation was asked: which images, and which weights; the second may be None."""

    choice: Choice
    first: WeightsInUse
    second: WeightsInUse | None = None


@dataclass(frozen=True, eq=False)
class Shown:
    """What was found so far, and of what."""

    asked: Asked
    findings: Findings


@dataclass(frozen=True, eq=False)
class EvaluationState:
    """What is chosen for the next evaluation, how far the one that runs has come, what was found.

    `shown` stays until another evaluation has found something; `stopped` tells that the one it is
    of was. `notes` are sentences on the set of images.
    """

    choice: Choice = Choice()
    against: WeightsInUse | None = None
    running: Asked | None = None
    progress: EvaluationProgressed | None = None
    shown: Shown | None = None
    stopped: bool = False
    notes: tuple[Words, ...] = ()


class EvaluationStore(QObject):
    """Evaluates the weights in use, one evaluation at a time.

    Signals: `evaluation_changed()`, after any change of `current`; `findings_changed()`, after one
    of what was found.
    """

    evaluation_changed = Signal()
    findings_changed = Signal()

    def __init__(
        self,
        *,
        weights: WeightsStore,
        runs: RunsStore,
        samples: SamplesStore,
        drawing: DrawingStore,
        notices: NoticeStore,
        background: Background,
        saving: Background,
    ) -> None:
        """Take the stores, and who reads and who saves: the program's end waits for the latter."""
        super().__init__()
        self.current = EvaluationState()
        self._weights = weights
        self._runs = runs
        self._samples = samples
        self._drawing = drawing
        self._notices = notices
        self._background = background
        self._saving = saving
        self._pump: Pump | None = None
        self._control = Control()

    @property
    def is_running(self) -> bool:
        """Whether an evaluation goes on."""
        return self.current.running is not None

    def choose(self, choice: Choice) -> None:
        """Read these images next."""
        self._set(replace(self.current, choice=choice))

    def compare_with(self, origin: Origin | None) -> None:
        """Evaluate other weights beside those in use next, or none; bad ones are told."""
        if origin is None:
            self._take_against(None)
        elif origin == BUILT_IN:
            self._take_against(self._weights.built_in)
        elif origin.kind == "run":
            self._runs.load(origin.name, then=self._take_against)
        else:
            self._background.run(
                lambda: with_scaling_found(load(Path(origin.name)))[0],
                then=lambda weights: self._take_against(WeightsInUse(weights, origin)),
                refused=self._notices.tell,
            )

    def start(self) -> None:
        """Evaluate the weights in use; nothing happens while an evaluation goes on."""
        if self.is_running:
            return
        from mnist_pad.engine.evaluating.images import ImageSet
        from mnist_pad.engine.jobs.evaluation import EvaluationRequest, evaluated

        state = self.current
        asked = Asked(state.choice, self._weights.current, state.against)
        choice = asked.choice
        path = self._samples.path if choice.kind == "collection" else choice.path
        request = EvaluationRequest(
            asked.first.weights,
            ImageSet(choice.kind, path),
            None if asked.second is None else asked.second.weights,
        )
        self._notices.dismiss()
        self._control = Control()
        self._pump = Pump(evaluated(request, self._control), self)
        self._pump.event_received.connect(self._take)
        self._set(replace(state, running=asked, progress=None, notes=()))
        self._pump.start()

    def stop(self) -> None:
        """End the evaluation that goes on; what was found stays."""
        self._control.stop()

    def open_image(self, shown: Shown, index: int) -> None:
        """Put one of the images that were read on the pad; undoable."""
        from mnist_pad.dataset.drawings import Sample

        images = shown.findings.images
        # A data set's images come from nowhere but itself.
        source = images.sources[index] if images.sources else None
        if not isinstance(source, Sample) or source.image is not None:
            self._drawing.lay_picture(picture_of_kept(images.images[index]))
        elif shown.asked.choice.kind == "collection":
            # There it can be called by another name.
            self._samples.open(source)
        else:
            self._drawing.show_ink(source.ink)

    def export(self, work: Callable[[], object], name: str) -> None:
        """Write what was found to a file called `name`, and tell so."""
        words = phrase("EvaluationStore", "The evaluation was written to {name}.")
        self._saving.run(
            work,
            then=lambda _: self._notices.tell(words.given(name=name)),
            refused=self._notices.tell,
        )

    def close(self) -> None:
        """End what goes on, and let go of the thread."""
        self._control.stop()
        if self._pump is not None:
            self._pump.abandon()
            self._pump = None

    def _take_against(self, weights: WeightsInUse | None) -> None:
        self._set(replace(self.current, against=weights))

    def _take(self, event: EvaluationEvent) -> None:
        from mnist_pad.engine.evaluating import findings as told

        state = self.current
        if isinstance(event, told.EvaluationProgressed):
            self._set(replace(state, progress=event))
        elif isinstance(event, told.FiguresFound):
            self._show(event.findings)
        elif isinstance(event, told.Noted):
            self._set(replace(state, notes=(*state.notes, event.sentence)))
        else:
            self._end(event)

    def _show(self, findings: Findings) -> None:
        asked = self.current.running
        if asked is not None:
            self._set(replace(self.current, shown=Shown(asked, findings), stopped=False))
            self.findings_changed.emit()

    def _end(self, ended: EvaluationEnded) -> None:
        if self._pump is not None:
            self._pump.finish()
            self._pump = None
        if ended.findings is not None:
            self._show(ended.findings)
        stopped = ended.outcome == "stopped" and ended.findings is not None
        self._set(replace(self.current, running=None, progress=None, stopped=stopped))
        if ended.cause is not None:
            self._notices.tell(_failed(ended.cause))

    def _set(self, state: EvaluationState) -> None:
        self.current = state
        self.evaluation_changed.emit()


def _failed(cause: Failure) -> Words:
    if cause.kind == "refused":
        return cause.detail
    if cause.kind == "out_of_memory":
        return phrase("EvaluationStore", "There is not enough memory for this evaluation.")
    words = phrase("EvaluationStore", "The evaluation failed: {detail}.")
    return words.given(detail=cause.detail)
