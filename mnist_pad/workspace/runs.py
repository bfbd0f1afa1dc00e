"""The runs that were kept."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import Words, phrase
from mnist_pad.engine.record import Origin, RunRecord
from mnist_pad.engine.runs import Runs
from mnist_pad.recognizer.weights import Weights, load
from mnist_pad.training.history import History
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore

T = TypeVar("T")

Lineage = tuple[tuple[str, History], ...]
"""The ids and curves of a run and of those that it went on from, oldest first."""

FinishedRun = tuple[RunRecord, Lineage, Weights | None]


class RunsStore(QObject):
    """Knows the runs on the disk and does what is asked with one.

    `records` are as of the last `refresh`, newest first; `deleted` are the ids of the runs that
    were deleted last, while they can be taken back. Signals: `runs_changed()`, after a `refresh`.
    """

    runs_changed = Signal()

    def __init__(
        self,
        kept: Runs,
        *,
        weights: WeightsStore,
        notices: NoticeStore,
        background: Background,
        saving: Background,
    ) -> None:
        """Take the stores, and who reads and who saves: the program's end waits for the latter."""
        super().__init__()
        self.records: tuple[RunRecord, ...] = ()
        self.deleted: tuple[str, ...] = ()
        self.kept = kept
        self._weights = weights
        self._notices = notices
        self._background = background
        self._saving = saving

    def refresh(self) -> None:
        """Look again which runs are on the disk."""
        self._background.run(self.kept.read, then=self._take_records, refused=self._notices.tell)

    def record(self, run: str) -> RunRecord | None:
        """Return what is known of the run with this id."""
        return next((record for record in self.records if record.id == run), None)

    def weights_of(self, origin: Origin) -> Weights:
        """Load weights from where they came, at once; raises WeightsError."""
        if origin.kind == "run":
            return self.kept.weights(origin.name, origin.step)
        if origin.kind == "file":
            return load(Path(origin.name))
        return self._weights.built_in.weights

    def load(self, run: str, *, then: Callable[[WeightsInUse], object]) -> None:
        """Read a run's weights."""
        record = self.record(run)
        adapted = record is not None and record.kind == "adaptation"
        # Learning goes on from where those weights began: see GoingOn.learn_mine.
        origin = record.origin if adapted and record is not None else None

        def take(weights: Weights) -> None:
            then(WeightsInUse(weights, Origin("run", run), origin))

        self._do(partial(self.kept.weights, run), then=take)

    def use(self, run: str) -> None:
        """Read with a run's weights from now on."""
        self.load(run, then=self._weights.use)

    def rename(self, run: str, name: str) -> None:
        """Call a run by another name."""
        self._change(partial(self.kept.rename, run, name))

    def annotate(self, run: str, note: str) -> None:
        """Write a note to a run."""
        self._change(partial(self.kept.annotate, run, note))

    def delete(self, runs: Sequence[str]) -> None:
        """Delete runs; `take_back` brings them back until the program ends."""

        gone: list[str] = []

        def work() -> None:
            for run in runs:
                self.kept.delete(run)
                gone.append(run)

        def remember(_: object) -> None:
            self.deleted = tuple(gone)
            self.refresh()

        def refused(sentence: Words) -> None:
            self._notices.tell(sentence)
            # Those before it went all the same.
            if gone:
                remember(None)

        self._saving.run(work, then=remember, refused=refused)

    def take_back(self) -> None:
        """Bring back the runs that were deleted last."""
        # Forgotten at once: pressed twice, this must not ask for them a second time.
        runs, self.deleted = self.deleted, ()

        def work() -> None:
            for run in runs:
                self.kept.take_back(run)

        self._change(work)

    def export(self, work: Callable[[], object], name: str) -> None:
        """Write a run to a file or a folder called `name`, and tell so."""
        told = phrase("RunsStore", "The run was written to {name}.").given(name=name)
        self._do(work, then=lambda _: self._notices.tell(told))

    def read_lineage(self, run: str, *, then: Callable[[Lineage], object]) -> None:
        """Read a run's curves, by its id, after those that it went on from, oldest first."""
        self._do(lambda: self._curves((*self.kept.lineage(run), run)), then=self._telling(then))

    def read_each(self, runs: Sequence[str], *, then: Callable[[Lineage], object]) -> None:
        """Read the curves of some runs."""
        self._do(lambda: self._curves(runs), then=self._telling(then))

    def read_finished(self, run: str, *, then: Callable[[FinishedRun], object]) -> None:
        """Read all that is known of a run; one that is gone went by the user, and is not told."""

        def read() -> FinishedRun:
            record = self.kept.record(run)
            weights = self.kept.weights(run) if record.has_weights else None
            lineage, _ = self._curves((*self.kept.lineage(run), run))
            return record, lineage, weights

        self._background.run(read, then=then, refused=lambda _: None)

    def _curves(self, runs: Sequence[str]) -> tuple[Lineage, Words]:
        """Return the curves of runs, and a sentence on the first that has damaged lines."""
        read = [(run, *self.kept.read_history(run)) for run in runs]
        damage: Words = next((told for _, _, told in read if told), "")
        return tuple((run, history) for run, history, _ in read), damage

    def _telling(
        self, then: Callable[[Lineage], object]
    ) -> Callable[[tuple[Lineage, Words]], object]:
        def take(read: tuple[Lineage, Words]) -> None:
            lineage, damage = read
            if damage:
                self._notices.tell(damage)
            then(lineage)

        return take

    def _take_records(self, found: tuple[tuple[RunRecord, ...], tuple[Words, ...]]) -> None:
        self.records, problems = found
        if problems:
            # There is room for one sentence; mended, the first makes way for the next.
            self._notices.tell(problems[0])
        self.runs_changed.emit()

    def _change(self, work: Callable[[], object]) -> None:
        self._saving.run(work, then=lambda _: self.refresh(), refused=self._notices.tell)

    def _do(self, work: Callable[[], T], *, then: Callable[[T], object]) -> None:
        self._background.run(work, then=then, refused=self._notices.tell)
