from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta, load, save

META = WeightsMeta(
    recipe="fast",
    seed=3,
    epochs=6,
    step=1410,
    data_fingerprint="06b0",
    test_accuracy=0.9812,
    temperature=1.25,
    rejection_threshold=0.4,
    program_version="0.1.0",
    time="2026-01-02T03:04:05+00:00",
    config={"recipe": "fast", "hidden_sizes": [12, 11], "weight_deviation": None},
)


@pytest.fixture
def make_weights():
    """A network of random weights with these hidden layers."""

    def make(*hidden: int, meta: WeightsMeta | None = None, deviation: float = 0.1) -> Weights:
        random = np.random.default_rng(0)
        sizes = (784, *hidden, 10)
        parameters = []
        for inputs, outputs in pairwise(sizes):
            theta = random.normal(0, deviation, (inputs, outputs))
            parameters += [theta.astype(np.float32), np.full(outputs, 0.1, np.float32)]
        return Weights(tuple(parameters), meta or WeightsMeta())

    return make


@pytest.fixture
def weights(make_weights) -> Weights:
    return make_weights(12, 11, meta=META)


@pytest.fixture
def with_logits():
    """A network that gives these logits whatever it is shown."""

    def make(*logits: float, **meta) -> Weights:
        theta = np.zeros((784, 10), np.float32)
        return Weights((theta, np.array(logits, np.float32)), WeightsMeta(**meta))

    return make


@pytest.fixture
def valid(weights, tmp_path):
    """A valid file's arrays by name, to be spoilt."""
    save(weights, tmp_path / "valid.npz")
    with np.load(tmp_path / "valid.npz") as file:
        return dict(file)


@pytest.fixture
def refused(tmp_path):
    """Save arrays as a weights file; return why it is refused."""

    def explain(arrays: dict) -> str:
        path = tmp_path / "spoilt.npz"
        np.savez(path, **arrays)
        with pytest.raises(WeightsError) as caught:
            load(path)
        message = str(caught.value)
        assert message.startswith(f"{path}: ")
        assert "expected" in message
        assert "found" in message
        assert "\n" not in message
        return message

    return explain
