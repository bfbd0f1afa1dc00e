"""Ink brought down to the 28x28 grayscale that the network reads, and its stages on the way."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.path import GrowingPath, bounds_of
from mnist_pad.ink.placement import (
    BOX_PX,
    FIELD_PX,
    MIDDLE_PX,
    area_weights,
    proportioned,
    to_grey,
)
from mnist_pad.ink.scaling import Scaling, scaled
from mnist_pad.ink.spans import THIN_BLOCK, Spans, draw, settled, thin
from mnist_pad.ink.strokes import Ink, Stroke

Grey = NDArray[np.uint8]
_Floats = NDArray[np.float64]

# The width of MNIST's pen, in pixels of its 28x28. Found from its training images: enlarged 8
# times and thinned to their centre lines, these make, redrawn with a round pen of this width, the
# same mean amount of ink (102 pixels a digit). Twice area over perimeter gives 2.3, the distance
# transform along the centre lines 2.4. The grey levels' histogram is a hard pen's.
PEN_PX: Final = 2.5

# Less than this part of the pad's shorter side, and it is a dot.
SMALLEST_EXTENT: Final = 0.03

SCANLINES_PER_PX: Final = 16

_BLANK: Final = Spans(np.empty(0), np.empty(0), BOX_PX, BOX_PX, SCANLINES_PER_PX)

# In pixels of the box: how far lines may run beside the curve that they stand for.
_SMOOTHING_PX: Final = 0.01

# The same where several lines become one.
_THINNING_PX: Final = 0.02

# Far beyond any pad, yet its square is still a finite number.
_FAR_PX: Final = 1e150


@dataclass(frozen=True, eq=False)
class Stages:
    """A digit on its way to the network; uint8, 0 (paper) to 255 (ink).

    `box`, shape (20, 20), is the digit at its final size, drawn with MNIST's pen; `image`, shape
    (28, 28), has its centre of mass in the middle and is what the network gets.
    """

    box: Grey
    image: Grey


class Rasterizer:
    """Draws ink that grows; while it keeps its place in the box, only what is new is drawn."""

    def __init__(self) -> None:
        self._path = GrowingPath()
        self._bounds = np.empty((2, 2))
        # What the first segments of the path, so many, leave in the box, whatever follows them.
        self._drawn = _BLANK
        self._drawn_count = 0

    def rasterize(self, ink: Ink) -> Stages | None:
        """Draw ink as the function `rasterize` does, with the same result to the bit."""
        strokes = _finite(ink.strokes)
        # A pad has a side of a pixel at least; that keeps the divisions below finite.
        pad = np.maximum(np.nan_to_num(np.asarray(ink.pad, dtype=np.float64)), 1.0)
        if not strokes:
            return None
        low, high = bounds_of(np.concatenate(strokes))
        extent = (high - low).max()
        if extent < SMALLEST_EXTENT * pad.min():
            return None
        grew = self._path.follow(strokes, extent / (BOX_PX - PEN_PX) * _SMOOTHING_PX)
        bounds = self._path.bounds
        if not (grew and np.array_equal(bounds, self._bounds)):
            self._drawn, self._drawn_count = _BLANK, 0
        self._bounds = bounds
        return _stages(self._extended())

    def _extended(self) -> Spans:
        """Return the whole path's ink, of which is kept what no later point can change."""
        block = self._drawn_count - self._drawn_count % THIN_BLOCK
        lasting_path = self._path.settled[block:]
        path = np.concatenate([lasting_path, self._path.tail])
        thinned, counts = thin(_in_box(path, self._bounds), _THINNING_PX)
        lasting = settled(counts, len(lasting_path))
        firsts = block + np.cumsum(counts) - counts
        begun = int(np.searchsorted(firsts, self._drawn_count))
        self._drawn = _draw(thinned[begun:lasting], self._drawn)
        self._drawn_count = block + int(counts[:lasting].sum())
        return _draw(thinned[lasting:], self._drawn)


def rasterize(ink: Ink) -> Stages | None:
    """Draw ink as MNIST's digits are drawn; None for a blank pad and for a lone dot.

    Neither place nor size on the pad nor the pad's pen shows in `box` and `image`. Points that
    are not finite are left out; nothing is raised.
    """
    return Rasterizer().rasterize(ink)


def draw_digit(path: _Floats) -> Stages:
    """Draw segments, (n, 2, 2), as MNIST's digits are drawn.

    Their size and unit are free, but they must not all lie in one point.
    """
    return _stages(_draw(_in_box(path, bounds_of(path.reshape(-1, 2))), _BLANK))


def scale(image: Grey, scaling: Scaling = "centred") -> NDArray[np.float32]:
    """Flatten images and scale their pixels as the network was trained on them.

    `image` is uint8, shape (..., 28, 28) or (..., 784); the result is float32, shape (..., 784),
    in [-0.5, 0.5] where `centred`, [0, 1] where `unit` and 0 to 255 where `raw`.
    """
    square = image.shape[-2:] == (FIELD_PX, FIELD_PX)
    pixels = image.reshape(*image.shape[:-2], -1) if square else image
    values: NDArray[np.float32] = scaled(pixels.astype(np.float32), scaling)
    return values


def _in_box(path: _Floats, bounds: _Floats) -> _Floats:
    low, size = bounds[0], bounds[1] - bounds[0]
    sides = (BOX_PX - PEN_PX) * proportioned(size)
    # What has no width stays in the middle, whatever it is multiplied with.
    enlargement = sides / np.where(size > 0, size, 1.0)
    placed: _Floats = (path - low) * enlargement + (BOX_PX - sides) / 2
    return placed


def _draw(path: _Floats, onto: Spans) -> Spans:
    return draw(path, PEN_PX / 2, width=BOX_PX, height=BOX_PX, fineness=SCANLINES_PER_PX, onto=onto)


def _stages(spans: Spans) -> Stages:
    # Where the ink's own middle is: that of its pixels lies up to a twentieth of a pixel off.
    x, y = spans.centre()
    field = _moved(spans, (MIDDLE_PX - x, MIDDLE_PX - y))
    return Stages(to_grey(spans.coverage()), to_grey(field))


def _finite(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    kept = (
        points if np.isfinite(points).all() else points[np.isfinite(points).all(axis=1)]
        for points in strokes
    )
    return tuple(np.clip(points, -_FAR_PX, _FAR_PX) for points in kept if len(points))


def _moved(spans: Spans, shift: tuple[float, float]) -> _Floats:
    rows = np.linspace(0.0, spans.height, spans.height * spans.fineness + 1) + shift[1]
    lengths = spans.lengths(np.arange(FIELD_PX + 1.0) - shift[0])
    field: _Floats = area_weights(rows, FIELD_PX) @ lengths  # (28, scanlines) @ (scanlines, 28)
    return field
