"""Pictures as the functions here take them: grey levels, whole or not."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.scaling import Scaling, scaled
from mnist_pad.recognizer.weights import INPUTS

Image = NDArray[Any]
"""Grey levels from 0 (paper) to 255 (ink), uint8 or floats, shape (28, 28) or (784,)."""

INK: Final = 255.0


def inputs_of(image: Image, scaling: Scaling) -> NDArray[np.float32]:
    """Return what the network gets of a picture, shape (1, 784), as `ink.raster.scale` does."""
    inputs: NDArray[np.float32] = scaled(image.reshape(1, INPUTS).astype(np.float32), scaling)
    return inputs


def per_grey_level(scaling: Scaling) -> float:
    """Return how much a scaled pixel grows with each grey level."""
    return float(scaled(1.0, scaling) - scaled(0.0, scaling))
