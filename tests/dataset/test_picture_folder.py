"""Pictures in folders named by the digit that they show."""

import os

import numpy as np
import pytest
from PIL import Image

from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import DataError
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped


@pytest.fixture(scope="module")
def whole():
    return mnist.load()


@pytest.fixture
def pictures(whole, tmp_path):
    """Save MNIST's first test images in a folder, as `change` makes pictures of them."""

    def save(count, change=lambda image: image, *, folder="", suffix="png"):
        for index in range(count):
            label = tmp_path / "set" / folder / str(whole.y_test[index])
            label.mkdir(parents=True, exist_ok=True)
            Image.fromarray(change(whole.x_test[index])).save(label / f"{index:03}.{suffix}")
        return tmp_path / "set"

    return save


def in_order_of_labels(whole, count):
    order = np.argsort(whole.y_test[:count], kind="stable")
    return whole.x_test[order], whole.y_test[order]


def test_pictures_of_mnists_form_are_taken_as_they_are(whole, pictures):
    digits = mnist.load(pictures(60))
    images, labels = in_order_of_labels(whole, 60)
    np.testing.assert_array_equal(digits.y_train, labels)
    np.testing.assert_array_equal(digits.x_train, images)
    assert (digits.name, len(digits.x_test), digits.left_out) == ("set", 0, ())


def test_ink_is_found_in_other_pictures(whole, pictures):
    def scanned(image):
        return 230 - np.pad(np.kron(image, np.ones((5, 5), np.uint8)), 40) // 2

    digits = mnist.load(pictures(20, scanned, suffix="jpg"))
    answers = Recognizer(shipped()).probabilities(digits.x_train).argmax(axis=1)
    assert (answers == in_order_of_labels(whole, 20)[1]).sum() >= 19


@pytest.mark.parametrize("names", [("train", "test"), ("Training", "testing")])
def test_folders_of_both_parts_are_known(whole, pictures, names):
    train, test = names
    pictures(12, folder=train)
    digits = mnist.load(pictures(5, folder=test))
    np.testing.assert_array_equal(digits.x_train, in_order_of_labels(whole, 12)[0])
    np.testing.assert_array_equal(digits.x_test, in_order_of_labels(whole, 5)[0])


def test_what_shows_no_digit_is_left_out_and_named(whole, pictures):
    folder = pictures(3)
    Image.new("L", (90, 90), 255).save(folder / "7" / "blank.png")
    (folder / "2" / "notes.txt").write_text("not a picture")
    (folder / "1" / "more").mkdir()
    os.mkfifo(folder / "1" / "pipe.png")
    # What systems leave behind is nobody's picture.
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "7" / "Thumbs.db").write_bytes(b"x")
    digits = mnist.load(folder)
    np.testing.assert_array_equal(digits.x_train, in_order_of_labels(whole, 3)[0])
    names = ("1/more", "1/pipe.png", "2/notes.txt", "7/blank.png")
    assert digits.left_out == tuple(str(folder / name) for name in names)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ((), "expected IDX files, or folders named 0 to 9 with pictures, found nothing"),
        (("7", "b"), "found 7, b"),
        (("7", "427"), "found 427, 7"),
        (("train/7", "test/a"), "test: expected IDX files, .* found a"),
        (("train/7", "validation/7"), "expected folders train and test alone, found train, valid"),
        (("train/7", "training/7"), "expected folders train and test alone, found train, training"),
        (("7", "8"), "expected pictures of digits, found none in 0 files"),
    ],
)
def test_what_is_ambiguous_is_refused_with_what_was_found(tmp_path, made, told):
    for name in made:
        (tmp_path / name).mkdir(parents=True)
    with pytest.raises(DataError, match=told):
        mnist.load(tmp_path)


def test_files_in_labels_places_are_refused(tmp_path):
    (tmp_path / "7").write_bytes(b"x")
    (tmp_path / "train.csv").write_bytes(b"x")
    with pytest.raises(DataError, match=r"folders named 0 to 9 with pictures, found 7, train\.csv"):
        mnist.load(tmp_path)
