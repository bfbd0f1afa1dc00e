"""Frozen records from JSON, each field checked against its annotation."""

import math
import reprlib
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import (
    Any,
    Final,
    Literal,
    NoReturn,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from mnist_pad.base.errors import UsageError

_Record = TypeVar("_Record")

_PLAIN: Final[Mapping[type, str]] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
}


class RecordError(UsageError):
    """A value cannot be used; the message names it, what was expected and what was found."""


def read_record(kind: type[_Record], values: object, *, name: str = "") -> _Record:
    """Build a dataclass from a JSON object; raises RecordError.

    Fields that are missing keep their default, where they have one; unknown ones are passed over,
    as a later version of the program may have written them. Fields may be plain values, literals,
    tuples, optional ones and dataclasses again. `name` is what the message calls the object.
    """
    if not isinstance(values, dict):
        _refuse(name or kind.__name__, "an object", values)
    hints = get_type_hints(kind)
    given = {
        field.name: _value(hints[field.name], values[field.name], _joined(name, field.name))
        for field in fields(kind)  # type: ignore[arg-type]  # a dataclass, as promised
        if field.name in values
    }
    try:
        return kind(**given)
    except TypeError as error:
        raise RecordError(f"{name or kind.__name__}: expected all its keys ({error})") from error


def _value(hint: Any, value: object, name: str) -> Any:
    options = get_args(hint)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(options, value, name)
    if origin is Literal:
        if value not in options or type(value) is not str:
            _refuse(name, f"one of {', '.join(map(str, options))}", value)
        return value
    if origin is tuple:
        return _tuple(options, value, name)
    if is_dataclass(hint) and isinstance(hint, type):
        return read_record(hint, value, name=name)
    return _plain(hint, value, name)


def _plain(kind: Any, value: object, name: str) -> object:
    # JSON has one kind of number: programs may write a whole one without its point.
    if kind is float and type(value) is int:
        value = float(value)
    # Exact types: to Python, true is an int.
    # JSON's parser takes NaN and Infinity, which nothing here can use.
    if type(value) is not kind or (kind is float and not math.isfinite(value)):  # type: ignore[arg-type]
        _refuse(name, _PLAIN[kind], value)
    return value


def _optional(options: tuple[Any, ...], value: object, name: str) -> Any:
    if value is None and type(None) in options:
        return None
    # A record's unions are of one kind and None; any other is a defect of the record's.
    (kind,) = (option for option in options if option is not type(None))
    return _value(kind, value, name)


def _tuple(options: tuple[Any, ...], value: object, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        _refuse(name, "a list", value)
    if options[-1] is Ellipsis:
        return tuple(_value(options[0], each, name) for each in value)
    if len(value) != len(options):
        _refuse(name, f"{len(options)} entries", value)
    return tuple(_value(kind, each, name) for kind, each in zip(options, value, strict=True))


def _joined(name: str, field: str) -> str:
    spoken = field.replace("_", " ")
    return f"{name}, {spoken}" if name else spoken


def _refuse(name: str, expected: str, found: object) -> NoReturn:
    raise RecordError(f"{name}: expected {expected}, found {reprlib.repr(found)}")
