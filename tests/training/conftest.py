"""MNIST, whole and in part, and short ways to train on it."""

import pytest

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import Digits
from mnist_pad.training.run import train


@pytest.fixture(scope="session")
def digits():
    return mnist.load()


@pytest.fixture(scope="session")
def few(digits):
    """The first 1,000 and 500 of MNIST: 10 batches of 96 and a last one of 40."""
    return Digits(
        digits.x_train[:1_000],
        digits.y_train[:1_000],
        digits.x_test[:500],
        digits.y_test[:500],
        name="few",
        fingerprint="few",
    )


@pytest.fixture
def outcome():
    """Trains to the end; returns the last event."""

    def last(config, data, **options):
        *_, end = train(config, data, **options)
        return end

    return last
