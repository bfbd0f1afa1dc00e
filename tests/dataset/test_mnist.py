import gzip
import hashlib
import os
import shutil
import tracemalloc

import numpy as np
import pytest

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import ARRAYS, DataError, Digits
from mnist_pad.dataset.summary import ArrayFacts, look


@pytest.fixture(scope="module")
def shipped() -> Digits:
    return mnist.load()


@pytest.fixture
def refused(tmp_path):
    """Save arrays as a data set; return why it is refused."""

    def explain(arrays: dict) -> str:
        path = tmp_path / "spoilt.npz"
        np.savez(path, **arrays)
        with pytest.raises(DataError) as caught:
            mnist.load(path)
        message = str(caught.value)
        assert message.startswith(f"{path}: ")
        assert "expected" in message
        assert "found" in message
        return message

    return explain


def assert_same(digits: Digits, arrays: dict) -> None:
    for name in ARRAYS:
        found = getattr(digits, name)
        np.testing.assert_array_equal(found, arrays[name])
        assert found.dtype == np.uint8
        assert found.flags.c_contiguous
        assert found.flags.writeable
    joined = b"".join(arrays[name].astype(np.uint8).tobytes() for name in ARRAYS)
    assert digits.fingerprint == hashlib.sha256(joined).hexdigest()


def test_mnist_is_what_is_known_of_it(shipped) -> None:
    # The mean and deviation everybody normalizes MNIST by, and its first labels.
    shares = np.bincount(shipped.x_train.ravel(), minlength=256) / shipped.x_train.size
    levels = np.arange(256) / 255
    mean = (shares * levels).sum()
    deviation = np.sqrt((shares * (levels - mean) ** 2).sum())
    assert shipped.name == "MNIST"
    assert shipped.fingerprint == mnist.FINGERPRINT
    assert mean == pytest.approx(0.1307, abs=1e-4)
    assert deviation == pytest.approx(0.3081, abs=1e-4)
    assert shipped.y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert shipped.y_test[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]


def test_the_summary_tells_what_the_article_saw(shipped) -> None:
    summary = look(shipped)
    shapes = [(60_000, 28, 28), (60_000,), (10_000, 28, 28), (10_000,)]
    maxima = [255, 9, 255, 9]
    assert summary.arrays == tuple(
        ArrayFacts(name, "numpy.ndarray", "uint8", shape, 0, maximum)
        for name, shape, maximum in zip(ARRAYS, shapes, maxima, strict=True)
    )
    assert summary.train_counts == (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
    assert summary.test_counts == (980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009)


def test_what_is_held_out_is_the_end_of_the_training_images(shipped) -> None:
    digits = mnist.held_out(shipped)
    np.testing.assert_array_equal(digits.x_train, shipped.x_train[:50_000])
    np.testing.assert_array_equal(digits.y_train, shipped.y_train[:50_000])
    np.testing.assert_array_equal(digits.x_test, shipped.x_train[50_000:])
    np.testing.assert_array_equal(digits.y_test, shipped.y_train[50_000:])
    assert digits.fingerprint != shipped.fingerprint
    assert "held out" in digits.name


@pytest.mark.parametrize("count", [-1, 0, 30, 10_000])
def test_holding_out_leaves_something_to_train_on(arrays, tmp_path, count) -> None:
    np.savez(tmp_path / "small.npz", **arrays)
    digits = mnist.load(tmp_path / "small.npz")
    assert len(mnist.held_out(digits, 29).x_train) == 1
    with pytest.raises(DataError, match="expected 1 to 29 of 30 training images"):
        mnist.held_out(digits, count)


def test_a_copy_of_mnist_is_known_again(shipped, tmp_path) -> None:
    np.savez(tmp_path / "copy.npz", **{name: getattr(shipped, name) for name in ARRAYS})
    assert mnist.load(tmp_path / "copy.npz").name == "MNIST"


def test_shipped_data_that_changed_is_refused(arrays, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(mnist, "asset", tmp_path.joinpath)
    with pytest.raises(DataError, match=r"mnist\.npz: expected .* found"):
        mnist.load()
    np.savez(tmp_path / "mnist.npz", **arrays)
    with pytest.raises(DataError, match=f"SHA-256 {mnist.FINGERPRINT}, found SHA-256 "):
        mnist.load()


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("labels", [np.uint8, np.int64, ">i2"])
def test_other_data_sets_load(arrays, tmp_path, save, labels) -> None:
    path = tmp_path / "other.npz"
    converted = {
        name: array.astype(labels) if name.startswith("y_") else np.asfortranarray(array)
        for name, array in arrays.items()
    }
    save(path, **converted, beside=np.array("something else"))
    digits = mnist.load(path)
    assert digits.name == "other"
    assert_same(digits, arrays)


@pytest.mark.parametrize("gzipped", [False, True])
@pytest.mark.parametrize("dotted", [False, True])
def test_folders_of_idx_files_load(arrays, write_idx, gzipped, dotted) -> None:
    digits = mnist.load(write_idx(arrays, gzipped=gzipped, dotted=dotted))
    assert digits.name == "idx"
    assert_same(digits, arrays)


@pytest.mark.parametrize(
    ("name", "array", "part"),
    [
        ("x_train", np.zeros((30, 783), np.uint8), "found uint8 of shape (30, 783)"),
        ("x_train", np.zeros((784, 30), np.uint8), "x_train: expected images of shape (n, 28, 28)"),
        ("x_test", np.zeros((12, 28, 28, 3), np.uint8), "x_test: expected images of shape"),
        ("x_test", np.zeros((12, 28, 28), complex), "found complex128"),
        ("x_test", np.zeros((12, 32, 32), np.uint8), "(12, 32, 32)"),
        ("x_train", np.zeros((29, 28, 28), np.uint8), "expected 29 labels, one an image, found 30"),
        ("y_test", np.zeros(13, np.uint8), "expected 12 labels, one an image, found 13"),
        ("x_test", np.zeros((0, 28, 28), np.uint8), "x_test: expected at least one image"),
        ("y_train", np.full(30, 10, np.uint8), "labels from 0 to 9, found 10"),
        ("y_train", np.full(30, -1), "labels from 0 to 9, found -1"),
        ("y_train", np.full(30, 256), "labels from 0 to 9, found 256"),
        ("y_train", np.zeros((30, 9), np.uint8), "found uint8 of shape (30, 9)"),
        ("y_train", np.zeros(30, bool), "y_train: expected whole numbers of shape (n,)"),
        ("y_train", np.full(30, "7" * 99), "found <U99"),
        ("x_train", np.array([{}], dtype=object), "found '|O'"),
        ("y_test", np.array(3, np.uint8), "y_test: expected whole numbers"),
    ],
)
def test_a_wrong_array_is_named(arrays, refused, name, array, part) -> None:
    assert part in refused({**arrays, name: array})


@pytest.mark.parametrize("name", ARRAYS)
def test_a_missing_array_is_told_with_those_there_are(arrays, refused, write_idx, name) -> None:
    del arrays[name]
    part = name.removeprefix("x_").removeprefix("y_")
    expected = f"images and labels by names such as x_{part} and y_{part}"
    assert f"expected {expected}, found {', '.join(arrays)}" in refused(arrays)
    kind = "images" if name.startswith("x_") else "labels"
    with pytest.raises(DataError, match=f"ubyte: expected a file of {kind} beside it, found none"):
        mnist.load(write_idx(arrays))


def test_images_are_not_allocated_before_their_shape_is_checked(arrays, tmp_path) -> None:
    arrays["x_train"] = np.zeros((30_000, 32, 32), np.uint8)
    np.savez_compressed(tmp_path / "large.npz", **arrays)
    tracemalloc.start()
    with pytest.raises(DataError, match=r"\(30000, 32, 32\)"):
        mnist.load(tmp_path / "large.npz")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


def test_files_that_are_none_are_refused(tmp_path) -> None:
    (tmp_path / "text.npz").write_text("x_train")
    (tmp_path / "t.gz").write_bytes(gzip.compress(b"x_train"))
    os.mkfifo(tmp_path / "pipe")
    for name in ("text.npz", "t.gz", "pipe", "missing.npz", "nul\0.npz", "text.npz/x", "."):
        with pytest.raises(DataError, match=r"expected .* found"):
            mnist.load(tmp_path / name)


def test_a_file_of_idx_alone_is_refused(arrays, write_idx) -> None:
    path = write_idx(arrays) / "train-images-idx3-ubyte"
    with pytest.raises(DataError, match="expected the folder that this file is in, with"):
        mnist.load(path)


def test_a_truncated_archive_is_refused(arrays, tmp_path) -> None:
    path = tmp_path / "short.npz"
    np.savez_compressed(path, **arrays)
    whole = path.read_bytes()
    for length in range(0, len(whole), 997):
        path.write_bytes(whole[:length])
        with pytest.raises(DataError, match=r"short\.npz: expected a whole"):
            mnist.load(path)


def test_a_folder_may_mix_spellings(arrays, write_idx) -> None:
    folder = write_idx(arrays)
    name = "t10k-labels-idx1-ubyte"
    with open(folder / name, "rb") as plain, gzip.open(folder / f"{name}.gz", "wb") as packed:
        shutil.copyfileobj(plain, packed)
    (folder / name).unlink()
    (folder / "train-images-idx3-ubyte").rename(folder / "train-images.idx3-ubyte")
    assert_same(mnist.load(folder), arrays)


def test_a_set_without_test_images_gives_its_last_seventh(arrays, tmp_path) -> None:
    np.savez(tmp_path / "set.npz", x=arrays["x_train"], y=np.arange(30) % 4)
    digits = mnist.with_test_images(mnist.load(tmp_path / "set.npz"))
    np.testing.assert_array_equal(digits.x_train, arrays["x_train"][:26])
    np.testing.assert_array_equal(digits.x_test, arrays["x_train"][26:])
    assert (digits.name, digits.y_test.tolist()) == ("set", [2, 3, 0, 1])


def test_all_of_mnist_in_one_comes_apart_as_published(shipped, tmp_path) -> None:
    x = np.concatenate([shipped.x_train, shipped.x_test])
    np.savez(tmp_path / "set.npz", data=x, target=np.concatenate([shipped.y_train, shipped.y_test]))
    assert mnist.with_test_images(mnist.load(tmp_path / "set.npz")).name == "MNIST"


def test_a_sorted_set_is_mixed_the_same_way_every_time(shipped, tmp_path) -> None:
    order = np.argsort(shipped.y_test[:700], kind="stable")
    np.savez(tmp_path / "set.npz", x=shipped.x_test[order], y=shipped.y_test[order])
    digits = mnist.with_test_images(mnist.load(tmp_path / "set.npz"))
    assert (len(digits.x_train), len(digits.x_test)) == (600, 100)
    assert set(digits.y_test) == set(range(10))
    labels = {
        image.tobytes(): label for image, label in zip(shipped.x_test, shipped.y_test, strict=True)
    }
    images = np.concatenate([digits.x_train, digits.x_test])
    found = [labels[image.tobytes()] for image in images]
    assert found == np.concatenate([digits.y_train, digits.y_test]).tolist()
    again = mnist.with_test_images(mnist.load(tmp_path / "set.npz"))
    assert again.fingerprint == digits.fingerprint


def test_test_images_that_there_are_stay(shipped) -> None:
    assert mnist.with_test_images(shipped) is shipped


def test_a_test_set_alone_cannot_be_trained_on(arrays, tmp_path) -> None:
    np.savez(tmp_path / "set.npz", x_test=arrays["x_test"], y_test=arrays["y_test"])
    with pytest.raises(DataError, match="expected training images, found a test set alone"):
        mnist.with_test_images(mnist.load(tmp_path / "set.npz"))


@pytest.mark.parametrize("count", [1, 2])
def test_a_set_of_next_to_nothing_is_told(arrays, tmp_path, count) -> None:
    np.savez(tmp_path / "set.npz", x=arrays["x_test"][:count], y=arrays["y_test"][:count])
    digits = mnist.load(tmp_path / "set.npz")
    if count == 2:
        assert len(mnist.with_test_images(digits).x_train) == 1
    else:
        with pytest.raises(DataError, match=r"expected .* training images to hold out"):
            mnist.with_test_images(digits)
