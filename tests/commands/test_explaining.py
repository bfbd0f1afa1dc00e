"""`explain`: why a picture or a drawing is read as it is."""

import json
import re

import numpy as np
import pytest
from PIL import Image

from mnist_pad import cli
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.ink.raster import rasterize, scale
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.forward import activations, logits
from mnist_pad.recognizer.weights import Weights, WeightsMeta, shipped
from mnist_pad.training.tensorflow_import import tensorflow as tf

KEYS = ["digit", "probabilities", "image", "layers", "saliency", "nearest", "flip"]


@pytest.fixture
def picture(tmp_path):
    """Write images, uint8 (28, 28), side by side as a picture, black on white."""

    def write(*images):
        path = tmp_path / "picture.png"
        paper = np.hstack([np.kron(image, np.ones((6, 6), np.uint8)) for image in images])
        Image.fromarray(255 - paper).save(path)
        return path

    return write


@pytest.fixture
def ink(tmp_path):
    """Write the ten sample digits, two of them side by side, one without a label, and a dot."""
    drawn = [[stroke * 300 + 50 for stroke in strokes(digit)] for digit in range(10)]

    def line(name, label, several):
        lists = [stroke.tolist() for stroke in several]
        values = {"id": name, "label": label, "pad": [900, 400], "pen": 20, "strokes": lists}
        return json.dumps(values) + "\n"

    aside = np.array([450, 0])
    beside = [*drawn[4], *(stroke + aside for stroke in drawn[2])]
    lines = [line(str(digit), digit, drawn[digit]) for digit in range(10)]
    lines += [
        line(12, None, drawn[5]),
        line("both", None, beside),
        line("dot", 1, [np.array([[5, 5]])]),
    ]
    lines += [line("twice", 1, drawn[1]), line("twice", 2, drawn[2])]
    path = tmp_path / "ink.jsonl"
    path.write_text("".join(lines))
    return path


@pytest.fixture
def explain(capsys):
    """Run the command in this process; return its status, output and errors."""

    def run(*arguments):
        status = cli.main(["explain", *map(str, arguments)])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


def by_the_tape(weights, image, digit):
    x = tf.constant(scale(image.reshape(1, 784)))
    with tf.GradientTape() as tape:
        tape.watch(x)
        hidden = x
        for theta, bias in zip(weights.parameters[:-2:2], weights.parameters[1:-2:2], strict=True):
            hidden = tf.nn.relu(hidden @ theta + bias)
        logit = (hidden @ weights.parameters[-2] + weights.parameters[-1])[:, digit]
    return tape.gradient(logit, x).numpy()[0]


def assert_explains(weights, told):
    """Check all figures by the forward pass, TensorFlow's tape and distances written out."""
    assert list(told) == KEYS
    image = np.array(told["image"])
    inputs = scale(image.reshape(1, 784), weights.meta.scaling)
    outputs = logits(weights, inputs)[0]
    assert told["digit"] == outputs.argmax() == np.argmax(told["probabilities"])
    assert sum(told["probabilities"]) == pytest.approx(1, abs=1e-5)
    for ours, theirs in zip(told["layers"], activations(weights, inputs), strict=True):
        np.testing.assert_allclose(ours, theirs[0], atol=1e-5)
    flip = told["flip"]
    changed = np.array(flip["image"])
    assert flip["changed"] == np.count_nonzero(changed != image)
    assert 0 <= changed.min() <= changed.max() <= 255
    read = logits(weights, scale(changed.reshape(1, 784), weights.meta.scaling))[0].argmax()
    assert read == flip["digit"] != told["digit"]


def test_a_picture_is_explained(mnist_pad, picture, mnist):
    weights = shipped()
    result = mnist_pad("explain", picture(mnist["x_test"][0]), "--json")
    assert (result.status, result.err) == (0, "")
    (told,) = result.objects
    assert told["digit"] == 7
    assert [len(layer) for layer in told["layers"]] == [256, 128, 10]
    assert_explains(weights, told)
    image = np.array(told["image"], np.uint8)
    expected = by_the_tape(weights, image, 7)
    np.testing.assert_allclose(
        told["saliency"], expected, rtol=1e-5, atol=1e-5 * abs(expected).max()
    )
    hidden = activations(weights, scale(image.reshape(1, 784)))[1]
    known = np.concatenate(
        [
            activations(weights, scale(mnist["x_train"][at : at + 5_000]))[1]
            for at in range(0, 60_000, 5_000)
        ]
    )
    distances = np.linalg.norm(known - hidden, axis=1)
    order = np.argsort(distances)[:5]
    assert [each["index"] for each in told["nearest"]] == order.tolist()
    assert [each["label"] for each in told["nearest"]] == mnist["y_train"][order].tolist()
    found = [each["distance"] for each in told["nearest"]]
    np.testing.assert_allclose(found, distances[order], rtol=1e-4)


def test_a_drawing_is_explained(explain, ink):
    status, out, err = explain("--ink", ink, "--id", "3", "--json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert told["digit"] == 3
    assert_explains(shipped(), told)
    drawn = Ink(tuple(stroke * 300 + 50 for stroke in strokes(3)), (900, 400), 20)
    np.testing.assert_array_equal(told["image"], rasterize(drawn).image.reshape(784))


def test_a_drawing_that_nobody_labelled_is_explained_by_its_number(explain, ink):
    status, out, _ = explain("--ink", ink, "--id", "12", "--json")
    assert (status, json.loads(out)["digit"]) == (0, 5)


def test_of_several_drawings_with_an_id_the_first_is_explained_and_that_is_told(explain, ink):
    status, out, err = explain("--ink", ink, "--id", "twice", "--json")
    assert (status, json.loads(out)["digit"]) == (0, 1)
    assert err == f"mnist-pad: {ink}: 2 drawings have the id twice; the first is explained\n"


@pytest.mark.parametrize("sizes", [(), (20, 16, 12, 9)])
def test_other_weights_explain_by_their_own_layers(explain, ink, tmp_path, sizes):
    random = np.random.default_rng(0)
    arrays = {}
    for number, (inputs, units) in enumerate(
        zip((784, *sizes), (*sizes, 10), strict=True), start=1
    ):
        arrays[f"theta_{number}"] = random.normal(0, inputs**-0.5, (inputs, units)).astype(
            np.float32
        )
        arrays[f"bias_{number}"] = np.zeros(units, np.float32)
    np.savez(tmp_path / "own.npz", **arrays)
    options = "--weights", tmp_path / "own.npz", "--scaling", "unit", "--json"
    status, out, err = explain("--ink", ink, "--id", "4", *options)
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert [len(layer) for layer in told["layers"]] == [*sizes, 10]
    assert len(told["nearest"]) == 5
    assert_explains(Weights(tuple(arrays.values()), WeightsMeta(scaling="unit")), told)


@pytest.mark.filterwarnings("error")
def test_overflowing_weights_are_explained_as_far_as_that_goes(explain, ink, tmp_path):
    arrays = {}
    for number, (inputs, units) in enumerate(((784, 9), (9, 8), (8, 10)), start=1):
        arrays[f"theta_{number}"] = (
            np.random.default_rng(number).normal(0, 1e37, (inputs, units)).astype(np.float32)
        )
        arrays[f"bias_{number}"] = np.zeros(units, np.float32)
    np.savez(tmp_path / "far.npz", **arrays)
    options = "--ink", ink, "--id", "4", "--weights", tmp_path / "far.npz", "--scaling", "centred"
    status, out, err = explain(*options, "--json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert told["nearest"] == []
    assert np.isfinite(told["saliency"]).all()
    assert "none, the weights overflow" in explain(*options)[1]


def test_in_words_the_flip_is_drawn(explain, ink):
    told = json.loads(explain("--ink", ink, "--id", "8", "--json")[1])
    status, out, _ = explain("--ink", ink, "--id", "8")
    assert status == 0
    first, _, *lines = out.splitlines()
    assert re.fullmatch(r".*ink\.jsonl: drawing 8: 8 \(\d+\.\d\d %\)", first)
    strongest = int(np.argmax(told["layers"][0]))
    assert lines[0].startswith(f"layer 1, strongest units (of 256): {strongest} (")
    assert lines[1].startswith("layer 2, strongest units (of 128): ")
    assert lines[2].startswith("logits: 0: ")
    assert lines[3].startswith(f"nearest training digits: {told['nearest'][0]['label']} (number ")
    flip = told["flip"]
    assert lines[5].startswith(f"Read as {flip['digit']} with {flip['changed']} pixels changed")
    drawn = lines[6:]
    assert len(drawn) == 28
    assert all(len(row) <= 56 for row in drawn)
    before, after = np.array(told["image"]), np.array(flip["image"])
    assert sum(row.count("+") for row in drawn) == 2 * (after > before).sum()
    assert sum(row.count("-") for row in drawn) == 2 * (after < before).sum()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "expected a picture, or --ink and --id, found neither"),
        (("a.png", "--ink", "b.jsonl", "--id", "3"), "found both"),
        (("a.png", "--id", "3"), "found both"),
        (("--ink", "b.jsonl"), "--id: expected which drawing of --ink, found none"),
        (("--id", "3"), "found neither"),
        (("missing.png",), "missing.png: expected"),
        (("--ink", "missing.jsonl", "--id", "3"), "missing.jsonl: expected"),
        (("README.md",), "README.md: expected a picture"),
        (("a.png", "b.png"), "unrecognized arguments: b.png"),
    ],
)
def test_arguments_that_do_not_fit_get_one_line(explain, arguments, words):
    status, out, err = explain(*arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("mnist-pad: error: ")
    assert words in err


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("13", "expected a drawing with the id 13, found 0, 1, 2"),
        ("both", "drawing both: expected one digit, found 2 marks"),
        ("dot", "drawing dot: expected one digit, found too little ink"),
    ],
)
def test_a_drawing_that_is_not_one_digit_gets_one_line(explain, ink, wanted, words):
    status, out, err = explain("--ink", ink, "--id", wanted, "--json")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_a_picture_of_several_digits_or_none_gets_one_line(explain, picture, mnist):
    several = picture(*mnist["x_test"][:3])
    status, out, err = explain(several)
    assert (status, out) == (2, "")
    assert err.endswith("picture.png: expected one digit, found 3 marks\n")
    status, out, err = explain(picture(np.zeros((28, 28), np.uint8)), "--json")
    assert (status, out) == (2, "")
    assert err.endswith("picture.png: expected one digit, found no ink\n")
    # A chessboard is no digit to what ships.
    board = (np.indices((20, 20)).sum(axis=0) // 4 % 2 * 255).astype(np.uint8)
    status, out, err = explain(picture(np.pad(board, 4)), "--json")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "expected one digit, found" in err
