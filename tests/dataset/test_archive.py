"""What people call the arrays of an .npz archive, and tables in one."""

import tracemalloc

import numpy as np
import pytest

from mnist_pad.dataset.archive import read_archive
from mnist_pad.dataset.digits import DataError

WHOLE = {"train": ("x_train", "y_train"), "test": ("x_test", "y_test")}


@pytest.fixture
def written(tmp_path):
    """Save arrays by name, and return the archive's path."""

    def write(**arrays):
        np.savez_compressed(tmp_path / "set.npz", **arrays)
        return tmp_path / "set.npz"

    return write


@pytest.fixture
def images(arrays):
    return arrays["x_test"]


@pytest.fixture
def labels(arrays):
    return arrays["y_test"]


@pytest.mark.parametrize(
    "names",
    [
        ("x_train", "y_train", "x_test", "y_test"),
        ("X_train", "y_train", "X_test", "y_test"),
        ("train_images", "train_labels", "test_images", "test_labels"),
        ("training_images", "training_labels", "t10k_images", "t10k_labels"),
        ("trainX", "trainY", "testX", "testY"),
        ("train-data", "train-target", "test-data", "test-target"),
        ("images_train", "labels_train", "images_test", "labels_test"),
    ],
)
def test_usual_names_of_both_parts_are_known(arrays, written, names):
    parts = read_archive(written(**dict(zip(names, arrays.values(), strict=True))))
    assert list(parts) == ["train", "test"]
    for part, (x, y) in WHOLE.items():
        np.testing.assert_array_equal(parts[part].images, arrays[x])
        np.testing.assert_array_equal(parts[part].labels, arrays[y])


@pytest.mark.parametrize(
    ("names", "part"),
    [
        (("X", "y"), "train"),
        (("images", "labels"), "train"),
        (("image", "label"), "train"),
        (("data", "target"), "train"),
        (("pixels", "class"), "train"),
        (("arr_0", "arr_1"), "train"),
        (("arr_1", "arr_0"), "train"),
        (("x_train", "y_train"), "train"),
        (("x_test", "y_test"), "test"),
        (("test_images", "test_labels"), "test"),
    ],
)
def test_usual_names_of_one_part_are_known(images, labels, written, names, part):
    parts = read_archive(written(**dict(zip(names, (images, labels), strict=True))))
    assert list(parts) == [part]
    assert (parts[part].images_name, parts[part].labels_name) == names
    np.testing.assert_array_equal(parts[part].images, images)


def test_what_is_beside_a_named_part_is_left(images, labels, written):
    beside = {"data": images[:1], "images": images[:2], "classes": np.arange(10), "note": "x"}
    path = written(x_test=images, y_test=labels, **beside)
    assert read_archive(path)["test"].images_name == "x_test"


@pytest.mark.parametrize("label_column", [0, -1])
@pytest.mark.parametrize("name", ["x_test", "test", "test_data"])
def test_a_table_of_785_columns_has_its_labels_within(images, labels, written, label_column, name):
    images[:, 0, 0] = images[:, -1, -1] = 0
    columns = [labels[:, np.newaxis], images.reshape(-1, 784)]
    path = written(**{name: np.hstack(columns if label_column == 0 else columns[::-1])})
    found = read_archive(path)["test"]
    np.testing.assert_array_equal(found.labels, labels)
    np.testing.assert_array_equal(found.images, images.reshape(-1, 784))


def test_a_table_alone_needs_no_name(images, labels, written):
    table = np.hstack([labels[:, np.newaxis], 255 - images.reshape(-1, 784) // 4])
    np.testing.assert_array_equal(read_archive(written(arr_0=table))["train"].labels, labels)


@pytest.mark.parametrize(
    ("arrays", "told"),
    [
        ({"arr_0": (3, 28, 28), "arr_1": (3,), "arr_2": (3,)}, "found arr_0, arr_1, arr_2"),
        ({"arr_0": (3, 28), "arr_1": (3,)}, "arr_0: expected images of shape"),
        ({f"key_{k}": (1,) for k in range(20)}, "key_10, key_11 and 8 more"),
        ({}, "found nothing"),
        ({"X": (3, 28, 28)}, "expected images and labels by names such as .* found X"),
        ({"x": (3, 28, 28), "images": (3, 28, 28), "y": (3,)}, "one of x and images, found both"),
        ({"x_train": (0, 785)}, "x_train: expected rows of numbers"),
        ({"x_train": (3, 785)}, "in the first or the last column, found none in either"),
    ],
)
def test_names_that_tell_nothing_are_listed(written, arrays, told):
    filled = {name: np.full(shape, 77, np.uint8) for name, shape in arrays.items()}
    with pytest.raises(DataError, match=told):
        read_archive(written(**filled))


def test_labels_that_may_be_in_either_column_are_refused(written):
    table = np.random.default_rng(0).integers(0, 10, (9, 785), np.uint8)
    with pytest.raises(DataError, match=r"labels from 0 to 9 .* found them in both"):
        read_archive(written(data=table))


def test_nothing_is_read_before_all_is_checked(images, written):
    path = written(x=np.zeros((20_000, 784), np.uint8), y=np.zeros((20_000, 3)))
    tracemalloc.start()
    with pytest.raises(DataError, match=r"y: expected .* found float64 of shape \(20000, 3\)"):
        read_archive(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


def test_nothing_is_unpickled(written, images):
    path = written(data=images, target=np.array(["7"] * len(images), object))
    with pytest.raises(DataError, match=r"target\.npy as a plain array of numbers or text"):
        read_archive(path)
