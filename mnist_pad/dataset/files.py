"""Files and folders of strangers."""

import contextlib
import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from mnist_pad.base.files import file_size
from mnist_pad.base.phrases import phrase, why
from mnist_pad.dataset.digits import DataError

_GZIP_MAGIC: Final = b"\x1f\x8b"
# What systems leave in folders that they have shown; what begins with a dot is of that kind, too.
_NOBODYS: Final = ("thumbs.db", "desktop.ini", "__macosx")


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open a file, gzipped or not; gives what reads it unpacked, and its size on the disk in bytes.

    Raises DataError, without the file's name, where it cannot be read, or turns out to be damaged
    while it is.
    """
    try:
        packed_bytes = file_size(path)
        with contextlib.ExitStack() as stack:
            file = stack.enter_context(open(path, "rb"))
            unpacked: BinaryIO = file
            # Names do not tell: many unpackers leave the .gz, and some browsers drop it.
            if file.peek(2)[:2] == _GZIP_MAGIC:
                unpacked = cast(BinaryIO, stack.enter_context(gzip.GzipFile(fileobj=file)))
            yield unpacked, packed_bytes
    except OSError as error:
        words = phrase("Errors", "expected a readable file, found: {why}")
        raise DataError(words.given(why=why(error))) from error
    except (EOFError, zlib.error, MemoryError) as error:
        words = phrase("Errors", "expected a whole file, found: {why}")
        raise DataError(words.given(why=str(error) or type(error).__name__)) from error


def names_in(folder: Path) -> list[str]:
    """Return what people put in a folder, in the order of names.

    Raises DataError, without the folder's name, where it cannot be read.
    """
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        words = phrase("Errors", "expected a readable folder, found: {why}")
        raise DataError(words.given(why=why(error))) from error
    return [name for name in names if not name.startswith(".") and name.lower() not in _NOBODYS]
