"""A digit found in a picture, brought into the box and the field."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.placement import BOX_PX, FIELD_PX, resample, shift_to_middle, to_grey
from mnist_pad.ink.raster import Grey, Stages, draw_digit
from mnist_pad.pictures.centreline import centre_lines, stroke_width
from mnist_pad.pictures.rim import rim

# Strokes as wide as those of 98 in 100 of MNIST's digits, measured as here and in pixels of its
# 28x28, stay as they are. So do thinner ones of digits narrower than this part of their height:
# a wider pen would fill their loops.
_STROKES_PX: Final = (1.6, 5.2)
_THINNEST_IF_NARROW_PX: Final = 1.0
_NARROW: Final = 0.55

# MNIST's digits were moved by whole pixels: their centres of mass are that far off the middle.
_MNIST_PLACE_PX: Final = 0.53

# Between fat strokes that all but touch, paper is grey: above this level they stay apart.
_FAT_LEVEL: Final = 0.8

_NARROWEST_OUTLINED_PX: Final = 4.0

_Floats = NDArray[np.float64]


def as_it_is(grey: Grey) -> Stages | None:
    """Return the stages of a 28x28 picture that is placed and sized as MNIST's, else None."""
    if grey.shape != (FIELD_PX, FIELD_PX):
        return None
    image = grey if np.median(rim(grey)) < 128 else 255 - grey
    rows, columns = np.nonzero(image)
    if not len(rows) or max(np.ptp(rows), np.ptp(columns)) + 1 != BOX_PX:
        return None
    if max(np.abs(shift_to_middle(image / 255.0))) > _MNIST_PLACE_PX:
        return None
    crop = _cropped(image / 255.0, image > 0)
    height, width = crop.shape
    margin = (BOX_PX - width) // 2, (BOX_PX - height) // 2
    box = to_grey(resample(crop, scale=1.0, shift=margin, size=(BOX_PX, BOX_PX)))
    return Stages(box, image)


def fit(coverage: _Floats) -> Stages | None:
    """Bring a digit into the box and the field; None for a blot.

    `coverage`, (h, w), is the part of each pixel that is ink, somewhere above one half.
    """
    crop = _cropped(coverage, coverage > 0.5)
    thinnest, fattest = _STROKES_PX
    if crop.shape[1] < _NARROW * crop.shape[0]:
        thinnest = _THINNEST_IF_NARROW_PX
    for level in (0.5, _FAT_LEVEL):
        outlined = _outlined(crop, level)
        stroke_px = stroke_width(outlined) / max(outlined.shape) * BOX_PX
        if stroke_px <= fattest:
            break
    if thinnest <= stroke_px <= fattest:
        return _averaged(crop)
    path = centre_lines(outlined)
    # A blot has one point for a centre line, or none.
    return draw_digit(path) if len(path) > 1 else None


def reduced(coverage: _Floats, scale: float) -> _Floats:
    """Return a picture, (h, w), at a part of its size, each pixel the mean of what it covers."""
    height, width = (max(1, round(side * scale)) for side in coverage.shape)
    return resample(coverage, scale=scale, shift=(0.0, 0.0), size=(height, width))


def _averaged(crop: _Floats) -> Stages:
    height, width = crop.shape
    scale = BOX_PX / max(crop.shape)
    x, y = (BOX_PX - width * scale) / 2, (BOX_PX - height * scale) / 2
    box = resample(crop, scale=scale, shift=(x, y), size=(BOX_PX, BOX_PX))
    right, down = shift_to_middle(box)
    image = resample(crop, scale=scale, shift=(x + right, y + down), size=(FIELD_PX, FIELD_PX))
    return Stages(to_grey(box), to_grey(image))


def _cropped(coverage: _Floats, ink: NDArray[np.bool_]) -> _Floats:
    rows, columns = np.nonzero(ink)
    return coverage[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def _outlined(crop: _Floats, level: float) -> NDArray[np.bool_]:
    """Return the digit black and white, as coarse as its strokes bear: that smooths outlines."""
    while True:
        halved = reduced(crop, 0.5)
        if stroke_width(halved > level) < _NARROWEST_OUTLINED_PX:
            return crop > level
        crop = halved
