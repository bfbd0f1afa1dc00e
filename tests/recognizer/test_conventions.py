"""Weights that other programs wrote: what they call their arrays, and how they lay them out."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.base.npz import Header
from mnist_pad.recognizer.conventions import arrange
from mnist_pad.recognizer.layout import check
from mnist_pad.recognizer.weights import WeightsError, WeightsMeta, load, load_meta

SIZES = (784, 12, 11, 10)
WITH_SQUARES = (784, 12, 12, 12, 10)
SQUARE_FIRST = (784, 784, 10)

# What each program calls its layers, counted from 0: where the theta is, where the bias is.
NAMES = {
    "NumPy by hand": ("W{n1}", "b{n1}"),
    "small letters": ("w{n1}", "b{n1}"),
    "underscores": ("weights_{n1}", "biases_{n1}"),
    "counted from 0": ("theta_{n0}", "bias_{n0}"),
    "scikit-learn": ("coefs_{n0}", "intercepts_{n0}"),
    "Keras 3": ("sequential/dense{_n0}/kernel", "sequential/dense{_n0}/bias"),
    "Keras 2": ("dense{_n0}/kernel:0", "dense{_n0}/bias:0"),
    "Keras in HDF5": ("dense{_n0}/dense{_n0}/kernel:0", "dense{_n0}/dense{_n0}/bias:0"),
    "Flax": ("params/Dense_{n0}/kernel", "params/Dense_{n0}/bias"),
    "PyTorch": ("fc{n1}.weight", "fc{n1}.bias"),
    "PyTorch's Sequential": ("stack.{twice}.weight", "stack.{twice}.bias"),
    "a bare Sequential": ("{twice}.weight", "{twice}.bias"),
}
TRANSPOSED = [name for name in NAMES if "torch" in name.lower() or "Sequential" in name]


def layers_of(*sizes):
    random = np.random.default_rng(3)
    return [
        (random.normal(0, 0.1, pair).astype(np.float32), random.random(pair[1], np.float32))
        for pair in pairwise(sizes)
    ]


def named(layers, names, *, transposed=False):
    """Return the arrays as a program that names them so would save them."""
    arrays = {}
    for n, (theta, bias) in enumerate(layers):
        places = {"n0": n, "n1": n + 1, "twice": 2 * n, "_n0": f"_{n}" if n else ""}
        arrays[names[0].format(**places)] = theta.T if transposed else theta
        arrays[names[1].format(**places)] = bias
    return arrays


def by_turns(layers):
    return [array for layer in layers for array in layer]


@pytest.fixture
def same(tmp_path):
    """Check that arrays of a file load as these layers do, and nothing is known of the scaling."""

    def check(layers, *arrays, **by_name):
        np.savez(tmp_path / "own.npz", *arrays, **by_name)
        found = load(tmp_path / "own.npz")
        assert (found.meta, found.says_scaling) == (WeightsMeta(), False)
        assert load_meta(tmp_path / "own.npz") == WeightsMeta()
        for array, expected in zip(found.parameters, by_turns(layers), strict=True):
            np.testing.assert_array_equal(array, expected)
            assert array.dtype == np.float32
            assert array.flags.c_contiguous

    return check


@pytest.mark.parametrize("sizes", [SIZES, WITH_SQUARES, SQUARE_FIRST, (784, 10)])
@pytest.mark.parametrize("program", NAMES)
def test_names_tell_which_layer_is_which(same, program, sizes):
    layers = layers_of(*sizes)
    arrays = named(layers, NAMES[program], transposed=program in TRANSPOSED)
    same(layers, **arrays)
    same(layers, **dict(reversed(arrays.items())))


@pytest.mark.parametrize("sizes", [SIZES, WITH_SQUARES, SQUARE_FIRST, (784, 10)])
@pytest.mark.parametrize("transposed", [False, True])
def test_arrays_without_names_are_told_by_their_places(same, sizes, transposed):
    layers = layers_of(*sizes)
    given = [(theta.T if transposed else theta, bias) for theta, bias in layers]
    # As of Keras's model.get_weights(), and as of scikit-learn's coefs_ and intercepts_.
    same(layers, *by_turns(given))
    same(layers, *(theta for theta, _ in given), *(bias for _, bias in given))


def test_more_than_ten_arrays_without_names_are_in_the_order_of_their_numbers(same):
    layers = layers_of(784, *[12] * 6, 10)
    arrays = {f"arr_{number}": array for number, array in enumerate(by_turns(layers))}
    same(layers, **dict(sorted(arrays.items())))


@pytest.mark.parametrize("shape", [(1, -1), (-1, 1)])
def test_double_precision_and_biases_of_two_axes_are_taken(same, shape):
    layers = layers_of(*SIZES)
    wide = [(theta.astype(np.float64), bias.reshape(shape).astype(">f8")) for theta, bias in layers]
    same(layers, *by_turns(wide))
    same(layers, **named(wide, ("theta_{n1}", "bias_{n1}")))
    same(layers, **named(wide, NAMES["PyTorch"], transposed=True))


def test_layers_with_names_of_their_own_are_in_the_order_of_the_file(same):
    layers = layers_of(784, 12, 12, 10)
    for names in (("fc1", "fc2", "out"), ("hidden", "more_hidden", "digits")):
        arrays = {}
        for name, (theta, bias) in zip(names, layers, strict=True):
            arrays |= {f"{name}.weight": theta.T, f"{name}.bias": bias}
        same(layers, **arrays)
    (first, first_bias), (last, last_bias) = two = layers_of(784, 12, 10)
    same(two, W_h=first, b_h=first_bias, W_o=last, b_o=last_bias)
    (theta, bias), *_ = one = layers_of(784, 10)
    same(one, kernel=theta, bias=bias)


def test_names_that_differ_from_the_layout_do_no_harm_where_sizes_tell(same):
    layers = layers_of(*SIZES)
    same(layers, **named(layers, NAMES["PyTorch"]))
    same(layers, **named(layers, NAMES["Keras 3"], transposed=True))


@pytest.mark.parametrize(
    ("program", "transposed"), [("PyTorch", False), ("Keras 3", True), ("scikit-learn", True)]
)
def test_a_square_that_names_and_sizes_tell_differently_is_refused(refused, program, transposed):
    arrays = named(layers_of(784, 12, 12, 10), NAMES[program], transposed=transposed)
    message = refused(arrays)
    assert "where one is square" in message
    assert all(f"{name} {array.shape}" in message for name, array in arrays.items())


def test_twins_that_only_the_order_of_the_file_tells_apart_are_refused(refused):
    first, second, third, last = layers_of(784, 12, 12, 12, 10)
    names = ("start", "middle", "centre", "end")
    arrays = {}
    for name, (theta, bias) in zip(names, (first, second, third, last), strict=True):
        arrays |= {f"{name}.weight": theta.T, f"{name}.bias": bias}
    message = refused(arrays)
    assert "numbers where layers are of one shape" in message
    assert "middle.weight (12, 12)" in message


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"W2": None}, "called like theta_1 and bias_1"),
        ({"b3": None}, "found W1 (784, 12), b1 (12,), W2 (12, 11), b2 (11,), W3 (11, 10)"),
        ({"accuracy": np.array(0.9)}, "accuracy ()"),
        ({"w1": np.zeros((784, 12), np.float32)}, "w1 (784, 12)"),
        ({"W1": np.zeros((28, 28), np.float32)}, "W1: expected shape (784, units)"),
        ({"W1": np.zeros((12, 783), np.float32)}, "found (12, 783)"),
        ({"W1": np.zeros((), np.float32)}, "found ()"),
        ({"W2": np.zeros((12, 11, 1), np.float32)}, "W2: expected shape (12, units)"),
        ({"W2": np.zeros((11, 12), np.float32)}, "found (11, 12)"),
        ({"W2": np.zeros((12, 11), np.float16)}, "W2: expected float32 or float64, found float16"),
        ({"b2": np.zeros((11, 2), np.float32)}, "(11,) or (1, 11) or (11, 1), found (11, 2)"),
        ({"b2": np.full(11, np.nan, np.float32)}, "b2: expected finite numbers, found nan"),
        ({"b2": np.full(11, -1e39)}, "b2: expected numbers that float32 can hold, found -1e+39"),
        ({"W1\n": np.zeros(1, np.float32)}, "'W1\\n' (1,)"),
        ({"\n.weight": np.zeros(1, np.float32)}, "called like"),
        ({"optimizer_count": np.zeros((), np.float32)}, "optimizer_count ()"),
        ({"meta": np.array("{}")}, "format_version"),
        ({"b" * 99: np.zeros(1, np.float32)}, "b" * 60 + "' (1,)"),
        ({"W" + "9" * 99: np.zeros(1, np.float32)}, "called like"),
    ],
)
def test_what_is_not_certain_is_refused_with_what_was_found(refused, change, part):
    arrays = named(layers_of(*SIZES), NAMES["NumPy by hand"]) | change
    assert part in refused({name: array for name, array in arrays.items() if array is not None})


@pytest.mark.parametrize(
    ("arrays", "part"),
    [
        ([np.zeros((784, 10), np.float32)], "found arr_0 (784, 10)"),
        ([np.zeros((784, 9), np.float32), np.zeros(9, np.float32)], "arr_0: expected 10 outputs"),
        ([np.zeros((9, 784), np.float32), np.zeros(9, np.float32)], "arr_0: expected 10 outputs"),
        ([np.zeros((8193, 784), np.float32), np.zeros(8193, np.float32)], "(units, 784)"),
        ([np.zeros((1, 1), np.float32)] * 36, "1 to 17 layers, found 18"),
        ([np.zeros((1, 1), np.float32)] * 13, "arr_7 (1, 1) and 5 more"),
    ],
)
def test_places_that_make_no_network_are_refused(refused, arrays, part):
    assert part in refused({f"arr_{number}": array for number, array in enumerate(arrays)})


def test_a_wrong_shape_is_expected_as_the_program_lays_it_out(refused):
    arrays = named(layers_of(783, 12, 10), NAMES["PyTorch"], transposed=True)
    assert "fc1.weight: expected shape (units, 784) with" in refused(arrays)


WORDS = st.sampled_from(["W", "b", "weight", "bias", "arr_", "fc", "theta", "9" * 12, "\n"])
ANY_NAME = st.lists(WORDS | st.sampled_from("12_./"), max_size=5).map("".join)
ANY_SHAPE = st.lists(st.sampled_from([0, 1, 10, 12, 784, 9_000]), max_size=3).map(tuple)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(ANY_NAME, ANY_SHAPE, max_size=8))
def test_whatever_is_declared_is_arranged_or_refused_in_a_line(shapes):
    headers = {name: Header(np.dtype(np.float32), shape) for name, shape in shapes.items()}
    sentence = ""
    try:
        check(headers, arrange(headers))
    except WeightsError as error:
        sentence = str(error)
    assert sentence.isprintable()
