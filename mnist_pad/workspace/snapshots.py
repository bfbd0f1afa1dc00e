"""The weights of the run that is shown, at the steps where they were kept."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import Words
from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.runs import RunsStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore


class SnapshotsStore(QObject):
    """Goes to any of the steps of a run that has ended, and reads the pad with its weights then.

    `steps` are those that can be gone to, empty where there are none; the place after the last of
    them is the run's end, or, of a run that left no weights, where nothing of it is looked at.
    `place` is the one that is looked at, and `wanted` the one that was asked for and may still be
    on its way. `seen` are the weights there, or the last that the run
    that goes on has told. Signals: `steps_changed()`, `seen_changed()`.
    """

    steps_changed = Signal()
    seen_changed = Signal()

    def __init__(
        self,
        run: CurrentRunStore,
        *,
        runs: RunsStore,
        weights: WeightsStore,
        reading: ReadingStore,
        notices: NoticeStore,
        background: Background,
    ) -> None:
        super().__init__()
        self.steps: tuple[int, ...] = ()
        self.place = 0
        self.seen: Weights | None = None
        self._run = run
        self._runs = runs
        self._weights = weights
        self._reading = reading
        self._notices = notices
        self._background = background
        self._listed = ""
        # While one is read, the slider may move on: the last place counts.
        self._loading: int | None = None
        self.wanted = 0
        run.snapshot_taken.connect(self._see)
        run.run_started.connect(self._begin)
        run.run_progressed.connect(self._list)
        weights.weights_changed.connect(self._follow_weights)

    @property
    def is_at_end(self) -> bool:
        """Whether what is looked at is none of the steps before the run's end."""
        return self.place >= len(self.steps)

    @property
    def is_in_use(self) -> bool:
        """Whether the pad is read with what is looked at for good."""
        return self.seen is not None and self.seen is self._weights.current.weights

    @property
    def has_end(self) -> bool:
        """Whether the run left weights at its end."""
        return self._end() is not None

    @property
    def can_be_used(self) -> bool:
        """Whether weights of the run are looked at that are not in use."""
        there = self.has_end if self.is_at_end else self.seen is not None
        return bool(self.steps) and there and not self.is_in_use

    def go_to(self, place: int) -> None:
        """Read the pad with the weights at a place among the steps, for now."""
        if not 0 <= place <= len(self.steps):
            return
        self.wanted = place
        if self._loading is None and place != self.place:
            self._load(place)

    def use(self) -> None:
        """Read with the weights that are looked at from now on."""
        if not self.can_be_used or self.seen is None:
            return
        step = None if self.is_at_end else self.steps[self.place]
        self._weights.use(WeightsInUse(self.seen, Origin("run", self._listed, step)))

    def _begin(self) -> None:
        had_steps, self._listed, self.steps = bool(self.steps), "", ()
        self.place = self.wanted = 0
        self.seen = None
        if had_steps:
            self.steps_changed.emit()
        self.seen_changed.emit()
        # Of the run before, nothing is looked at any more.
        if self._reading.is_learning:
            self._reading.read_with_weights_in_use()

    def _see(self, weights: Weights) -> None:
        self.seen = weights
        self.seen_changed.emit()

    def _list(self) -> None:
        run = self._run.current
        if run is None:
            if self._listed or self.seen is not None:
                self._begin()
        elif run.phase == "ended" and run.id and run.id != self._listed:
            self._listed = run.id
            listed = partial(self._runs.kept.snapshots, run.id)
            # A run that is gone by now has none to show, and that was told where it went.
            self._background.run(listed, then=self._take_steps, refused=lambda _: None)

    def _take_steps(self, kept: tuple[int, ...]) -> None:
        run = self._run.current
        if run is None or run.id != self._listed:
            return
        end = self._end()
        # The last may be the end itself.
        self.steps = tuple(step for step in kept if end is None or step < end.meta.step)
        self.place = self.wanted = len(self.steps)
        if end is not None:
            self.seen = end
        self.steps_changed.emit()
        self.seen_changed.emit()

    def _end(self) -> Weights | None:
        run = self._run.current
        return None if run is None or run.ended is None else run.ended.weights

    def _load(self, place: int) -> None:
        if place == len(self.steps):
            self._take_end()
            return
        self._loading = place
        run = self._listed
        work = partial(self._runs.kept.weights, run, self.steps[place])

        def take(weights: Weights) -> None:
            self._loading = None
            # Another run may have begun meanwhile.
            if run == self._listed:
                self._take_weights(place, weights)
                self._catch_up()

        def refused(sentence: Words) -> None:
            self._loading = None
            self._notices.tell(sentence)
            self.wanted = self.place
            # Whoever shows the place goes back to where it was.
            self.seen_changed.emit()

        self._background.run(work, then=take, refused=refused)

    def _catch_up(self) -> None:
        if self.wanted != self.place and self._loading is None:
            self._load(self.wanted)

    def _take_weights(self, place: int, weights: Weights) -> None:
        in_use = self._weights.current
        self.place = place
        step = None if self.is_at_end else self.steps[place]
        # These very weights may be in use already.
        same = in_use.origin == Origin("run", self._listed, step)
        self.seen = in_use.weights if same else weights
        self._reading.read_with(self.seen)
        self.seen_changed.emit()

    def _take_end(self) -> None:
        end = self._end()
        if end is not None:
            self._take_weights(len(self.steps), end)
            return
        self.place = len(self.steps)
        self._reading.read_with_weights_in_use()
        self.seen_changed.emit()

    def _follow_weights(self) -> None:
        """Look at the run's end again, where other weights came into use than those looked at."""
        if self.steps and not self.is_in_use and not self.is_at_end:
            self.place = self.wanted = len(self.steps)
            self.seen = self._end() or self.seen
            self.seen_changed.emit()
