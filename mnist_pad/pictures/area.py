"""A part of a picture that alone is read."""

from dataclasses import replace

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Box
from mnist_pad.pictures.reading import find_digits


def within(picture: Picture, area: Box) -> Picture:
    """Look for ink in one area of a picture alone, in pixels of `shown`; the rest stays in sight.

    The area is cut at the picture's rim, and is of one pixel at least. Some tenths of a second for
    a photograph.
    """
    whole = picture if picture.whole is None else picture.whole
    height, width = whole.shown.shape
    left, right = _cut(area[0], area[0] + area[2], width)
    top, bottom = _cut(area[1], area[1] + area[3], height)
    ink = find_digits(whole.shown[top:bottom, left:right])
    found = (replace(each, box=_moved(each.box, left, top)) for each in ink.found)
    place = float(left), float(top), float(right - left), float(bottom - top)
    return Picture(whole.shown, ink.coverage, tuple(found), place, whole)


def _cut(low: float, high: float, length: int) -> tuple[int, int]:
    first = max(0, min(round(low), length - 1))
    return first, max(first + 1, min(round(high), length))


def _moved(box: Box, right: int, down: int) -> Box:
    x, y, width, height = box
    return x + right, y + down, width, height
