"""`predict`, `evaluate` and `info`, on real MNIST and on drawings."""

import json

import numpy as np
import pytest
from PIL import Image

from mnist_pad.base.assets import asset
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.recognizer.weights import shipped
from tests.rescaled import taught


@pytest.fixture(scope="module")
def mnist():
    with np.load(asset("mnist.npz")) as data:
        return {name: data[name] for name in data.files}


@pytest.fixture
def pictures(tmp_path, mnist):
    """Write twenty test digits, black on white, as a scanner might give them."""
    paths = []
    for index in range(20):
        path = tmp_path / f"{index}-{mnist['y_test'][index]}.png"
        Image.fromarray(255 - np.kron(mnist["x_test"][index], np.ones((6, 6), np.uint8))).save(path)
        paths.append(path)
    return paths


@pytest.fixture
def drawings(tmp_path):
    """Write the ten sample digits as ink, one dot, and one drawing without a label."""
    path = tmp_path / "ink.jsonl"
    lines = [
        {
            "id": str(digit),
            "label": digit,
            "pad": [400, 400],
            "pen": 20,
            "strokes": [(stroke * 300 + 50).tolist() for stroke in strokes(digit)],
        }
        for digit in range(10)
    ]
    lines.append({**lines[3], "id": "dot", "strokes": [[[5, 5]]]})
    lines.append({**lines[4], "id": "unnamed", "label": None})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_predict_reads_pictures(mnist_pad, pictures):
    result = mnist_pad("predict", *pictures, "--json")
    assert result.status == 0
    assert result.err == ""
    right = sum(answer["picture"].endswith(f"-{answer['digit']}.png") for answer in result.objects)
    assert right >= 19
    for answer in result.objects:
        keys = {"picture", "verdict", "digit", "probabilities", "number", "digits"}
        assert set(answer) == keys
        assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-5)


def test_predict_says_it_in_words(mnist_pad, pictures):
    result = mnist_pad("predict", pictures[0])
    assert result.out.startswith(f"{pictures[0]}: 7 (")


def test_a_picture_that_is_none_is_told_and_the_others_are_read(mnist_pad, pictures, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(pictures[0].read_bytes()[:60])
    result = mnist_pad("predict", bad, pictures[1], "--json")
    result.refused("bad.png")
    assert [answer["digit"] for answer in result.objects] == [2]


def test_blank_paper_is_not_a_digit(mnist_pad, tmp_path):
    path = tmp_path / "blank.png"
    Image.new("L", (200, 200), 255).save(path)
    (answer,) = mnist_pad("predict", path, "--json").objects
    assert (answer["verdict"], answer["digit"]) == ("not_a_digit", None)
    assert answer["probabilities"] == pytest.approx([0.1] * 10)


def test_evaluate_measures_the_shipped_weights(mnist_pad):
    (result,) = mnist_pad("evaluate", "--json").objects
    assert set(result) == {
        "count",
        "accuracy",
        "per_class",
        "confusion",
        "rejected",
        "calibration_error",
    }
    assert result["count"] == 10_000
    assert result["accuracy"] >= 0.98
    assert np.trace(result["confusion"]) == round(result["accuracy"] * 10_000)
    assert np.sum(result["confusion"]) == 10_000


def test_evaluate_reads_drawings(mnist_pad, drawings):
    (result,) = mnist_pad("evaluate", "--ink", drawings, "--json").objects
    assert result["count"] == 12
    assert result["accuracy"] == pytest.approx(10 / 11)
    assert result["rejected"] == 1


def test_a_bad_line_is_named_and_the_rest_is_read(mnist_pad, drawings):
    drawings.write_text(drawings.read_text() + "{nonsense\n")
    result = mnist_pad("evaluate", "--ink", drawings, "--json")
    assert result.status == 0
    assert "line 13" in result.err
    assert result.objects[0]["count"] == 12


def test_evaluate_speaks_in_a_table(mnist_pad, drawings):
    lines = mnist_pad("evaluate", "--ink", drawings).out.splitlines()
    assert lines[0].startswith("accuracy")
    assert len(lines) == 15


def test_info_looks_at_the_data(mnist_pad):
    result = mnist_pad("info", "--json")
    (facts,) = result.objects
    arrays = {array["name"]: array for array in facts["arrays"]}
    assert arrays["x_train"]["shape"] == [60_000, 28, 28]
    assert arrays["x_train"]["dtype"] == "uint8"
    assert (arrays["x_test"]["minimum"], arrays["x_test"]["maximum"]) == (0, 255)
    assert (sum(facts["train_counts"]), sum(facts["test_counts"])) == (60_000, 10_000)
    assert "(60000, 28, 28)" in mnist_pad("info").out


def test_info_looks_at_weights(mnist_pad):
    (facts,) = mnist_pad("info", "--weights", asset("weights.npz"), "--json").objects
    assert facts["layer_sizes"] == [784, 256, 128, 10]
    assert facts["parameters"] == 235_146
    assert facts["recipe"] == "shipped"
    assert (
        "784-256-128-10, 235,146 parameters"
        in mnist_pad("info", "--weights", asset("weights.npz")).out
    )


def test_weights_for_pixels_from_0_to_1_read_as_well(mnist_pad, tmp_path):
    path = tmp_path / "own.npz"
    np.savez(path, *taught("unit").parameters)
    result = mnist_pad("evaluate", "--weights", path, "--json")
    assert result.objects[0]["accuracy"] == pytest.approx(shipped().meta.test_accuracy, abs=2e-4)
    assert result.err.count("\n") == 1
    told = mnist_pad("info", "--weights", path, "--scaling", "raw", "--json")
    assert (told.objects[0]["scaling"], told.err) == ("raw", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "--scaling", "unit"),
        ("evaluate", "--scaling", "log"),
        ("predict",),
        ("predict", "missing.png"),
        ("evaluate", "--weights", "missing.npz"),
        ("evaluate", "--weights", "pyproject.toml"),
        ("evaluate", "--data", "missing.npz"),
        ("evaluate", "--data", "README.md"),
        ("evaluate", "--ink", "missing.jsonl"),
        ("evaluate", "--ink", "assets/mnist.npz"),
        ("info", "--weights", "assets/mnist.npz"),
        ("info", "--data", "assets/weights.npz"),
        ("nonsense",),
        ("--nonsense",),
    ],
)
def test_what_cannot_be_used_gets_one_line(mnist_pad, arguments):
    mnist_pad(*arguments).refused()
