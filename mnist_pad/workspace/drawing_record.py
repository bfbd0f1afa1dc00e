"""A drawing with all its steps as a JSON object, and back."""

import base64
import binascii
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import phrase, unexpected
from mnist_pad.base.records import RecordError, read_record
from mnist_pad.ink.drawing import History, Picture, Sheet
from mnist_pad.ink.found import Found
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ink.raster import Stages
from mnist_pad.ink.strokes import Widths

_LARGEST_PICTURE_PX: Final = 1600 * 1600
_LARGEST_COORDINATE_PX: Final = 1e6


@dataclass(frozen=True)
class _Stroke:
    """Points as float64 x, y, x, y, ... in base 64; the widths under pressure likewise."""

    width: float
    points: str
    widths: str | None = None


@dataclass(frozen=True)
class _Pixels:
    """Grey levels, row by row, deflated, in base 64."""

    height: int
    width: int
    deflated: str


@dataclass(frozen=True)
class _Found:
    """A mark: where it lies, and the two stages of its digit."""

    place: tuple[float, float, float, float]
    box: _Pixels | None
    image: _Pixels | None
    row: int = 0
    touching: bool = False


@dataclass(frozen=True)
class _Picture:
    """`found` is missing where an earlier version wrote of the only digit, `box` and `image`.

    Where an `area` was chosen, `whole` is the number of the picture that it is of; it comes
    before, and what is shown is written there.
    """

    shown: _Pixels | None
    coverage: _Pixels | None
    found: tuple[_Found, ...] | None = None
    area: tuple[float, float, float, float] | None = None
    whole: int | None = None
    box: _Pixels | None = None
    image: _Pixels | None = None


@dataclass(frozen=True)
class _Sheet:
    strokes: tuple[int, ...]
    picture: int | None


@dataclass(frozen=True)
class _Drawing:
    """Sheets share strokes and pictures: each is written once, and numbered."""

    strokes: tuple[_Stroke, ...] = ()
    pictures: tuple[_Picture, ...] = ()
    sheets: tuple[_Sheet, ...] = ()
    undone_to: tuple[int, ...] = ()
    sheet: int = 0
    redo: tuple[int, ...] = ()


class DrawingWriter:
    """Writes the same drawing again and again as it grows; only what is new costs time."""

    def __init__(self) -> None:
        # Weak keys: a stroke's text is kept as long as a step holds on to the stroke.
        self._strokes: WeakKeyDictionary[PenStroke, _Stroke] = WeakKeyDictionary()
        self._pictures: WeakKeyDictionary[Picture, _Picture] = WeakKeyDictionary()

    def write(self, history: History) -> dict[str, Any]:
        """Return what `read_drawing` makes the same history of."""
        # Each once, in order: sheets, strokes and pictures compare by identity.
        sheets = list(dict.fromkeys((*history.undone_to, history.sheet, *history.redo)))
        strokes = list(dict.fromkeys(stroke for sheet in sheets for stroke in sheet.strokes))
        pictures = list(dict.fromkeys(_with_wholes(sheets)))
        stroke_number = {stroke: number for number, stroke in enumerate(strokes)}
        picture_number = {picture: number for number, picture in enumerate(pictures)}
        sheet_number = {sheet: number for number, sheet in enumerate(sheets)}
        written = _Drawing(
            strokes=tuple(map(self._stroke, strokes)),
            pictures=tuple(self._picture(picture, picture_number) for picture in pictures),
            sheets=tuple(
                _Sheet(
                    tuple(stroke_number[stroke] for stroke in sheet.strokes),
                    None if sheet.picture is None else picture_number[sheet.picture],
                )
                for sheet in sheets
            ),
            undone_to=tuple(sheet_number[sheet] for sheet in history.undone_to),
            sheet=sheet_number[history.sheet],
            redo=tuple(sheet_number[sheet] for sheet in history.redo),
        )
        return asdict(written)

    def _stroke(self, stroke: PenStroke) -> _Stroke:
        if stroke not in self._strokes:
            # As bytes: shorter than decimals, and as exact.
            widths = None if stroke.widths is None else _floats(stroke.widths)
            self._strokes[stroke] = _Stroke(stroke.width, _floats(stroke.points), widths)
        return self._strokes[stroke]

    def _picture(self, picture: Picture, numbers: Mapping[Picture, int]) -> _Picture:
        whole = picture.whole
        if picture not in self._pictures:
            self._pictures[picture] = _Picture(
                shown=_pixels(picture.shown) if whole is None else None,
                coverage=None if picture.coverage is None else _pixels(picture.coverage),
                found=tuple(map(_found, picture.found)),
                area=picture.area,
            )
        # The number is another one each time.
        number = None if whole is None else numbers[whole]
        return replace(self._pictures[picture], whole=number)


def read_drawing(values: object) -> History:
    """Return the history that `DrawingWriter.write` wrote; raises RecordError."""
    written = read_record(_Drawing, values, name="drawing")
    strokes = [_read_stroke(stroke) for stroke in written.strokes]
    pictures: list[Picture] = []
    for picture in written.pictures:
        pictures.append(_read_picture(picture, pictures))
    sheets = [
        Sheet(
            tuple(_at(strokes, number, "stroke") for number in sheet.strokes),
            None if sheet.picture is None else _at(pictures, sheet.picture, "picture"),
        )
        for sheet in written.sheets
    ]
    return History(
        tuple(_at(sheets, number, "sheet") for number in written.undone_to),
        _at(sheets, written.sheet, "sheet"),
        tuple(_at(sheets, number, "sheet") for number in written.redo),
    )


def _at(entries: Sequence[Any], number: int, name: str) -> Any:
    if not 0 <= number < len(entries):
        raise RecordError(
            phrase("Errors", "{name}: expected a number below {limit}, found {number}").given(
                name=name, limit=len(entries), number=number
            )
        )
    return entries[number]


def _read_stroke(stroke: _Stroke) -> PenStroke:
    data = _decoded(stroke.points)
    # Sixteen bytes a point: x and y, eight each.
    if not data or len(data) % 16 or not 0 < stroke.width <= _LARGEST_COORDINATE_PX:
        raise RecordError(
            phrase("Errors", "stroke: expected a width above 0 and pairs of numbers, found others")
        )
    points = np.frombuffer(data, "<f8").reshape(-1, 2)
    # Asked this way round, NaN is refused too: it compares as false with everything.
    if not (np.abs(points) <= _LARGEST_COORDINATE_PX).all():
        raise RecordError(
            phrase(
                "Errors", "stroke: expected coordinates up to a million, found larger ones or NaN"
            )
        )
    # Little-endian in the file, in the machine's own order here.
    return PenStroke(points.astype(np.float64), stroke.width, _read_widths(stroke, len(points)))


def _read_widths(stroke: _Stroke, count: int) -> Widths | None:
    if stroke.widths is None:
        return None
    data = _decoded(stroke.widths)
    widths = np.frombuffer(data, "<f8") if len(data) == 8 * count else np.zeros(1)
    if not ((widths > 0) & (widths <= _LARGEST_COORDINATE_PX)).all():
        raise RecordError(
            phrase("Errors", "stroke: expected {count:,} widths above 0, found others").given(
                count=count
            )
        )
    return widths.astype(np.float64)


def _floats(values: NDArray[np.float64]) -> str:
    return base64.b64encode(values.astype("<f8").tobytes()).decode()


def _pixels(grey: NDArray[np.uint8]) -> _Pixels:
    height, width = grey.shape
    # The lowest level: a session is written while one draws, and speed counts for more than size.
    deflated = zlib.compress(np.ascontiguousarray(grey).tobytes(), level=1)
    return _Pixels(height, width, base64.b64encode(deflated).decode())


def _found(found: Found) -> _Found:
    stages = found.stages
    return _Found(
        place=found.box,
        box=None if stages is None else _pixels(stages.box),
        image=None if stages is None else _pixels(stages.image),
        row=found.row,
        touching=found.touching,
    )


def _with_wholes(sheets: Iterable[Sheet]) -> Iterator[Picture]:
    """Yield the pictures on sheets, after the whole ones that they are parts of."""
    for picture in (sheet.picture for sheet in sheets):
        if picture is not None:
            yield from (picture,) if picture.whole is None else (picture.whole, picture)


def _read_picture(picture: _Picture, before: Sequence[Picture]) -> Picture:
    coverage = None if picture.coverage is None else _grey(picture.coverage)
    found = picture.found
    if picture.area is not None and picture.whole is not None:
        of: Picture = _at(before, picture.whole, "picture")
        marks = tuple(map(_read_found, found or ()))
        return Picture(of.shown, coverage, marks, picture.area, of)
    if picture.shown is None:
        raise RecordError(phrase("Errors", "picture: expected what is shown, found nothing"))
    shown = _grey(picture.shown)
    if found is None:
        height, width = shown.shape
        whole = (0.0, 0.0, float(width), float(height))
        found = () if coverage is None else (_Found(whole, picture.box, picture.image),)
    return Picture(shown, coverage, tuple(map(_read_found, found)))


def _read_found(found: _Found) -> Found:
    stages = None
    # What a hand has changed may name one of them alone: half a stage is none.
    if found.box is not None and found.image is not None:
        stages = Stages(_grey(found.box, (20, 20)), _grey(found.image, (28, 28)))
    return Found(found.place, stages, found.row, found.touching)


def _grey(pixels: _Pixels, shape: tuple[int, int] | None = None) -> NDArray[np.uint8]:
    found = pixels.height, pixels.width
    count = pixels.height * pixels.width
    allowed = min(found) > 0 and count <= _LARGEST_PICTURE_PX and shape in (None, found)
    if not allowed:
        expected = "1 to 2,560,000 pixels" if shape is None else f"{shape} pixels"
        raise RecordError(unexpected("picture", expected, found))
    try:
        # One byte more than there may be tells that there is too much, and inflates no further.
        data = zlib.decompressobj().decompress(_decoded(pixels.deflated), count + 1)
    except zlib.error as error:
        raise RecordError(
            phrase("Errors", "picture: expected deflated pixels, found {error}").given(error=error)
        ) from error
    if len(data) != count:
        raise RecordError(
            phrase("Errors", "picture: expected {count:,} pixels, found {found:,}").given(
                count=count, found=len(data)
            )
        )
    return np.frombuffer(data, np.uint8).reshape(found)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RecordError(
            phrase("Errors", "drawing: expected base 64, found {error}").given(error=error)
        ) from error
