"""Precision, recall, the reliability diagram, and which drawings make a figure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.recognizer.evaluation import UNLABELLED, calibration_error, evaluate
from mnist_pad.recognizer.per_digit import per_digit
from mnist_pad.recognizer.picking import in_cell, refused
from mnist_pad.recognizer.reliability import reliability

# Label, likeliest digit, its probability, whether it is refused, whether there is no picture.
DRAWINGS = st.lists(
    st.tuples(
        st.integers(-1, 9),
        st.integers(0, 9),
        st.floats(0.125, 1.0, width=32),
        st.booleans(),
        st.booleans(),
    ),
    max_size=60,
)


def arrays(drawings):
    """Return probabilities, labels, what is refused and what is blank."""
    rows = np.empty((len(drawings), 10), np.float32)
    for row, (_, digit, probability, *_) in zip(rows, drawings, strict=True):
        row[:] = (1 - np.float32(probability)) / 9
        row[digit] = probability
    labels = np.array([label for label, *_ in drawings], np.int64)
    flags = np.array([each[3:] for each in drawings], bool).reshape(-1, 2)
    return rows, labels, flags[:, 0], flags[:, 1]


@given(DRAWINGS)
def test_precision_and_recall_are_those_of_counting_one_by_one(drawings) -> None:
    probabilities, labels, _, blank = arrays(drawings)
    figures = per_digit(evaluate(probabilities, labels, blank=blank))
    labelled = [each for each in drawings if each[0] != UNLABELLED]
    several = len({each[0] for each in labelled}) > 1
    for digit, found in enumerate(figures):
        shown = [each for each in labelled if each[0] == digit]
        answered = [each for each in labelled if each[1] == digit and not each[4]]
        right = [each for each in answered if each[0] == digit]
        assert found.digit == digit
        assert found.shown == sum(not each[4] for each in shown)
        assert (found.answered, found.right) == (len(answered), len(right))
        assert found.recall == (len(right) / len(shown) if shown else None)
        precision = len(right) / len(answered) if answered and several else None
        assert found.precision == precision


@given(DRAWINGS)
def test_bins_are_those_of_sorting_one_by_one(drawings) -> None:
    probabilities, labels, _, blank = arrays(drawings)
    bins = reliability(probabilities, labels, blank=blank)
    judged = [
        (float(np.float32(probability)), label == digit)
        for label, digit, probability, _, without in drawings
        if label != UNLABELLED and not without
    ]
    if not judged:
        assert bins == ()
        return
    assert [each.low for each in bins] == [number / 15 for number in range(15)]
    assert [each.high for each in bins] == [number / 15 for number in range(1, 16)]
    for number, each in enumerate(bins):
        inside = [pair for pair in judged if number < pair[0] * 15 <= number + 1]
        assert each.count == len(inside)
        if not inside:
            assert (each.confidence, each.accuracy) == (None, None)
            continue
        assert each.confidence == pytest.approx(sum(pair[0] for pair in inside) / len(inside))
        assert each.accuracy == pytest.approx(sum(pair[1] for pair in inside) / len(inside))


@given(DRAWINGS)
def test_the_bins_make_the_calibration_error(drawings) -> None:
    probabilities, labels, _, _ = arrays(drawings)
    labelled = labels != UNLABELLED
    bins = [each for each in reliability(probabilities, labels) if each.count]
    total = sum(each.count for each in bins)
    right = probabilities.argmax(axis=1) == labels
    confidences = probabilities.max(axis=1, initial=0).astype(np.float64)
    error = calibration_error(confidences[labelled], right[labelled])
    if total:
        gaps = sum(each.count * abs(each.accuracy - each.confidence) for each in bins)
        assert error == pytest.approx(gaps / total)


@given(DRAWINGS)
def test_cells_hold_what_the_matrix_counts(drawings) -> None:
    probabilities, labels, _, blank = arrays(drawings)
    matrix = evaluate(probabilities, labels, blank=blank).confusion
    seen = []
    for label in range(10):
        for answer in range(10):
            found = in_cell(probabilities, labels, (label, answer), blank=blank).tolist()
            assert len(found) == matrix[label][answer]
            assert all(drawings[index][:2] == (label, answer) for index in found)
            confidences = [float(probabilities[index, answer]) for index in found]
            assert confidences == sorted(confidences, reverse=label != answer)
            seen += found
    assert len(seen) == len(set(seen))


def test_the_refused_come_with_the_greatest_pity_first() -> None:
    drawings = [
        (UNLABELLED, 3, 0.9, True, False),  # nobody says what it was
        (4, 9, 0.5, True, False),  # would have been misread
        (4, 4, 0.3, True, False),  # would have been right
        (4, 4, 0.6, True, False),  # the same, and surer
        (4, 4, 0.9, False, False),  # not refused
        (7, 7, 0.9, False, True),  # without a picture
        (4, 9, 0.7, True, False),
    ]
    probabilities, labels, rejected, blank = arrays(drawings)
    found = refused(probabilities, labels, rejected, blank=blank)
    assert found.tolist() == [3, 2, 6, 1, 0, 5]
    assert refused(probabilities, labels, rejected).tolist() == [3, 2, 6, 1, 0]


@given(DRAWINGS)
def test_as_many_are_refused_as_the_evaluation_says(drawings) -> None:
    probabilities, labels, rejected, blank = arrays(drawings)
    evaluation = evaluate(probabilities, labels, rejected=rejected, blank=blank)
    found = refused(probabilities, labels, rejected, blank=blank)
    assert len(set(found.tolist())) == len(found) == evaluation.rejected


def test_labels_as_mnist_has_them_are_taken() -> None:
    probabilities, *_ = arrays([(9, 9, 0.9, False, False), (9, 2, 0.8, True, False)])
    labels = np.array([9, 9], np.uint8)
    assert in_cell(probabilities, labels, (9, 2)).tolist() == [1]
    assert refused(probabilities, labels, np.array([False, True])).tolist() == [1]
    assert sum(each.count for each in reliability(probabilities, labels)) == 2
