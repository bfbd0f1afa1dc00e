"""Widths under pressure, and digits of pictures, in the lines of a file of drawings."""

import json

import numpy as np
import pytest

from mnist_pad.dataset import drawings, samples
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.images import SampleImages
from mnist_pad.dataset.samples import Effect, Sample, decode, decode_effect, encode
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink

PAD = (400.0, 400.0)
STROKES = [[[10.5, 20.0], [30.0, 240.25]], [], [[50.0, 60.0]]]
LINE = {"id": "a", "label": 3, "pad": [400, 400], "pen": 24, "strokes": STROKES}
WIDTHS = [[9.6, 38.4], [], None]
IMAGE = np.random.default_rng(3).integers(0, 256, (28, 28), np.uint8)


def line(**changes):
    return json.dumps(LINE | changes).encode() + b"\n"


@pytest.fixture
def pressed():
    strokes = tuple(np.array(stroke) for stroke in STROKES if stroke)
    return Ink(strokes, PAD, 24.0, (np.array([9.6, 38.4]), None))


@pytest.fixture
def collection(tmp_path):
    return Collection(tmp_path / "ink.jsonl")


def test_widths_go_with_the_strokes_that_have_a_point():
    sample = decode(line(widths=WIDTHS, device="tablet"))
    first, second = sample.ink.widths
    assert first.tolist() == [9.6, 38.4]
    assert second is None
    assert sample.extra == {"device": "tablet"}


def test_widths_are_written_beside_the_strokes(pressed):
    written = encode(Sample("a", 3, pressed, {"device": "tablet"}))
    assert json.loads(written)["widths"] == [[9.6, 38.4], None]
    again = decode(written).ink.widths
    assert again[0].tolist() == [9.6, 38.4]
    assert again[1] is None


def test_widths_reach_no_image(pressed):
    plain = Ink(pressed.strokes, PAD, 24.0)
    np.testing.assert_array_equal(rasterize(pressed).image, rasterize(plain).image)


@pytest.mark.parametrize(
    "widths",
    [7, "wide", [], WIDTHS[:2], [[9.6], [], None], [[0, 1], [], None], [["a", 1], [], None],
     [[True, 1], [], None], [None, None, None]],
)  # fmt: skip
def test_what_others_call_widths_is_kept_as_it_is(widths):
    sample = decode(line(widths=widths))
    assert sample.ink.widths == ()
    assert sample.extra == {"widths": widths}
    assert json.loads(encode(sample))["widths"] == widths


def test_a_picture_s_digit_has_its_image_for_strokes():
    sample = decode(line(strokes=[], image=IMAGE.ravel().tolist()))
    np.testing.assert_array_equal(sample.image, IMAGE)
    assert sample.extra == {}
    np.testing.assert_array_equal(decode(encode(sample)).image, IMAGE)


@pytest.mark.parametrize(
    "image", ["two.png", [1] * 783, [256] * 784, [-1] * 784, [0.5] * 784, [True] * 784]
)
def test_what_others_call_an_image_is_kept_as_it_is(image):
    sample = decode(line(strokes=[], image=image))
    assert sample.image is None
    assert sample.extra == {"image": image}
    assert json.loads(encode(sample))["image"] == image


def test_a_drawing_s_image_is_made_of_its_strokes():
    image = IMAGE.ravel().tolist()
    sample = decode(line(image=image))
    assert sample.image is None
    assert sample.extra == {"image": image}


def test_a_picture_s_digit_is_what_the_network_gets(pressed):
    picture = Sample("p", 7, Ink((), PAD, 24.0), image=IMAGE)
    blank = Sample("b", 7, Ink((), PAD, 24.0))
    drawn = Sample("d", 3, pressed)
    images = SampleImages()
    first, second, third = images.of([picture, blank, drawn])
    np.testing.assert_array_equal(first, IMAGE)
    assert second is None
    np.testing.assert_array_equal(third, rasterize(pressed).image)
    learnt, labels = images.labelled([picture, blank, drawn])
    assert labels.tolist() == [7, 3]
    np.testing.assert_array_equal(learnt, [IMAGE, third])


def test_both_are_kept_renamed_and_counted_without_being_decoded(collection, pressed):
    drawn = collection.add(pressed, 3)
    picture = collection.add(Ink((), PAD, 24.0), 7, IMAGE)
    collection.rename(picture, 1)
    collection.rename(drawn, 5)
    renamed, again = collection.read()[0]
    assert (renamed.label, again.label) == (1, 5)
    np.testing.assert_array_equal(renamed.image, IMAGE)
    np.testing.assert_array_equal(again.ink.widths[0], pressed.widths[0])
    assert collection.count() == 2
    lines = collection.path.read_bytes().splitlines(keepends=True)
    assert len(lines) == 4
    assert all(samples._PLAIN.fullmatch(written) for written in lines)
    assert drawings.read(collection.path)[1] == []


@pytest.mark.parametrize("old", [b"9.6", b"null", b"38.4", b"60.0"])
@pytest.mark.parametrize("new", [b"0.5", b"09.6", b"", b"nul", b"1e400", b"[]", b"true"])
def test_damaged_widths_are_counted_as_they_are_read(pressed, old, new):
    assert_counted_as_read(encode(Sample("0" * 32, 3, pressed)).replace(old, new))


@pytest.mark.parametrize("new", [b"007", b"300", b"-1", b"1.5", b"", b"null"])
def test_a_damaged_image_is_counted_as_it_is_read(new):
    image = np.full((28, 28), 17, np.uint8)
    written = encode(Sample("0" * 32, 3, Ink((), PAD, 24.0), image=image))
    assert_counted_as_read(written.replace(b"17", new, 1))


def assert_counted_as_read(damaged):
    def taken(parse):
        try:
            return parse(damaged)
        except samples.DataError:
            return None

    def decoded(text) -> Effect:
        return samples.effect(decode(text))

    assert taken(decode_effect) == taken(decoded)
