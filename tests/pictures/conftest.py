import numpy as np
import pytest

from mnist_pad.base.assets import asset


@pytest.fixture(scope="session")
def mnist_images() -> np.ndarray:
    """The first 400 training images, uint8, (400, 28, 28)."""
    with np.load(asset("mnist.npz")) as arrays:
        return arrays["x_train"][:400]
