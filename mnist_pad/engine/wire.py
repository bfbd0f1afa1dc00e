"""Records on a pipe: a JSON header and raw arrays. Nothing that is read can run anything.

A message is MAGIC, the header's length, 4 bytes little-endian, the header, and the bytes of its
arrays one after the other. The header is an object: the `number` of the job that the message is
about, the `record`, and of each array its dtype and shape. Only dataclasses asked for are made,
and each of their fields is checked against its annotation.
"""

import json
import math
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, BinaryIO, Final, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError

MAGIC: Final = b"MPW1"
MAX_HEADER_BYTES: Final = 2**20
MAX_ARRAYS: Final = 1_024
MAX_ARRAY_BYTES: Final = 2**34
"""In all of a message; more than the largest network that a config allows, with its memory."""

_MAX_DIMENSIONS: Final = 8
# Only these: an array of objects would be unpickled, one of texts is nobody's.
_DTYPES: Final = {np.dtype(name).name for name in ("uint8", "int64", "float32", "float64")}
_LENGTH: Final = struct.Struct("<I")
_AT_ONCE_BYTES: Final = 2**20


class WireError(Exception):
    """What came is no message, or not one that was asked for."""


class WireEndError(WireError):
    """Nothing comes any more; `torn` tells that something had begun to."""

    def __init__(self, *, torn: bool) -> None:
        super().__init__("the pipe ended" + (" in the middle of a message" if torn else ""))


def write(stream: BinaryIO, number: int, record: Any) -> None:
    """Send a record, a dataclass, about job `number`; raises OSError where nobody reads.

    Raises WireError for a record that `read` would not take.
    """
    arrays: list[NDArray[Any]] = []
    header = {"number": number, "record": _packed(record, arrays)}
    header["arrays"] = [[array.dtype.name, array.shape] for array in arrays]
    text = json.dumps(header).encode()
    if len(text) > MAX_HEADER_BYTES or len(arrays) > MAX_ARRAYS:
        raise WireError(f"{type(record).__name__}: expected less, found {len(text):,} bytes")
    stream.write(MAGIC + _LENGTH.pack(len(text)) + text)
    for array in arrays:
        # As bytes without a copy: a network's weights may be hundreds of megabytes.
        stream.write(array.reshape(-1).view(np.uint8).data)
    stream.flush()


def read(stream: BinaryIO, kinds: Sequence[type[Any]]) -> tuple[int, Any]:
    """Wait for the next message; returns the job's number and a record of one of `kinds`.

    Raises WireError, and nothing else, for whatever is no such message, and WireEndError, a kind
    of it, at the end. Memory is taken as bytes come, not as they are announced.
    """
    magic = stream.read(len(MAGIC))
    if len(magic) < len(MAGIC) and MAGIC.startswith(magic):
        raise WireEndError(torn=bool(magic))
    if magic != MAGIC:
        raise WireError(f"expected {MAGIC!r}, found {magic!r}")
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > MAX_HEADER_BYTES:
        raise WireError(f"header: expected at most {MAX_HEADER_BYTES:,} bytes, found {length:,}")
    header = _object(_exactly(stream, length))
    number = header.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**63:
        raise WireError("number: expected a whole number from 0")
    arrays = [
        np.frombuffer(_exactly(stream, size), dtype).reshape(shape)
        for dtype, shape, size in _announced(header.get("arrays"))
    ]
    return number, _unpacked_as_one_of(kinds, header.get("record"), arrays)


def _exactly(stream: BinaryIO, count: int) -> bytearray:
    found = bytearray()
    while len(found) < count:
        # A false length asks for a piece at a time, and ends with the first that does not come.
        piece = stream.read(min(count - len(found), _AT_ONCE_BYTES))
        if not piece:
            raise WireEndError(torn=True)
        found += piece
    return found


def _object(text: bytearray) -> dict[str, Any]:
    try:
        header = json.loads(text.decode())
    except (ValueError, RecursionError) as error:
        raise WireError(f"header: expected JSON: {error}") from error
    if not isinstance(header, dict):
        raise WireError("header: expected an object")
    return header


def _announced(arrays: object) -> Iterator[tuple[str, tuple[int, ...], int]]:
    """Check what is said of the arrays, all of it before the first is read."""
    if not isinstance(arrays, list) or len(arrays) > MAX_ARRAYS:
        raise WireError(f"arrays: expected a list of at most {MAX_ARRAYS:,}")
    checked = [_array_announced(each) for each in arrays]
    total = sum(size for _, _, size in checked)
    if total > MAX_ARRAY_BYTES:
        raise WireError(f"arrays: expected at most {MAX_ARRAY_BYTES:,} bytes, found {total:,}")
    return iter(checked)


def _array_announced(array: object) -> tuple[str, tuple[int, ...], int]:
    match array:
        case [str(dtype), list(shape)] if (
            dtype in _DTYPES
            and len(shape) <= _MAX_DIMENSIONS
            and all(type(side) is int and side >= 0 for side in shape)
            # NumPy multiplies the sides of an empty array as well.
            and math.prod(max(side, 1) for side in shape) <= MAX_ARRAY_BYTES
        ):
            return dtype, tuple(shape), np.dtype(dtype).itemsize * math.prod(shape)
    raise WireError(f"arrays: expected a dtype among {', '.join(sorted(_DTYPES))}, and a shape")


def _packed(value: Any, arrays: list[NDArray[Any]]) -> Any:
    """Return what JSON can hold of a value; its arrays go to the list, in order."""
    if is_dataclass(value):
        parts = {part.name: _packed(getattr(value, part.name), arrays) for part in fields(value)}
        return {"is": type(value).__name__, "fields": parts}
    if isinstance(value, np.ndarray):
        if value.dtype.name not in _DTYPES:
            raise WireError(f"expected a dtype among {', '.join(sorted(_DTYPES))}")
        # Not ascontiguousarray: that makes an array of one number out of a number.
        arrays.append(np.asarray(value, order="C"))
        return {"array": len(arrays) - 1}
    if isinstance(value, Mapping):
        return {str(key): _packed(each, arrays) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_packed(each, arrays) for each in value]
    if isinstance(value, Path):
        # The worker need not stand in the same folder.
        return str(value.absolute())
    if isinstance(value, str | bool | int | float | NoneType):
        return value
    raise WireError(f"expected numbers, texts and arrays, found {type(value).__name__}")


def _unpacked(annotation: Any, value: Any, arrays: list[NDArray[Any]]) -> Any:
    """Return the value as its annotation has it; raises WireError where it is none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _unpacked_union(arguments, value, arrays)
    if origin is Literal:
        return _checked(value in arguments, annotation, value)
    if origin is np.ndarray:
        return _array(annotation, value, arrays)
    if origin is tuple:
        _checked(isinstance(value, list), annotation, value)
        # All tuples here are of one kind of values, and as long as they like.
        return tuple(_unpacked(arguments[0], each, arrays) for each in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        _checked(isinstance(value, dict), annotation, value)
        return {key: _unpacked(arguments[1], each, arrays) for key, each in value.items()}
    if is_dataclass(annotation):
        return _unpacked_as_one_of((annotation,), value, arrays)
    if annotation is Path:
        return Path(_checked(isinstance(value, str) and "\0" not in value, annotation, value))
    return _checked(_is_plain(annotation, value), annotation, value)


def _unpacked_union(options: Sequence[Any], value: Any, arrays: list[NDArray[Any]]) -> Any:
    if value is None and NoneType in options:
        return None
    if isinstance(value, dict) and "is" in value:
        return _unpacked_as_one_of([kind for kind in options if is_dataclass(kind)], value, arrays)
    # A union is of dataclasses, or of one other thing and None.
    others = [option for option in options if option is not NoneType and not is_dataclass(option)]
    _checked(len(others) == 1, options, value)
    return _unpacked(others[0], value, arrays)


def _unpacked_as_one_of(kinds: Sequence[Any], value: Any, arrays: list[NDArray[Any]]) -> Any:
    match value:
        case {"is": str(name), "fields": dict(found)} if len(value) == 2:
            known = {kind.__name__: kind for kind in kinds}
        case _:
            raise WireError("record: expected what it is, and its fields")
    if name not in known:
        raise WireError(f"record: expected one of {', '.join(known)}")
    expected = _annotations(known[name])
    # Both sides run the same code: a field too many or too few is damage, not another version.
    if found.keys() != expected.keys():
        raise WireError(f"{name}: expected the fields {', '.join(expected)}")
    values = {field: _unpacked(expected[field], found[field], arrays) for field in expected}
    try:
        return known[name](**values)
    except UsageError as error:  # a record that checks itself, as TrainingConfig does
        raise WireError(f"{name}: {error}") from error


@cache
def _annotations(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _array(annotation: Any, value: Any, arrays: list[NDArray[Any]]) -> NDArray[Any]:
    index = value.get("array") if isinstance(value, dict) else None
    if type(index) is not int or not 0 <= index < len(arrays):
        raise WireError("array: expected the number of one")
    (scalar,) = get_args(get_args(annotation)[1])
    array = arrays[index]
    if array.dtype != np.dtype(scalar):
        raise WireError(f"array: expected {np.dtype(scalar)}, found {array.dtype}")
    return array


def _is_plain(annotation: Any, value: Any) -> bool:
    if annotation is Any:
        # A weights file's settings: what JSON holds, lists of it included.
        return not isinstance(value, dict)
    if isinstance(value, int) and not abs(value) < 2**63:
        return False
    return type(value) is annotation or (annotation is float and type(value) is int)


def _checked(holds: bool, annotation: Any, value: Any) -> Any:
    if not holds:
        raise WireError(f"expected {annotation}, found a {type(value).__name__}")
    return value
