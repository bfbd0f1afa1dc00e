"""Loading and saving weights in the window, good ones and bad ones."""

from itertools import pairwise

import numpy as np
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.recognizer.weights import load

SIZES = (784, 256, 128, 10)


def arrays(seed=1):
    """Return what an article reader's own `np.savez` would hold."""
    random = np.random.default_rng(seed)
    made = {}
    for layer, (inputs, outputs) in enumerate(pairwise(SIZES), start=1):
        made[f"theta_{layer}"] = random.normal(0, 0.1, (inputs, outputs)).astype(np.float32)
        made[f"bias_{layer}"] = np.zeros(outputs, np.float32)
    return made


def write_truncated(path):
    path.write_bytes(asset("weights.npz").read_bytes()[:5000])


def write_wrong_shape(path):
    np.savez(path, **arrays() | {"theta_1": np.zeros((783, 256), np.float32)})


def write_wrong_dtype(path):
    np.savez(path, **{name: array.astype(np.float16) for name, array in arrays().items()})


def write_nan(path):
    np.savez(path, **arrays() | {"bias_2": np.full(128, np.nan, np.float32)})


def write_pickled(path):
    np.savez(path, **arrays() | {"theta_1": np.array([{"a": 1}], object)})


def write_text(path):
    path.write_text("no archive")


@pytest.fixture
def own_weights(tmp_path):
    path = tmp_path / "own.npz"
    np.savez(path, **arrays())
    return path


def test_bare_arrays_load_and_one_click_goes_back(user, own_weights):
    user.draw(3)
    shipped = user.bars()
    user.load_weights(own_weights)
    user.sees(lambda: "own.npz" in user.weights_text())
    assert user.bars() != shipped
    user.click("previousWeightsButton")
    assert "Built-in" in user.weights_text()
    assert user.bars() == shipped


def test_dropped_weights_are_used(user, own_weights):
    user.drop(own_weights)
    user.sees(lambda: "own.npz" in user.weights_text())


@pytest.mark.parametrize(
    "write",
    [
        write_truncated,
        write_wrong_shape,
        write_wrong_dtype,
        write_nan,
        write_pickled,
        write_text,
    ],
)
def test_a_bad_file_is_told_and_the_weights_in_use_stay(user, tmp_path, write):
    path = tmp_path / "bad.npz"
    write(path)
    user.draw(3)
    bars, text = user.bars(), user.weights_text()
    user.load_weights(path)
    user.sees(lambda: "bad.npz" in user.notice())
    assert (user.bars(), user.weights_text()) == (bars, text)
    user.click("dismissNoticeButton")
    assert user.notice() == ""


def test_a_file_that_is_gone_is_told_and_the_weights_in_use_stay(user, tmp_path):
    user.draw(3)
    bars, text = user.bars(), user.weights_text()
    # The dialog itself refuses a file that is not there.
    user.drop(tmp_path / "bad.npz")
    user.sees(lambda: "bad.npz" in user.notice())
    assert (user.bars(), user.weights_text()) == (bars, text)


def test_saved_weights_are_those_in_use(user, tmp_path):
    user.save_weights(tmp_path / "saved")
    user.sees(lambda: "saved.npz" in user.notice())
    saved, shipped = load(tmp_path / "saved.npz"), load(asset("weights.npz"))
    assert saved.meta == shipped.meta
    for ours, theirs in zip(saved.parameters, shipped.parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_place_that_cannot_be_written_is_told(user, tmp_path):
    user.save_weights(tmp_path / "no-such-folder" / "out.npz")
    user.sees(lambda: "out.npz" in user.notice())


@pytest.mark.parametrize("name", ["loadWeightsAction", "saveWeightsAction"])
def test_a_cancelled_dialog_changes_nothing(user, name):
    text = user.weights_text()
    user.cancel_file(lambda: user.do(name))
    assert user.notice() == ""
    assert user.weights_text() == text
