"""Paper in a picture, and how much darker all else is, whatever the light."""

from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from mnist_pad.pictures.components import components
from mnist_pad.pictures.rim import rim

# Finer than this, a photo only shows more noise; coarser, an outline has no sub-pixel position.
# A row of many digits may be longer, as long as it has no more pixels.
_LONGER_SIDE_PX: Final = (128, 1024)
_SHORTER_SIDE_PX: Final = 64
_MOST_PX: Final = 1024 * 768

# A Gaussian blur of one pixel takes 7 in 10 parts of white noise; this much noise gets it.
_BLUR_DEVIATION: Final = 16.0
_LARGEST_BLUR_PX: Final = 3.0

# The paper's light is found on a grid whose longer side has so many cells. Dark strokes up to one
# part of the side in ten are ink; what is wider is ink too, up to one part in three, unless it
# reaches the rim and is fainter than ink: that is shade. Wide is one part in 16, for safety.
_CELLS: Final = 128
_WIDEST_PARTS: Final = 3
_NARROW_PARTS: Final = 10
_WIDE_PARTS: Final = 16
_ROUNDS: Final = 3
_DARK: Final = 0.12
_SHADE_TO_INK: Final = 0.85
_DARKEST_INK: Final = 0.995
_SHADE_AT_RIM: Final = 0.22

# Where so much of the rim is within so many grey levels, it is paper.
_EVEN: Final = 16.0
_EVEN_PART: Final = 0.8
_SURROUNDINGS_PARTS: Final = (4, 16)

# In darker paper, noise would be magnified until it looks like ink.
_DARKEST_PAPER: Final = 100.0

_NOISE_SAMPLES: Final = 50_000

_Floats = NDArray[np.float64]
_Mask = NDArray[np.bool_]
_Value = TypeVar("_Value", np.bool_, np.float64)


@dataclass(frozen=True, eq=False)
class Contrast:
    """How far each pixel of a picture is from the paper towards ink.

    `strength`, (h, w), is a part of the paper's light: 0 is paper, 1 is black on white. `noise` is
    the paper's standard deviation, and `blur_px` how far an edge is blurred.
    """

    strength: _Floats
    noise: float
    blur_px: int


def contrast(grey: NDArray[np.uint8]) -> Contrast:
    """Tell how far each pixel of a picture, uint8 (h, w), is from its paper.

    The result has working size: 256 to 1,024 pixels for the longer side of most.
    """
    image, blur_px = _at_working_size(grey)
    image, more_blur_px = _denoised(image)
    strength = _strength(np.asarray(image, dtype=np.float64))
    paper, noise = _paper_level(strength)
    return Contrast(strength - paper, noise, blur_px + more_blur_px)


def _at_working_size(grey: NDArray[np.uint8]) -> tuple[Image.Image, int]:
    """Return the picture at working size, and over how many pixels its edges are blurred."""
    image, sides = Image.fromarray(grey), sorted(grey.shape)
    shortest, longest = _LONGER_SIDE_PX
    longest = max(longest, _MOST_PX // max(sides[0], 1))
    if sides[1] > longest:
        return image.reduce(-(-sides[1] // longest)), 2
    wanted = max(round(shortest / sides[1]), round(_SHORTER_SIDE_PX / sides[0]))
    enlargement = max(1, min(wanted, longest // sides[1]))
    size = (image.width * enlargement, image.height * enlargement)
    return image.resize(size, Image.Resampling.BICUBIC), enlargement + 1


def _denoised(image: Image.Image) -> tuple[Image.Image, int]:
    """Return the picture, blurred the more the noisier it is, and how far the blur reaches."""
    levels = np.asarray(image, dtype=np.int16)
    levels = levels if image.width > image.height else levels.T
    # Half of the differences of normal neighbours are below 0.954 of their deviation.
    deviation = float(np.median(np.abs(np.diff(levels[::4])))) / 0.954
    radius_px = min(deviation / _BLUR_DEVIATION, _LARGEST_BLUR_PX)
    return image.filter(ImageFilter.GaussianBlur(radius_px)), round(2 * radius_px)


def _strength(picture: _Floats) -> _Floats:
    """Return how far each pixel is from the paper towards ink, as a part of the paper's light."""
    if _is_light_on_dark(picture):
        picture = 255.0 - picture
    side = -(-max(picture.shape) // _CELLS)
    coarse = Image.fromarray(picture.astype(np.float32)).reduce(side)
    cells = np.asarray(coarse, dtype=np.float64)
    reach = max(cells.shape) // _NARROW_PARTS // 2
    cells = _without_wide_ink(cells, picture, side)
    # The one lifts what is beside a shadow's edge, the other a slope's lower end.
    paper = np.minimum(_paper(cells, reach), _filled(cells, reach))
    return _against(paper, picture, side)


def _against(paper: _Floats, picture: _Floats, side: int) -> _Floats:
    """Compare a picture with its paper, given in cells of so many pixels."""
    # A step is half a cell off at most: the darker side is taken, so that none looks like ink.
    paper = slide(paper, 1, np.minimum)
    height, width = picture.shape
    fine = Image.fromarray(paper.astype(np.float32)).resize(
        (width, height), Image.Resampling.BILINEAR, box=(0, 0, width / side, height / side)
    )
    light = np.asarray(fine, dtype=np.float64)
    strength: _Floats = (light - picture) / np.maximum(light, _DARKEST_PAPER)
    return strength


def _paper(cells: _Floats, reach: int) -> _Floats:
    """Return the paper's light: cells in which what is dark and narrow is filled.

    Filling (a closing) leaves the edges of shadows, but lifts a slope at its lower end. So the
    light's large shape, a quadratic surface, is fitted and taken away beforehand, in a few rounds.
    """
    terms = _quadratic(*cells.shape)
    paper = _filled(cells, reach)
    for _ in range(_ROUNDS):
        shape = (terms @ np.linalg.lstsq(terms, paper.ravel(), rcond=None)[0]).reshape(cells.shape)
        paper = shape + _filled(cells - shape, reach)
    return paper


def _without_wide_ink(cells: _Floats, picture: _Floats, side: int) -> _Floats:
    """Return the cells, with the paper around in place of ink in wide strokes.

    What is wide and dark is ink, unless for want of light: that reaches the rim, and is fainter.
    """
    paper = _paper(cells, max(cells.shape) // _WIDEST_PARTS // 2)
    dark = (paper - cells) / np.maximum(paper, _DARKEST_PAPER)
    level, noise = _paper_level(dark)
    dark -= level
    reach = max(cells.shape) // _WIDE_PARTS // 2
    wide = slide(dark > max(_DARK, 3 * noise), reach, np.minimum)
    wide = slide(wide, reach, np.maximum)
    if not wide.any():
        return cells
    strength = _against(paper, picture, side)
    areas = components(wide)
    at_rim = np.bincount(rim(areas.labels), minlength=len(areas.areas) + 1)[1:]
    shaded = areas.only(at_rim > _SHADE_AT_RIM * max(cells.shape))
    ink = np.quantile(strength[strength > _DARK], _DARKEST_INK)
    wide &= ~shaded | (dark > _SHADE_TO_INK * ink)
    return _patched(cells, slide(wide, 1, np.maximum))


def _patched(cells: _Floats, hidden: _Mask) -> _Floats:
    """Return the cells with the mean of what is around in place of the hidden ones."""
    seen = np.where(hidden, 0.0, cells)
    known = (~hidden).astype(np.float64)
    reach = 2
    while (known == 0).any() and reach < max(cells.shape):
        counts = window_sum(known, reach)
        around = window_sum(seen, reach) / np.maximum(counts, 1.0)
        patched = (known == 0) & (counts > 0)
        seen, known = np.where(patched, around, seen), np.maximum(known, patched)
        reach *= 2
    return seen


def _is_light_on_dark(picture: _Floats) -> bool:
    """Tell whether ink is lighter than paper: it stands out from a rim that is even.

    Elsewhere it is the minority that stands out from its surroundings: their skewness has its sign.
    Fat strokes stand out from wide surroundings; in narrow ones, no shadow and no glow does.
    """
    outermost = rim(picture)
    level = float(np.median(outermost))
    if np.mean(np.abs(outermost - level) < _EVEN) > _EVEN_PART:
        return bool(np.sum((picture - level) ** 3) > 0)
    image = Image.fromarray(picture.astype(np.uint8))
    side = max(picture.shape)
    around = (image.filter(ImageFilter.BoxBlur(side / parts)) for parts in _SURROUNDINGS_PARTS)
    return sum(_skewness(picture - np.asarray(each)) for each in around) > 0


def _skewness(values: _Floats) -> float:
    squared = values * values
    return float(np.mean(squared * values) / max(float(np.mean(squared)), 1e-9) ** 1.5)


def _quadratic(height: int, width: int) -> _Floats:
    y, x = (axis.ravel() for axis in np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j])
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)


def _filled(cells: _Floats, reach: int) -> _Floats:
    return slide(slide(cells, reach, np.maximum), reach, np.minimum)


def _paper_level(strength: _Floats) -> tuple[float, float]:
    """Return where the paper's strengths lie and their standard deviation, which is noise.

    The densest quarter of the values is paper, also where more than half of a picture is ink.
    """
    values = np.sort(strength.ravel()[:: max(1, strength.size // _NOISE_SAMPLES)])
    quarter, lower = len(values) // 4, len(values) * 6 // 10
    widths = values[quarter:lower] - values[: lower - quarter]
    densest = int(np.argmin(widths))
    # A normal distribution's middle quarter spans 0.637 of its deviation; grey levels are whole.
    return float(values[densest + quarter // 2]), (float(widths[densest]) + 1 / 255) / 0.637


def slide(values: NDArray[_Value], reach: int, extreme: np.ufunc) -> NDArray[_Value]:
    """Take the extreme, np.maximum or np.minimum, of the square around each pixel."""
    for axis in (0, 1):
        margin = [(reach, reach) if padded == axis else (0, 0) for padded in (0, 1)]
        # What the edge repeats lies in the square already; it changes no extreme.
        values = np.moveaxis(np.pad(values, margin, mode="edge"), axis, 0)
        width, wanted = 1, 2 * reach + 1
        # Of windows that overlap, the extreme of both is that of their union.
        while width < wanted:
            step = min(width, wanted - width)
            values = extreme(values[: len(values) - step], values[step:])
            width += step
        values = np.moveaxis(values, 0, axis)
    return values


def window_sum(values: _Floats, reach: int) -> _Floats:
    """Sum the square around each pixel that reaches so far."""
    for axis in (0, 1):
        margin = [(reach + 1, reach) if padded == axis else (0, 0) for padded in (0, 1)]
        sums = np.cumsum(np.moveaxis(np.pad(values, margin), axis, 0), axis=0)
        values = np.moveaxis(sums[2 * reach + 1 :] - sums[: -2 * reach - 1], 0, axis)
    return values
