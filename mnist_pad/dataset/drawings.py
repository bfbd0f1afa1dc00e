"""Files of drawings: ink as JSON lines, one drawing a line."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Final

from mnist_pad.base.files import file_size, write_atomically
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.samples import MAX_LINE_BYTES, Sample, decode, encode
from mnist_pad.ink.strokes import Ink

if sys.platform != "win32":
    import fcntl

__all__ = ["LineProblem", "Sample", "append", "extend", "read", "removal", "replacing", "write"]

_HOPELESS_LINES: Final = 1_000


@dataclass(frozen=True)
class LineProblem:
    """A line that was passed over. `number` counts from 1; `message` says what was wrong."""

    number: int
    message: str

    def __str__(self) -> str:
        return f"line {self.number}: {self.message}"


def read(path: Path) -> tuple[list[Sample], list[LineProblem]]:
    """Return a file's drawings in order, and what was wrong with the lines passed over.

    Blank lines are nothing. A line with `"removed": true` is no drawing: it takes away all drawings
    with its id above it, if there are any; those below count. A drawing with `"replaces"` and an id
    takes away all above it with that id, which may be its own; the key is not in its `extra`.

    Raises DataError where the file cannot be read, and where the first thousand bad lines come
    before any drawing: it is some other file then.
    """
    samples: list[Sample] = []
    problems: list[LineProblem] = []
    try:
        file_size(path)
        with open(path, "rb") as file:
            for number, line in _numbered_lines(file):
                try:
                    samples.append(decode(line))
                except DataError as error:
                    problems.append(LineProblem(number, str(error)))
                if not samples and len(problems) == _HOPELESS_LINES:
                    found = f"none in {number:,} lines"
                    raise DataError(f"{path}: expected drawings as JSON lines, found {found}")
    except OSError as error:
        raise _unusable(path, "read", error) from error
    return _standing(samples), problems


def write(samples: Iterable[Sample], path: Path) -> None:
    """Write a file of these drawings alone; `path` gets all of them or stays as it was.

    Raises DataError for a drawing that `read` would refuse and a file that cannot be written.
    """
    lines = [_line(sample, path) for sample in samples]
    try:
        write_atomically(path, lambda file: file.writelines(lines))
    except OSError as error:
        raise _unusable(path, "written", error) from error


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
        with contextlib.suppress(FileNotFoundError):
            file_size(path)
        # Unbuffered, the lines are one write, which the system puts at the end as a whole.
        with open(path, "ab+", buffering=0) as file:
            alone = _lock(file)
            _put_at_end(lines if _ends_with_newline(file) else b"\n" + lines, file, alone=alone)
    except OSError as error:
        raise _unusable(path, "written", error) from error


def removal(sample_id: str | int) -> Sample:
    """Return what, appended to a file, takes away all drawings with that id so far."""
    return Sample(sample_id, None, Ink((), pad=(1, 1), pen=1), {"removed": True})


def replacing(sample: Sample, sample_id: str | int) -> Sample:
    """Return what, appended to a file, adds a drawing and takes away all with that id so far.

    It is one line: torn by a crash, it has done neither.
    """
    return replace(sample, extra={**sample.extra, "replaces": sample_id})


def _standing(samples: list[Sample]) -> list[Sample]:
    """Return what later lines have not taken away, without what is no drawing."""
    # The drawings of an id count from here on.
    first_at: dict[str | int, int] = {}
    for position, sample in enumerate(samples):
        if sample.extra.get("removed") is True:
            first_at[sample.id] = position + 1
        elif (replaced := _replaced(sample)) is not None:
            first_at[replaced] = position
    return [
        _without_replaces(sample)
        for position, sample in enumerate(samples)
        if position >= first_at.get(sample.id, 0)
    ]


def _replaced(sample: Sample) -> str | int | None:
    found: Any = sample.extra.get("replaces")
    return found if type(found) in (str, int) else None


def _without_replaces(sample: Sample) -> Sample:
    # Written again later, it would take away what has come back since.
    if _replaced(sample) is None:
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
        raise DataError(f"{path}: drawing {sample.id!r}: {error}") from error


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


def _unusable(path: Path, purpose: str, error: OSError) -> DataError:
    why = error.strerror or error
    return DataError(f"{path}: expected a file that can be {purpose}, found: {why}")
