"""A stroke as it is seen on the pad: a curve, as wide as the pen, or as the pen was pressed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.curves import Curve, moving, smooth
from mnist_pad.ink.eraser import erase
from mnist_pad.ink.strokes import Stroke, Widths

_TOLERANCE_PX: Final = 0.05


@dataclass(frozen=True, eq=False)
class PenStroke:
    """A stroke, shape (n, 2) in pad pixels, and the width in pixels of the pen that drew it.

    `widths`, shape (n,), are what pressure made of that width; None where it was not felt.
    """

    points: Stroke
    width: float
    widths: Widths | None = None

    def rubbed(self, path: Stroke, radius: float) -> Iterator["PenStroke"]:
        """Yield what a round eraser along a path, shape (m, 2), leaves: itself where it met none.

        What is seen is what is rubbed out: between points that lie far apart, that is a curve.
        """
        for piece in erase((self._curve,), path, radius):
            if piece is self._curve:
                yield self
            else:
                widths = None if self.widths is None else piece[:, 2].copy()
                yield PenStroke(piece[:, :2].copy(), self.width, widths)

    @cached_property
    def seen(self) -> NDArray[np.float64]:
        """The least and the greatest x and y where there is ink of it, shape (2, 2)."""
        places = self._curve[:, :2]
        reach = self.width / 2 if self.widths is None else self._curve[:, 2:] / 2
        return np.stack([(places - reach).min(axis=0), (places + reach).max(axis=0)])

    def curve(self, tolerance: float, first: int = 0) -> tuple[Curve, Widths | None]:
        """Return the curve through the points from one on, and its widths under pressure, (m,).

        The polyline, (m, 2), is off the curve by `tolerance`, in pad pixels, at most.
        """
        points = self.points[first:]
        kept = moving(points, tolerance)
        curve = smooth(points[kept], tolerance)
        if self.widths is None:
            return curve, None
        places, widths = np.arange(len(curve.line)), self.widths[first:][kept]
        return curve, np.interp(places, curve.knots, widths)

    @cached_property
    def _curve(self) -> NDArray[np.float64]:
        """The polyline along the curve, (m, 2), or (m, 3) with its widths under pressure."""
        (line, _), widths = self.curve(_TOLERANCE_PX)
        return line if widths is None else np.column_stack([line, widths])


def felt(strokes: tuple[PenStroke, ...]) -> tuple[Widths | None, ...]:
    """Return the strokes' widths under pressure, as `Ink` has them."""
    widths = tuple(stroke.widths for stroke in strokes)
    return () if all(each is None for each in widths) else widths
