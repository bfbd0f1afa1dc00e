"""Pictures of every form and mode as grey levels."""

import importlib
import struct
import zlib
from contextlib import suppress
from typing import Final

import numpy as np
from PIL import Image, ImageOps

from mnist_pad.ink.placement import to_grey
from mnist_pad.ink.raster import Grey

DECODER_ERRORS: Final = (
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
"""What Pillow's decoders raise over a broken file, besides OSError."""

# Kinds of picture read from their pixels alone; others would run programs or fetch fonts. Not
# every Pillow reads AVIF, and HEIF takes a plug-in.
_FORMS: Final = ("BMP", "GIF", "ICO", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")
_FORMS_OF_SOME: Final = ("AVIF", "HEIF")
_HEIF_PLUG_IN: Final = "pillow_heif"

# Forms in which several pictures are a film, and not pages.
_FILMS: Final = ("AVIF", "GIF", "PNG", "WEBP")

# The whites that pictures with more than 8 bits are seen to have.
_WHITES: Final = (1.0, 255.0, 65535.0)

# A picture of which so much is nearly transparent is ink without paper; from this level up, out
# of 255, it would not be seen on white.
_GLASS_PART: Final = 0.5
_GLASS_OPACITY: Final = 32
_LIGHT_INK: Final = 180


def forms() -> tuple[str, ...]:
    """Return the forms of picture that can be read here, as Pillow names them."""
    # Pillow knows its rarer formats only once it has been told to look for them.
    Image.init()
    with suppress(ImportError):
        importlib.import_module(_HEIF_PLUG_IN).register_heif_opener()
    return _FORMS + tuple(form for form in _FORMS_OF_SOME if form in Image.OPEN)


def is_film(image: Image.Image) -> bool:
    """Tell whether a picture that was opened is the first of several that move."""
    return image.format in _FILMS and bool(getattr(image, "is_animated", False))


def grey_levels(image: Image.Image) -> Grey:
    """Return a picture as uint8, (h, w), 0 (black) to 255 (white), as its camera was held (EXIF).

    What is transparent is white paper, or black where light ink lies on nothing else.
    """
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith(("I", "F")):
        values = np.nan_to_num(np.asarray(image, dtype=np.float64))
        white = next((white for white in _WHITES if values.max() <= white), values.max())
        return to_grey(values / white)
    if image.mode == "LAB":
        image = image.getchannel("L")
    elif image.has_transparency_data:
        image = _on_ground(image.convert("RGBA"))
    return np.array(image.convert("L"))


def _on_ground(image: Image.Image) -> Image.Image:
    opacity = np.asarray(image.getchannel("A"))
    glass = np.mean(opacity < _GLASS_OPACITY) > _GLASS_PART
    light = np.asarray(image.convert("L"))
    seen = bool(opacity.any()) and np.average(light, weights=opacity) <= _LIGHT_INK
    ground = "white" if seen or not glass else "black"
    return Image.alpha_composite(Image.new("RGBA", image.size, ground), image)
