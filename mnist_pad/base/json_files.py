"""JSON objects from files that anybody may have written."""

import json
import reprlib
from pathlib import Path
from typing import Any, NoReturn

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import file_size
from mnist_pad.base.records import RecordError


def read_object(path: Path, *, max_bytes: int) -> dict[str, Any]:
    """Return the JSON object that a file holds.

    Raises OSError where it cannot be read and RecordError where it holds anything else.
    """
    size = file_size(path)
    if size > max_bytes:
        raise RecordError(f"expected at most {max_bytes:,} bytes, found {size:,}")
    with path.open("rb") as file:
        # It may have grown since it was measured.
        return parse_object(file.read(max_bytes))


def parse_object(text: bytes) -> dict[str, Any]:
    """Return the JSON object that a text holds; raises RecordError."""
    try:
        values = json.loads(text, parse_constant=_refuse_constant)
    # Nesting without end makes the parser give up with a RecursionError.
    except (ValueError, RecursionError) as error:
        raise RecordError(f"expected a JSON text, found otherwise: {error}") from error
    if not isinstance(values, dict):
        raise RecordError(f"expected a JSON object, found {reprlib.repr(values)}")
    return values


def cannot_be_read(path: Path, error: OSError | UsageError) -> str:
    """Return the sentence for a file that cannot be used."""
    if isinstance(error, OSError):
        found = error.strerror or error
        return f"{path}: expected a file that can be read, found: {found}"
    return f"{path}: {error}"


def _refuse_constant(name: str) -> NoReturn:
    # Python's parser takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON number")
