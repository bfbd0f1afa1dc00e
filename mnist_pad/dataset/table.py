"""Data sets as CSV: a label and 784 pixels a line, as Kaggle and OpenML publish MNIST."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

import numpy as np

from mnist_pad.base.arrays import hold
from mnist_pad.base.files import expands_too_far
from mnist_pad.base.phrases import Words, phrase
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.files import opened
from mnist_pad.dataset.raw import (
    LABEL_WORDS,
    PIXELS,
    TABLE_COLUMNS,
    RawPart,
    from_table,
)

# 785 numbers as NumPy writes them, the longest way there is, take 20,000 bytes.
_MAX_LINE_BYTES: Final = 2**16
_SEPARATORS: Final = (b",", b";", b"\t")
_EXPECTED: Final = phrase(
    "Errors", "an .npz archive, a CSV file of a label and 784 pixels a line, or a folder"
)
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_MAX_SHOWN_BYTES: Final = 20


@dataclass(frozen=True)
class _Layout:
    """How the lines are written, told by the first of them; `count` is how many hold numbers."""

    separator: bytes
    has_header: bool
    label_column: int | None
    dtype: np.dtype[Any]
    count: int


def read_table(path: Path) -> RawPart:
    """Return the images and labels of a CSV file, gzipped or not, with a header or without.

    The label is the first number of a line or the last. The file is gone through twice, line by
    line, in about 0.1 ms a line.

    Raises DataError, without the file's name, naming the line, what was expected and what was
    found.
    """
    with opened(path) as (file, packed_bytes):
        layout = _survey(file, packed_bytes)
    try:
        with opened(path) as (file, packed_bytes):
            size = layout.count * TABLE_COLUMNS * layout.dtype.itemsize
            flat = hold(_rows(file, packed_bytes, layout), size).view(layout.dtype)
    except ValueError as error:
        words = phrase("Errors", "expected a file that stays as it is while it is read: {error}")
        raise DataError(words.given(error=error)) from error
    table = flat.reshape(layout.count, TABLE_COLUMNS)
    return from_table(table, phrase("Errors", "the table"), label_column=layout.label_column)


def _survey(file: BinaryIO, packed_bytes: int) -> _Layout:
    lines = _lines(file, packed_bytes)
    number, line = next(lines, (0, b""))
    separator = max(_SEPARATORS, key=line.count)
    names = _fields(line, separator)
    has_header = _is_header(names)
    if has_header:
        number, line = next(lines, (number, b""))
    fields = _fields(line, separator)
    if len(fields) == PIXELS:
        words = phrase(
            "Errors",
            "line {number}: expected a label and 784 pixels, found 784 numbers: pixels alone, as "
            "in Kaggle's test.csv",
        )
        raise DataError(words.given(number=number))
    if len(fields) != TABLE_COLUMNS:
        one = phrase("Errors", "1 column in line {number}: {line}")
        several = phrase("Errors", "{count:,} columns in line {number}: {line}")
        found = (one if len(fields) == 1 else several).given(
            count=len(fields), number=number, line=_shown(line)
        )
        _refuse(_EXPECTED, found if line else phrase("Errors", "no line of numbers"))
    # A quarter of the room, and half of the time, where there are no fractions.
    whole = not any(b"." in field for field in fields)
    return _Layout(
        separator=separator,
        has_header=has_header,
        label_column=_label_column(names) if has_header else None,
        dtype=np.dtype(np.uint8 if whole else np.float32),
        count=1 + sum(1 for _ in lines),
    )


def _rows(file: BinaryIO, packed_bytes: int, layout: _Layout) -> Iterator[bytes]:
    lines = _lines(file, packed_bytes)
    if layout.has_header:
        next(lines, None)
    for number, line in lines:
        try:
            yield _row(line, layout)
        except DataError as error:
            words = phrase("Errors", "line {number}: {words}")
            raise DataError(words.given(number=number, words=error.words)) from error


def _row(line: bytes, layout: _Layout) -> bytes:
    """Return a line's numbers as an array's bytes; raises DataError, saying what was found."""
    fields = _fields(line, layout.separator)
    if len(fields) != TABLE_COLUMNS:
        columns = phrase("Errors", "{count} columns").given(count=TABLE_COLUMNS)
        _refuse(columns, f"{len(fields):,}")
    try:
        if layout.dtype == np.uint8:
            # What Python makes bytes of is checked to be 0 to 255.
            return bytes(map(int, fields))
        return np.array(fields, layout.dtype).tobytes()
    except ValueError as error:
        whole = layout.dtype == np.uint8
        wrong = next(field for field in fields if not (_is_byte if whole else _is_number)(field))
        as_first = phrase("Errors", "whole numbers from 0 to 255, as in the first line")
        _refuse(as_first if whole else phrase("Errors", "numbers"), _shown(wrong), error)


def _lines(file: BinaryIO, packed_bytes: int) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank, numbered from 1."""
    number = unpacked_bytes = 0
    while line := file.readline(_MAX_LINE_BYTES):
        number += 1
        unpacked_bytes += len(line)
        if expands_too_far(packed_bytes, unpacked_bytes):
            _refuse(
                phrase("Errors", "a file of {size:,} bytes").given(size=packed_bytes),
                phrase("Errors", "one that unpacks to more than {size:,}").given(
                    size=unpacked_bytes
                ),
            )
        if len(line) == _MAX_LINE_BYTES:
            long = phrase("Errors", "line {number} of {size:,} bytes or more")
            _refuse(_EXPECTED, long.given(number=number, size=_MAX_LINE_BYTES))
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        if line.strip():
            yield number, line


def _fields(line: bytes, separator: bytes) -> list[bytes]:
    return line.rstrip().replace(b'"', b"").split(separator)


def _is_header(fields: list[bytes]) -> bool:
    """Tell whether these are names; of columns that have none, some programs write the numbers."""
    numbered = [b"%d" % column for column in range(len(fields))]
    return fields == numbered or not (_is_number(fields[0]) and _is_number(fields[-1]))


def _label_column(names: list[bytes]) -> int | None:
    called = [
        column
        for column in (0, -1)
        if names[column].strip().lower().decode("ascii", "replace") in LABEL_WORDS
    ]
    return called[0] if len(called) == 1 else None


def _is_number(field: bytes) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    return True


def _is_byte(field: bytes) -> bool:
    return field.strip().isdigit() and int(field) <= 255


def _refuse(expected: Words, found: Words, cause: ValueError | None = None) -> NoReturn:
    words = phrase("Errors", "expected {expected}, found {found}")
    raise DataError(words.given(expected=expected, found=found)) from cause


def _shown(text: bytes) -> str:
    return repr(text.strip()[:_MAX_SHOWN_BYTES].decode("utf-8", "replace"))
