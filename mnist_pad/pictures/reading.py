"""Pictures of digits: read from files, and brought to the same form as ink."""

import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase, why
from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Box, Found
from mnist_pad.ink.placement import to_grey
from mnist_pad.ink.raster import Grey, Stages
from mnist_pad.pictures.components import Pieces, pieces
from mnist_pad.pictures.decoding import DECODER_ERRORS, forms, grey_levels, is_film
from mnist_pad.pictures.fitting import as_it_is, fit, reduced
from mnist_pad.pictures.ink import coverage, find_ink
from mnist_pad.pictures.marks import marks
from mnist_pad.pictures.paper import Contrast, contrast
from mnist_pad.pictures.rim import inside_rim
from mnist_pad.pictures.rows import in_rows
from mnist_pad.pictures.touching import parted

MAX_PIXELS: Final = 64_000_000

# A pad has no use for more pixels than a screen has, nor a small preview for more than this.
_SHOWN_SIDE_PX: Final = 1600
_COVERAGE_SIDE_PX: Final = 256

# Fewer show no digit.
_FEWEST_PIXELS: Final = 64

_Floats = NDArray[np.float64]


class PictureError(UsageError):
    """A picture cannot be used; the message names it, what was expected and what was found."""


@dataclass(frozen=True, eq=False)
class PictureInk:
    """What is written in a picture.

    `coverage`, uint8 (h, w), is the ink in the whole picture, 0 (paper) to 255, with a longer side
    of at most 256; None where none was found. `found` are the marks it makes, row by row from the
    top and from left to right in each; their boxes are in the picture's own pixels.
    """

    coverage: Grey | None
    found: tuple[Found, ...] = ()


def read_picture(path: str | Path) -> Grey:
    """Read a picture file as uint8, (h, w), 0 (black) to 255 (white).

    It is turned as its camera was held (EXIF); what is transparent is white paper, or black under
    light ink; of several pages the first is taken. Raises PictureError for whatever is no picture,
    is broken, is a film, or has more than 64 megapixels.
    """
    known = forms()
    with warnings.catch_warnings():
        # Pillow warns of sizes, checked here, and of oddities that do not hinder reading.
        warnings.simplefilter("ignore")
        try:
            # Given a name, Pillow maps a TIFF into memory and mixes up the sides of a turned one.
            with open(path, "rb") as file, Image.open(file, formats=known) as image:
                _check(path, image)
                return grey_levels(image)
        except UnidentifiedImageError as error:
            words = phrase(
                "Errors", "{path}: expected a picture ({known}), found another kind of file"
            )
            raise PictureError(words.given(path=path, known=", ".join(known))) from error
        except OSError as error:
            words = phrase("Errors", "{path}: expected a picture, found: {why}")
            raise PictureError(words.given(path=path, why=why(error, small=True))) from error
        except Image.DecompressionBombError as error:
            # Pillow itself refuses the largest before their size can be looked at.
            words = phrase(
                "Errors", "{path}: expected a picture of at most {most:,} pixels, found far more"
            )
            raise PictureError(words.given(path=path, most=MAX_PIXELS)) from error
        except DECODER_ERRORS as error:
            words = phrase("Errors", "{path}: expected a picture, found a broken one")
            raise PictureError(words.given(path=path)) from error


def picture_of(grey: Grey) -> Picture:
    """Find the ink in a picture, uint8 (h, w), and bring all of it down for the pad.

    Some tenths of a second for a photograph. `rasterize_picture` says what is found.
    """
    # Its copy: thumbnail works in place.
    shown = Image.fromarray(grey)
    shown.thumbnail((_SHOWN_SIDE_PX, _SHOWN_SIDE_PX))
    ink = find_digits(grey)
    pixels = np.asarray(shown)
    scale = pixels.shape[1] / grey.shape[1]
    found = (replace(each, box=_scaled(each.box, scale)) for each in ink.found)
    return Picture(pixels, ink.coverage, tuple(found))


def rasterize_picture(grey: Grey) -> Stages | None:
    """Find the digit in a picture and bring it to the form of MNIST's; None if there is none.

    `grey` is uint8, (h, w): dark on light or light on dark, evenly lit or not. Strokes much thinner
    or fatter than MNIST's are redrawn with its pen along their centre lines. A picture that has
    MNIST's form already comes out as it is.
    """
    return _only_digit(find_digits(grey))


def find_digits(grey: Grey) -> PictureInk:
    """Find what is written in a picture, uint8 (h, w), and bring each digit down by itself."""
    ready = as_it_is(grey)
    if ready is not None:
        (box,) = _boxes(pieces((ready.image > 0).astype(np.intp)).boxes, grey.shape, grey.shape)
        return PictureInk(ready.image, (Found(box, ready),))
    inside = inside_rim(grey)
    inner = np.ascontiguousarray(grey[inside])
    if inner.size < _FEWEST_PIXELS:
        return PictureInk(None)
    seen = contrast(inner)
    found, touching = parted(marks(find_ink(seen)))
    covered, stages = _brought_down(found, seen)
    if not stages:
        return PictureInk(None)
    rows, columns = inside
    boxes = _boxes(found.boxes, covered.shape, inner.shape, (columns.start, rows.start))
    digits = tuple(
        Found(boxes[number], stages[number], row, bool(touching[number]))
        for row, line in enumerate(in_rows(found.boxes))
        for number in line
    )
    return PictureInk(_shown(covered, inside, grey.shape), digits)


def _only_digit(ink: PictureInk) -> Stages | None:
    return ink.found[0].stages if len(ink.found) == 1 else None


def _scaled(box: Box, scale: float) -> Box:
    x, y, width, height = box
    return x * scale, y * scale, width * scale, height * scale


def _brought_down(found: Pieces, seen: Contrast) -> tuple[_Floats, list[Stages | None]]:
    """Return the ink of all marks, (h, w), and the stages of each."""
    covered, stages = np.zeros(seen.strength.shape), []
    for number in range(len(found.areas)):
        around = found.around(number, seen.blur_px)
        own = found.labels[around] == number + 1
        digit = coverage(seen.strength[around], own, seen.blur_px)
        covered[around] = np.maximum(covered[around], digit)
        stages.append(fit(digit))
    return covered, stages


def _boxes(
    boxes: NDArray[np.intp],
    size: tuple[int, ...],
    own_size: tuple[int, ...],
    place: tuple[int, int] = (0, 0),
) -> list[Box]:
    """Return boxes (rows and columns) at one size, (h, w), as they are at its own, and moved."""
    down, across = (own / new for own, new in zip(own_size, size, strict=True))
    top, left, bottom, right = (boxes * (down, across, down, across)).T
    x, y = left + place[0], top + place[1]
    return [
        (float(box[0]), float(box[1]), float(box[2]), float(box[3]))
        for box in np.stack([x, y, right - left, bottom - top], axis=1)
    ]


def _shown(covered: _Floats, inside: tuple[slice, slice], size: tuple[int, ...]) -> Grey:
    """Return the ink of a whole picture of that size, (h, w), of which it was found inside."""
    margins = []
    for part, length, found in zip(inside, size, covered.shape, strict=True):
        scale = found / (part.stop - part.start)
        margins.append((round(part.start * scale), round((length - part.stop) * scale)))
    whole = np.pad(covered, margins)
    return to_grey(reduced(whole, min(1.0, _COVERAGE_SIDE_PX / max(whole.shape))))


def _check(path: str | Path, image: Image.Image) -> None:
    width, height = image.size
    if not 0 < width * height <= MAX_PIXELS:
        words = phrase(
            "Errors",
            "{path}: expected a picture of 1 to {most:,} pixels, found {width} x {height}",
        )
        raise PictureError(words.given(path=path, most=MAX_PIXELS, width=width, height=height))
    if is_film(image):
        words = phrase("Errors", "{path}: expected a picture, found a film")
        raise PictureError(words.given(path=path))
