"""One mark among those that are taken apart: a digit, or what may be one."""

from dataclasses import dataclass

from mnist_pad.ink.raster import Stages

Box = tuple[float, float, float, float]
"""x, y, width and height in pixels of the pad or of the picture, y down."""


@dataclass(frozen=True, eq=False)
class Found:
    """A mark of its own in a drawing or a picture.

    `stages` is how it is brought down for the network, None where it is too small to be a digit.
    `row` counts lines of writing from the top; marks come row by row, from left to right.
    `touching` is whether it is several digits that touch and could not be taken apart.
    """

    box: Box
    stages: Stages | None
    row: int = 0
    touching: bool = False
