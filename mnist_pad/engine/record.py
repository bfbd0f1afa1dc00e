"""What is known of a run that is kept: a record, and the two JSON files it is made of."""

import contextlib
import json
import math
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import write_bytes
from mnist_pad.base.json_files import cannot_be_read, read_object
from mnist_pad.base.phrases import Words, phrase, unexpected
from mnist_pad.base.records import PLAIN, RecordError, read_record, read_value, to_plain
from mnist_pad.base.wording import printable
from mnist_pad.engine.lock import is_held
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import Compared, Divergence, Failure, Outcome
from mnist_pad.training.recipes import RECIPES, is_changed

FORMAT_VERSION: Final = 1

RUN_FILE: Final = "run.json"
LABEL_FILE: Final = "label.json"
CURVES_FILE: Final = "curves.jsonl"
WEIGHTS_FILE: Final = "weights.npz"
LOCK_FILE: Final = "lock"

FILES: Final = (RUN_FILE, LABEL_FILE, CURVES_FILE, WEIGHTS_FILE, LOCK_FILE)
"""All that this program writes into a run's folder."""

Kind = Literal["training", "adaptation"]

MAX_NAME_LENGTH: Final = 200

_MAX_FILE_BYTES: Final = 2**17
_MAX_RECIPE_LENGTH: Final = 40
_STARTED: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{8,15}\+00:00", re.ASCII)


class RunError(UsageError):
    """A run cannot be used; the message names it, what was expected and what was found."""


@dataclass(frozen=True)
class Origin:
    """What a run started from: `name` is a run's id or a file's path, where it is one of these.

    `step` is after how many updates of a run, None at its end.
    """

    kind: Literal["nothing", "built_in", "run", "file"]
    name: str = ""
    step: int | None = None

    @property
    def text(self) -> str:
        """The origin for a weights file, which may go to others: of a path, the last part."""
        # Either separator: a folder may have been carried from one system to another.
        name = re.split(r"[/\\]", self.name)[-1] if self.kind == "file" else self.name
        return " ".join(printable(f"{self.kind} {name}").split())


@dataclass(frozen=True)
class RunRecord:
    """One run, as far as it has come.

    `changed`: whether a setting is another than the recipe's. `started` is ISO 8601, UTC;
    `seconds` is the training alone, without pauses. Accuracies are fractions; that on the training
    images is the last epoch's. `outcome` is `interrupted` where the run's process is gone without
    having ended it.
    """

    id: str
    kind: Kind
    recipe: str
    changed: bool
    config: TrainingConfig | None
    name: str
    note: str
    started: str
    seconds: float
    outcome: Outcome | Literal["running", "interrupted"]
    epochs: int
    train_accuracy: float | None
    test_accuracy: float | None
    origin: Origin
    cause: Divergence | Failure | None
    compared: Compared | None
    has_weights: bool


def one_line(text: str) -> str:
    """Return the text as a run's name."""
    return " ".join(printable(text).split())[:MAX_NAME_LENGTH]


def new_record(kind: Kind, origin: Origin, *, recipe: str, started: str) -> RunRecord:
    """Return the record of a run that has just begun and told nothing yet."""
    return RunRecord(
        id="",
        kind=kind,
        recipe=recipe,
        changed=False,
        config=None,
        name="",
        note="",
        started=started,
        seconds=0.0,
        outcome="running",
        epochs=0,
        train_accuracy=None,
        test_accuracy=None,
        origin=origin,
        cause=None,
        compared=None,
        has_weights=False,
    )


def configured(record: RunRecord, config: TrainingConfig | None) -> RunRecord:
    """Return the record with other settings, and with what follows from these."""
    if config is None:
        return record
    changed = config.recipe in RECIPES and is_changed(config)
    recipe = printable(config.recipe)[:_MAX_RECIPE_LENGTH]
    return replace(record, config=config, recipe=recipe, changed=changed)


def adapted_from(weights: Weights, origin: Origin) -> Weights:
    """Return adapted weights that say what they were adapted from."""
    return replace(weights, meta=replace(weights.meta, adapted_from=origin.text))


def write(record: RunRecord, folder: Path) -> None:
    """Write run.json; raises OSError."""
    values = to_plain(record)
    # The folder's name is the id, and what the user says of a run has a file of its own: written
    # by two processes, one file would lose what one of them wrote.
    for name in ("id", "name", "note", "has_weights"):
        del values[name]
    _write_object({"format_version": FORMAT_VERSION, **values}, folder / RUN_FILE)


def write_label(folder: Path, *, name: str, note: str) -> None:
    """Write what the user says of a run; raises OSError."""
    values = {"format_version": FORMAT_VERSION, "name": name, "note": note}
    _write_object(values, folder / LABEL_FILE)


def read(folder: Path) -> tuple[RunRecord, Words]:
    """Return the record of a run's folder, and a sentence where its name could not be read.

    Raises RunError where the rest could not.
    """
    name, note, problem = _label(folder / LABEL_FILE)
    path = folder / RUN_FILE
    try:
        values = read_object(path, max_bytes=_MAX_FILE_BYTES)
        record = _checked(values | {"id": folder.name, "name": name, "note": note}, folder)
    except (OSError, RecordError) as error:
        raise RunError(cannot_be_read(path, error)) from error
    # Nobody is left to write that it was interrupted.
    if record.outcome == "running" and not is_held(folder / LOCK_FILE):
        record = replace(record, outcome="interrupted")
    return record, problem


def _checked(values: dict[str, Any], folder: Path) -> RunRecord:
    _check_version(values)
    values["has_weights"] = (folder / WEIGHTS_FILE).is_file()
    record = read_record(RunRecord, values, name="run", limits=PLAIN)
    fraction = phrase("Errors", "a number from 0 to 1")
    for name, expected, holds in (
        ("recipe", phrase("Errors", "a short text"), len(record.recipe) <= _MAX_RECIPE_LENGTH),
        ("started", phrase("Errors", "a time in UTC"), _is_time(record.started)),
        ("seconds", phrase("Errors", "a number from 0"), 0 <= record.seconds < math.inf),
        ("epochs", phrase("Errors", "a whole number from 0"), record.epochs >= 0),
        ("train_accuracy", fraction, _is_fraction(record.train_accuracy)),
        ("test_accuracy", fraction, _is_fraction(record.test_accuracy)),
    ):
        if not holds:
            raise RecordError(unexpected(name, expected, repr(getattr(record, name))[:80]))
    return record


def _check_version(values: dict[str, Any]) -> None:
    # To Python, true is 1 as well.
    version = values.get("format_version")
    if version != FORMAT_VERSION or isinstance(version, bool):
        raise RecordError(unexpected("format_version", FORMAT_VERSION, repr(version)[:80]))


def _label(path: Path) -> tuple[str, str, Words]:
    """Return name, note, and a sentence where they could not be read."""
    try:
        values = read_object(path, max_bytes=_MAX_FILE_BYTES)
        name = read_value(str, values.get("name", ""), "name", PLAIN)
        note = read_value(str, values.get("note", ""), "note", PLAIN)
        return one_line(name), note, ""
    except FileNotFoundError:  # most runs have none
        return "", "", ""
    except (OSError, RecordError) as error:
        return "", "", cannot_be_read(path, error)


def _is_time(text: str) -> bool:
    # What fromisoformat takes differs between Python's versions.
    if _STARTED.fullmatch(text):
        with contextlib.suppress(ValueError):
            datetime.fromisoformat(text)
            return True
    return False


def _is_fraction(value: float | None) -> bool:
    return value is None or 0 <= value <= 1


def _write_object(values: dict[str, Any], path: Path) -> None:
    text = json.dumps(values, allow_nan=False, indent=1)
    write_bytes(path, text.encode())
