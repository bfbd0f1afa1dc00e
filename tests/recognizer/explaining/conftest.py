"""Networks of all kinds, and MNIST's digits, for what explains an answer."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights, WeightsMeta, shipped


@pytest.fixture(scope="session")
def built_in():
    return shipped()


@pytest.fixture(scope="session")
def network():
    """Return random weights of any hidden layers, activation, scaling and size."""

    def make(*hidden, activation="relu", scaling="centred", size=None, seed=0):
        random = np.random.default_rng(seed)
        parameters = []
        for inputs, units in pairwise((784, *hidden, 10)):
            deviation = np.sqrt(2 / inputs) if size is None else size
            parameters += [
                random.normal(0, deviation, (inputs, units)).clip(-3e38, 3e38).astype(np.float32),
                random.normal(0, 0.1, units).astype(np.float32),
            ]
        meta = WeightsMeta(scaling=scaling, config={"activation": activation})
        return Weights(tuple(parameters), meta)

    return make


@pytest.fixture(scope="session")
def constant(network):
    """Weights that answer the same whatever they are shown."""
    weights = network(6, 5)
    zeros = tuple(np.zeros_like(array) for array in weights.parameters[:-1])
    return replace(weights, parameters=(*zeros, weights.parameters[-1]))
