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
from mnist_pad.ink.switches import ALL_ON, Switches

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

# A pen of no width would leave nothing to see.
_LEAST_PEN_PX: Final = 0.5

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
        pad = _pad(ink)
        if not strokes:
            return None
        extent = _extent(strokes)
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


def rasterize(ink: Ink, switches: Switches = ALL_ON) -> Stages | None:
    """Draw ink as MNIST's digits are drawn; None for a blank pad and for a lone dot.

    Neither place nor size on the pad nor the pad's pen shows in `box` and `image`, unless the
    stage that sees to it is switched off. Points that are not finite are left out; nothing is
    raised.
    """
    if switches.same_images:
        return Rasterizer().rasterize(ink)
    pad, strokes = _pad(ink), _finite(ink.strokes)
    if not strokes or _extent(strokes) < SMALLEST_EXTENT * pad.min():
        return None
    path = GrowingPath()
    path.follow(strokes, _extent(strokes) / (BOX_PX - PEN_PX) * _SMOOTHING_PX)
    lines = np.concatenate([path.settled, path.tail])
    bounds = path.bounds
    if not switches.crop:
        # What runs beyond the pad's edge would lie beside the box.
        lines, bounds = np.clip(lines, 0.0, pad), np.stack([np.zeros(2), pad])
    in_box, pen_px = _placed(lines, bounds, ink.pen, switches)
    spans = draw(
        in_box, pen_px / 2, width=BOX_PX, height=BOX_PX, fineness=SCANLINES_PER_PX, onto=None
    )
    box = spans.coverage()
    if not box.any():
        return None
    margin = (FIELD_PX - BOX_PX) / 2
    shift = _to_middle(spans) if switches.centre_of_mass else (margin, margin)
    return Stages(to_grey(box), to_grey(_moved(spans, shift)))


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


def _pad(ink: Ink) -> _Floats:
    # A pad has a side of a pixel at least; that keeps the divisions by it finite.
    return np.maximum(np.nan_to_num(np.asarray(ink.pad, dtype=np.float64)), 1.0)


def _extent(strokes: tuple[Stroke, ...]) -> float:
    low, high = bounds_of(np.concatenate(strokes))
    return float((high - low).max())


def _in_box(path: _Floats, bounds: _Floats) -> _Floats:
    return _within(path, bounds, (BOX_PX - PEN_PX) * proportioned(bounds[1] - bounds[0]))


def _within(path: _Floats, bounds: _Floats, sides: _Floats) -> _Floats:
    """Bring what lies in the bounds to these sides, in the middle of the box."""
    low, size = bounds[0], bounds[1] - bounds[0]
    # What has no width stays in the middle, whatever it is multiplied with.
    enlargement = sides / np.where(size > 0, size, 1.0)
    placed: _Floats = (path - low) * enlargement + (BOX_PX - sides) / 2
    return placed


def _placed(
    path: _Floats, bounds: _Floats, pen: float, switches: Switches
) -> tuple[_Floats, float]:
    """Bring a path into the box with some stages off; returns the pen's width there, too."""
    size = bounds[1] - bounds[0]
    if switches.pen_width:
        sides = proportioned(size) if switches.aspect else np.ones(2)
        return _within(path, bounds, (BOX_PX - PEN_PX) * sides), PEN_PX
    # The pad's own pen is enlarged as the digit is, which has to leave it room.
    pen = float(np.clip(np.nan_to_num(pen), _LEAST_PEN_PX, size.max()))
    whole = size + pen if switches.crop else size
    sides = BOX_PX * (proportioned(whole) if switches.aspect else np.ones(2))
    enlargement = sides / whole
    # Stretched, a round pen would be none: its area stays right.
    return _within(path, bounds, size * enlargement), pen * float(np.sqrt(enlargement.prod()))


def _draw(path: _Floats, onto: Spans) -> Spans:
    return draw(path, PEN_PX / 2, width=BOX_PX, height=BOX_PX, fineness=SCANLINES_PER_PX, onto=onto)


def _stages(spans: Spans) -> Stages:
    return Stages(to_grey(spans.coverage()), to_grey(_moved(spans, _to_middle(spans))))


def _to_middle(spans: Spans) -> tuple[float, float]:
    # The ink's own middle: that of its pixels lies up to a twentieth of a pixel off.
    x, y = spans.centre()
    return MIDDLE_PX - x, MIDDLE_PX - y


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
