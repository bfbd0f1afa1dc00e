"""Frozen records as JSON values, and back with every field checked against its annotation.

Whoever reads says by `Limits` what a file of that kind may hold. The pipe to a worker has a
stricter encoding of its own, `mnist_pad.engine.wire`.
"""

import math
import reprlib
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import (
    Any,
    Final,
    Literal,
    NamedTuple,
    NoReturn,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import numpy as np

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Phrase, Words, either, one_of, phrase, said_of, unexpected
from mnist_pad.base.wording import MAX_TEXT_LENGTH, printable

_Record = TypeVar("_Record")

# JSON has no such numbers, and a run that diverges has little else.
_NOT_FINITE: Final = ("nan", "inf", "-inf")


class RecordError(UsageError):
    """A value cannot be used; the message names it, what was expected and what was found."""


@dataclass(frozen=True)
class Limits:
    """What a file's values may be, beyond what annotations say.

    `text_length`: texts are printable and at most so long; any text will do where it is None.
    `items`: the longest list. `infinite`: whether numbers may be infinite or NaN, by name too.
    """

    text_length: int | None = None
    items: int | None = None
    infinite: bool = False


ANY: Final = Limits()
"""Texts and lists as long as the file allows, and finite numbers."""

PLAIN: Final = Limits(text_length=MAX_TEXT_LENGTH, items=100_000, infinite=True)
"""What `to_plain` keeps to."""


def to_plain(value: Any) -> Any:
    """Return what JSON can hold: a record as an object, arrays of shape (n,) as lists.

    float32 keep nine digits, which is all they have; NaN and the infinite ones become names.
    """
    # A file is read in any language, and by other programs.
    if isinstance(value, Phrase):
        return printable(value.in_english())
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, np.generic):
        return to_plain(value.item())
    if isinstance(value, np.ndarray):
        # Sixteen digits, of which seven mean nothing, would double what a run's curves take.
        return [to_plain(float(f"{each:.9g}")) for each in value.tolist()]
    if isinstance(value, float):
        return value if math.isfinite(value) else repr(value)
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return printable(value) if isinstance(value, str) else value


def read_record(
    kind: type[_Record], values: object, *, name: str = "", limits: Limits = ANY
) -> _Record:
    """Build a dataclass from a JSON object; raises RecordError.

    Fields that are missing keep their default, where they have one; unknown ones are passed over,
    as a later version of the program may have written them. `name` is what the message calls the
    object.
    """
    if not isinstance(values, dict):
        _refuse(name or kind.__name__, phrase("Errors", "an object"), values)
    given, missing = {}, []
    for part in _parts(kind):  # type: ignore[arg-type]  # each class can be hashed
        if part.name in values:
            called = f"{name}, {part.spoken}" if name else part.spoken
            given[part.name] = read_value(part.hint, values[part.name], called, limits)
        elif part.required:
            missing.append(part.name)
    if missing:
        expected = phrase("Errors", "all its keys (an object with {missing})").given(
            missing=", ".join(missing)
        )
        _refuse(name or kind.__name__, expected, sorted(values))
    try:
        return kind(**given)
    # Some records, a run's settings, check more than types.
    except UsageError as error:
        raise RecordError(said_of(name, error.words) if name else error.words) from error


def read_value(hint: Any, value: object, name: str, limits: Limits = ANY) -> Any:
    """Return the value as the annotation says, `name` being what the message calls it.

    Annotations are those that this program's records have: numbers, texts, literals, unions,
    tuples, arrays of float32 and records of all these. Raises RecordError.
    """
    # Most are; and to take an annotation apart takes long.
    if type(hint) is type:
        if is_dataclass(hint):
            return read_record(hint, value, name=name, limits=limits)
        return _scalar(hint, value, name, limits)
    origin, options = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(options, value, name, limits)
    if origin is Literal:
        # A tuple compares one by one, so that what cannot be hashed is refused like the rest.
        return value if value in options else _refuse(name, _called(hint, limits), value)
    if origin is tuple:
        return _tuple(options, value, name, limits)
    numbers = [_scalar(float, each, name, limits) for each in _list(value, name, limits)]
    # What float32 cannot hold becomes infinite, as it was in the run.
    with np.errstate(over="ignore"):
        return np.array(numbers, np.float64).astype(np.float32)


def _one_of(options: tuple[Any, ...], value: object, name: str, limits: Limits) -> Any:
    if value is None and NoneType in options:
        return None
    # What was a phrase is a text in the file.
    kinds = [kind for kind in options if kind not in (NoneType, Phrase)]
    if len(kinds) == 1:  # its own message says more
        return read_value(kinds[0], value, name, limits)
    for kind in kinds:
        try:
            return read_value(kind, value, name, limits)
        except RecordError:
            continue
    _refuse(name, either(*(_called(kind, limits) for kind in options)), value)


def _tuple(options: tuple[Any, ...], value: object, name: str, limits: Limits) -> tuple[Any, ...]:
    items = _list(value, name, limits)
    if options[-1] is Ellipsis:
        return tuple(read_value(options[0], each, name, limits) for each in items)
    if len(items) != len(options):
        _refuse(name, phrase("Errors", "{count} entries").given(count=len(options)), value)
    pairs = zip(options, items, strict=True)
    return tuple(read_value(kind, each, name, limits) for kind, each in pairs)


def _list(value: object, name: str, limits: Limits) -> list[object]:
    most = limits.items
    if not isinstance(value, list) or (most is not None and len(value) > most):
        short = phrase("Errors", "a list of at most {most:,}").given(most=most)
        _refuse(name, phrase("Errors", "a list") if most is None else short, value)
    return value


def _scalar(kind: Any, value: Any, name: str, limits: Limits) -> Any:
    # To Python, true and false are numbers; and an integer may be too large for a float.
    whole = type(value) is int and abs(value) < 2**63
    if kind is float:
        holds = whole or _is_float(value, limits)
    elif kind is str:
        holds = type(value) is str and _is_allowed(value, limits)
    else:
        holds = whole if kind is int else type(value) is kind
    if not holds:
        _refuse(name, _called(kind, limits), value)
    return float(value) if kind is float else value


def _is_float(value: Any, limits: Limits) -> bool:
    # JSON's parser takes NaN and Infinity, and makes infinity of 1e999.
    named = limits.infinite and type(value) is str and value in _NOT_FINITE
    return named or (type(value) is float and (limits.infinite or math.isfinite(value)))


def _is_allowed(text: str, limits: Limits) -> bool:
    if limits.text_length is None:
        return True
    return len(text) <= limits.text_length and printable(text) == text


def _called(kind: Any, limits: Limits) -> Phrase:
    if get_origin(kind) is Literal:
        return one_of(get_args(kind))
    if kind is str and limits.text_length is not None:
        words = phrase("Errors", "a printable text of at most {most:,} characters")
        return words.given(most=limits.text_length)
    return _KINDS.get(kind) or phrase("Errors", "a {kind}").given(
        kind=getattr(kind, "__name__", "list")
    )


_KINDS: Final[dict[Any, Phrase]] = {
    bool: phrase("Errors", "true or false"),
    int: phrase("Errors", "a whole number"),
    float: phrase("Errors", "a number"),
    str: phrase("Errors", "a text"),
    NoneType: phrase("Errors", "null"),
}


class _Part(NamedTuple):
    name: str
    spoken: str
    hint: Any
    required: bool


# The same for every one of hundreds of runs, or thousands of strokes.
@cache
def _parts(kind: type) -> tuple[_Part, ...]:
    hints = get_type_hints(kind)
    return tuple(
        _Part(
            each.name,
            each.name.replace("_", " "),
            hints[each.name],
            each.default is MISSING and each.default_factory is MISSING,
        )
        for each in fields(kind)
    )


def _refuse(name: str, expected: Words, found: object) -> NoReturn:
    raise RecordError(unexpected(name, expected, reprlib.repr(found)))
