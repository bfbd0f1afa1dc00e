import json
from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.recognizer.evaluation import UNLABELLED, calibration_error, evaluate, misread


def answers(*pairs):
    """Rows that give each (digit, probability), the rest spread over the other nine."""
    rows = np.empty((len(pairs), 10), np.float32)
    for row, (digit, probability) in zip(rows, pairs, strict=True):
        row[:] = (1 - probability) / 9
        row[digit] = probability
    return rows


def test_a_handful_counted_by_hand() -> None:
    probabilities = answers((3, 0.9), (3, 0.6), (5, 0.8), (8, 0.3), (1, 0.2))
    labels = np.array([3, 5, 5, UNLABELLED, 1])
    result = evaluate(probabilities, labels, rejected=probabilities.max(axis=1) < 0.5)
    assert result.count == 5
    assert result.accuracy == 3 / 4
    assert result.per_class == (None, 1.0, None, 1.0, None, 0.5, None, None, None, None)
    assert result.confusion[5][3] == 1
    assert result.confusion[3][3] == result.confusion[5][5] == result.confusion[1][1] == 1
    assert sum(map(sum, result.confusion)) == 4
    assert result.rejected == 2


def test_a_drawing_without_picture_is_rejected_and_misread() -> None:
    probabilities = answers((0, 0.9), (0, 0.9), (0, 0.9))
    labels = np.array([0, 0, UNLABELLED])
    result = evaluate(probabilities, labels, blank=np.array([False, True, True]))
    assert result.count == 3
    assert result.accuracy == 0.5
    assert result.per_class[0] == 0.5
    assert result.confusion[0][0] == 1
    assert sum(map(sum, result.confusion)) == 1
    assert result.rejected == 2
    assert result.calibration_error == pytest.approx(0.1)


@pytest.mark.parametrize("count", [0, 3])
def test_without_labels_there_is_no_accuracy(count) -> None:
    result = evaluate(answers(*[(1, 0.9)] * count), np.full(count, UNLABELLED))
    assert (result.count, result.rejected) == (count, 0)
    assert result.accuracy is None
    assert result.per_class == (None,) * 10
    assert result.calibration_error is None
    assert sum(map(sum, result.confusion)) == 0


def test_labels_as_mnist_has_them_are_taken() -> None:
    result = evaluate(answers((9, 0.9), (2, 0.9)), np.array([9, 9], np.uint8))
    assert result.accuracy == 0.5
    assert result.confusion[9][2] == 1


def test_the_result_is_plain_json() -> None:
    result = evaluate(answers((9, 0.9), (2, 0.9)), np.array([9, UNLABELLED]))
    assert json.loads(json.dumps(asdict(result)))["confusion"][9][9] == 1


def test_sure_and_half_right_is_half_off() -> None:
    assert calibration_error(np.ones(4), np.array([1, 1, 0, 0], bool)) == 0.5


def test_nine_of_ten_right_at_nine_tenths_is_calibrated() -> None:
    right = np.arange(10) > 0
    assert calibration_error(np.full(10, 0.9), right) == pytest.approx(0, abs=1e-12)


def test_errors_in_different_bins_do_not_cancel() -> None:
    confidences = np.array([0.30, 0.30, 0.95, 0.95])
    right = np.array([True, True, False, False])
    assert calibration_error(confidences, right) == pytest.approx((0.7 + 0.95) / 2)


def test_bins_are_closed_above() -> None:
    # 0.2 ends the third bin of fifteen: together with 0.19 it is half right at 0.195.
    error = calibration_error(np.array([0.19, 0.2]), np.array([True, False]))
    assert error == pytest.approx(0.5 - 0.195)


@given(
    st.lists(
        st.tuples(st.integers(-1, 9), st.integers(0, 9), st.floats(0.11, 1.0), st.booleans()),
        max_size=40,
    ),
    st.floats(0, 1),
)
def test_counts_are_those_of_counting_one_by_one(drawings, threshold) -> None:
    probabilities = answers(*((digit, probability) for _, digit, probability, _ in drawings))
    result = evaluate(
        probabilities,
        np.array([label for label, *_ in drawings], np.int64),
        rejected=probabilities.max(axis=1).astype(np.float64) < threshold,
        blank=np.array([blank for *_, blank in drawings], bool),
    )
    labelled = [drawing for drawing in drawings if drawing[0] >= 0]
    right = [drawing for drawing in labelled if drawing[0] == drawing[1] and not drawing[3]]
    rejected = [
        drawing for drawing in drawings if drawing[3] or float(np.float32(drawing[2])) < threshold
    ]
    assert result.count == len(drawings)
    assert result.rejected == len(rejected)
    assert result.accuracy == (len(right) / len(labelled) if labelled else None)
    for label in range(10):
        for answer in range(10):
            cell = sum((label, answer, False) == (a, b, d) for a, b, _, d in labelled)
            assert result.confusion[label][answer] == cell


def test_the_misread_come_worst_first_and_those_without_picture_last() -> None:
    probabilities = answers((3, 0.6), (3, 0.9), (5, 0.8), (3, 0.7), (8, 0.9), (1, 0.95))
    labels = np.array([5, 5, 5, 3, UNLABELLED, 7])
    blank = np.array([False, False, True, False, False, False])
    assert misread(probabilities, labels, blank=blank).tolist() == [5, 1, 0, 2]
    assert misread(probabilities, labels).tolist() == [5, 1, 0]
    assert misread(answers(), np.array([], np.uint8)).tolist() == []


@given(st.lists(st.tuples(st.integers(-1, 9), st.integers(0, 9), st.booleans()), max_size=40))
def test_as_many_are_misread_as_the_accuracy_says(drawings) -> None:
    probabilities = answers(*((answer, 0.9) for _, answer, _ in drawings))
    labels = np.array([label for label, *_ in drawings], np.int64)
    blank = np.array([blank for *_, blank in drawings], bool)
    accuracy = evaluate(probabilities, labels, blank=blank).accuracy
    labelled = int((labels != UNLABELLED).sum())
    wrong = misread(probabilities, labels, blank=blank)
    assert len(wrong) == (0 if accuracy is None else round((1 - accuracy) * labelled))
