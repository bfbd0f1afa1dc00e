"""Files of drawings: ink as JSON lines, one drawing a line."""

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Final, TypeVar

from mnist_pad.base.files import file_size, write_atomically
from mnist_pad.base.phrases import Phrase, Words, cannot_be_read, cannot_be_written, phrase
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.samples import (
    MAX_LINE_BYTES,
    Effect,
    Sample,
    decode,
    decode_effect,
    effect,
    encode,
)
from mnist_pad.ink.strokes import Ink

if sys.platform != "win32":
    import fcntl

__all__ = [
    "LineProblem",
    "Sample",
    "append",
    "count",
    "extend",
    "read",
    "removal",
    "replacing",
    "write",
]

_HOPELESS_LINES: Final = 1_000

_T = TypeVar("_T")


@dataclass(frozen=True)
class LineProblem:
    """A line that was passed over. `number` counts from 1; `wrong` says what was wrong."""

    number: int
    wrong: Words

    @property
    def message(self) -> str:
        """What was wrong, in the language that is spoken now."""
        return str(self.wrong)

    @property
    def words(self) -> Phrase:
        """The line and what was wrong with it."""
        words = phrase("Errors", "line {number}: {words}")
        return words.given(number=self.number, words=self.wrong)

    def __str__(self) -> str:
        return str(self.words)


def read(path: Path) -> tuple[list[Sample], list[LineProblem]]:
    """Return a file's drawings in order, and what was wrong with the lines passed over.

    Blank lines are nothing. A line with `"removed": true` is no drawing: it takes away all drawings
    with its id above it, if there are any; those below count. A drawing with `"replaces"` and an id
    takes away all above it with that id, which may be its own; the key is not in its `extra`.

    Raises DataError where the file cannot be read, and where the first thousand bad lines come
    before any drawing: it is some other file then.
    """
    samples, problems = _parsed(path, decode)
    standing = _standing([effect(sample) for sample in samples])
    return [_without_replaces(samples[position]) for position in standing], problems


def count(path: Path) -> int:
    """Return how many drawings `read` would return, without building them; it raises the same."""
    return len(_standing(_parsed(path, decode_effect)[0]))


def write(samples: Iterable[Sample], path: Path) -> None:
    """Write a file of these drawings alone; `path` gets all of them or stays as it was.

    Raises DataError for a drawing that `read` would refuse and a file that cannot be written.
    """
    lines = [_line(sample, path) for sample in samples]
    try:
        write_atomically(path, lambda file: file.writelines(lines))
    except OSError as error:
        raise DataError(cannot_be_written(path, error)) from error


def append(sample: Sample, path: Path) -> None:
    """Add one drawing to a file, as `extend` does."""
    extend((sample,), path)


def extend(samples: Iterable[Sample], path: Path) -> None:
    """Add drawings to a file, which is made if need be; they are on the disk on return.

    All of them are added or none. Several programs may append at once. A last line torn by a crash
    stays a line of its own.

    Raises DataError for a drawing that `read` would refuse and a file that cannot be written; what
    was in the file is then all there is, but where files cannot be locked a torn line may follow.
    """
    lines = b"".join(_line(sample, path) for sample in samples)
    try:
        # Opened for appending, a named pipe would wait for a reader, perhaps for ever.
        with contextlib.suppress(FileNotFoundError):
            file_size(path)
        while not _extended(lines, path):
            pass
    except OSError as error:
        raise DataError(cannot_be_written(path, error)) from error


def sweep(path: Path) -> None:
    """Take what was taken away, and the lines that said so, out of a file for good.

    Damaged lines stay. Several programs may append meanwhile; where files cannot be locked, and
    where there is nothing to take out, nothing is done. Raises DataError where the file cannot be
    written; it is then as it was.
    """
    try:
        file_size(path)
        with open(path, "rb") as file:
            if not _lock(file):
                return
            lines = [line for _, line in _numbered_lines(file)]
            kept = _swept(lines)
            # Of a line too long to be read there is only a piece here.
            whole = all(len(line) <= MAX_LINE_BYTES for line in lines)
            if whole and len(kept) < len(lines):
                # The lock is the old file's: whoever waits for it finds it gone, and begins again.
                write_atomically(path, lambda target: target.writelines(kept))
    except FileNotFoundError:
        return
    except OSError as error:
        raise DataError(cannot_be_written(path, error)) from error


def removal(sample_id: str | int) -> Sample:
    """Return what, appended to a file, takes away all drawings with that id so far."""
    # Lengths above 0, as `decode` wants them of every line.
    return Sample(sample_id, None, Ink((), pad=(1, 1), pen=1), {"removed": True})


def replacing(sample: Sample, sample_id: str | int) -> Sample:
    """Return what, appended to a file, adds a drawing and takes away all with that id so far.

    It is one line: torn by a crash, it has done neither.
    """
    return replace(sample, extra={**sample.extra, "replaces": sample_id})


def _parsed(path: Path, parse: Callable[[bytes], _T]) -> tuple[list[_T], list[LineProblem]]:
    found: list[_T] = []
    problems: list[LineProblem] = []
    try:
        file_size(path)
        with open(path, "rb") as file:
            for number, line in _numbered_lines(file):
                try:
                    found.append(parse(line))
                except DataError as error:
                    problems.append(LineProblem(number, error.words))
                if not found and len(problems) == _HOPELESS_LINES:
                    raise DataError(
                        phrase(
                            "Errors",
                            "{path}: expected drawings as JSON lines, found none in {count:,} "
                            "lines",
                        ).given(path=path, count=number)
                    )
    except OSError as error:
        raise DataError(cannot_be_read(path, error)) from error
    return found, problems


def _extended(lines: bytes, path: Path) -> bool:
    """Append to a file, unless another took its place meanwhile; tells whether that was done."""
    # Unbuffered, the lines are one write, which the system puts at the end as a whole.
    with open(path, "ab+", buffering=0) as file:
        alone = _lock(file)
        # Whoever swept the file while this waited has put another in its place.
        if alone and not _is_at(file, path):
            return False
        _put_at_end(lines if _ends_with_newline(file) else b"\n" + lines, file, alone=alone)
        return True


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False


def _swept(lines: list[bytes]) -> list[bytes]:
    """Return the lines of drawings that stand, and those that cannot be read."""
    effects: list[Effect] = []
    places: list[int] = []
    damaged: list[int] = []
    for place, line in enumerate(lines):
        try:
            effects.append(decode_effect(line))
            places.append(place)
        except DataError:
            damaged.append(place)
    kept = sorted([*(places[standing] for standing in _standing(effects)), *damaged])
    # A last line that was torn would run into the one that comes after it.
    ended = [line if line.endswith(b"\n") else line + b"\n" for line in lines]
    return [ended[place] for place in kept]


def _standing(effects: list[Effect]) -> list[int]:
    """Return the places of the drawings that no later line has taken away."""
    # The drawings of an id count from here on.
    first_at: dict[str | int, int] = {}
    for position, line in enumerate(effects):
        if line.removes:
            first_at[line.id] = position + 1
        elif line.replaces is not None:
            # This line counts: the id that it replaces may be its own.
            first_at[line.replaces] = position
    return [
        position for position, line in enumerate(effects) if position >= first_at.get(line.id, 0)
    ]


def _without_replaces(sample: Sample) -> Sample:
    # Written again later, it would take away what has come back since.
    if effect(sample).replaces is None:
        return sample
    extra = {key: value for key, value in sample.extra.items() if key != "replaces"}
    return replace(sample, extra=extra)


def _numbered_lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank; of one too long, a piece that is still too long."""
    number = 0
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        if not line.isspace():
            yield number, line
        # A file without newlines, a disk image for one, must not fill the memory.
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE_BYTES)


def _line(sample: Sample, path: Path) -> bytes:
    try:
        return encode(sample)
    except DataError as error:
        words = phrase("Errors", "{path}: drawing {id}: {words}")
        raise DataError(words.given(path=path, id=repr(sample.id), words=error.words)) from error


def _lock(file: IO[bytes]) -> bool:
    """Wait until no other program appends, and tell whether none can until the file is closed."""
    if sys.platform != "win32":
        # Some network file systems have no locks; a short write at the end is whole even so.
        with contextlib.suppress(OSError):
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
            return True
    return False


def _put_at_end(line: bytes, file: IO[bytes], *, alone: bool) -> None:
    length = os.fstat(file.fileno()).st_size
    try:
        if file.write(line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
    except OSError:
        # Not alone, the cut might take another program's line. An empty file stays: one that waits
        # for the lock would write to a file without a name.
        if alone:
            with contextlib.suppress(OSError):
                os.ftruncate(file.fileno(), length)
        raise


def _ends_with_newline(file: IO[bytes]) -> bool:
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"
