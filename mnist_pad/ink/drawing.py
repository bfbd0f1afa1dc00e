"""The document behind the pad: strokes or a picture, and what undoes them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np

from mnist_pad.ink.found import Box, Found
from mnist_pad.ink.pen_stroke import PenStroke, felt
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.strokes import GrowingStroke, Ink, Stroke, Widths

MAX_STEPS: Final = 500
"""So many can be undone; older ones are forgotten."""


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture on the pad instead of strokes.

    `shown`, uint8 (h, w), 0 (black) to 255 (white), is the picture with a longer side of at most
    1,600 pixels. `coverage`, uint8 (h, w), is the ink found in it, 0 (paper) to 255, with a longer
    side of at most 256; None where none was found. `found` are the marks it makes, their boxes in
    pixels of `shown`. Where an area of it, a box in the same pixels, was chosen, ink was looked for
    there alone, and `coverage` is the area's; `whole` is the picture with all that was found in it.
    """

    shown: Grey
    coverage: Grey | None
    found: tuple[Found, ...] = ()
    area: Box | None = None
    whole: "Picture | None" = None


@dataclass(frozen=True, eq=False)
class Sheet:
    """What lies on the pad: strokes, oldest first, or a picture, or nothing."""

    strokes: tuple[PenStroke, ...] = ()
    picture: Picture | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a stroke nor a picture."""
        return not self.strokes and self.picture is None

    # Both are asked for with every point of a stroke, and stay the same throughout.
    @cached_property
    def paths(self) -> tuple[Stroke, ...]:
        """The strokes' points alone."""
        return tuple(stroke.points for stroke in self.strokes)

    @cached_property
    def widest_pen(self) -> float | None:
        """The width in pixels of the widest pen used; None without strokes."""
        return max((stroke.width for stroke in self.strokes), default=None)

    @cached_property
    def widths(self) -> tuple[Widths | None, ...]:
        """The strokes' widths under pressure; empty where none was felt."""
        return felt(self.strokes)


_BLANK: Final = Sheet()


@dataclass(frozen=True, eq=False)
class History:
    """A drawing and its steps: all that is needed to go on with it after a restart.

    `undone_to` are the sheets that undoing goes back to, `redo` those that redoing goes on to; of
    both the last comes first.
    """

    undone_to: tuple[Sheet, ...] = ()
    sheet: Sheet = field(default=_BLANK)
    redo: tuple[Sheet, ...] = ()


class Drawing:
    """Strokes, or a picture, that can be drawn, erased, cleared, undone and redone.

    Coordinates and widths are in pad pixels. Every stroke, every drag of the eraser, every
    clearing and every picture is one step to undo; at most MAX_STEPS are kept. What changes
    nothing is no step, and `sheet` stays the same object. Whatever else is asked for while a
    stroke or a drag is in progress ends that first.

    A stroke on a picture starts a new drawing, in one step; the eraser leaves pictures alone.
    """

    def __init__(self, history: History | None = None) -> None:
        history = History() if history is None else history
        # Each step keeps its sheet; a stroke never changes, so sheets share them.
        self._undo = list(history.undone_to[-MAX_STEPS:])
        self._redo = list(history.redo[-MAX_STEPS:])
        self._sheet = history.sheet
        # The sheet before the stroke or the drag in progress.
        self._before = self._sheet
        self._growing: GrowingStroke | None = None
        self._width = 0.0
        self._eraser: tuple[float, float] | None = None
        self._radius = 0.0

    @property
    def sheet(self) -> Sheet:
        """What is finished: under an eraser what it left so far, under a first stroke nothing."""
        return self._sheet

    @property
    def current(self) -> PenStroke | None:
        """The stroke in progress; its points stay as they are while it grows on."""
        if self._growing is None:
            return None
        return PenStroke(self._growing.points, self._width, self._growing.widths)

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink, the stroke in progress included, and no picture."""
        return self._growing is None and self._sheet.is_empty

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo, a stroke or a drag in progress included."""
        return bool(self._undo) or self._is_changing()

    @property
    def can_redo(self) -> bool:
        """Whether the last step was an undo."""
        return bool(self._redo) and not self._is_changing()

    @property
    def history(self) -> History:
        """The drawing and its steps; a stroke or a drag in progress is taken as ended."""
        if not self._is_changing():
            return History(tuple(self._undo), self._sheet, tuple(self._redo))
        return History((*self._undo, self._before)[-MAX_STEPS:], self._with_current(), ())

    def ink(self, *, pad: tuple[float, float], pen: float) -> Ink:
        """Return the ink, the stroke in progress included; a picture has none.

        `pad` is the pad's (width, height); the pen is the widest used, or `pen` on a blank pad.
        """
        widest, current = self._sheet.widest_pen, self.current
        if current is None:
            widths = self._sheet.widths
            return Ink(self._sheet.paths, pad, pen if widest is None else widest, widths)
        width = current.width if widest is None else max(widest, current.width)
        widths = felt((*self._sheet.strokes, current))
        return Ink((*self._sheet.paths, current.points), pad, width, widths)

    def begin_stroke(
        self, x: float, y: float, *, width: float, pressed: float | None = None
    ) -> None:
        """Put a pen of `width` down; `pressed` is how wide it is here, where pressure is felt."""
        self._finish()
        self._growing, self._width = GrowingStroke(x, y, pressed), width
        if self._sheet.picture is not None:
            self._sheet = _BLANK

    def extend_stroke(self, x: float, y: float, pressed: float | None = None) -> None:
        """Draw on; without a stroke in progress, nothing happens."""
        if self._growing is not None:
            self._growing.extend(x, y, pressed)

    def end_stroke(self) -> None:
        """Lift the pen."""
        self._finish()

    def begin_erase(self, x: float, y: float, *, radius: float) -> None:
        """Put the eraser down; what lies under it is gone at once."""
        self._finish()
        self._eraser, self._radius = (x, y), radius
        self.extend_erase(x, y)

    def extend_erase(self, x: float, y: float) -> None:
        """Draw the eraser on; without a drag in progress, nothing happens."""
        if self._eraser is not None:
            self._sheet = _erased(self._sheet, np.array([self._eraser, (x, y)]), self._radius)
            self._eraser = (x, y)

    def end_erase(self) -> None:
        """Lift the eraser."""
        self._finish()

    def abandon(self) -> None:
        """Take the stroke or the drag in progress back, as if it had never begun."""
        self._growing = self._eraser = None
        self._sheet = self._before

    def erase(self, path: Stroke, radius: float) -> None:
        """Erase along a path, shape (n, 2), in one step."""
        self._finish()
        self._change(_erased(self._sheet, path, radius))

    def clear(self) -> None:
        """Take everything away; clearing a blank pad is no step."""
        self._finish()
        if not self._sheet.is_empty:
            self._change(_BLANK)

    def replace(self, ink: Ink) -> None:
        """Put another drawing in place of this one, in one step."""
        self._finish()
        if not _shows(self._sheet, ink):
            widths = ink.widths or (None,) * len(ink.strokes)
            pairs = zip(ink.strokes, widths, strict=True)
            self._change(Sheet(tuple(PenStroke(points, ink.pen, each) for points, each in pairs)))

    def lay_picture(self, picture: Picture) -> None:
        """Put a picture in place of what is there, in one step."""
        self._finish()
        if picture is not self._sheet.picture:
            self._change(Sheet(picture=picture))

    def undo(self) -> None:
        """Take the last step back; without one, nothing happens."""
        self._finish()
        if self._undo:
            self._redo.append(self._sheet)
            self._sheet = self._before = self._undo.pop()

    def redo(self) -> None:
        """Make the step again that was undone last; without one, nothing happens."""
        self._finish()
        if self._redo:
            self._undo.append(self._sheet)
            self._sheet = self._before = self._redo.pop()

    def _is_changing(self) -> bool:
        """Tell whether the stroke or the drag in progress makes a step."""
        return self._growing is not None or self._sheet is not self._before

    def _with_current(self) -> Sheet:
        current = self.current
        return self._sheet if current is None else Sheet((*self._sheet.strokes, current))

    def _finish(self) -> None:
        """End the stroke or the drag in progress, as a step."""
        after, self._sheet = self._with_current(), self._before
        self._growing = self._eraser = None
        self._change(after)

    def _change(self, sheet: Sheet) -> None:
        if sheet is not self._sheet:
            self._undo.append(self._sheet)
            del self._undo[:-MAX_STEPS]
            self._redo.clear()
            self._sheet = self._before = sheet


def _erased(sheet: Sheet, path: Stroke, radius: float) -> Sheet:
    left = tuple(piece for stroke in sheet.strokes for piece in stroke.rubbed(path, radius))
    # Strokes compare by identity, and an eraser that met nothing leaves the very same ones.
    return sheet if left == sheet.strokes else Sheet(left)


def _shows(sheet: Sheet, ink: Ink) -> bool:
    """Tell whether a sheet is that ink already."""
    return (
        sheet.picture is None
        and len(sheet.strokes) == len(ink.strokes)
        and all(stroke.width == ink.pen for stroke in sheet.strokes)
        and all(map(np.array_equal, sheet.paths, ink.strokes))
    )
