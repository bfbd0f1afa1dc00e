"""Pictures of digits: read from files, and brought to the same form as ink."""

import struct
import warnings
import zlib
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from mnist_pad.errors import UsageError
from mnist_pad.ink.centreline import centre_lines, stroke_width
from mnist_pad.ink.paper import find_ink
from mnist_pad.ink.placement import (
    BOX_PX,
    FIELD_PX,
    resample,
    shift_to_middle,
    to_grey,
)
from mnist_pad.ink.raster import THUMBNAIL_PX, Grey, Stages, draw_digit

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
    Image.DecompressionBombError,
)

# The whites that pictures with more than 8 bits are seen to have.
_WHITES: Final = (1.0, 255.0, 65535.0)

# Strokes as wide as those of 98 in 100 of MNIST's digits, measured as here and in pixels of its
# 28x28, stay as they are.
_MNIST_STROKES_PX: Final = (1.6, 5.2)

# MNIST's digits were moved by whole pixels: their centres of mass are that far off the middle.
_MNIST_PLACE_PX: Final = 0.53

_NARROWEST_OUTLINED_PX: Final = 4.0


class PictureError(UsageError):
    """A picture cannot be used; the message names it, what was expected and what was found."""


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
            with Image.open(path, formats=_FORMATS) as image:
                _check_size(path, image.size)
                return _grey(ImageOps.exif_transpose(image))
        except UnidentifiedImageError as error:
            raise PictureError(f"{path}: expected a picture, found another kind of file") from error
        except OSError as error:
            found = (error.strerror or str(error)).lower()
            raise PictureError(f"{path}: expected a picture, found: {found}") from error
        except _DECODER_ERRORS as error:
            raise PictureError(f"{path}: expected a picture, found a broken one") from error


def rasterize_picture(grey: Grey) -> Stages | None:
    """Find the digit in a picture and bring it to the form of MNIST's; None if there is none.

    `grey` is uint8, (h, w): dark on light or light on dark, evenly lit or not. Strokes much thinner
    or fatter than MNIST's are redrawn with its pen along their centre lines. A picture that has
    MNIST's form already comes out as it is.
    """
    ready = _in_mnist_form(grey)
    if ready is not None:
        return ready
    coverage = find_ink(grey) if grey.size else None
    if coverage is None:
        return None
    rows, columns = np.nonzero(coverage > 0.5)
    crop = coverage[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    drawn = _fit(crop)
    if drawn is None:
        return None
    box, image = drawn
    return Stages(ink=_thumbnail(coverage), crop=_thumbnail(crop), box=box, image=image)


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


def _in_mnist_form(grey: Grey) -> Stages | None:
    """Return the stages of a 28x28 picture that is placed and sized as MNIST's, else None."""
    if grey.shape != (FIELD_PX, FIELD_PX):
        return None
    rim = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    image = grey if np.median(rim) < 128 else 255 - grey
    rows, columns = np.nonzero(image)
    if not len(rows) or max(np.ptp(rows), np.ptp(columns)) + 1 != BOX_PX:
        return None
    if max(np.abs(shift_to_middle(image / 255.0))) > _MNIST_PLACE_PX:
        return None
    crop = image[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] / 255.0
    height, width = crop.shape
    margin = (BOX_PX - width) // 2, (BOX_PX - height) // 2
    box = to_grey(resample(crop, scale=1.0, shift=margin, size=(BOX_PX, BOX_PX)))
    return Stages(ink=_thumbnail(image / 255.0), crop=_thumbnail(crop), box=box, image=image)


def _fit(crop: NDArray[np.float64]) -> tuple[Grey, Grey] | None:
    """Bring a digit's coverage into the box and the image."""
    height, width = crop.shape
    scale = BOX_PX / max(crop.shape)
    outlined = _outlined(crop)
    stroke_px = stroke_width(outlined) / max(outlined.shape) * BOX_PX
    thinnest, fattest = _MNIST_STROKES_PX
    if not thinnest <= stroke_px <= fattest:
        path = centre_lines(outlined)
        # A blot's centre line is a point.
        return draw_digit(path) if len(path) > 1 else None
    x, y = (BOX_PX - width * scale) / 2, (BOX_PX - height * scale) / 2
    box = resample(crop, scale=scale, shift=(x, y), size=(BOX_PX, BOX_PX))
    right, down = shift_to_middle(box)
    image = resample(crop, scale=scale, shift=(x + right, y + down), size=(FIELD_PX, FIELD_PX))
    return to_grey(box), to_grey(image)


def _outlined(crop: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return the digit black and white, as coarse as its strokes bear: that smooths outlines."""
    while True:
        halved = _reduced(crop, 0.5)
        if stroke_width(halved > 0.5) < _NARROWEST_OUTLINED_PX:
            return crop > 0.5
        crop = halved


def _thumbnail(coverage: NDArray[np.float64]) -> Grey:
    return to_grey(_reduced(coverage, THUMBNAIL_PX / max(coverage.shape)))


def _reduced(coverage: NDArray[np.float64], scale: float) -> NDArray[np.float64]:
    height, width = (max(1, round(side * scale)) for side in coverage.shape)
    return resample(coverage, scale=scale, shift=(0.0, 0.0), size=(height, width))
