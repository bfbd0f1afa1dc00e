"""What weights say of themselves: its text, its limits, and the shapes it goes with."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.base.npz import Header
from mnist_pad.recognizer.calibration import fit_threshold, prominence
from mnist_pad.recognizer.evaluation import calibration_error
from mnist_pad.recognizer.forward import softmax
from mnist_pad.recognizer.layout import check, parameter_names
from mnist_pad.recognizer.meta import (
    MAX_TEXT_LENGTH,
    WeightsError,
    WeightsMeta,
    from_json,
    to_json,
)

SIZES = (784, 16, 10)
PRINTABLE = st.text(max_size=10).filter(str.isprintable)
COUNTS = st.integers(0, 2**63 - 1)
FRACTIONS = st.floats(0, 1)
SETTINGS = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5)

METAS = st.builds(
    WeightsMeta,
    recipe=PRINTABLE,
    seed=st.none() | COUNTS,
    epochs=COUNTS,
    step=COUNTS,
    data_fingerprint=PRINTABLE,
    test_accuracy=st.none() | FRACTIONS,
    temperature=st.floats(0, exclude_min=True, allow_infinity=False, allow_nan=False),
    rejection_threshold=FRACTIONS,
    scaling=st.sampled_from(["centred", "unit", "raw"]),
    program_version=PRINTABLE,
    time=PRINTABLE,
    adapted_from=PRINTABLE,
    config=st.dictionaries(st.text(max_size=5), SETTINGS | st.lists(SETTINGS, max_size=3)),
)


def refused(**changes):
    text = json.dumps({"format_version": 1, **changes})
    with pytest.raises(WeightsError) as caught:
        from_json(text, SIZES)
    return str(caught.value)


def headers(*shapes, dtype=np.float32, **others):
    """Return what the arrays of a network declare: theta_1, bias_1, theta_2, ..."""
    names = [f"{kind}_{layer}" for layer in range(1, 20) for kind in ("theta", "bias")]
    pairs = zip(names, shapes, strict=False)
    return {name: Header(np.dtype(dtype), shape) for name, shape in pairs} | others


@settings(deadline=None)
@given(METAS)
def test_what_is_written_is_read(meta):
    assert from_json(to_json(meta, SIZES), SIZES) == meta


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("recipe", "a\x1bb", "a printable text"),
        ("recipe", None, "a printable text"),
        ("seed", -1, "a whole number from 0 or null"),
        ("seed", True, "a whole number from 0 or null"),
        ("epochs", 1.0, "a whole number from 0"),
        ("step", 2**63, "a whole number from 0"),
        ("test_accuracy", 1.01, "a number from 0 to 1 or null"),
        ("temperature", 0, "a finite number above 0"),
        pytest.param("temperature", 10**400, "a finite number above 0", id="beyond floats"),
        ("rejection_threshold", None, "a number from 0 to 1"),
        ("scaling", "log", "one of centred, unit, raw"),
        ("scaling", ["raw"], "one of centred, unit, raw"),
        ("config", [], "an object of plain settings"),
        ("config", {"a": {}}, "an object of plain settings"),
        ("config", {"a": [[1]]}, "an object of plain settings"),
        ("format_version", 2, "1"),
        ("format_version", True, "1"),
        ("layer_sizes", [784, 10], "[784, 16, 10], as the arrays have"),
    ],
)
def test_what_cannot_be_is_named(name, value, expected):
    assert refused(**{name: value}).startswith(f"meta: expected {name} to be {expected}, found ")


def test_an_activation_that_nobody_knows_is_refused():
    told = refused(config={"activation": "step"})
    assert told.startswith("meta: expected activation to be one of relu, sigmoid, tanh, found ")


def test_weights_that_do_not_say_have_relu():
    assert WeightsMeta().activation == "relu"
    assert WeightsMeta(config={"activation": "tanh"}).activation == "tanh"


def test_what_is_no_object_is_told():
    for text, told in (
        ("[]", "a JSON object, found []"),
        ("{", "a JSON text"),
        ("NaN", "NaN is no"),
    ):
        with pytest.raises(WeightsError, match=r"meta: expected") as caught:
            from_json(text, SIZES)
        assert told in str(caught.value)


def test_a_text_may_be_as_long_as_the_limit_and_no_longer():
    room = MAX_TEXT_LENGTH - len('{"format_version": 1}')
    assert from_json('{"format_version": 1' + " " * room + "}", SIZES) == WeightsMeta()
    with pytest.raises(WeightsError, match="at most 65,536 characters, found 65,537"):
        from_json('{"format_version": 1' + " " * (room + 1) + "}", SIZES)


@pytest.mark.parametrize(
    "meta",
    [
        WeightsMeta(temperature=math.nan),
        WeightsMeta(test_accuracy=2.0),
        WeightsMeta(recipe="\n"),
        WeightsMeta(config={"a": object()}),
        WeightsMeta(config={"a": {"b": 1}}),
        WeightsMeta(config={"a": "x" * MAX_TEXT_LENGTH}),
    ],
)
def test_what_would_not_be_read_is_not_written(meta):
    with pytest.raises(WeightsError, match="meta: expected"):
        to_json(meta, SIZES)


def test_parameters_are_named_layer_by_layer():
    names = ["bias_2", "theta_1", "meta", "theta_2", "bias_1", "optimizer_momentum_theta_1"]
    assert parameter_names(names) == ["theta_1", "bias_1", "theta_2", "bias_2"]
    assert parameter_names([]) == []


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        (headers(), "weights: expected 1 to 17 layers, found 0"),
        (headers((784, 10)), "weights: expected theta_1 and bias_1, found no bias_1"),
        (headers((784, 10), (9,)), "bias_1: expected shape (10,), found (9,)"),
        (headers((783, 10), (10,)), "theta_1: expected shape (784, units) with 1 to 8,192 units"),
        (headers((784, 8_193), (8_193,)), "theta_1: expected shape (784, units)"),
        (headers((784, 0), (0,)), "theta_1: expected shape (784, units)"),
        (headers((784, 9), (9,)), "theta_1: expected 10 outputs, one a digit, found 9"),
        (headers((784, 8), (8,), (9, 10), (10,)), "theta_2: expected shape (8, units)"),
        (headers((784, 10), (10,), dtype=np.float64), "theta_1: expected float32, found float64"),
        (
            headers((784, 10), (10,), other=Header(np.dtype(np.float32), (1,))),
            "weights: expected theta_*, bias_*, optimizer_* and meta alone, found 'other'",
        ),
        (
            headers((784, 10), (10,), optimizer_m=Header(np.dtype(np.float32), (7_841,))),
            "optimizer_m: expected at most 7,840 numbers, found shape (7841,)",
        ),
        (
            headers((784, 10), (10,), meta=Header(np.dtype("U9"), (1,))),
            "meta: expected one text, found <U9 of shape (1,)",
        ),
        (
            headers((784, 10), (10,), meta=Header(np.dtype("U65537"), ())),
            "meta: expected at most 65,536 characters, found 65,537",
        ),
    ],
)
def test_arrays_that_make_no_network_are_named(declared, told):
    with pytest.raises(WeightsError) as caught:
        check(declared)
    assert str(caught.value).startswith(told)


def test_a_network_with_as_much_state_as_it_may_have_is_taken():
    state = {f"optimizer_{n}": Header(np.dtype(np.float32), (784, 10)) for n in range(8)}
    check(headers((784, 10), (10,), **state, meta=Header(np.dtype("U65536"), ())))
    state["optimizer_8"] = state["optimizer_0"]
    with pytest.raises(WeightsError, match=r"at most 8 optimizer_\* arrays, found 9"):
        check(headers((784, 10), (10,), **state))


LOGITS = st.lists(st.floats(-50, 50), min_size=10, max_size=10)


@settings(deadline=None)
@given(LOGITS, st.floats(0.05, 20))
def test_a_temperature_changes_no_answer(values, temperature):
    logits = np.array([values])
    assert softmax(logits, temperature)[0, np.argmax(values)] == softmax(logits, temperature).max()


@settings(deadline=None)
@given(LOGITS, st.floats(-100, 100))
def test_prominence_is_blind_to_what_all_logits_share(values, shared):
    logits = np.array([values])
    np.testing.assert_allclose(prominence(logits), prominence(logits + shared), rtol=1e-4)
    assert 0.1 - 1e-6 <= prominence(logits)[0] <= 1 + 1e-6


@settings(deadline=None)
@given(st.lists(st.floats(0.1, 1), min_size=1, max_size=50), FRACTIONS)
def test_a_threshold_rejects_no_more_than_its_share(values, share):
    prominences = np.array(values)
    threshold = fit_threshold(prominences, share)
    assert threshold in prominences
    assert (prominences < threshold).mean() <= share


@settings(deadline=None)
@given(st.lists(st.tuples(FRACTIONS, st.booleans()), max_size=40))
def test_a_calibration_error_is_a_fraction(answers):
    confidences = np.array([confidence for confidence, _ in answers])
    right = np.array([holds for _, holds in answers], bool)
    error = calibration_error(confidences, right)
    assert (error is None) == (not answers)
    if error is not None:
        assert 0 <= error <= 1 + 1e-9
        gap = abs(float((right - confidences).mean()))
        assert error >= gap - 1e-9
