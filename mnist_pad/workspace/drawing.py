"""The drawing on the pad, and the tools that it is drawn with."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from mnist_pad.ink.drawing import Drawing, History, Picture, Sheet
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ink.strokes import Ink

PAD_SIDE: Final = 400.0
"""The pad's side in its own pixels, whatever the size it is shown in."""

PEN_WIDTHS: Final = (4, 60)
DEFAULT_PEN_WIDTH: Final = 24

# Pressed half as hard as can be, which is how most people write, the line is as wide as the pen.
_LIGHTEST: Final = 0.4
_HARDEST: Final = 1.6


@dataclass(frozen=True)
class Tools:
    """The pen's width in pad pixels, from 4 to 60, and whether the pen erases."""

    pen_width: float = DEFAULT_PEN_WIDTH
    erasing: bool = False

    @property
    def eraser_radius(self) -> float:
        """How far the eraser reaches, in pad pixels: it is twice as wide as the pen."""
        return self.pen_width


class DrawingStore(QObject):
    """Holds a `Drawing`; coordinates are in pad pixels.

    Signals: `ink_changed()`, after every change of what is seen, a point of a stroke in progress
    included; `drawing_changed()`, after every whole step that changed something; `tools_changed()`.
    """

    ink_changed = Signal()
    drawing_changed = Signal()
    tools_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._drawing = Drawing()
        self._told = self._drawing.sheet
        self._erasing_now = False
        self._draws_on_pictures = False
        self.tools = Tools()

    @property
    def sheet(self) -> Sheet:
        """What is finished: strokes or a picture."""
        return self._drawing.sheet

    @property
    def current(self) -> PenStroke | None:
        """The stroke in progress."""
        return self._drawing.current

    @property
    def history(self) -> History:
        """The drawing and its steps."""
        return self._drawing.history

    @property
    def is_empty(self) -> bool:
        """Whether there is neither ink nor a picture."""
        return self._drawing.is_empty

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._drawing.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self._drawing.can_redo

    def ink(self) -> Ink:
        """Return the ink as it is now, a stroke in progress included."""
        return self._drawing.ink(pad=(PAD_SIDE, PAD_SIDE), pen=self.tools.pen_width)

    @property
    def chooses_area(self) -> bool:
        """Whether what is dragged over the pad is an area of the picture that lies on it."""
        return self.sheet.picture is not None and not self._draws_on_pictures

    def choose_area_tool(self, chosen: bool) -> None:
        """Choose areas of the picture on the pad, or draw something else in its place."""
        self._draws_on_pictures = not chosen
        self.tools_changed.emit()

    def choose_pen_width(self, width: float) -> None:
        """Draw with another pen from now on."""
        self._choose(replace(self.tools, pen_width=width))

    def choose_eraser(self, erasing: bool) -> None:
        """Take the eraser, or the pen again."""
        self._choose(replace(self.tools, erasing=erasing))

    def take(self, tools: Tools) -> None:
        """Take both from now on."""
        self._choose(tools)

    def press(
        self, x: float, y: float, *, erase: bool = False, pressure: float | None = None
    ) -> None:
        """Put the pen down; `erase` has it erase, whatever the tool.

        `pressure` is from 0 to 1, None where it is not felt; it widens the line, for the eyes
        alone, and not the eraser.
        """
        self._erasing_now = erase or self.tools.erasing
        if self._erasing_now:
            self._drawing.begin_erase(x, y, radius=self.tools.eraser_radius)
        else:
            width = self.tools.pen_width
            self._drawing.begin_stroke(x, y, width=width, pressed=self._pressed(pressure))
        self.ink_changed.emit()

    def move(self, x: float, y: float, *, pressure: float | None = None) -> None:
        """Draw, or erase, on."""
        if self._erasing_now:
            self._drawing.extend_erase(x, y)
        else:
            self._drawing.extend_stroke(x, y, self._pressed(pressure))
        self.ink_changed.emit()

    def release(self) -> None:
        """Lift the pen."""
        # It ends a drag of the eraser as well.
        self._drawing.end_stroke()
        self._tell()

    def abandon(self) -> None:
        """Take back what was drawn, or erased, since the pen was put down."""
        self._drawing.abandon()
        self._tell()

    def clear(self) -> None:
        """Wipe the pad; undoable."""
        self._drawing.clear()
        self._tell()

    def undo(self) -> None:
        """Take the last step back."""
        self._drawing.undo()
        self._tell()

    def redo(self) -> None:
        """Make the step again that was taken back."""
        self._drawing.redo()
        self._tell()

    def lay_picture(self, picture: Picture) -> None:
        """Put a picture in place of what is there; undoable."""
        if picture.whole is None:
            # Whoever brings another picture wants it read.
            self._draws_on_pictures = False
        self._drawing.lay_picture(picture)
        self._tell()

    def show_ink(self, ink: Ink) -> None:
        """Put another drawing on the pad, at the pad's scale; undoable."""
        self._drawing.replace(on_pad(ink))
        self._tell()

    def open(self, history: History) -> None:
        """Go on with another drawing and its steps."""
        self._drawing = Drawing(history)
        self._tell()

    def _pressed(self, pressure: float | None) -> float | None:
        """Return how wide the line becomes."""
        if pressure is None:
            return None
        part = _LIGHTEST + (_HARDEST - _LIGHTEST) * max(0.0, min(pressure, 1.0))
        # More digits would tell nobody anything, and fill the file of drawings.
        return round(self.tools.pen_width * part, 2)

    def _choose(self, tools: Tools) -> None:
        # A session's file may say anything.
        least, most = PEN_WIDTHS
        tools = replace(tools, pen_width=max(least, min(tools.pen_width, most)))
        if tools != self.tools:
            self.tools = tools
            self.tools_changed.emit()

    def _tell(self) -> None:
        # An undo without a step, or a clear on a blank pad, happened to nobody.
        self.ink_changed.emit()
        if self._drawing.sheet is not self._told:
            self._told = self._drawing.sheet
            self.drawing_changed.emit()


def on_pad(ink: Ink) -> Ink:
    """Return ink at the pad's scale."""
    # Files may hold drawings from other pads, of another size and not square.
    scale = PAD_SIDE / max(ink.pad)
    strokes = tuple(scale * stroke for stroke in ink.strokes)
    widths = tuple(None if each is None else scale * each for each in ink.widths)
    return Ink(strokes, (PAD_SIDE, PAD_SIDE), scale * ink.pen, widths)
