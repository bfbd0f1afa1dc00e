"""A picture's digit that was kept, as a picture again."""

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.placement import BOX_PX, FIELD_PX
from mnist_pad.ink.raster import Grey, Stages


def picture_of_kept(image: Grey) -> Picture:
    """Return the picture of what a network gets, uint8 (28, 28), 0 (paper) to 255 (ink)."""
    rows, columns = (np.flatnonzero(image.any(axis=axis)) for axis in (1, 0))
    top, left = _corner(rows), _corner(columns)
    box = image[top : top + BOX_PX, left : left + BOX_PX]
    place = float(left), float(top), float(BOX_PX), float(BOX_PX)
    return Picture(255 - image, image, (Found(place, Stages(box, image)),))


def _corner(inked: NDArray[np.intp]) -> int:
    """Return where the box begins, with the ink in its middle."""
    if not len(inked):
        return (FIELD_PX - BOX_PX) // 2
    middle = int(inked[0] + inked[-1] + 1) // 2
    return max(0, min(middle - BOX_PX // 2, FIELD_PX - BOX_PX))
