"""What is open: all stores, and what one tells the others."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from mnist_pad.base import folders
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Words, phrase
from mnist_pad.dataset.collection import Collection
from mnist_pad.engine.runs import Runs
from mnist_pad.ink.switches import ALL_ON
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.lessons.lesson import Variant
from mnist_pad.workspace.answers import AnswersStore
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.breaking import BreakingStore
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.drawing import DrawingStore, Tools
from mnist_pad.workspace.evaluation import EvaluationStore
from mnist_pad.workspace.going_on import GoingOn
from mnist_pad.workspace.lesson import LessonStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.opening import Opening
from mnist_pad.workspace.preferences import Preferences, PreferencesStore
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.recipe import RecipeStore
from mnist_pad.workspace.recovery import Recovery
from mnist_pad.workspace.run_state import Until
from mnist_pad.workspace.runs import RunsStore
from mnist_pad.workspace.samples import SamplesStore
from mnist_pad.workspace.selections import SelectionStore
from mnist_pad.workspace.session import Session, SessionFile, SessionStore, told_aside
from mnist_pad.workspace.snapshots import SnapshotsStore
from mnist_pad.workspace.stages import StagesStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore
from mnist_pad.workspace.worker import Worker

if TYPE_CHECKING:
    # What it takes is loaded when it is first looked at: the window's start does not wait for it.
    from mnist_pad.workspace.inside import InsideStore


BROKEN_ON: Final = "insidePage"
"""The page on which the network is broken; leaving it mends it."""


class Workspace(QObject):
    """The stores by name; a view takes those it shows."""

    def __init__(self, worker: Worker, *, built_in: Weights, folder: Path | None = None) -> None:
        """Open a workspace, as if for the first time; `folder` is where its files are kept."""
        super().__init__()
        self.folder = folder = folders.data() if folder is None else folder
        # What is saved never waits for a file that is being opened.
        background, saving = Background(), Background()
        self.background, self._saving = background, saving
        self.notices = notices = NoticeStore()
        self.preferences = PreferencesStore()
        self.drawing = drawing = DrawingStore()
        self.recipe = RecipeStore()
        self.selections = SelectionStore()
        self.weights = weights = WeightsStore(built_in)
        self.reading = ReadingStore(drawing, weights)
        self.breaking = BreakingStore(self.reading, weights)
        self.runs = RunsStore(
            Runs(folder / "runs"),
            weights=weights,
            notices=notices,
            background=background,
            saving=saving,
        )
        self.run = CurrentRunStore(worker, runs=self.runs, weights=weights, notices=notices)
        self.recovery = Recovery(self.run)
        self.snapshots = SnapshotsStore(
            self.run,
            runs=self.runs,
            weights=weights,
            reading=self.reading,
            notices=notices,
            background=background,
        )
        self.lesson = LessonStore(worker)
        collection = Collection(folder / "samples.jsonl")
        self.samples = SamplesStore(
            collection,
            drawing=drawing,
            reading=self.reading,
            notices=notices,
            background=saving,
        )
        self.going_on = GoingOn(
            recipe=self.recipe,
            weights=weights,
            runs=self.runs,
            run=self.run,
            recovery=self.recovery,
            samples=self.samples,
            notices=notices,
        )
        self.evaluation = EvaluationStore(
            weights=weights,
            runs=self.runs,
            samples=self.samples,
            drawing=drawing,
            notices=notices,
            background=background,
            saving=saving,
        )
        # Counting thousands of drawings must not keep files waiting.
        self._counting = Background()
        self.stages = StagesStore(
            collection,
            reading=self.reading,
            weights=weights,
            samples=self.samples,
            background=self._counting,
        )
        self.opening = Opening(
            drawing=drawing,
            weights=weights,
            run=self.run,
            notices=notices,
            background=background,
            saving=saving,
        )
        self._inside: InsideStore | None = None
        self._next_lesson: Variant | None = None
        self._file = SessionFile(folder / "session.json")
        self.session = SessionStore(
            self._file,
            current=self._session,
            write=partial(saving.run, then=lambda _: None, refused=notices.tell),
        )
        self._wire()
        # After the wiring: a snapshot's answer is there when its event is told.
        self.answers = AnswersStore(self.run, self.reading)
        # What was deleted in the session before can be taken back no more.
        self.background.run(self.runs.kept.sweep, then=lambda _: None, refused=self.notices.tell)
        self.runs.refresh()

    @property
    def inside(self) -> "InsideStore":
        """What goes on inside the network that reads; made when it is first asked for."""
        if self._inside is None:
            from mnist_pad.workspace.inside import InsideStore

            self._inside = InsideStore(self.reading, self.weights)
        return self._inside

    @property
    def is_learning(self) -> bool:
        """Whether a run or a lesson goes on, whose network reads the pad."""
        return self.run.is_running or self.lesson.is_running

    def restore(self) -> None:
        """Go on where the last session ended; what is gone or damaged is told."""
        try:
            session = self._file.read()
        except UsageError as error:
            self.notices.tell(self._set_aside(error))
            session = Session()
        self.preferences.take(session.preferences)
        self.recipe.choose(session.config)
        self.drawing.take(session.tools)
        self.drawing.open(session.drawing)
        self.samples.remember(session.samples)
        self.weights.files = session.weights_files
        # The files come first: using weights from a file puts that one in front.
        self._restore_weights(session)
        if session.run:
            self.run.show(session.run)
        # All that was just read is on the disk.
        self.session.forget_change()

    def start_fresh(self) -> None:
        """Take everything back to how it is at the first start; Undo brings the drawing back."""
        self.drawing.clear()
        self.drawing.take(Tools())
        self.reading.switch(ALL_ON)
        self.recipe.choose(Session().config)
        self.run.forget()
        self.preferences.take(Preferences())
        self.weights.use_built_in()

    def train(self, until: Until = "end") -> None:
        """Start a run with the settings as they stand; one that cannot be used is told."""
        if self.recipe.problem:
            self.notices.tell(self.recipe.problem)
            return
        self.notices.dismiss()
        self.run.start(self.recipe.config, until=until)

    def go(self, until: Until) -> None:
        """Let the run that goes on make an update or an epoch more; without one, start it."""
        if self.run.is_running:
            self.run.go(until)
        else:
            self.train(until)

    def run_lesson(self, variant: Variant) -> None:
        """Run a variant of the lesson that is open; a run that goes on is stopped, and kept."""
        if self.run.is_running:
            self._next_lesson = variant
            self.run.stop()
        else:
            self.lesson.start(variant)

    def open_lesson(self, number: int) -> None:
        """Open the lessons at one of them."""
        self.lesson.choose(number)
        self.preferences.choose(page="lessonsPage")

    def get_ready(self) -> None:
        """Load TensorFlow ahead of a run, if the user has not turned that off."""
        # Loading TensorFlow takes seconds and 600 MB: worth it only for who may train soon.
        if self.preferences.current.load_ahead:
            self.run.get_ready()

    def close(self) -> bool:
        """End the run and its process, save what is not saved; tells whether all of it was."""
        self.run.close()
        self.lesson.close()
        self.evaluation.close()
        self.breaking.close()
        if self._inside is not None:
            self._inside.close()
        # This asks for it to be written; what is waited for last has it on the disk.
        self.session.close()
        self._counting.finish(seconds=0)
        self.background.finish(seconds=0)
        return self._saving.finish()

    def _wire(self) -> None:
        # Stores know no others but those they are made with; what one tells another is all here.
        self.run.snapshot_taken.connect(self.reading.read_with)
        self.run.run_ended.connect(lambda _: self.reading.read_with_weights_in_use())
        self.run.run_ended.connect(lambda _: self._run_next_lesson())
        self.lesson.snapshot_taken.connect(self.reading.read_with)
        self.lesson.lesson_ended.connect(self._read_as_before)
        # What is broken is looked at on its page, and nothing learns from it or beside it.
        self.run.run_started.connect(self.breaking.mend)
        self.lesson.lesson_changed.connect(self._mend_for_lesson)
        self.preferences.preferences_changed.connect(self._mend_for_page)
        # Whoever has named a drawing may press Learn mine next.
        self.samples.sample_kept.connect(self.get_ready)
        for changed in (
            self.drawing.ink_changed,
            self.drawing.tools_changed,
            self.samples.name_changed,
            self.run.run_kept,
            self.weights.weights_changed,
            self.recipe.recipe_changed,
            self.preferences.preferences_changed,
        ):
            changed.connect(self.session.note_change)

    def _run_next_lesson(self) -> None:
        variant, self._next_lesson = self._next_lesson, None
        if variant is not None:
            self.lesson.start(variant)

    def _read_as_before(self) -> None:
        # A run that took the lesson's place brings its own weights.
        if not self.run.is_running:
            self.reading.read_with_weights_in_use()

    def _mend_for_lesson(self) -> None:
        if self.lesson.is_running:
            self.breaking.mend()

    def _mend_for_page(self) -> None:
        if self.preferences.current.page != BROKEN_ON:
            self.breaking.mend()

    def _session(self) -> Session:
        in_use = self.weights.current
        return Session(
            drawing=self.drawing.history,
            samples=self.samples.samples,
            tools=self.drawing.tools,
            weights=in_use.origin,
            scaling=in_use.weights.meta.scaling if in_use.origin.kind == "file" else None,
            adapted_from=in_use.adapted_from,
            weights_files=self.weights.files,
            run="" if self.run.current is None else self.run.current.id,
            config=self.recipe.config,
            preferences=self.preferences.current,
        )

    def _set_aside(self, error: UsageError) -> Words:
        try:
            return told_aside(error, self._file.set_aside())
        except OSError:
            # It stays where it is, and the next session takes its place.
            return error.words

    def _restore_weights(self, session: Session) -> None:
        origin = session.weights
        # Nothing to load where the built-in ones were in use.
        if origin == self.weights.current.origin:
            return
        try:
            weights = self.runs.weights_of(origin)
        except UsageError as error:
            words = phrase("Workspace", "{error}. The built-in weights read instead.")
            self.notices.tell(words.given(error=error.words))
            return
        if session.scaling is not None:
            weights = weights.with_scaling(session.scaling)
        if weights.says_scaling:
            self.weights.use(WeightsInUse(weights, origin, session.adapted_from))
            # Going back is for what was chosen since the start.
            self.weights.previous = None
        else:
            # The session is of a version that did not ask; finding it out would hold up the start.
            self.opening.open_weights(Path(origin.name))
