"""One way to write a digit, a letter or a sign."""

from dataclasses import dataclass


# Frozen, it can be hashed: `hand` keeps each style's layout by it.
@dataclass(frozen=True)
class Style:
    """One way to write a digit, or what is none (`digit` is None).

    `weight` is how usual it is among the digit's styles, in no unit. `strokes` are texts of
    points "x,y", in hundredths of a square of side 1, y down; the pen turns sharply at a point
    with an exclamation mark. `freedom` scales how far a hand may stray from the template, less
    than 1 where another digit is near; `slant` is the least and the greatest shear, to the right.
    """

    digit: int | None
    name: str
    weight: float
    strokes: tuple[str, ...]
    freedom: float = 1.0
    slant: tuple[float, float] = (-0.35, 0.5)
