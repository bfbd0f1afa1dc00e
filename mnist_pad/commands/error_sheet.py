"""Sheets of misread drawings: pictures in rows, each with what it is and what it was read as."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin, features

from mnist_pad.base import wording
from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import check_writable, write_atomically
from mnist_pad.base.phrases import phrase, why

MAX_DRAWINGS: Final = 500
"""More than these are not looked at one by one."""

COLUMNS: Final = 10
ROWS: Final = 10

# All names that a sheet may ever have: by these, an earlier evaluation's are found.
_NAMES: Final = (
    "errors.png",
    *(f"errors-{page}.png" for page in range(1, MAX_DRAWINGS // (COLUMNS * ROWS) + 1)),
)
_MARK: Final = "mnist-pad evaluate --errors"
# The mark follows the header of a PNG at once.
_MARK_WITHIN_BYTES: Final = 1_024

_SCALE: Final = 3
_PICTURE_PX: Final = 28 * _SCALE
_CELL_WIDTH_PX: Final = 112
_CELL_HEIGHT_PX: Final = 156  # the room between rows included
_MARGIN_PX: Final = 14
_LINE_PX: Final = 17
_CAPTION_GAP_PX: Final = 5

_DESK: Final = 228
_INK: Final = 0
_FAINT: Final = 96

_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True, eq=False)
class Misreading:
    """A drawing that was read wrong.

    `image` is its picture, uint8, shape (28, 28), 0 (paper) to 255 (ink). `answer` is the digit it
    was read as, with `probability` in [0, 1]; None where no picture could be made of the drawing.
    `name` tells which drawing it is.
    """

    image: NDArray[np.uint8]
    label: int
    answer: int | None
    probability: float
    name: str


def prepare(directory: Path) -> None:
    """Make the folder the sheets go to, if need be.

    Raises UsageError where it cannot be written, and where a sheet would replace a file that is
    not one.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for path in (directory / name for name in _NAMES):
            if not _is_free(path):
                words = phrase(
                    "Errors",
                    "{path}: expected nothing, or a sheet of an earlier evaluation, found "
                    "something else",
                )
                raise UsageError(words.given(path=path))
        check_writable(directory / _NAMES[0])
    except OSError as error:
        raise _unwritable(directory, error) from error


def write(directory: Path, misreadings: Sequence[Misreading]) -> list[Path]:
    """Write the first MAX_DRAWINGS, in their order, to a folder that was prepared.

    Sheets of an earlier call are removed. Returns the sheets: `errors.png`, or `errors-1.png` and
    on where one does not hold them all; none where there is nothing to show.

    Raises UsageError where they cannot be written.
    """
    shown = misreadings[:MAX_DRAWINGS]
    size = COLUMNS * ROWS
    pages = [shown[start : start + size] for start in range(0, len(shown), size)]
    names = _NAMES[1 : len(pages) + 1] if len(pages) > 1 else _NAMES[: len(pages)]
    paths = [directory / name for name in names]
    try:
        for name in _NAMES:
            (directory / name).unlink(missing_ok=True)
        for path, page in zip(paths, pages, strict=True):
            _save(draw(page), path)
    except OSError as error:
        raise _unwritable(directory, error) from error
    return paths


def draw(misreadings: Sequence[Misreading]) -> Image.Image:
    """Return one sheet, in shades of grey, of at least one drawing: ten a row."""
    columns = min(COLUMNS, len(misreadings))
    rows = -(-len(misreadings) // COLUMNS)
    size = (columns * _CELL_WIDTH_PX, _MARGIN_PX + rows * _CELL_HEIGHT_PX)
    sheet = Image.new("L", size, _DESK)
    canvas = ImageDraw.Draw(sheet)
    for index, misreading in enumerate(misreadings):
        row, column = divmod(index, COLUMNS)
        left = column * _CELL_WIDTH_PX + (_CELL_WIDTH_PX - _PICTURE_PX) // 2
        top = _MARGIN_PX + row * _CELL_HEIGHT_PX
        sheet.paste(_picture(misreading.image), (left, top))
        _caption(canvas, misreading, (left, top + _PICTURE_PX + _CAPTION_GAP_PX))
    return sheet


def _picture(image: NDArray[np.uint8]) -> Image.Image:
    """Return dark ink on light paper, every pixel a square."""
    return Image.fromarray(np.kron(255 - image, np.ones((_SCALE, _SCALE), np.uint8)))


def _caption(canvas: ImageDraw.ImageDraw, misreading: Misreading, place: tuple[int, int]) -> None:
    left, top = place
    font, small = _font(14), _font(12)
    # Pillow's own font has no arrow.
    answer = "no digit" if misreading.answer is None else f"read {misreading.answer}"
    canvas.text((left, top), f"is {misreading.label}, {answer}", _INK, font)
    if misreading.answer is not None:
        probability = wording.percent(misreading.probability)
        canvas.text((left, top + _LINE_PX), probability, _INK, font)
    name = _fitted(misreading.name, small)
    canvas.text((left, top + 2 * _LINE_PX), name, _FAINT, small)


def _font(size_px: int) -> _Font:
    # A Pillow built without FreeType refuses any size; it has a bitmap font of one.
    return ImageFont.load_default(size_px if features.check_module("freetype2") else None)


def _fitted(name: str, font: _Font) -> str:
    """Return a name as the font can show it, its middle left out where it is too long."""
    longest = _CELL_WIDTH_PX
    shorter = (f"{name[:kept]}..{name[-kept:]}" for kept in range(longest // 8, 0, -1))
    candidates = (name, *shorter) if len(name) <= longest else tuple(shorter)
    for candidate in candidates:
        # Pillow's own font has little beyond ASCII.
        shown = "".join(sign if " " <= sign <= "~" else "?" for sign in candidate)
        if font.getlength(shown) <= _PICTURE_PX + 10:
            break
    return shown


def _save(sheet: Image.Image, path: Path) -> None:
    # By this mark, the next evaluation knows the file for a sheet that it may replace.
    mark = PngImagePlugin.PngInfo()
    mark.add_text("Software", _MARK)

    def save(file: BinaryIO) -> None:
        sheet.save(file, "PNG", pnginfo=mark)

    write_atomically(path, save)


def _is_free(path: Path) -> bool:
    """Tell whether nothing is there, or a sheet that may be replaced."""
    if not path.exists():
        return True
    if not path.is_file():  # a named pipe would block whoever opens it
        return False
    with open(path, "rb") as file:
        return _MARK.encode() in file.read(_MARK_WITHIN_BYTES)


def _unwritable(directory: Path, error: OSError) -> UsageError:
    found = phrase("Errors", "a file") if isinstance(error, FileExistsError) else why(error)
    words = phrase("Errors", "{path}: expected a folder that can be written, found: {why}")
    return UsageError(words.given(path=directory, why=found))
