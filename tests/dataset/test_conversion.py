"""Images and labels of other types and shapes, and turned, are the same data set."""

import numpy as np
import pytest

from mnist_pad.base import arrays as large
from mnist_pad.dataset import mnist
from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn
from mnist_pad.dataset.digits import DataError

IMAGES = {
    "(n, 28, 28, 1)": lambda x: x[..., np.newaxis],
    "(n, 1, 28, 28)": lambda x: x[:, np.newaxis],
    "(n, 784)": lambda x: x.reshape(-1, 784),
    "int64": lambda x: x.astype(np.int64),
    "big-endian int16": lambda x: x.astype(">i2"),
    "half of 0 to 1": lambda x: (x / 255).astype(np.float16),
    "float of 0 to 1": lambda x: x.astype(np.float32) / 255,
    "float just beyond 1": lambda x: x / 254.9,
    "double of 0 to 255": lambda x: x.astype(np.float64),
    "Fortran's order": np.asfortranarray,
}
LABELS = {
    "int64": lambda y: y.astype(np.int64),
    "whole floats": lambda y: y.astype(np.float32),
    "(n, 1)": lambda y: y[:, np.newaxis],
    "one-hot": lambda y: np.eye(10, dtype=np.float32)[y],
    "one-hot of truth": lambda y: np.eye(10, dtype=bool)[y],
    "text": lambda y: y.astype(str),
    "bytes": lambda y: y.astype("S3"),
}


@pytest.fixture
def loaded(tmp_path):
    """Save arrays as a data set and load it."""

    def load(arrays, turn=AS_THEY_ARE):
        np.savez_compressed(tmp_path / "set.npz", **arrays)
        return mnist.load(tmp_path / "set.npz", turn)

    return load


@pytest.mark.parametrize("form", IMAGES.values(), ids=IMAGES)
@pytest.mark.parametrize("in_memory_bytes", [2**28, 0])
def test_images_of_any_form_are_the_same_data_set(
    arrays, loaded, monkeypatch, form, in_memory_bytes
):
    plain = loaded(arrays)
    monkeypatch.setattr(large, "IN_MEMORY_BYTES", in_memory_bytes)
    changed = {name: form(array) if name[0] == "x" else array for name, array in arrays.items()}
    other = loaded(changed)
    np.testing.assert_array_equal(other.x_train, plain.x_train)
    assert other.fingerprint == plain.fingerprint
    assert other.x_train.flags.writeable


@pytest.mark.parametrize("form", LABELS.values(), ids=LABELS)
def test_labels_of_any_form_are_the_same_data_set(arrays, loaded, form):
    changed = {name: form(array) if name[0] == "y" else array for name, array in arrays.items()}
    assert loaded(changed).fingerprint == loaded(arrays).fingerprint


@pytest.mark.parametrize("kind", [bool, np.uint8, np.float32])
def test_black_and_white_of_0_and_1_is_ink_and_paper(arrays, loaded, kind):
    ink = arrays["x_train"] > 99
    arrays["x_train"] = ink.astype(kind)
    np.testing.assert_array_equal(loaded(arrays).x_train, np.where(ink, 255, 0))


@pytest.mark.parametrize("form", [np.asarray, lambda x: x / 255])
def test_images_are_turned_as_told(arrays, loaded, form):
    images = arrays["x_train"]
    arrays["x_train"] = form(images)
    across = images.swapaxes(1, 2)
    for turn, expected in (
        (AS_THEY_ARE, images),
        (Turn(transpose=True), across),
        (Turn(invert=True), 255 - images),
        (Turn(transpose=True, invert=True), 255 - across),
    ):
        np.testing.assert_array_equal(loaded(arrays, turn).x_train, expected)


def test_a_copy_of_mnist_in_floats_is_known_again(tmp_path):
    whole = mnist.load()
    names = ("x_train", "y_train", "x_test", "y_test")
    arrays = {name: getattr(whole, name) for name in names}
    arrays["x_test"] = arrays["x_test"].astype(np.float16) / np.float16(255)
    np.savez(tmp_path / "copy.npz", **arrays)
    assert mnist.load(tmp_path / "copy.npz").name == "MNIST"


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("x_train", lambda x: x / 255 * 2 - 1, "from 0 to 1 or from 0 to 255, found -1 to 1"),
        ("x_train", lambda x: x / 255 * 16, "found 0 to 16"),
        ("x_test", lambda x: x // 16, "x_test: expected pixels .* found 0 to 15"),
        ("x_test", lambda x: x.astype(np.uint16) * 257, "found 0 to 65535"),
        ("x_test", lambda x: np.where(x > 9, x, np.nan), "found nan to nan"),
        ("x_test", lambda x: np.where(x > 0, x, np.inf), "to inf"),
        ("y_train", lambda y: y + 0.5, "y_train: expected labels from 0 to 9, found 0.5"),
        ("y_train", lambda y: np.where(y > 3, y, np.nan), "found nan"),
        ("y_train", lambda y: y + 2**40 * (y > 3).astype(np.int64), r"found 1.09951e\+12"),
        ("y_train", lambda y: np.eye(10)[y] * 0.9, "expected one 1 and nine 0 a row"),
        ("y_train", lambda y: np.ones((len(y), 10)), "expected one 1 and nine 0 a row"),
        ("y_train", lambda y: np.array(["seven"] * len(y)), "found text: .*'seven'"),
    ],
)
def test_what_is_ambiguous_is_refused_with_what_was_found(arrays, loaded, name, change, told):
    arrays[name] = change(arrays[name])
    with pytest.raises(DataError, match=told):
        loaded(arrays)
