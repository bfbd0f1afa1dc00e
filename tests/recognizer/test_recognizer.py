import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as arrays

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.evaluation import evaluate
from mnist_pad.recognizer.forward import softmax
from mnist_pad.recognizer.recognizer import UNSURE_MARGIN, Recognizer, nothing
from mnist_pad.recognizer.weights import Weights, WeightsMeta, shipped

BLANK = np.zeros((28, 28), np.uint8)
IMAGES = arrays.arrays(np.uint8, (28, 28))


@pytest.fixture(scope="module")
def nearest_mean(mnist) -> Weights:
    """A one-layer network that answers with the class whose mean image is nearest."""
    pixels = mnist["x_train"].reshape(-1, 784).astype(np.float32) / 255 - 0.5
    means = np.stack([pixels[mnist["y_train"] == digit].mean(axis=0) for digit in range(10)])
    theta = np.ascontiguousarray(means.T)
    return Weights((theta, -(means**2).sum(axis=1) / 2))


def test_a_clear_winner_is_read(with_logits) -> None:
    prediction = Recognizer(with_logits(0, 0, 0, 0, 0, 0, 0, 9, 0, 0)).read(BLANK)
    assert (prediction.verdict, prediction.digit, prediction.reason) == ("digit", 7, "")
    np.testing.assert_allclose(prediction.probabilities[7], 1 / (1 + 9 * np.exp(-9)), rtol=1e-5)


@pytest.mark.parametrize(("lead", "verdict"), [(0.19, "unsure"), (0.21, "digit")])
def test_two_that_are_close_leave_it_open(with_logits, lead, verdict) -> None:
    # Of two alone, the probabilities' difference is tanh(lead / 2).
    assert UNSURE_MARGIN == 0.1
    values = [-50.0] * 10
    values[9], values[4] = lead, 0.0
    prediction = Recognizer(with_logits(*values)).read(BLANK)
    assert (prediction.verdict, prediction.digit) == (verdict, 9)
    assert prediction.reason == ("9 or 4?" if verdict == "unsure" else "")


@pytest.mark.parametrize(("threshold", "verdict"), [(0.49, "digit"), (0.51, "not_a_digit")])
def test_below_the_threshold_it_is_no_digit(with_logits, threshold, verdict) -> None:
    values = [float(np.log(9))] + [0.0] * 9  # the first gets a half
    prediction = Recognizer(with_logits(*values, rejection_threshold=threshold)).read(BLANK)
    assert prediction.verdict == verdict
    assert prediction.digit == (0 if verdict == "digit" else None)
    assert bool(prediction.reason) == (verdict == "not_a_digit")
    np.testing.assert_allclose(prediction.probabilities[0], 0.5, rtol=1e-5)


def test_rejection_comes_before_doubt(with_logits) -> None:
    prediction = Recognizer(with_logits(*[0.0] * 10, rejection_threshold=0.5)).read(BLANK)
    assert prediction.verdict == "not_a_digit"


def test_the_temperature_divides_the_logits(with_logits) -> None:
    values = np.arange(10.0)
    prediction = Recognizer(with_logits(*values, temperature=4.0)).read(BLANK)
    np.testing.assert_allclose(prediction.probabilities, softmax(values / 4), rtol=1e-5)


@pytest.mark.parametrize(("scaling", "logit"), [("centred", 0.5), ("unit", 1.0), ("raw", 255.0)])
def test_pixels_are_scaled_as_in_training(with_logits, scaling, logit) -> None:
    weights = with_logits(*[0.0] * 10, scaling=scaling, temperature=100.0)
    weights.parameters[0][3 * 28 + 5, 6] = 1.0
    image = BLANK.copy()
    image[3, 5] = 255
    expected = softmax(np.array([0.0] * 6 + [logit] + [0.0] * 3), 100.0)
    np.testing.assert_allclose(Recognizer(weights).read(image).probabilities, expected, rtol=1e-5)


def test_diverged_weights_still_answer_with_probabilities(make_weights) -> None:
    huge = tuple(np.full_like(array, 3e38) for array in make_weights(20, 20).parameters)
    prediction = Recognizer(Weights(huge, WeightsMeta(scaling="raw"))).read(BLANK + 255)
    assert np.isfinite(prediction.probabilities).all()
    assert prediction.probabilities.sum() == pytest.approx(1)


@settings(max_examples=30)
@given(IMAGES)
def test_any_picture_gets_probabilities_that_sum_to_one(image) -> None:
    random = np.random.default_rng(0)
    theta = random.normal(0, 1, (784, 10)).astype(np.float32)
    prediction = Recognizer(Weights((theta, np.zeros(10, np.float32)))).read(image)
    assert prediction.probabilities.shape == (10,)
    assert prediction.probabilities.dtype == np.float32
    assert abs(prediction.probabilities.sum(dtype=np.float64) - 1) < 1e-6
    assert prediction.digit == prediction.probabilities.argmax()


def test_nothing_is_no_digit_and_says_why() -> None:
    prediction = nothing("draw a digit")
    assert (prediction.verdict, prediction.digit) == ("not_a_digit", None)
    assert prediction.reason == "draw a digit"
    np.testing.assert_array_equal(prediction.probabilities, np.full(10, 0.1, np.float32))


def test_many_are_read_as_one_by_one(nearest_mean, mnist) -> None:
    recognizer = Recognizer(nearest_mean)
    images = mnist["x_test"][:2_300]
    together = recognizer.probabilities(images)
    assert together.shape == (2_300, 10)
    for index in (0, 999, 1_000, 2_299):
        alone = recognizer.read(images[index]).probabilities
        np.testing.assert_allclose(together[index], alone, rtol=1e-3, atol=1e-6)
    assert recognizer.probabilities(images[:0]).shape == (0, 10)


def test_the_nearest_mean_reads_mnist_as_well_as_it_is_known_to(nearest_mean, mnist) -> None:
    result = evaluate(Recognizer(nearest_mean).probabilities(mnist["x_test"]), mnist["y_test"])
    assert result.count == 10_000
    assert result.accuracy == pytest.approx(0.8203, abs=0.0005)
    assert sum(map(sum, result.confusion)) == 10_000


def test_the_shipped_weights_are_as_good_as_they_say(mnist) -> None:
    weights = shipped()
    result = evaluate(Recognizer(weights).probabilities(mnist["x_test"]), mnist["y_test"])
    assert weights.layer_sizes == (784, 256, 128, 10)
    assert result.accuracy == pytest.approx(weights.meta.test_accuracy, abs=0.0003)
    assert result.accuracy > 0.98


def drawn(*places) -> np.ndarray:
    """Return what the network gets of sample digits drawn at (digit, x, y, side) of a pad."""
    parts = [
        stroke * side + np.array([x, y])
        for digit, x, y, side in places
        for stroke in strokes(digit)
    ]
    stages = rasterize(Ink.from_points(parts, pad=(400, 400), pen=20))
    assert stages is not None
    return stages.image


@pytest.mark.parametrize("digit", range(10))
def test_the_shipped_weights_read_plain_digits(digit) -> None:
    prediction = Recognizer(shipped()).read(drawn((digit, 50, 50, 300)))
    assert (prediction.verdict, prediction.digit) == ("digit", digit)


@pytest.mark.parametrize("pair", [(4, 2), (5, 6), (8, 3), (2, 0)])
def test_two_digits_side_by_side_are_none_together(pair) -> None:
    left, right = pair
    image = drawn((left, 30, 100, 150), (right, 220, 100, 150))
    prediction = Recognizer(shipped()).read(image)
    assert (prediction.verdict, prediction.digit) == ("not_a_digit", None)
    assert prediction.reason == "Not like any digit"


def test_what_is_like_no_digit_is_called_so() -> None:
    # An M.
    points = [[(50, 350), (50, 50), (200, 220), (350, 50), (350, 350)]]
    stages = rasterize(Ink.from_points(points, pad=(400, 400), pen=20))
    assert stages is not None
    prediction = Recognizer(shipped()).read(stages.image)
    assert (prediction.verdict, prediction.reason) == ("not_a_digit", "Not like any digit")
