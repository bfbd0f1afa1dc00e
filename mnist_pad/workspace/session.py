"""What is open, written to the disk as it changes, and brought back at the next start."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import write_bytes
from mnist_pad.base.json_files import cannot_be_read, read_object
from mnist_pad.base.phrases import Phrase, cannot_be_written, phrase
from mnist_pad.base.records import RecordError, read_record
from mnist_pad.dataset.drawings import Sample
from mnist_pad.dataset.samples import decode, encode
from mnist_pad.engine.record import Origin
from mnist_pad.ink.drawing import History
from mnist_pad.ink.scaling import SCALINGS, Scaling
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.recipes import DEFAULT_RECIPE, RECIPES
from mnist_pad.workspace.drawing import Tools
from mnist_pad.workspace.drawing_record import DrawingWriter, read_drawing
from mnist_pad.workspace.preferences import LANGUAGES, Preferences
from mnist_pad.workspace.weights import BUILT_IN

FORMAT_VERSION: Final = 1
MAX_BYTES: Final = 256 * 2**20

INTERVAL_MS: Final = 300
"""At most so long after a change it is on its way to the disk."""


@dataclass(frozen=True, eq=False)
class Session:
    """All that is open.

    `samples` are what the marks on the pad are kept as; `scaling` is what weights from a file are
    read with, which the file may not say or say otherwise; `weights_files` are those that weights
    were loaded from lately, the last first; `run` is the id of the run whose curves are shown.
    """

    drawing: History = field(default_factory=History)
    samples: tuple[Sample, ...] = ()
    tools: Tools = field(default_factory=Tools)
    weights: Origin = BUILT_IN
    scaling: Scaling | None = None
    adapted_from: Origin | None = None
    weights_files: tuple[str, ...] = ()
    run: str = ""
    config: TrainingConfig = RECIPES[DEFAULT_RECIPE]
    preferences: Preferences = field(default_factory=Preferences)


class SessionFile:
    """The one file that a session is kept in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = DrawingWriter()

    def write(self, session: Session) -> None:
        """Write a session in place of the one before; raises UsageError where that fails."""
        values = {
            "format": FORMAT_VERSION,
            "drawing": self._writer.write(session.drawing),
            "samples": [encode(sample).decode() for sample in session.samples],
            "tools": asdict(session.tools),
            "weights": asdict(session.weights),
            "scaling": session.scaling,
            "adapted_from": None if session.adapted_from is None else asdict(session.adapted_from),
            "weights_files": session.weights_files,
            "run": session.run,
            "config": asdict(session.config),
            "preferences": asdict(session.preferences),
        }
        # Without spaces: while one draws, it is written every 300 ms.
        text = json.dumps(values, separators=(",", ":")).encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self.path, text)
        except OSError as error:
            raise UsageError(cannot_be_written(self.path, error)) from error

    def read(self) -> Session:
        """Return the session that was written last, a fresh one where there was none.

        Raises UsageError where it is damaged.
        """
        try:
            return _session(read_object(self.path, max_bytes=MAX_BYTES))
        except FileNotFoundError:
            return Session(preferences=Preferences(introduced=False))
        except (OSError, UsageError) as error:
            raise UsageError(cannot_be_read(self.path, error)) from error

    def set_aside(self) -> Path:
        """Move a damaged file out of the way, over no other; returns where it is then."""
        number = 1
        # None is ever replaced: each may be the only copy of somebody's drawing.
        while (aside := self.path.with_name(f"session-damaged-{number}.json")).exists():
            number += 1
        self.path.rename(aside)
        return aside


class SessionStore(QObject):
    """Writes the session as it changes: at most once in INTERVAL_MS, in a thread beside."""

    def __init__(
        self,
        file: SessionFile,
        *,
        current: Callable[[], Session],
        write: Callable[[Callable[[], object]], object],
    ) -> None:
        """Take how to ask what is open, and whoever does work beside the window, in order."""
        super().__init__()
        self._file = file
        self._current = current
        self._write = write
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(INTERVAL_MS)
        self._soon.timeout.connect(self.write)

    def note_change(self, *_: object) -> None:
        """Write what is open soon."""
        # Not put off by a further change: a stroke that goes on and on is written too.
        if not self._soon.isActive():
            self._soon.start()

    def write(self) -> None:
        """Write what is open now."""
        self._soon.stop()
        # What is open is gathered now, in the window's thread; only the writing is done beside it.
        self._write(partial(self._file.write, self._current()))

    def forget_change(self) -> None:
        """Take what is open as what is on the disk already."""
        self._soon.stop()

    def close(self) -> None:
        """Write what has changed and is not on its way yet."""
        if self._soon.isActive():
            self.write()


def _session(values: Mapping[str, Any]) -> Session:
    if values.get("format") != FORMAT_VERSION:
        words = phrase("Errors", "expected a session of format {format}, found another")
        raise RecordError(words.given(format=FORMAT_VERSION))
    origin, adapted = values.get("weights"), values.get("adapted_from")
    # An earlier version knew of one digit on the pad.
    lines = values.get("samples", [values.get("sample")])
    if not isinstance(lines, list):
        raise RecordError(phrase("Errors", "samples: expected a list of drawings, found another"))
    files = values.get("weights_files", [])
    if not (isinstance(files, list) and all(isinstance(file, str) for file in files)):
        raise RecordError(
            phrase("Errors", "weights files: expected a list of paths, found another")
        )
    config = values.get("config")
    return Session(
        drawing=read_drawing(values.get("drawing")),
        # As lines of a file of drawings, which are checked in one place.
        samples=tuple(
            decode(line.encode(errors="replace")) for line in lines if isinstance(line, str)
        ),
        tools=read_record(Tools, values.get("tools"), name="tools"),
        weights=read_record(Origin, origin, name="weights"),
        # An earlier version kept none.
        scaling=scaling if (scaling := values.get("scaling")) in SCALINGS else None,
        adapted_from=None if adapted is None else read_record(Origin, adapted, name="weights"),
        weights_files=tuple(files),
        run=run if isinstance(run := values.get("run"), str) else "",
        config=TrainingConfig.from_dict(config if isinstance(config, dict) else {}),
        preferences=_preferences(values.get("preferences")),
    )


def _preferences(values: object) -> Preferences:
    # A later version may speak more languages.
    if isinstance(values, dict) and values.get("language") not in LANGUAGES:
        values = {name: value for name, value in values.items() if name != "language"}
    return read_record(Preferences, values, name="preferences")


def told_aside(error: UsageError, aside: Path) -> Phrase:
    """Say that a damaged session was set aside."""
    words = phrase("Session", "{error}. It was set aside as {file}; the pad starts fresh.")
    return words.given(error=error.words, file=aside.name)
