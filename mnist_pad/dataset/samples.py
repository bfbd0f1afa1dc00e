"""One labelled drawing, and the line of JSON that holds it."""

import json
import re
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, NoReturn

import numpy as np

from mnist_pad.base.phrases import Words, phrase, unexpected
from mnist_pad.dataset.digits import DataError
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.strokes import Ink, Widths

MAX_LINE_BYTES: Final = 4 * 2**20
MAX_COORDINATE_PX: Final = 1e6

_A_DRAWING: Final = phrase("Errors", "a drawing")
_KEYS: Final = ("id", "label", "pad", "pen", "strokes")

_IMAGE_SHAPE: Final = (28, 28)

# A drawing named on the pad, or a removal, as `encode` writes it; all that fits, `decode` reads.
# A text can be matched in one way alone, so none takes long to refuse.
_NUMBER: Final = r"[1-9]\d{0,5}\.\d+"
_POINT: Final = rf"{_NUMBER}, {_NUMBER}"
_STROKE: Final = rf"\[\[{_POINT}(?:\], \[{_POINT})*\]\]"
_LENGTH: Final = r"[1-9]\d{0,5}(?:\.\d+)?"
_WIDTHS: Final = rf"(?:null|\[{_NUMBER}(?:, {_NUMBER})*\])"
_GREY: Final = r"(?:0|[1-9]\d{0,2})"
_ID: Final = r'"([0-9a-f]{32})"'
_NUMBER_TEXT: Final = re.compile(r"[0-9]+(?:\n[0-9]+)*")
_PLAIN: Final = re.compile(
    rf'\{{"id": {_ID}, "label": (?:\d|null), "pad": \[{_LENGTH}, {_LENGTH}\], '
    rf'"pen": {_LENGTH}, "strokes": \[(?:{_STROKE}(?:, (?=\[)|(?=\])))*\]'
    rf'(?:, "widths": \[{_WIDTHS}(?:, {_WIDTHS})*\])?'
    rf'(?:, "image": \[{_GREY}(?:, {_GREY})*\])?'
    rf'(?:, "time": "[-+:\dT]*")?(, "removed": true)?(?:, "replaces": {_ID})?\}}\n'.encode()
)


@dataclass(frozen=True, eq=False)
class Sample:
    """A drawing with its name, or a digit of a picture with its.

    `label` is the digit it shows, 0 to 9, or None where nobody said. `extra` holds whatever else
    its line says, as parsed from JSON; it is written again. `image`, uint8 (28, 28), is what the
    network gets of a picture's digit, which has no strokes; None for a drawing.
    """

    id: str | int
    label: int | None
    ink: Ink
    extra: Mapping[str, Any] = field(default_factory=dict)
    image: Grey | None = None

    @property
    def number(self) -> str | None:
        """What a drawing of several digits shows, a newline between rows; None where none says."""
        number = self.extra.get("number")
        return number if isinstance(number, str) and is_number(number) else None


class Effect(NamedTuple):
    """What a line does to a file's drawings.

    `removes` is whether it takes all with its id away instead of being one; `replaces` is the id
    of those that it takes the place of, if any.
    """

    id: str | int
    removes: bool
    replaces: str | int | None


def is_number(text: str) -> bool:
    """Tell whether a text is a number as drawings have it: digits, and newlines between rows."""
    return _NUMBER_TEXT.fullmatch(text) is not None


def effect(sample: Sample) -> Effect:
    """Return what a drawing's line does."""
    replaces: Any = sample.extra.get("replaces")
    known = replaces if type(replaces) in (str, int) else None
    return Effect(sample.id, sample.extra.get("removed") is True, known)


def decode_effect(line: bytes) -> Effect:
    """Parse a line for what it does alone, as `effect(decode(line))` would, mostly far faster."""
    plain = _PLAIN.fullmatch(line) if len(line) <= MAX_LINE_BYTES else None
    if plain is None:
        return effect(decode(line))
    name, removed, replaced = plain.groups()
    return Effect(name.decode(), removed is not None, replaced.decode() if replaced else None)


def encode(sample: Sample) -> bytes:
    """Return the line that `decode` reads, newline included; raises DataError if it would not."""
    ink = sample.ink
    own = {
        "id": sample.id,
        "label": sample.label,
        "pad": list(ink.pad),
        "pen": ink.pen,
        "strokes": [stroke.tolist() for stroke in ink.strokes],
    }
    if ink.widths:
        own["widths"] = [None if each is None else each.tolist() for each in ink.widths]
    if sample.image is not None:
        own["image"] = sample.image.ravel().tolist()
    extra = {key: value for key, value in sample.extra.items() if key not in own}
    line = _dump(own | extra) + b"\n"
    decode(line)  # what is written must be read again
    return line


def decode(line: bytes) -> Sample:
    """Parse a line of JSON; strokes without a point are left out.

    "widths" are the strokes' under pressure, as `Ink` has them; "image", in a line without strokes,
    is 784 grey levels from 0 to 255. What is called so and is no such thing is kept with the rest
    that others wrote.

    Raises DataError, without file name or line number: what was expected and what was found.
    """
    values = _parse(line)
    for key in _KEYS:
        if key not in values:
            expected = phrase("Errors", "the keys {keys}").given(keys=", ".join(_KEYS))
            _refuse(_A_DRAWING, expected, phrase("Errors", "no {name}").given(name=key))
    label = values["label"]
    if label is not None and not (type(label) is int and 0 <= label <= 9):
        expected = phrase("Errors", "a whole number from 0 to 9 or null")
        _refuse("label", expected, reprlib.repr(label))
    if type(values["id"]) not in (str, int):
        expected = phrase("Errors", "a text or a whole number")
        _refuse("id", expected, reprlib.repr(values["id"]))
    ink = _ink(values)
    extra = {key: value for key, value in values.items() if key not in _KEYS}
    if (widths := _widths(values.get("widths"), values["strokes"])) is not None:
        ink = replace(ink, widths=widths)
        del extra["widths"]
    image = None if ink.strokes else _image(values.get("image"))
    if image is not None:
        del extra["image"]
    if extra:
        _dump(extra)  # what would not be written again is refused while its line has a number
    return Sample(values["id"], label, ink, extra, image)


def _ink(values: Mapping[str, Any]) -> Ink:
    pad, pen, strokes = values["pad"], values["pen"], values["strokes"]
    if not (isinstance(pad, list) and len(pad) == 2 and all(map(_is_length, pad))):
        _refuse("pad", phrase("Errors", "[width, height] in pixels"), reprlib.repr(pad))
    if not _is_length(pen):
        _refuse("pen", phrase("Errors", "a width in pixels"), reprlib.repr(pen))
    if not isinstance(strokes, list):
        _refuse("strokes", phrase("Errors", "a list"), reprlib.repr(strokes))
    for stroke in strokes:
        if not isinstance(stroke, list):
            _refuse("strokes", phrase("Errors", "lists of [x, y]"), reprlib.repr(stroke))
        for point in stroke:
            if not (isinstance(point, list) and len(point) == 2 and all(map(_is_near, point))):
                expected = phrase("Errors", "points [x, y] in pixels")
                _refuse("strokes", expected, reprlib.repr(point))
    return Ink.from_points(strokes, pad=(float(pad[0]), float(pad[1])), pen=float(pen))


def _widths(values: Any, strokes: list[list[list[float]]]) -> tuple[Widths | None, ...] | None:
    """Return the widths of the strokes that have a point, None where these are no such thing."""
    if not (isinstance(values, list) and len(values) == len(strokes)):
        return None
    for each, stroke in zip(values, strokes, strict=True):
        fits = isinstance(each, list) and len(each) == len(stroke) and all(map(_is_length, each))
        if not (fits or each is None):
            return None
    kept = [each for each, stroke in zip(values, strokes, strict=True) if stroke]
    if all(each is None for each in kept):
        return None
    return tuple(None if each is None else np.array(each, np.float64) for each in kept)


def _image(values: Any) -> Grey | None:
    if not (isinstance(values, list) and len(values) == np.prod(_IMAGE_SHAPE)):
        return None
    # Exact types: a bool is no number here.
    if not all(type(value) is int and 0 <= value <= 255 for value in values):
        return None
    return np.array(values, np.uint8).reshape(_IMAGE_SHAPE)


def _is_near(value: Any) -> bool:
    # Exact types: a bool is no number here. The bound leaves out NaN and infinity too.
    return type(value) in (int, float) and abs(value) <= MAX_COORDINATE_PX


def _is_length(value: Any) -> bool:
    return _is_near(value) and value > 0


def _parse(line: bytes) -> dict[str, Any]:
    if len(line) > MAX_LINE_BYTES:
        most = phrase("Errors", "at most {most:,} bytes").given(most=MAX_LINE_BYTES)
        _refuse(_A_DRAWING, most, phrase("Errors", "more"))
    try:
        # Some editors begin a file with a byte order mark, which "utf-8-sig" takes away.
        values = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        words = phrase("Errors", "expected JSON in UTF-8, found otherwise: {error}")
        raise DataError(words.given(error=error)) from error
    if not isinstance(values, dict):
        _refuse(_A_DRAWING, phrase("Errors", "a JSON object"), reprlib.repr(values))
    return values


def _dump(values: Mapping[str, Any]) -> bytes:
    try:
        # All beyond ASCII is escaped, lone surrogates too, which UTF-8 cannot hold.
        return json.dumps(values, allow_nan=False).encode("ascii")
    except (TypeError, ValueError, RecursionError) as error:
        words = phrase("Errors", "expected what JSON can hold, found otherwise: {error}")
        raise DataError(words.given(error=error)) from error


def _refuse_constant(name: str) -> NoReturn:
    # Python's parser takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON number")


def _refuse(name: Words, expected: Words, found: Words) -> NoReturn:
    raise DataError(unexpected(name, expected, found))
