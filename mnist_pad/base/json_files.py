"""JSON objects from files that anybody may have written."""

import json
import reprlib
from pathlib import Path
from typing import Any, NoReturn

from mnist_pad.base import phrases
from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import file_size
from mnist_pad.base.phrases import Phrase, phrase, said_of
from mnist_pad.base.records import RecordError


def read_object(path: Path, *, max_bytes: int) -> dict[str, Any]:
    """Return the JSON object that a file holds.

    Raises OSError where it cannot be read and RecordError where it holds anything else.
    """
    size = file_size(path)
    if size > max_bytes:
        raise RecordError(
            phrase("Errors", "expected at most {most:,} bytes, found {size:,}").given(
                most=max_bytes, size=size
            )
        )
    with path.open("rb") as file:
        # It may have grown since it was measured.
        return parse_object(file.read(max_bytes))


def parse_object(text: bytes) -> dict[str, Any]:
    """Return the JSON object that a text holds; raises RecordError."""
    try:
        values = json.loads(text, parse_constant=_refuse_constant)
    # Nesting without end makes the parser give up with a RecursionError.
    except (ValueError, RecursionError) as error:
        raise RecordError(
            phrase("Errors", "expected a JSON text, found otherwise: {error}").given(error=error)
        ) from error
    if not isinstance(values, dict):
        raise RecordError(
            phrase("Errors", "expected a JSON object, found {found}").given(
                found=reprlib.repr(values)
            )
        )
    return values


def cannot_be_read(path: Path, error: OSError | UsageError) -> Phrase:
    """Return the sentence for a file that cannot be used."""
    if isinstance(error, OSError):
        return phrases.cannot_be_read(path, error)
    return said_of(path, error.words)


def _refuse_constant(name: str) -> NoReturn:
    # Python's parser takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON number")
