"""Weights files that are none are refused, each in one sentence."""

import contextlib
import json
import os
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.recognizer.weights import WeightsError, WeightsMeta, load


@pytest.mark.parametrize(
    ("name", "array", "part"),
    [
        ("theta_1", np.full((784, 12), 1e39), "theta_1: expected numbers that float32 can hold"),
        ("theta_1", np.zeros((784, 12), np.float16), "found float16"),
        ("bias_2", np.zeros(11, np.int32), "bias_2: expected float32 or float64, found int32"),
        ("theta_1", np.zeros((28, 28), np.float32), r"(784, units)"),
        ("theta_1", np.zeros(784, np.float32), "found (784,)"),
        ("theta_1", np.zeros((784, 0), np.float32), "1 to 8,192 units"),
        ("theta_1", np.zeros((784, 8193), np.float32), "found (784, 8193)"),
        ("theta_2", np.zeros((13, 11), np.float32), "theta_2: expected shape (12, units)"),
        ("bias_1", np.zeros((12, 2), np.float32), "expected shape (12,) or (1, 12) or (12, 1)"),
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
