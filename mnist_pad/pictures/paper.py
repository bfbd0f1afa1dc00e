"""Ink told from paper in a picture, whatever the light and whichever is the darker."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from mnist_pad.pictures.components import without_specks

# Finer than this, a photo only shows more noise; coarser, an outline has no sub-pixel position.
_LONGER_SIDE_PX: Final = (256, 1024)

# A Gaussian blur of one pixel takes 7 in 10 parts of white noise; this much noise gets it.
_BLUR_DEVIATION: Final = 16.0
_LARGEST_BLUR_PX: Final = 3.0

# The paper's light is found on a grid whose longer side has so many cells. What is dark and
# narrower than one part of the side in three is ink; a wider one is a shadow.
_CELLS: Final = 64
_FILLED_PARTS: Final = 3
_ROUNDS: Final = 3

# In darker paper, noise would be magnified until it looks like ink.
_DARKEST_PAPER: Final = 100.0

# Below this part of the paper's brightness nothing counts as ink, nor within the noise.
_FAINTEST_INK: Final = 0.08
_NOISE_DEVIATIONS: Final = 5.0

_NOISE_SAMPLES: Final = 50_000
_BINS: Final = 128

_Floats = NDArray[np.float64]


def find_ink(grey: NDArray[np.uint8]) -> _Floats | None:
    """Return how much each pixel is covered with ink, 0 to 1; None where there is only paper.

    `grey` is uint8, (h, w). The result is the same picture at a working size: its longer side has
    256 to 1,024 pixels.
    """
    image, blur_px = _at_working_size(grey)
    image, more_blur_px = _denoised(image)
    strength = _strength(np.asarray(image, dtype=np.float64))
    paper, noise = _paper_level(strength)
    strength -= paper
    faintest = max(_FAINTEST_INK, _NOISE_DEVIATIONS * noise)
    candidates = strength[strength > faintest]
    if not len(candidates):
        return None
    threshold = _otsu_threshold(candidates)
    ink = without_specks(strength > threshold)
    if not ink.any():
        return None
    # The rim of the ink lies below the threshold, but belongs to it as far as the blur reaches.
    with_rim = _slide(ink.astype(np.float64), blur_px + more_blur_px, np.max) > 0
    full, nothing = float(np.median(strength[ink])), min(3.0 * noise, threshold / 2)
    return np.where(with_rim, np.clip((strength - nothing) / (full - nothing), 0.0, 1.0), 0.0)


def _at_working_size(grey: NDArray[np.uint8]) -> tuple[Image.Image, int]:
    """Return the picture at working size, and over how many pixels its edges are blurred."""
    shortest, longest = _LONGER_SIDE_PX
    image, side = Image.fromarray(grey), max(grey.shape)
    if side > longest:
        return image.reduce(-(-side // longest)), 2
    enlargement = max(1, round(shortest / side))
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
    paper = _paper(picture)
    strength: _Floats = (paper - picture) / np.maximum(paper, _DARKEST_PAPER)
    return strength


def _is_light_on_dark(picture: _Floats) -> bool:
    """Ink is the minority that stands out from its surroundings: their skewness has its sign."""
    image = Image.fromarray(picture.astype(np.uint8))
    around = image.filter(ImageFilter.BoxBlur(max(picture.shape) / 4))
    return bool(np.mean((picture - np.asarray(around, dtype=np.float64)) ** 3) > 0)


def _paper(picture: _Floats) -> _Floats:
    """Return the paper's light: a coarse picture in which what is dark and narrow is filled.

    Filling (a closing) leaves the edges of shadows, but lifts a slope at its lower end. So the
    light's large shape, a quadratic surface, is fitted and taken away beforehand, in a few rounds.
    """
    height, width = picture.shape
    side = -(-max(height, width) // _CELLS)
    coarse = Image.fromarray(picture.astype(np.float32)).reduce(side)
    cells = np.asarray(coarse, dtype=np.float64)
    terms = _quadratic(*cells.shape)
    shape, paper = np.zeros_like(cells), _filled(cells)
    for _ in range(_ROUNDS):
        shape = (terms @ np.linalg.lstsq(terms, paper.ravel(), rcond=None)[0]).reshape(cells.shape)
        paper = shape + _filled(cells - shape)
    fine = Image.fromarray(paper.astype(np.float32)).resize(
        (width, height), Image.Resampling.BILINEAR, box=(0, 0, width / side, height / side)
    )
    return np.asarray(fine, dtype=np.float64)


def _quadratic(height: int, width: int) -> _Floats:
    y, x = (axis.ravel() for axis in np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j])
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)


def _filled(cells: _Floats) -> _Floats:
    reach = max(cells.shape) // _FILLED_PARTS // 2
    return _slide(_slide(cells, reach, np.max), reach, np.min)


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


def _otsu_threshold(values: _Floats) -> float:
    """Return what divides values into two classes of the least variance (Otsu 1979)."""
    counts, edges = np.histogram(values, bins=_BINS)
    centres = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1]
    above = below[-1] + counts[-1] - below
    sums = np.cumsum(counts * centres)
    mean_below = sums[:-1] / np.maximum(below, 1)
    mean_above = (sums[-1] - sums[:-1]) / np.maximum(above, 1)
    return float(edges[1:-1][np.argmax(below * above * (mean_above - mean_below) ** 2)])


def _slide(values: _Floats, reach: int, extreme: Callable[..., _Floats]) -> _Floats:
    """Take the extreme, np.max or np.min, of the square around each pixel that reaches so far."""
    for axis in (0, 1):
        margin = [(reach, reach) if padded == axis else (0, 0) for padded in (0, 1)]
        # What the edge repeats lies in the square already; it changes no extreme.
        bordered = np.pad(values, margin, mode="edge")
        values = extreme(sliding_window_view(bordered, 2 * reach + 1, axis=axis), axis=-1)
    return values
