import json
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta, load, load_meta, save


def arrays_of(path) -> dict:
    with np.load(path) as file:
        return dict(file)


def test_what_is_saved_is_loaded(weights, tmp_path) -> None:
    state = {"moment_1": np.ones((784, 12), np.float32), "count": np.array(7, np.float32)}
    save(replace(weights, optimizer_state=state), tmp_path / "file.npz")
    found = load(tmp_path / "file.npz")
    assert found.meta == weights.meta
    assert found.layer_sizes == (784, 12, 11, 10)
    for array, expected in zip(found.parameters, weights.parameters, strict=True):
        np.testing.assert_array_equal(array, expected)
        assert array.dtype == np.float32
    assert found.optimizer_state.keys() == state.keys()
    for name, array in state.items():
        np.testing.assert_array_equal(found.optimizer_state[name], array)


def test_what_a_file_says_of_itself_is_read_alone(weights, tmp_path) -> None:
    path = tmp_path / "file.npz"
    save(weights, path)
    assert load_meta(path) == load(path).meta == weights.meta
    np.savez(path, theta_1=np.zeros((784, 10), np.float32), bias_1=np.zeros(10, np.float32))
    assert load_meta(path) == WeightsMeta()
    np.savez(path, theta_1=np.zeros((784, 9), np.float32), bias_1=np.zeros(9, np.float32))
    for bad in (path, tmp_path / "none.npz", tmp_path):
        with pytest.raises(WeightsError, match=r"expected .* found") as caught:
            load_meta(bad)
        assert str(caught.value).startswith(f"{bad}: ")


def test_the_file_is_as_documented(valid) -> None:
    names = ["theta_1", "bias_1", "theta_2", "bias_2", "theta_3", "bias_3", "meta"]
    assert list(valid) == names
    assert valid["theta_1"].dtype == np.float32
    assert valid["theta_1"].shape == (784, 12)
    assert valid["bias_1"].shape == (12,)
    meta = json.loads(str(valid["meta"]))
    assert meta["format_version"] == 1
    assert meta["layer_sizes"] == [784, 12, 11, 10]
    for name in ("recipe", "seed", "epochs", "step", "data_fingerprint", "test_accuracy", "time"):
        assert name in meta
    for name in ("temperature", "rejection_threshold", "scaling", "program_version", "config"):
        assert name in meta


@pytest.mark.parametrize("write", [np.savez, np.savez_compressed])
@pytest.mark.parametrize(
    "convert", [np.array, np.asfortranarray, lambda array: array.astype(">f4")]
)
def test_a_readers_own_file_loads_with_defaults(make_weights, tmp_path, write, convert) -> None:
    parameters = make_weights(256, 128).parameters
    names = [f"{kind}_{layer}" for layer in (1, 2, 3) for kind in ("theta", "bias")]
    arrays = {name: convert(array) for name, array in zip(names, parameters, strict=True)}
    write(tmp_path / "own.npz", **dict(reversed(arrays.items())))
    found = load(tmp_path / "own.npz")
    assert found.meta == WeightsMeta()
    assert found.layer_sizes == (784, 256, 128, 10)
    for array, expected in zip(found.parameters, parameters, strict=True):
        np.testing.assert_array_equal(array, expected)
        assert array.dtype.isnative
        assert array.flags.c_contiguous


@pytest.mark.parametrize("hidden", [(), (1,), (8,) * 16])
def test_any_depth_up_to_sixteen_hidden_layers_loads(make_weights, tmp_path, hidden) -> None:
    save(make_weights(*hidden), tmp_path / "file.npz")
    assert load(tmp_path / "file.npz").layer_sizes == (784, *hidden, 10)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"parameters": ()}, "found 0"),
        ({"parameters": (np.zeros((784, 10), np.float32),)}, "no bias_1"),
        ({"parameters": (np.zeros((784, 10)), np.zeros(10))}, "float64"),
        ({"parameters": (np.zeros((784, 10), np.float32), np.zeros((), np.float32))}, "(10,)"),
        ({"optimizer_state": {"m": np.array([np.inf], np.float32)}}, "optimizer_m"),
        ({"optimizer_state": {"a b": np.zeros(1, np.float32)}}, "optimizer_a b"),
        ({"meta": WeightsMeta(temperature=float("nan"))}, "meta"),
        ({"meta": WeightsMeta(rejection_threshold=2.0)}, "rejection_threshold"),
        ({"meta": WeightsMeta(config={"path": object()})}, "JSON"),
        ({"meta": WeightsMeta(config={"text": "x" * 70_000})}, "65,536"),
    ],
)
def test_what_would_not_load_is_not_saved(weights, tmp_path, change, part) -> None:
    path = tmp_path / "kept.npz"
    save(weights, path)
    before = path.read_bytes()
    with pytest.raises(WeightsError, match=r"kept\.npz: .*expected .*found") as caught:
        save(replace(weights, **change), path)
    assert part in str(caught.value)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_named(weights, tmp_path) -> None:
    for path in (tmp_path, tmp_path / "none" / "file.npz", tmp_path / "nul\0"):
        with pytest.raises(WeightsError, match="expected a file that can be written, found: "):
            save(weights, path)
    assert not list(tmp_path.iterdir())


def test_weights_from_nowhere_have_plain_defaults() -> None:
    weights = Weights((np.zeros((784, 10), np.float32), np.zeros(10, np.float32)))
    assert weights.meta.temperature == 1.0
    assert weights.meta.rejection_threshold == 0.0
    assert weights.meta.scaling == "centred"
    assert dict(weights.optimizer_state) == {}
