"""What a worker loads before it is given a job, so that the job need not wait for it."""

import contextlib
import importlib
from functools import cache

from mnist_pad.base.errors import UsageError
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits


def load_ahead() -> None:
    """Import TensorFlow and read MNIST; what cannot be loaded, the job that needs it will tell."""
    with contextlib.suppress(ImportError):
        importlib.import_module("mnist_pad.training.run")
    with contextlib.suppress(UsageError):
        mnist_digits()


# A worker serves many jobs, and reading takes as long as an epoch of them.
@cache
def mnist_digits() -> Digits:
    """Return MNIST, read once; raises DataError."""
    return mnist.load()
