"""Ink brought down to the 28x28 grayscale that the network reads, and its stages on the way."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.placement import BOX_PX, FIELD_PX, area_weights, shift_to_middle, to_grey
from mnist_pad.ink.spans import Spans, draw, segments
from mnist_pad.ink.strokes import Ink, Stroke

Scaling = Literal["centred", "raw"]
Grey = NDArray[np.uint8]

# The width of MNIST's pen, in pixels of its 28x28. Found from its training images: enlarged 8
# times and thinned to their centre lines, these make, redrawn with a round pen of this width, the
# same mean amount of ink (102 pixels a digit). Twice area over perimeter gives 2.3, the distance
# transform along the centre lines 2.4. The grey levels' histogram is a hard pen's.
PEN_PX: Final = 2.5

# Less than this part of the pad's shorter side, and it is a dot.
SMALLEST_EXTENT: Final = 0.03

SCANLINES_PER_PX: Final = 16

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


def rasterize(ink: Ink) -> Stages | None:
    """Draw ink as MNIST's digits are drawn; None for a blank pad and for a lone dot.

    Neither place nor size on the pad nor the pad's pen shows in `box` and `image`. Points that
    are not finite are left out; nothing is raised.
    """
    strokes = _finite(ink.strokes)
    # A pad has a side of a pixel at least; that keeps the divisions below finite.
    pad = np.maximum(np.nan_to_num(np.asarray(ink.pad, dtype=np.float64)), 1.0)
    if not strokes:
        return None
    path = segments(strokes)
    _, size = _bounds(path)
    return None if size.max() < SMALLEST_EXTENT * pad.min() else draw_digit(path)


def draw_digit(path: NDArray[np.float64]) -> Stages:
    """Draw segments, (n, 2, 2), as MNIST's digits are drawn.

    Their size and unit are free, but they must not all lie in one point.
    """
    low, size = _bounds(path)
    enlargement = (BOX_PX - PEN_PX) / size.max()
    margin = (BOX_PX - size * enlargement) / 2
    spans = draw(
        (path - low) * enlargement + margin,
        PEN_PX / 2,
        width=BOX_PX,
        height=BOX_PX,
        fineness=SCANLINES_PER_PX,
    )
    box = spans.coverage()
    return Stages(to_grey(box), to_grey(_moved(spans, shift_to_middle(box))))


def scale(image: Grey, scaling: Scaling = "centred") -> NDArray[np.float32]:
    """Flatten images and scale their pixels as the network was trained on them.

    `image` is uint8, shape (..., 28, 28) or (..., 784); the result is float32, shape (..., 784),
    in [-0.5, 0.5] where `centred` and 0 to 255 where `raw`.
    """
    square = image.shape[-2:] == (FIELD_PX, FIELD_PX)
    pixels = image.reshape(*image.shape[:-2], -1) if square else image
    values = pixels.astype(np.float32)
    return values if scaling == "raw" else values / np.float32(255) - np.float32(0.5)


def _bounds(path: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    points = path.reshape(-1, 2)
    return points.min(axis=0), np.ptp(points, axis=0)


def _finite(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    kept = (points[np.isfinite(points).all(axis=1)] for points in strokes)
    return tuple(np.clip(points, -_FAR_PX, _FAR_PX) for points in kept if len(points))


def _moved(spans: Spans, shift: tuple[float, float]) -> NDArray[np.float64]:
    rows = np.linspace(0.0, spans.height, spans.height * spans.fineness + 1) + shift[1]
    lengths = spans.lengths(np.arange(FIELD_PX + 1.0) - shift[0])
    field: NDArray[np.float64] = area_weights(rows, FIELD_PX) @ lengths
    return field
