"""Pictures of digits: read from files, and brought to the same form as ink."""

import struct
import warnings
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from mnist_pad.base.errors import UsageError
from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Box, Found
from mnist_pad.ink.placement import to_grey
from mnist_pad.ink.raster import Grey, Stages
from mnist_pad.pictures.fitting import as_it_is, fit, reduced
from mnist_pad.pictures.paper import find_ink

MAX_PIXELS: Final = 64_000_000

# Kinds of picture read from their pixels alone; others would run programs or fetch fonts.
_FORMATS: Final = ("BMP", "GIF", "ICO", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")

# What Pillow's decoders raise over a broken file, besides OSError.
_DECODER_ERRORS: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# A pad has no use for more pixels than a screen has, nor a small preview for more than this.
_SHOWN_SIDE_PX: Final = 1600
_COVERAGE_SIDE_PX: Final = 256

# The whites that pictures with more than 8 bits are seen to have.
_WHITES: Final = (1.0, 255.0, 65535.0)

# Fewer show no digit.
_FEWEST_PIXELS: Final = 64


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

    It is turned as its camera was held (EXIF); what is transparent is white paper; of several
    pages the first is taken. Raises PictureError for whatever is no picture, is broken, or has
    more than 64 megapixels.
    """
    # Pillow knows its rarer formats only once it has been told to look for them.
    Image.init()
    with warnings.catch_warnings():
        # Pillow warns of sizes, checked here, and of oddities that do not hinder reading.
        warnings.simplefilter("ignore")
        try:
            # Given a name, Pillow maps a TIFF into memory and mixes up the sides of a turned one.
            with open(path, "rb") as file, Image.open(file, formats=_FORMATS) as image:
                _check_size(path, image.size)
                return _grey(ImageOps.exif_transpose(image))
        except UnidentifiedImageError as error:
            raise PictureError(f"{path}: expected a picture, found another kind of file") from error
        except OSError as error:
            found = (error.strerror or str(error)).lower()
            raise PictureError(f"{path}: expected a picture, found: {found}") from error
        except Image.DecompressionBombError as error:
            # Pillow itself refuses the largest before their size can be looked at.
            raise PictureError(
                f"{path}: expected a picture of at most {MAX_PIXELS:,} pixels, found far more"
            ) from error
        except _DECODER_ERRORS as error:
            raise PictureError(f"{path}: expected a picture, found a broken one") from error


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
        return PictureInk(ready.image, (Found(_box(ready.image > 0, grey.shape), ready),))
    coverage = None if grey.size < _FEWEST_PIXELS else find_ink(grey)
    if coverage is None:
        return PictureInk(None)
    small = reduced(coverage, min(1.0, _COVERAGE_SIDE_PX / max(coverage.shape)))
    found = Found(_box(coverage > 0.5, grey.shape), fit(coverage))
    return PictureInk(to_grey(small), (found,))


def _only_digit(ink: PictureInk) -> Stages | None:
    return ink.found[0].stages if len(ink.found) == 1 else None


def _scaled(box: Box, scale: float) -> Box:
    x, y, width, height = box
    return x * scale, y * scale, width * scale, height * scale


def _box(ink: NDArray[np.bool_], shape: tuple[int, ...]) -> Box:
    """Return where the ink lies, in pixels of a picture of another shape, (h, w)."""
    rows, columns = np.nonzero(ink)
    down, across = (size / own for size, own in zip(shape, ink.shape, strict=True))
    left, top = columns.min(), rows.min()
    width, height = columns.max() + 1 - left, rows.max() + 1 - top
    return float(left * across), float(top * down), float(width * across), float(height * down)


def _check_size(path: str | Path, size: tuple[int, int]) -> None:
    width, height = size
    if not 0 < width * height <= MAX_PIXELS:
        raise PictureError(
            f"{path}: expected a picture of 1 to {MAX_PIXELS:,} pixels, found {width} x {height}"
        )


def _grey(image: Image.Image) -> Grey:
    if image.mode.startswith(("I", "F")):
        values = np.nan_to_num(np.asarray(image, dtype=np.float64))
        white = next((white for white in _WHITES if values.max() <= white), values.max())
        return to_grey(values / white)
    if image.mode == "LAB":
        image = image.getchannel("L")
    elif image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return np.array(image.convert("L"))
