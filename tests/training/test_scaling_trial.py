"""How pixels were scaled is found out, on training images, where a file does not say."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.ink.raster import scale
from mnist_pad.ink.scaling import SCALINGS
from mnist_pad.recognizer.weights import Weights, WeightsMeta, load, save
from mnist_pad.training import adaptation_step
from mnist_pad.training.adaptation_step import AdaptationStep
from mnist_pad.training.recipes import recipe
from mnist_pad.training.scaling_trial import IMAGES, try_scalings, with_scaling_found
from mnist_pad.training.step import as_inputs
from tests.rescaled import taught


def bare(weights):
    """Return weights as of a file that has arrays alone."""
    return Weights(weights.parameters, says_scaling=False)


@pytest.mark.parametrize("scaling", SCALINGS)
def test_the_scaling_that_weights_were_trained_with_is_found(scaling, digits):
    weights, trial = with_scaling_found(bare(taught(scaling)))
    assert (weights.meta, weights.says_scaling) == (WeightsMeta(scaling=scaling), True)
    assert trial.scaling == scaling
    assert (trial.count, list(trial.accuracies)) == (IMAGES, list(SCALINGS))
    assert trial.accuracies[scaling] > 0.98
    # As on the images that the test set does not have.
    pixels, labels = digits.x_train[:IMAGES], digits.y_train[:IMAGES]
    assert trial == try_scalings(taught(scaling), (pixels, labels))


@pytest.mark.parametrize("scaling", SCALINGS)
def test_what_a_file_says_is_not_doubted(scaling, tmp_path):
    said = replace(taught("centred"), meta=WeightsMeta(scaling=scaling))
    save(said, tmp_path / "said.npz")
    weights, trial = with_scaling_found(load(tmp_path / "said.npz"))
    assert (weights.meta.scaling, trial) == (scaling, None)


def test_a_meta_without_scaling_does_not_say(tmp_path):
    arrays = {"theta_1": np.zeros((784, 10), np.float32), "bias_1": np.zeros(10, np.float32)}
    np.savez(tmp_path / "w.npz", **arrays, meta=np.array('{"format_version": 1, "seed": 3}'))
    weights = load(tmp_path / "w.npz")
    assert (weights.meta, weights.says_scaling) == (WeightsMeta(seed=3), False)


@pytest.fixture(scope="module")
def theta(digits):
    """One layer for pixels from 0 to 1, by ridge regression without a bias: 6 for the digit."""
    x = scale(digits.x_train[IMAGES:4_000], "unit").astype(np.float64)
    targets = 6.0 * np.eye(10)[digits.y_train[IMAGES:4_000]]
    return np.linalg.solve(x.T @ x + 50 * np.eye(784), x.T @ targets).astype(np.float32)


@pytest.mark.parametrize(("scaling", "factor"), [("unit", 1), ("raw", 1 / 255)])
def test_of_scalings_that_read_the_same_digits_the_likelier_is_taken(
    digits, theta, scaling, factor
):
    # Without biases, pixels 255 times as large give logits 255 times as large.
    weights = Weights((np.float32(factor) * theta, np.zeros(10, np.float32)))
    trial = try_scalings(weights, (digits.x_train[:IMAGES], digits.y_train[:IMAGES]))
    assert trial.accuracies["unit"] == pytest.approx(trial.accuracies["raw"], abs=0.01)
    assert trial.accuracies["centred"] < trial.accuracies["unit"] - 0.1
    assert trial.scaling == scaling


def test_who_reads_more_is_taken_however_sure_it_is_where_it_errs(digits, theta):
    # From 0 to 255 the bias counts for nothing, and what is misread is so beyond all doubt.
    weights = Weights((theta / 3, 5 * np.eye(10, dtype=np.float32)[3]))
    trial = try_scalings(weights, (digits.x_train[:IMAGES], digits.y_train[:IMAGES]))
    assert trial.accuracies["raw"] > 0.8 > 0.6 > trial.accuracies["unit"]
    assert trial.scaling == "raw"


@pytest.mark.parametrize("scaling", SCALINGS)
def test_training_and_reading_scale_alike(scaling):
    pixels = np.arange(784, dtype=np.uint32).astype(np.uint8).reshape(1, 784)
    np.testing.assert_array_equal(as_inputs(pixels, scaling).numpy(), scale(pixels, scaling))


def test_a_run_on_pixels_from_0_to_1_is_read_so(few, outcome):
    config = replace(recipe("fast"), scaling="unit", hidden_sizes=(32,), epochs=1)
    end = outcome(config, few)
    assert end.weights.meta.scaling == "unit"
    assert try_scalings(end.weights, (few.x_test, few.y_test)).accuracies["unit"] == pytest.approx(
        end.test_accuracy
    )


def test_a_hand_is_learnt_with_pixels_scaled_as_in_training(monkeypatch, few):
    monkeypatch.setattr(adaptation_step, "REPLAYED", 320)
    step = AdaptationStep(taught("unit"), [(few.x_train, 1)])
    step.begin(few.x_test[:50], few.y_test[:50])
    _, read = step.run(0, 1)
    # Before the first update; with pixels centred, three of four.
    assert read[0] > 0.95
