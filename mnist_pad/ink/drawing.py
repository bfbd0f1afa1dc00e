"""The document behind the pad: strokes, and what undoes them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mnist_pad.ink.eraser import erase
from mnist_pad.ink.raster import Grey, Stages
from mnist_pad.ink.strokes import Ink, Stroke


@dataclass(frozen=True, eq=False)
class PenStroke:
    """A stroke, shape (n, 2) in pad pixels, and the width in pixels of the pen that drew it."""

    points: Stroke
    width: float


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture on the pad instead of strokes.

    `shown`, uint8 (h, w), 0 (black) to 255 (white), is the picture with a longer side of at most
    1,600 pixels. `coverage`, uint8 (h, w), is the ink found in it, 0 (paper) to 255, with a longer
    side of at most 256; None where none was found. `stages` is what the network gets of it; None
    where that is no digit.
    """

    shown: Grey
    coverage: Grey | None
    stages: Stages | None


class Drawing:
    """Strokes that can be drawn, erased, cleared, undone and redone.

    Coordinates and widths are in pad pixels. Every stroke, every drag of the eraser and every
    clearing is one step to undo. Whatever else is asked for while a stroke or a drag is in
    progress ends that first.
    """

    def __init__(self) -> None:
        self._strokes: tuple[PenStroke, ...] = ()
        # Each step keeps the strokes as they were; a stroke never changes, so steps share them.
        self._undo: list[tuple[PenStroke, ...]] = []
        self._redo: list[tuple[PenStroke, ...]] = []
        self._points: list[tuple[float, float]] = []
        self._width = 0.0
        self._eraser: tuple[float, float] | None = None
        self._radius = 0.0
        self._before_erasing: tuple[PenStroke, ...] = ()

    @property
    def strokes(self) -> tuple[PenStroke, ...]:
        """The finished strokes, oldest first."""
        return self._strokes

    @property
    def current(self) -> PenStroke | None:
        """The stroke in progress."""
        return PenStroke(np.array(self._points), self._width) if self._points else None

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink, the stroke in progress included."""
        return not self._strokes and not self._points

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo, a stroke or a drag in progress included."""
        return bool(self._undo or self._points) or self._has_erased()

    @property
    def can_redo(self) -> bool:
        """Whether the last step was an undo."""
        return bool(self._redo)

    def ink(self, *, pad: tuple[float, float], pen: float) -> Ink:
        """Return the ink, the stroke in progress included.

        `pad` is the pad's (width, height); the pen is the widest used, or `pen` on a blank pad.
        """
        current = self.current
        strokes = self._strokes if current is None else (*self._strokes, current)
        widest = max((stroke.width for stroke in strokes), default=pen)
        return Ink(tuple(stroke.points for stroke in strokes), pad, widest)

    def begin_stroke(self, x: float, y: float, *, width: float) -> None:
        """Put the pen down."""
        self._finish()
        self._points, self._width = [(x, y)], width

    def extend_stroke(self, x: float, y: float) -> None:
        """Draw on; without a stroke in progress, nothing happens."""
        if self._points and self._points[-1] != (x, y):
            self._points.append((x, y))

    def end_stroke(self) -> None:
        """Lift the pen."""
        self._finish()

    def begin_erase(self, x: float, y: float, *, radius: float) -> None:
        """Put the eraser down; what lies under it is gone at once."""
        self._finish()
        self._before_erasing = self._strokes
        self._eraser, self._radius = (x, y), radius
        self.extend_erase(x, y)

    def extend_erase(self, x: float, y: float) -> None:
        """Draw the eraser on; without a drag in progress, nothing happens."""
        if self._eraser is not None:
            path = np.array([self._eraser, (x, y)])
            self._strokes = tuple(_left_of(self._strokes, path, self._radius))
            self._eraser = (x, y)

    def end_erase(self) -> None:
        """Lift the eraser."""
        self._finish()

    def erase(self, path: Stroke, radius: float) -> None:
        """Erase along a path, shape (n, 2), in one step."""
        self._finish()
        self._change(tuple(_left_of(self._strokes, path, radius)))

    def clear(self) -> None:
        """Take all strokes away; clearing a blank pad is no step."""
        self._finish()
        self._change(())

    def replace(self, ink: Ink) -> None:
        """Put another drawing in place of this one, in one step."""
        self._finish()
        self._change(tuple(PenStroke(points, ink.pen) for points in ink.strokes))

    def undo(self) -> None:
        """Take the last step back; without one, nothing happens."""
        self._finish()
        if self._undo:
            self._redo.append(self._strokes)
            self._strokes = self._undo.pop()

    def redo(self) -> None:
        """Make the step again that was undone last; without one, nothing happens."""
        self._finish()
        if self._redo:
            self._undo.append(self._strokes)
            self._strokes = self._redo.pop()

    def _has_erased(self) -> bool:
        return self._eraser is not None and self._strokes != self._before_erasing

    def _finish(self) -> None:
        """End the stroke or the drag in progress, as a step."""
        if self._points:
            stroke = PenStroke(np.array(self._points), self._width)
            self._points = []
            self._change((*self._strokes, stroke))
        if self._eraser is not None:
            self._eraser = None
            after, self._strokes = self._strokes, self._before_erasing
            self._change(after)

    def _change(self, strokes: tuple[PenStroke, ...]) -> None:
        # Strokes compare by identity: an eraser that met nothing made no step.
        if strokes != self._strokes:
            self._undo.append(self._strokes)
            self._redo.clear()
            self._strokes = strokes


def _left_of(strokes: tuple[PenStroke, ...], path: Stroke, radius: float) -> Iterator[PenStroke]:
    for stroke in strokes:
        for piece in erase((stroke.points,), path, radius):
            yield stroke if piece is stroke.points else PenStroke(piece, stroke.width)
