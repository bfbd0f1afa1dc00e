import contextlib
import json
import os
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta, load, load_meta, save


def arrays_of(path) -> dict:
    with np.load(path) as file:
        return dict(file)


@pytest.fixture
def valid(weights, tmp_path):
    """A valid file's arrays by name, to be spoilt."""
    save(weights, tmp_path / "valid.npz")
    return arrays_of(tmp_path / "valid.npz")


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
    ("name", "array", "part"),
    [
        ("theta_1", np.zeros((784, 12)), "theta_1: expected float32, found float64"),
        ("theta_1", np.zeros((784, 12), np.float16), "found float16"),
        ("bias_2", np.zeros(11, np.int32), "bias_2: expected float32, found int32"),
        ("theta_1", np.zeros((28, 28), np.float32), r"(784, units)"),
        ("theta_1", np.zeros(784, np.float32), "found (784,)"),
        ("theta_1", np.zeros((784, 0), np.float32), "1 to 8,192 units"),
        ("theta_1", np.zeros((784, 8193), np.float32), "found (784, 8193)"),
        ("theta_2", np.zeros((13, 11), np.float32), "theta_2: expected shape (12, units)"),
        ("bias_1", np.zeros((12, 1), np.float32), "bias_1: expected shape (12,)"),
        ("bias_1", np.zeros(11, np.float32), "found (11,)"),
        ("theta_2", np.full((12, 11), np.nan, np.float32), "theta_2: expected finite"),
        ("bias_3", np.full(10, -np.inf, np.float32), "found -inf"),
        ("theta_4", np.zeros((10, 10), np.float32), "found no bias_4"),
        ("bias_4", np.zeros(10, np.float32), "found no theta_4"),
        ("theta_x", np.zeros((10, 10), np.float32), "found no theta_4"),
        ("gamma", np.zeros(3, np.float32), "found 'gamma'"),
        ("theta_1", np.array([{}], dtype=object), "found '|O'"),
        ("meta", np.array([{}], dtype=object), "found '|O'"),
        ("meta", np.array(b"{}"), "meta: expected one text"),
        ("meta", np.array(["{}"]), "meta: expected one text"),
        ("meta", np.array(1.0), "found float64"),
        ("meta", np.array(" " * 70_000), "65,536 characters"),
        ("optimizer_m", np.zeros(3), "optimizer_m: expected float32"),
        ("optimizer_m", np.full(3, np.nan, np.float32), "optimizer_m: expected finite"),
        ("optimizer_m", np.zeros((784, 13), np.float32), "at most 9,408 numbers"),
        ("optimizer_", np.zeros(3, np.float32), "found 'optimizer_'"),
        ("optimizer_../x", np.zeros(3, np.float32), "optimizer_*"),
    ],
)
def test_a_wrong_array_is_named(valid, refused, name, array, part) -> None:
    assert part in refused({**valid, name: array})


@pytest.mark.parametrize("name", ["theta_1", "bias_1", "theta_3", "bias_3"])
def test_a_missing_array_is_named(valid, refused, name) -> None:
    del valid[name]
    assert "found no" in refused(valid)


def test_other_outputs_than_ten_are_refused(valid, refused) -> None:
    valid["theta_3"] = np.zeros((11, 26), np.float32)
    valid["bias_3"] = np.zeros(26, np.float32)
    assert "theta_3: expected 10 outputs, one a digit, found 26" in refused(valid)


def test_more_than_sixteen_hidden_layers_are_refused(make_weights, valid, refused) -> None:
    for layer in range(1, 19):
        valid[f"theta_{layer}"] = np.zeros((784, 10), np.float32)
    assert "1 to 17 layers, found 18" in refused(valid)
    assert "found 0" in refused({})


def test_too_much_optimizer_state_is_refused(valid, refused) -> None:
    many = {f"optimizer_{number}": np.zeros(1, np.float32) for number in range(25)}
    assert "at most 24 optimizer_* arrays, found 25" in refused({**valid, **many})


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "JSON text"),
        ("not JSON", "JSON text"),
        ("[" * 60_000, "JSON text"),
        ('{"config": ' * 5_000 + "1" + "}" * 5_000, "meta: expected"),
        ('{"format_version": 1, "seed": ' + "9" * 5_000 + "}", "meta: expected"),
        ("[1]", "JSON object, found [1]"),
        ("null", "JSON object"),
        ("{}", "format_version to be 1, found None"),
        ('{"format_version": 2}', "format_version to be 1, found 2"),
        ('{"format_version": true}', "found True"),
        ('{"format_version": [1]}', "found [1]"),
    ],
)
def test_a_meta_that_is_none_is_refused(valid, refused, text, part) -> None:
    assert part in refused({**valid, "meta": np.array(text)})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("layer_sizes", [784, 256, 128, 10]),
        ("layer_sizes", "784"),
        ("recipe", 3),
        ("recipe", "\x1b[31mred"),
        ("recipe", "\ud800"),
        ("seed", -1),
        ("seed", 1.5),
        ("epochs", True),
        ("epochs", None),
        ("step", "many"),
        ("data_fingerprint", None),
        ("test_accuracy", 98.3),
        ("test_accuracy", "0.98"),
        ("temperature", 0),
        ("temperature", -1.0),
        ("temperature", True),
        ("temperature", float("nan")),
        ("temperature", float("inf")),
        ("temperature", [1.0]),
        ("rejection_threshold", 1.5),
        ("rejection_threshold", None),
        ("scaling", "square"),
        ("scaling", ["raw"]),
        ("program_version", 1),
        ("time", 1700000000),
        ("adapted_from", "a\nb"),
        ("config", None),
        ("config", [1, 2]),
        ("config", {"hidden_sizes": {"1": 256}}),
        ("config", {"hidden_sizes": [[256]]}),
    ],
)
def test_a_wrong_value_in_meta_is_named(valid, refused, key, value) -> None:
    meta = json.loads(str(valid["meta"]))
    message = refused({**valid, "meta": np.array(json.dumps({**meta, key: value}))})
    assert message.count("meta: expected") == 1
    assert key in message or "NaN" in message or "Infinity" in message


def test_numbers_beyond_floats_are_refused(valid, refused) -> None:
    text = '{"format_version": 1, "temperature": 1e999}'
    assert "temperature" in refused({**valid, "meta": np.array(text)})


def test_keys_of_a_later_version_are_passed_over(valid, tmp_path) -> None:
    meta = {"format_version": 1, "recipe": "accurate", "later": [1, 2, 3]}
    np.savez(tmp_path / "later.npz", **{**valid, "meta": np.array(json.dumps(meta))})
    assert load(tmp_path / "later.npz").meta == WeightsMeta(recipe="accurate")


def test_characters_beyond_unicode_are_refused(valid, refused) -> None:
    meta = np.frombuffer(np.array([0x7FFFFFFF, 0x20], np.uint32).tobytes(), "U2").reshape(())
    assert "meta: expected a text" in refused({**valid, "meta": meta})


def test_files_that_are_none_are_refused(tmp_path) -> None:
    (tmp_path / "text.npz").write_text("theta_1")
    np.save(tmp_path / "one.npy", np.zeros((784, 10), np.float32))
    os.mkfifo(tmp_path / "pipe")
    for name in ("text.npz", "one.npy", "pipe", "missing.npz", ".", "nul\0.npz", "text.npz/x"):
        with pytest.raises(WeightsError, match=r"expected .* found"):
            load(tmp_path / name)


def test_sizes_are_checked_before_anything_is_allocated(tmp_path) -> None:
    path = tmp_path / "large.npz"
    large = np.zeros((784, 40_000), np.float32)
    np.savez_compressed(path, theta_1=large, bias_1=np.zeros(40_000, np.float32))
    del large
    tracemalloc.start()
    with pytest.raises(WeightsError, match="8,192 units"):
        load(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


@pytest.mark.parametrize("write", [np.savez, np.savez_compressed])
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_loads_or_is_refused(make_weights, tmp_path, write, data) -> None:
    path = tmp_path / "damaged.npz"
    theta_1, bias_1 = make_weights().parameters
    write(path, theta_1=theta_1, bias_1=bias_1, meta=np.array('{"format_version": 1}'))
    damaged = bytearray(path.read_bytes())
    # The headers and the directory, where damage does most, lie in the last thousand bytes.
    last = len(damaged) - 1
    places = st.integers(0, last) | st.integers(last - 1000, last) | st.integers(0, 200)
    for _ in range(data.draw(st.integers(0, 3))):
        damaged[data.draw(places)] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged[: data.draw(places)])
    with contextlib.suppress(WeightsError):
        assert load(path).layer_sizes == (784, 10)


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
