"""The runs that are kept on disk, a folder each."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mnist_pad.base import folders
from mnist_pad.base.phrases import Words, cannot_be_read, phrase, why
from mnist_pad.base.wording import printable
from mnist_pad.engine import curves, export, kept_snapshots, legacy, lock
from mnist_pad.engine import record as records
from mnist_pad.engine.curves import Point
from mnist_pad.engine.record import Kind, Origin, RunError, RunRecord
from mnist_pad.engine.recording import RecordedEvent, recorded
from mnist_pad.engine.run_folder import NEW_PREFIX, RUN_NAME, clear, clear_temporary, is_old
from mnist_pad.recognizer.weights import Weights, load, save
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import TrainingEvent
from mnist_pad.training.history import History

DELETED: Final = ".deleted"


class Runs:
    """The runs in one folder; each method but `recorded` raises RunError for what it cannot do.

    Nothing is remembered here but the folder: several may look at one, in several processes.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Look at `folder`, by default the user's; it is made when the first run is kept."""
        self.folder = folders.data() / "runs" if folder is None else folder

    def read(self) -> tuple[tuple[RunRecord, ...], tuple[Words, ...]]:
        """Return all runs, the newest first, and a sentence on each that cannot be read.

        What is no run of this program is passed over.
        """
        found: list[RunRecord] = []
        problems: list[Words] = []
        try:
            paths = self._paths()
        except OSError as error:
            words = phrase("Errors", "{path}: expected it could be read, found: {why}")
            return (), (words.given(path=self.folder, why=why(error)),)
        for path in paths:
            try:
                record, problem = _read(path)
            except RunError as error:
                problems.append(error.words)
                continue
            found.append(record)
            problems += [problem] if problem else []
        # The tenth run of a second comes after the ninth.
        found.sort(key=lambda record: (record.started, len(record.id), record.id), reverse=True)
        return tuple(found), tuple(problems)

    def recorded(
        self,
        events: Iterator[TrainingEvent],
        *,
        config: TrainingConfig | None,
        kind: Kind,
        origin: Origin,
    ) -> Iterator[RecordedEvent]:
        """Pass a run's events on and keep it; `config` is None where only RunStarted tells it.

        Before the run's own events comes RunKept, or RunUnkept where nothing can be written; the
        run goes on in any case. See `mnist_pad.engine.recording`.
        """
        return recorded(events, self.folder, config=config, kind=kind, origin=origin)

    def record(self, run: str) -> RunRecord:
        """Return one run."""
        return _read(self.path(run))[0]

    def id_of(self, text: str) -> str:
        """Return the id of the run that a user means by its id, an id's beginning, or a name."""
        found, _ = self.read()
        # Whatever is meant exactly goes before what is meant in part.
        exact = [record.id for record in found if record.id == text]
        named = [record.id for record in found if record.name == text != ""]
        begun = [record.id for record in found if text and record.id.startswith(text)]
        ids = exact or named or begun
        if len(ids) != 1:
            words = phrase(
                "Errors",
                "run {run!r}: expected the id, the beginning of an id or the name of one run, "
                "found {number}",
            )
            number = f"{len(ids):,}" if ids else phrase("Errors", "none")
            raise RunError(words.given(run=text[:80], number=number))
        return ids[0]

    def path(self, run: str) -> Path:
        """Return a run's folder, or the weights file of an earlier version's run."""
        _check_id(run)
        for path in (self.folder / run, self.folder / f"{run}.npz"):
            # Path.exists raises for names that no file can have.
            if os.path.exists(path):
                return path
        words = phrase("Errors", "run {run}: expected it in {folder}, found no such run")
        raise RunError(words.given(run=run, folder=self.folder))

    def weights(self, run: str, step: int | None = None) -> Weights:
        """Return a run's last weights, or those that were kept after `step` updates.

        Raises WeightsError where there are none that load.
        """
        path = self.path(run)
        if step is not None:
            return kept_snapshots.read(path, step)
        return load(path / records.WEIGHTS_FILE if path.is_dir() else path)

    def snapshots(self, run: str) -> tuple[int, ...]:
        """Return after how many updates a run's weights were kept; none of an earlier version's."""
        path = self.path(run)
        try:
            return kept_snapshots.steps(path) if path.is_dir() else ()
        except OSError as error:
            raise RunError(cannot_be_read(path, error)) from error

    def curves(self, run: str) -> tuple[list[Point], Words]:
        """Return what a run's curves are made of, and a sentence on lines passed over, or ""."""
        return curves.read(self.path(run) / records.CURVES_FILE)

    def history(self, run: str) -> History:
        """Return what a run has told so far; of runs that it went on from, nothing."""
        return self.read_history(run)[0]

    def read_history(self, run: str) -> tuple[History, Words]:
        """Return a run's history, and a sentence on lines of its curves passed over, or ""."""
        history = History()
        points, damage = self.curves(run)
        for point in points:
            history.add(point.event)
        return history, damage

    def lineage(self, run: str) -> tuple[str, ...]:
        """Return the runs that a run went on from, the oldest first, as far as they are there."""
        ids: list[str] = []
        with contextlib.suppress(RunError):
            record = self.record(run)
            # What was adapted began anew: its curves join no other's.
            while record.kind == "training" and record.origin.kind == "run":
                record = self.record(record.origin.name)
                if record.id in (run, *ids):
                    break
                ids.append(record.id)
        return tuple(reversed(ids))

    def rename(self, run: str, name: str) -> None:
        """Give a run a name; "" takes it away."""
        self._label(run, name=records.one_line(name))

    def annotate(self, run: str, note: str) -> None:
        """Give a run a note of the user's; "" takes it away."""
        self._label(run, note=printable(note))

    def delete(self, run: str) -> None:
        """Put a run away; `take_back` brings it again until `sweep`. One that goes on stays."""
        path = self.path(run)
        # Its process would go on writing to it.
        if lock.is_held(path / records.LOCK_FILE):
            words = phrase(
                "Errors", "run {run}: expected one that has ended, found one that goes on"
            )
            raise RunError(words.given(run=run))
        _move(path, self.folder / DELETED / path.name)

    def take_back(self, run: str) -> None:
        """Bring back a run that was deleted."""
        _check_id(run)
        for path in (self.folder / DELETED / run, self.folder / DELETED / f"{run}.npz"):
            if os.path.exists(path):
                _move(path, self.folder / path.name)
                return
        words = phrase("Errors", "run {run}: expected it among the deleted, found no such run")
        raise RunError(words.given(run=run))

    def sweep(self) -> None:
        """Truly remove deleted runs, and what a kill left unfinished; called at a start.

        What the program did not write stays; what cannot be removed does, too, until next time.
        """
        for folder, remove in ((self.folder / DELETED, _remove_deleted), (self.folder, _tidy)):
            with contextlib.suppress(OSError):
                for path in _entries(folder):
                    # What cannot be removed keeps nothing else from going.
                    with contextlib.suppress(OSError):
                        remove(path)

    def export_weights(self, run: str, path: Path) -> None:
        """Write a run's weights to a file of the user's; raises WeightsError."""
        save(self.weights(run), path)

    def export_csv(self, run: str, path: Path) -> None:
        """Write a run's curves as `export.write_csv` does."""
        export.write_csv(self._points(run), path)

    def export_tensorboard(self, run: str, folder: Path) -> None:
        """Write a run's curves as `export.write_tensorboard` does."""
        export.write_tensorboard(self._points(run), folder, started=self.record(run).started)

    def _points(self, run: str) -> list[Point]:
        points, problem = self.curves(run)
        if not points:
            words = phrase("Errors", "run {run}: expected curves, found {found}")
            raise RunError(words.given(run=run, found=problem or phrase("Errors", "none")))
        return points

    def _paths(self) -> list[Path]:
        return [path for path in _entries(self.folder) if _is_run(path)]

    def _label(self, run: str, *, name: str | None = None, note: str | None = None) -> None:
        path = self.path(run)
        if not path.is_dir():
            words = phrase(
                "Errors", "run {run}: expected a run of this version, found an earlier one's"
            )
            raise RunError(words.given(run=run))
        before = self.record(run)
        try:
            records.write_label(
                path,
                name=before.name if name is None else name,
                note=before.note if note is None else note,
            )
        except OSError as error:
            words = phrase("Errors", "{path}: expected it could be written, found: {why}")
            raise RunError(words.given(path=path, why=why(error))) from error


def _read(path: Path) -> tuple[RunRecord, Words]:
    return records.read(path) if path.is_dir() else (legacy.read(path), "")


def _check_id(run: str) -> None:
    # It may come from a session file or a command line: it must not lead out of the folder.
    if run != os.path.basename(run) or run.startswith(".") or not run.isprintable() or not run:
        words = phrase("Errors", "run {run!r}: expected the name of a folder, found none")
        raise RunError(words.given(run=run[:80]))


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:  # nothing was kept, or deleted, so far
        return []


def _is_run(path: Path) -> bool:
    """Tell whether the program made this, or a user a copy of it under another name."""
    if path.name.startswith("."):
        return False
    if not path.is_dir():
        return legacy.FILE_NAME.fullmatch(path.name) is not None
    return RUN_NAME.fullmatch(path.name) is not None or (path / records.RUN_FILE).exists()


def _move(path: Path, target: Path) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
        # A rename would take the place of a file without a word.
        if os.path.lexists(target):
            raise FileExistsError(0, "there is another of that name", str(target))
        path.rename(target)
    except OSError as error:
        words = phrase("Errors", "{path}: expected it could be moved, found: {why}")
        raise RunError(words.given(path=path, why=why(error))) from error


def _remove_deleted(path: Path) -> None:
    if not _is_run(path):
        return
    if path.is_dir():
        clear(path)
    else:
        path.unlink()


def _tidy(path: Path) -> None:
    """Remove what a kill left half written in a run's folder, or of it."""
    if not path.is_dir() or lock.is_held(path / records.LOCK_FILE):
        return
    if not path.name.startswith(NEW_PREFIX):
        clear_temporary(path)
    # A folder is locked a moment after it is made; by now it would be.
    elif is_old(path):
        clear(path)
