"""A run's curves on disk: one JSON object a line, appended as the run goes.

A line is {the event's name, one of Drawn: the event's fields, "seconds": the training time it
came at}.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn, get_args

from mnist_pad.base.files import file_size
from mnist_pad.base.json_files import cannot_be_read, parse_object
from mnist_pad.base.phrases import Phrase, Words, phrase
from mnist_pad.base.records import PLAIN, RecordError, read_value, to_plain
from mnist_pad.training.events import (
    DeadCounted,
    EpochEnded,
    NormsMeasured,
    RunStarted,
    StepsTrained,
)

Drawn = RunStarted | StepsTrained | NormsMeasured | DeadCounted | EpochEnded
"""The events that curves are made of."""

FLUSH_INTERVAL_S: Final = 0.3

MAX_LINE_BYTES: Final = 2**20
MAX_BYTES: Final = 2**26
"""Five million losses; what a file holds beyond is not read."""

DRAWN: Final[tuple[type[Drawn], ...]] = get_args(Drawn)

_KINDS: Final = {kind.__name__: kind for kind in DRAWN}


@dataclass(frozen=True, eq=False)
class Point:
    """An event, and the training time, in seconds, that it came at."""

    event: Drawn
    seconds: float


class Curves:
    """The file of a run that goes on."""

    def __init__(self, path: Path) -> None:
        """Make the file; raises OSError, where there is one already too."""
        # Exclusively: another run's curves are never written over.
        self._file = path.open("xb")
        self._flushed_s = time.monotonic()

    def add(self, event: Drawn, seconds: float) -> None:
        """Append an event; it is on its way to the disk within FLUSH_INTERVAL_S of the next.

        Raises OSError.
        """
        # Not synced: a power cut may cost a curve's last seconds, a sync would cost every step.
        line = {type(event).__name__: to_plain(event), "seconds": round(seconds, 3)}
        self._file.write(json.dumps(line, allow_nan=False).encode() + b"\n")
        if time.monotonic() - self._flushed_s >= FLUSH_INTERVAL_S:
            self.flush()

    def flush(self) -> None:
        """Hand all lines to the system; raises OSError."""
        self._file.flush()
        self._flushed_s = time.monotonic()

    def close(self) -> None:
        """Close the file, its lines on the disk; raises OSError, and the file is closed then too.

        Nothing happens where it is closed already.
        """
        if self._file.closed:
            return
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        finally:
            self._file.close()


def read(path: Path) -> tuple[list[Point], Words]:
    """Return a run's curves in their order, and a sentence on lines that were passed over.

    The sentence is "" where there were none; a file that is not there has no lines. Nothing is
    raised: a run is of use without its curves.
    """
    points: list[Point] = []
    first: Phrase | None = None
    bad = 0
    try:
        for number, line in enumerate(_lines(path), start=1):
            try:
                points.append(_point(line))
            except RecordError as error:
                words = phrase("Errors", "line {number}: {words}")
                first = first or words.given(number=number, words=error.words)
                bad += 1
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        return points, cannot_be_read(path, error)
    if first is None:
        return points, ""
    others = {
        1: phrase("Errors", "{path}: {first}"),
        2: phrase("Errors", "{path}: {first} (and 1 line more)"),
    }
    words = others.get(bad, phrase("Errors", "{path}: {first} (and {more:,} lines more)"))
    return points, words.given(path=path, first=first, more=bad - 1)


def _lines(path: Path) -> Iterator[bytes]:
    file_size(path)  # refuses what would block whoever opens it
    with path.open("rb") as file:
        # A line at a time: one that never ends must not be read whole.
        left = MAX_BYTES
        while left > 0 and (line := file.readline(MAX_LINE_BYTES)):
            left -= len(line)
            yield line


def _point(line: bytes) -> Point:
    values = parse_object(line)
    for name, kind in _KINDS.items():
        if name in values:
            event: Drawn = read_value(kind, values[name], name, PLAIN)
            _check(event)
            seconds = read_value(float, values.get("seconds", 0.0), "seconds", PLAIN)
            return Point(event, seconds)
    words = phrase("Errors", "expected one of {names}, found none")
    raise RecordError(words.given(names=", ".join(_KINDS)))


def _check(event: Drawn) -> None:
    """Refuse what no run tells and those who draw curves cannot do with; raises RecordError."""
    if isinstance(event, RunStarted):
        # Steps are divided by it.
        if event.steps_per_epoch < 1 or event.first_step < 0:
            _refuse("steps_per_epoch", 1, event.steps_per_epoch)
    elif isinstance(event, NormsMeasured | DeadCounted):
        if event.step < 1:
            _refuse("step", 1, event.step)
    elif event.epoch < 1:
        _refuse("epoch", 1, event.epoch)
    elif isinstance(event, StepsTrained) and event.step < len(event.losses):
        _refuse("step", len(event.losses), event.step)


def _refuse(name: str, least: int, found: int) -> NoReturn:
    words = phrase("Errors", "{name}: expected {least} or more, found {found}")
    raise RecordError(words.given(name=name, least=least, found=found))
