"""MNIST's images, read once, for whoever looks at them beside the window."""

import threading
from functools import cache

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits

_reading = threading.Lock()


def digits() -> Digits:
    """Return MNIST; raises DataError where it is missing or damaged."""
    # Two threads may ask at once.
    with _reading:
        return _read()


@cache
def _read() -> Digits:
    return mnist.load()
