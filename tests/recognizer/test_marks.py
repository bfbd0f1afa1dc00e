"""Several marks as a number."""

import numpy as np

from mnist_pad.ink.found import Found
from mnist_pad.ink.raster import Stages
from mnist_pad.recognizer import marks
from mnist_pad.recognizer.marks import Mark
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import WeightsMeta

BLANK = Stages(np.zeros((20, 20), np.uint8), np.zeros((28, 28), np.uint8))
BOX = (0.0, 0.0, 9.0, 9.0)


def mark(digit, *, row=0, verdict="digit"):
    shares = np.full(10, 0.01, np.float32)
    shares[digit] = 0.91
    read = None if verdict == "not_a_digit" else digit
    prediction = Prediction(shares, verdict, read)
    return Mark(Found(BOX, BLANK, row), prediction, (np.zeros(10),))


def test_digits_of_a_row_stand_side_by_side_and_rows_below_each_other():
    several = [mark(4), mark(2, verdict="unsure"), mark(1, row=1)]
    assert marks.number(several) == marks.signs(several) == marks.likeliest(several) == "42\n1"


def test_one_that_is_no_digit_leaves_no_number_and_is_shown_so():
    several = [mark(4), mark(2, verdict="not_a_digit")]
    assert marks.number(several) is None
    assert marks.signs(several) == "4?"
    assert marks.likeliest(several) == "42"


def test_no_marks_are_no_number():
    assert marks.number([]) is None
    assert marks.signs([]) == ""


def test_the_marks_of_a_picture_are_read_one_by_one(with_logits):
    values = [0.0] * 10
    values[6] = 9.0
    recognizer = Recognizer(with_logits(*values, **vars(WeightsMeta())))
    found = (Found(BOX, BLANK), Found(BOX, None, 1), Found(BOX, BLANK, 1, touching=True))
    several = marks.read_found(found, recognizer)
    assert marks.signs(several) == "6\n??"
    assert [each.found for each in several] == list(found)
    assert several[1].prediction.reason == "Too small a mark to be a digit"
    assert several[2].prediction.reason == "Digits touch: leave a gap"
    # What it is likeliest to be is not said, but known.
    assert several[2].prediction.probabilities.argmax() == 6
    assert [len(each.activations) for each in several] == [1, 0, 1]
