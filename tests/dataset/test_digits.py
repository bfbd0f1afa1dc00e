"""Four arrays made a data set, drawings brought down to images, and a first look."""

import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset import images as images_module
from mnist_pad.dataset.digits import ARRAYS, assemble
from mnist_pad.dataset.images import SampleImages
from mnist_pad.dataset.mnist import held_out
from mnist_pad.dataset.samples import Sample
from mnist_pad.dataset.summary import look
from mnist_pad.ink.strokes import Ink


def drawn(digit, *, label="same", name="x"):
    parts = [stroke * 300 + 50 for stroke in strokes(digit)]
    ink = Ink.from_points(parts, pad=(400, 400), pen=20)
    return Sample(name, digit if label == "same" else label, ink)


DOT = Sample("dot", 3, Ink.from_points([[(5, 5)]], pad=(400, 400), pen=20))


@pytest.fixture
def counted(monkeypatch):
    """The inks that were brought down, in order."""
    inks = []
    real = images_module.rasterize

    def rasterize(ink, switches):
        inks.append(ink)
        return real(ink, switches)

    monkeypatch.setattr(images_module, "rasterize", rasterize)
    return inks


def test_a_fingerprint_is_that_of_the_four_arrays_in_order(arrays):
    digits = assemble(arrays, "few")
    plain = b"".join(arrays[name].tobytes() for name in ARRAYS)
    assert digits.fingerprint == hashlib.sha256(plain).hexdigest()
    assert digits.name == "few"


@pytest.mark.parametrize("kind", [np.int8, np.int64, np.uint16, ">i4"])
def test_labels_of_any_whole_numbers_give_the_same_data_set(arrays, kind):
    other = arrays | {name: arrays[name].astype(kind) for name in ("y_train", "y_test")}
    assert assemble(other, "x").fingerprint == assemble(arrays, "x").fingerprint
    assert assemble(other, "x").y_train.dtype == np.uint8


def test_the_order_in_memory_does_not_count(arrays):
    other = arrays | {"x_train": np.asfortranarray(arrays["x_train"])}
    digits = assemble(other, "x")
    assert digits.fingerprint == assemble(arrays, "x").fingerprint
    assert digits.x_train.flags.c_contiguous


def test_a_part_that_is_missing_is_empty(arrays):
    digits = assemble({"x_test": arrays["x_test"], "y_test": arrays["y_test"]}, "x")
    assert (digits.x_train.shape, digits.y_train.shape) == ((0, 28, 28), (0,))
    joined = arrays["x_test"].tobytes() + arrays["y_test"].tobytes()
    assert digits.fingerprint == hashlib.sha256(joined).hexdigest()


@settings(deadline=None)
@given(st.integers(1, 29))
def test_what_is_held_out_and_what_stays_are_the_training_images(count):
    random = np.random.default_rng(5)
    arrays = {
        "x_train": random.integers(0, 256, (30, 28, 28), np.uint8),
        "y_train": np.arange(30) % 10,
        "x_test": random.integers(0, 256, (2, 28, 28), np.uint8),
        "y_test": np.arange(2),
    }
    part = held_out(assemble(arrays, "few"), count)
    assert (len(part.x_train), len(part.x_test)) == (30 - count, count)
    np.testing.assert_array_equal(np.concatenate([part.x_train, part.x_test]), arrays["x_train"])
    np.testing.assert_array_equal(np.concatenate([part.y_train, part.y_test]), arrays["y_train"])
    assert part.name == f"few, {count} held out"


def test_a_first_look_tells_shapes_ranges_and_counts(arrays):
    arrays["x_train"][0, 0, 0], arrays["x_train"][0, 0, 1] = 0, 255
    arrays["y_test"][:] = 7
    summary = look(assemble(arrays, "few"))
    assert [facts.name for facts in summary.arrays] == list(ARRAYS)
    train, labels, _, tests = summary.arrays
    assert (train.kind, train.dtype, train.shape) == ("numpy.ndarray", "uint8", (30, 28, 28))
    assert (train.minimum, train.maximum) == (0, 255)
    assert (labels.minimum, labels.maximum) == (0, 9)
    assert (tests.minimum, tests.maximum) == (7, 7)
    assert summary.train_counts == (3,) * 10
    assert summary.test_counts == (0, 0, 0, 0, 0, 0, 0, 12, 0, 0)


def test_images_come_in_the_drawings_order_and_too_little_ink_gives_none():
    images = SampleImages().of([drawn(3), DOT, drawn(8)])
    assert [image is None for image in images] == [False, True, False]
    assert images[0].shape == (28, 28)
    assert images[0].dtype == np.uint8
    assert (images[0] != images[2]).any()
    assert SampleImages().of([]) == []


def test_only_what_has_image_and_digit_is_learnt_from():
    samples = [drawn(3), DOT, drawn(8, label=None), drawn(1)]
    images, labels = SampleImages().labelled(samples)
    assert images.shape == (2, 28, 28)
    assert labels.tolist() == [3, 1]
    assert (images.dtype, labels.dtype) == (np.uint8, np.uint8)
    images, labels = SampleImages().labelled([DOT])
    assert (images.shape, labels.shape) == ((0, 28, 28), (0,))


def test_each_drawing_is_brought_down_once_however_often_it_is_asked_for(counted):
    images = SampleImages()
    first = images.of([drawn(3), drawn(4)])
    again = images.of([drawn(4), drawn(3), drawn(3, name="a copy")])
    assert len(counted) == 2
    assert again[0] is first[1]
    assert again[1] is again[2] is first[0]


def test_what_is_not_asked_for_is_forgotten(counted):
    images = SampleImages()
    images.of([drawn(3), drawn(4)])
    images.of([drawn(4)])
    images.of([drawn(3)])
    assert len(counted) == 3


def test_the_same_id_with_other_ink_is_another_drawing(counted):
    images = SampleImages()
    three, four = images.of([drawn(3), drawn(4)])
    assert (three != four).any()
    ink = drawn(3).ink
    wider = Sample("x", 3, Ink(ink.strokes, ink.pad, ink.pen * 2))
    images.of([drawn(3), wider])
    assert len(counted) == 3


def test_a_first_look_passes_over_a_part_that_is_missing(arrays):
    summary = look(assemble({name: arrays[name] for name in ("x_train", "y_train")}, "few"))
    assert [facts.name for facts in summary.arrays] == ["x_train", "y_train"]
    assert summary.test_counts == (0,) * 10
