"""A picture's digit, brought down with some stages switched off, as far as they apply to it."""

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.placement import BOX_PX, FIELD_PX, area_weights, shift_to_middle, to_grey
from mnist_pad.ink.raster import Grey, Stages
from mnist_pad.ink.switches import Switches

_Floats = NDArray[np.float64]


def part_of(picture: Picture, found: Found) -> tuple[slice, slice] | None:
    """Return the rows and columns of a picture's coverage where a mark is; None without any."""
    coverage = picture.coverage
    if coverage is None:
        return None
    # Where an area was chosen, the ink is that area's.
    left, top, across, _ = picture.area or (0.0, 0.0, picture.shown.shape[1], 0.0)
    scale = coverage.shape[1] / across
    x, y, width, height = found.box
    x, y, width, height = (scale * each for each in (x - left, y - top, width, height))
    rows = slice(max(floor(y), 0), max(ceil(y + height), floor(y) + 1))
    columns = slice(max(floor(x), 0), max(ceil(x + width), floor(x) + 1))
    return rows, columns


def stages_of(picture: Picture, found: Found, switches: Switches) -> Stages | None:
    """Return the stages of a mark; None where there were none.

    Without the crop, or with strokes as wide as they are, the ink that was found is brought down
    as it lies; else the box is the one that was made with every stage done.
    """
    part, stages = part_of(picture, found), found.stages
    if stages is None or switches.same_images:
        return stages
    ink: _Floats = stages.box / 255.0
    if picture.coverage is not None and part is not None:
        if not switches.crop:
            # Neighbours are no part of the digit, wherever it lies.
            alone = np.zeros(picture.coverage.shape)
            alone[part] = picture.coverage[part] / 255.0
            ink = _fitted(alone, aspect=switches.aspect)
        elif not switches.pen_width:
            ink = _fitted(_trimmed(picture.coverage[part] / 255.0), aspect=switches.aspect)
        elif not switches.aspect:
            ink = _fitted(_trimmed(ink), aspect=False)
    if not ink.any():
        return None
    return Stages(to_grey(ink), _field(ink, switches))


def _field(ink: _Floats, switches: Switches) -> Grey:
    margin = (FIELD_PX - BOX_PX) / 2
    right, down = shift_to_middle(ink) if switches.centre_of_mass else (margin, margin)
    edges: _Floats = np.arange(BOX_PX + 1.0)
    rows = area_weights(edges + down, FIELD_PX)
    columns = area_weights(edges + right, FIELD_PX)
    return to_grey(rows @ ink @ columns.T)  # (28, 20) @ (20, 20) @ (20, 28)


def _fitted(ink: _Floats, *, aspect: bool) -> _Floats:
    """Bring ink, (h, w), into the box: as large as fits, or stretched to fill it."""
    sides = np.array(ink.shape, np.float64)
    scales = BOX_PX / (np.full(2, sides.max()) if aspect else sides)
    offsets = (BOX_PX - sides * scales) / 2
    rows, columns = (
        area_weights(np.arange(length + 1) * scale + offset, BOX_PX)
        for length, scale, offset in zip(ink.shape, scales, offsets, strict=True)
    )
    box: _Floats = rows @ ink @ columns.T  # (20, h) @ (h, w) @ (w, 20)
    return box


def _trimmed(ink: _Floats) -> _Floats:
    rows, columns = np.nonzero(ink > 0.5 * ink.max(initial=0.0))
    if not len(rows):
        return ink
    return ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
