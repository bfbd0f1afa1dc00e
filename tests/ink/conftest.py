import numpy as np
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.ink.drawing import Drawing, Picture
from tests.ink.pen import stroke


@pytest.fixture(scope="session")
def mnist_images() -> np.ndarray:
    """The first 400 training images, uint8, (400, 28, 28)."""
    with np.load(asset("mnist.npz")) as arrays:
        return arrays["x_train"][:400]


@pytest.fixture
def drawing() -> Drawing:
    """A drawing of one line and one dot."""
    drawing = Drawing()
    stroke(drawing, (0, 50), (100, 50))
    stroke(drawing, (200, 200), width=8.0)
    return drawing


@pytest.fixture
def picture() -> Picture:
    return Picture(np.full((8, 9), 200, np.uint8), None)
