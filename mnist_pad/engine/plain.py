"""Records of numbers, names and arrays as JSON values, and back with every field checked."""

import dataclasses
import json
import math
import reprlib
import types
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

import numpy as np

from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import file_size

MAX_TEXT_LENGTH: Final = 4_096
MAX_ITEMS: Final = 100_000

# JSON has no such numbers, and a run that diverges has little else.
_NOT_FINITE: Final = ("nan", "inf", "-inf")


class PlainError(Exception):
    """A value is not what its record says; the message names it, the expected and the found."""


def printable(text: str) -> str:
    """Return the text without what a terminal may obey, at most MAX_TEXT_LENGTH characters."""
    # Cut first: a detail may be a whole traceback.
    kept = text[:MAX_TEXT_LENGTH]
    return "".join(each if each.isprintable() or each in "\n\t" else "\ufffd" for each in kept)


def to_plain(value: Any) -> Any:
    """Return what JSON can hold: a record as an object, arrays of shape (n,) as lists.

    float32 keep nine digits, which is all they have; NaN and the infinite ones become names.
    """
    if dataclasses.is_dataclass(value):
        return {
            each.name: to_plain(getattr(value, each.name)) for each in dataclasses.fields(value)
        }
    if isinstance(value, np.generic):
        return to_plain(value.item())
    if isinstance(value, np.ndarray):
        # Sixteen digits, of which seven mean nothing, would double what a run's curves take.
        return [_number(float(f"{each:.9g}")) for each in value.tolist()]
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return printable(value) if isinstance(value, str) else value


def from_plain(kind: Any, value: object, name: str) -> Any:
    """Return the value as the type `kind` says, `name` being what errors call it.

    Types are those that this program's records have: numbers, texts, None, literals, unions,
    tuples of any length, arrays of float32 and records of all these. Keys that are not known are
    passed over, so that a later version may add some.

    Raises PlainError.
    """
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value, name)
    if origin is Literal:
        # A tuple compares one by one, so that what cannot be hashed is refused like the rest.
        return value if value in get_args(kind) else _refuse(name, _named(kind), value)
    if origin is tuple:
        return tuple(from_plain(get_args(kind)[0], each, name) for each in _items(value, name))
    if origin is np.ndarray:
        numbers = [from_plain(float, each, name) for each in _items(value, name)]
        # What float32 cannot hold becomes infinite, as it was in the run.
        with np.errstate(over="ignore"):
            return np.array(numbers, np.float64).astype(np.float32)
    if dataclasses.is_dataclass(kind):
        return _record(kind, value, name)
    expected, holds = _SCALARS[kind]
    if not holds(value):
        _refuse(name, expected, value)
    return float(value) if kind is float else value  # type: ignore[arg-type]


def read_object(path: Path, *, max_bytes: int) -> dict[str, Any]:
    """Return the JSON object that a file holds.

    Raises OSError where it cannot be read and PlainError where it holds anything else.
    """
    size = file_size(path)
    if size > max_bytes:
        raise PlainError(f"expected at most {max_bytes:,} bytes, found {size:,}")
    with path.open("rb") as file:
        # It may have grown since it was measured.
        return parse_object(file.read(max_bytes))


def parse_object(text: bytes) -> dict[str, Any]:
    """Return the JSON object that a text holds; raises PlainError."""
    try:
        values = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise PlainError(f"expected a JSON text, found otherwise: {error}") from error
    if not isinstance(values, dict):
        raise PlainError(f"expected a JSON object, found {reprlib.repr(values)}")
    return values


def cannot_be_read(path: Path, error: OSError | PlainError | UsageError) -> str:
    """Return the sentence for a file that cannot be used."""
    if isinstance(error, OSError):
        found = error.strerror or error
        return f"{path}: expected a file that can be read, found: {found}"
    return f"{path}: {error}"


def _one_of(kinds: tuple[Any, ...], value: object, name: str) -> Any:
    for kind in kinds:
        try:
            return from_plain(kind, value, name)
        except PlainError:
            continue
    _refuse(name, " or ".join(map(_named, kinds)), value)


def _record(kind: Any, value: object, name: str) -> Any:
    if not isinstance(value, dict):
        _refuse(name, "an object", value)
    hints = _hints(kind)
    known = {}
    for each in _fields(kind):
        if each.name in value:
            known[each.name] = from_plain(hints[each.name], value[each.name], each.name)
        elif each.default is dataclasses.MISSING:
            _refuse(name, f"an object with {each.name}", sorted(value))
    try:
        return kind(**known)
    # Some records, a run's settings, check more than types.
    except UsageError as error:
        raise PlainError(str(error)) from error


def _items(value: object, name: str) -> list[object]:
    if not isinstance(value, list) or len(value) > MAX_ITEMS:
        _refuse(name, f"a list of at most {MAX_ITEMS:,}", value)
    return value


def _number(value: float) -> float | str:
    return value if math.isfinite(value) else repr(value)


def _is_number(value: object) -> bool:
    if isinstance(value, str):
        return value in _NOT_FINITE
    # To Python, true and false are numbers; and an integer may be too large for a float.
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 2**63
    return isinstance(value, float)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and printable(value) == value


_SCALARS: Final[Mapping[Any, tuple[str, Callable[[Any], bool]]]] = {
    bool: ("true or false", lambda value: isinstance(value, bool)),
    int: ("a whole number", lambda value: isinstance(value, int) and _is_number(value)),
    float: ("a number", _is_number),
    str: (f"a printable text of at most {MAX_TEXT_LENGTH:,} characters", _is_text),
    type(None): ("null", lambda value: value is None),
}


def _named(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return f"one of {', '.join(map(str, get_args(kind)))}"
    return _SCALARS[kind][0] if kind in _SCALARS else f"a {getattr(kind, '__name__', 'list')}"


# Both look the same up for every one of hundreds of runs.
@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)


def _refuse_constant(name: str) -> None:
    # Python's parser takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON number")


def _refuse(name: str, expected: str, found: object) -> NoReturn:
    raise PlainError(f"{name}: expected {expected}, found {reprlib.repr(found)}")
