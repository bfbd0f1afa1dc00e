"""Numbers in ink: taken apart, read, and read again as they grow."""

import numpy as np
import pytest

from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.marks import number, signs
from mnist_pad.recognizer.numbers import MAX_STROKES, InkReader
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights, shipped
from tests.writing import circle, grouped, line, written


@pytest.fixture(scope="module")
def recognizer():
    return Recognizer(shipped())


@pytest.fixture
def read(recognizer):
    """Return what reads strokes on a pad of 400 pixels with a pen of 8."""

    def marks(strokes, **how):
        return InkReader(recognizer).read(ink(strokes), **how)

    return marks


def ink(strokes):
    return Ink(tuple(strokes), (400.0, 400.0), 8.0)


@pytest.mark.parametrize("text", ["7", "10", "427", "31415926", "42\n17"])
@pytest.mark.parametrize("writing", [{}, {"slant": 0.25, "uneven": 0.1}])
def test_numbers_are_read_digit_by_digit(read, text, writing):
    strokes, counts = written(text, **writing)
    marks = read(strokes)
    assert number(marks) == text
    assert [mark.strokes for mark in marks] == grouped(counts)


def test_each_mark_has_its_place_its_own_stages_and_what_the_network_says_of_it(read, recognizer):
    strokes, counts = written("427")
    for mark, group in zip(read(strokes), grouped(counts), strict=True):
        own = [strokes[each] for each in group]
        points = np.concatenate(own)
        x, y, width, height = mark.found.box
        np.testing.assert_allclose([x, y], points.min(axis=0) - 4)
        np.testing.assert_allclose([x + width, y + height], points.max(axis=0) + 4)
        stages = rasterize(ink(own))
        np.testing.assert_array_equal(mark.found.stages.image, stages.image)
        expected, activations = recognizer.read_whole(stages.image)
        np.testing.assert_allclose(mark.prediction.probabilities, expected.probabilities, atol=1e-5)
        assert [each.shape for each in mark.activations] == [each.shape for each in activations]


@pytest.mark.parametrize("gap", [-0.02, 0.0, 0.06, 0.4])
@pytest.mark.parametrize("text", ["25", "80", "93", "69"])
def test_digits_of_other_strokes_that_come_close_or_touch_are_taken_apart(read, text, gap):
    assert signs(read(written(text, gap=gap)[0])) == text


@pytest.mark.parametrize("gap", [-0.25, 0.0, 0.15])
def test_a_4_is_one_digit_whether_its_strokes_cross_or_stand_apart(read, gap):
    corner = line((20, 0), (0, 60), (60, 60))
    bar = line((60 + 100 * gap, 15), (58 + 100 * gap, 100))
    assert signs(read([corner, bar])) == "4"


def test_two_bars_are_two_ones(read):
    assert signs(read([line((0, 0), (0, 100)), line((25, 0), (24, 100))])) == "11"


def test_a_stroke_half_as_high_as_the_digits_is_rather_a_part_of_one(read):
    serif = line((30, 20), (28, 68))
    seven, one = line((44, 22), (104, 20), (69, 120)), line((150, 20), (148, 120))
    assert signs(read([serif, seven, one])) == "71"
    # As high as they are, it is a digit.
    assert signs(read([line((30, 20), (28, 118)), seven, one])) == "171"


def test_a_sign_among_digits_is_none_and_so_is_the_number(read):
    strokes, _ = written("47", height=100, gap=1.2)
    cross = [line((95, 20), (160, 120)), line((160, 20), (95, 120))]
    marks = read([*strokes, *cross])
    assert signs(marks) == "4?7"
    assert number(marks) is None
    assert marks[1].prediction.reason == "Not like any digit"


def test_a_point_between_digits_is_too_small_to_be_one(read):
    strokes, _ = written("15", height=100, gap=0.5)
    marks = read([*strokes, np.array([[42.0, 118.0], [43.0, 118.0]])])
    assert signs(marks) == "1?5"
    assert marks[1].prediction.reason == "Too small a mark to be a digit"
    assert marks[1].activations == ()


def joined_up(text):
    """Return a number in one stroke, the pen never lifted."""
    strokes, _ = written(text, height=100, gap=0.15)
    return [np.concatenate([strokes[0], line(strokes[0][-1], strokes[1][0]), strokes[1]])]


@pytest.mark.parametrize("text", ["23", "03"])
def test_digits_in_one_stroke_are_told_as_touching_when_it_ends(read, text):
    (mark,) = read(joined_up(text))
    assert mark.found.touching
    assert mark.prediction.digit is None
    assert mark.prediction.reason == "Digits touch: leave a gap"
    (growing,) = read(joined_up(text), growing=True)
    assert not growing.found.touching
    assert growing.prediction.digit is None


LETTERS = {
    "M": [line((0, 100), (0, 0)), line((0, 0), (40, 70), (80, 0), (82, 100))],
    "K": [line((0, 0), (0, 100)), line((60, 0), (3, 52), (62, 100))],
    "H": [line((0, 0), (0, 100)), line((0, 50), (60, 50)), line((60, 0), (60, 100))],
}


@pytest.mark.parametrize("letter", LETTERS)
def test_what_touches_is_taken_apart_only_where_all_of_it_is_clear(read, letter):
    (mark,) = read([stroke + 50 for stroke in LETTERS[letter]])
    assert mark.prediction.digit is None
    assert mark.strokes == tuple(range(len(LETTERS[letter])))


def test_a_wide_scribble_does_not_touch(read):
    peaks = [(20 * x, 100 * (x % 2)) for x in range(9)]
    (mark,) = read([line(*peaks, count=120)])
    assert not mark.found.touching
    assert mark.prediction.digit is None


def test_parts_one_above_the_other_are_a_digit_or_two_rows_as_the_network_knows_them(read):
    eight = [circle((50, 40), (34, 36)), circle((50, 118), (40, 40))]
    assert signs(read(eight)) == "8"
    assert signs(read([line((50, 0), (50, 80)), circle((50, 150), (30, 44))])) == "1\n0"


def test_what_grows_is_read_as_if_it_were_new(recognizer):
    strokes, _ = written("427")
    growing = InkReader(recognizer)
    for count, stroke in enumerate(strokes):
        for points in range(2, len(stroke) + 1, 5):
            drawn = ink([*strokes[:count], stroke[:points].copy()])
            found = growing.read(drawn, growing=True)
            fresh = InkReader(recognizer).read(drawn, growing=True)
            assert signs(found) == signs(fresh)
            assert [mark.strokes for mark in found] == [mark.strokes for mark in fresh]
            for one, other in zip(found, fresh, strict=True):
                assert (one.found.stages is None) == (other.found.stages is None)
                if one.found.stages is not None:
                    np.testing.assert_array_equal(one.found.stages.image, other.found.stages.image)


def test_what_is_as_it_was_is_not_brought_down_again(recognizer):
    strokes, _ = written("427")
    reader = InkReader(recognizer)
    first = reader.read(ink(strokes))
    more = reader.read(ink([*strokes, line((250, 20), (250, 80))]))
    assert signs(more) == "4271"
    for one, other in zip(first, more, strict=False):
        assert other.found.stages is one.found.stages
        assert other.prediction is one.prediction


def test_another_network_reads_the_same_stages(recognizer):
    strokes, _ = written("10")
    reader = InkReader(recognizer)
    before = reader.read(ink(strokes))
    flat = [np.zeros_like(each) for each in recognizer.weights.parameters]
    reader.read_with(Recognizer(Weights(tuple(flat), recognizer.weights.meta)))
    after = reader.read(ink(strokes))
    assert [mark.prediction.digit for mark in after] == [None, None]
    for one, other in zip(before, after, strict=True):
        assert other.found.stages is one.found.stages


def test_no_ink_has_no_marks_and_too_much_is_told(read):
    assert read([]) == ()
    (mark,) = read([np.array([[x, 0.0], [x, 30.0]]) for x in range(MAX_STROKES + 1)])
    assert mark.prediction.reason == "More than 1,000 strokes: too many to read"
    assert len(mark.strokes) == MAX_STROKES + 1


def test_a_row_of_200_digits_is_read(read):
    text = "7203569180" * 20
    assert signs(read(written(text)[0])) == text
