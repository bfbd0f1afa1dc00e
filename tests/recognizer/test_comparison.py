"""Two networks on the same drawings; McNemar's test against published figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.recognizer.comparison import FEW, compare, mcnemar
from mnist_pad.recognizer.evaluation import UNLABELLED


@pytest.mark.parametrize(
    ("pair", "p"),
    [
        # Bentur et al. 2009, as in Fagerland, Lydersen and Laake 2013, table 4: exact 0.070.
        ((1, 7), 0.0703125),
        # The example of Calcugator's manual, chi2_mcnemar.
        ((11, 3), 0.05737304687500008),
    ],
)
def test_few_are_tested_exactly_as_published(pair, p) -> None:
    test = mcnemar(*pair)
    assert (test.method, test.statistic) == ("exact", None)
    assert test.p == pytest.approx(p, rel=1e-9)
    assert mcnemar(*reversed(pair)) == test


def test_many_are_tested_with_the_correction_as_r_prints_it() -> None:
    # Agresti 1990, page 350, the example of R's mcnemar.test: 16.82, p-value = 4.115e-05.
    test = mcnemar(86, 150)
    assert test.method == "corrected"
    assert test.statistic == pytest.approx(16.81780, abs=5e-6)
    assert test.p == pytest.approx(4.115e-05, rel=5e-4)
    assert mcnemar(150, 86) == test


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_p_is_a_probability_and_falls_with_the_difference(first, second) -> None:
    test = mcnemar(first, second)
    assert 0 <= test.p <= 1
    assert (test.method == "exact") == (first + second < FEW)
    if min(first, second) > 0:
        # As many discordant pairs, farther apart.
        farther = mcnemar(min(first, second) - 1, max(first, second) + 1)
        assert farther.p <= test.p


@given(st.integers(0, FEW - 1))
def test_equally_many_are_no_difference_at_all(count) -> None:
    assert mcnemar(count, count).p == 1.0


def test_the_exact_test_is_that_of_throwing_coins() -> None:
    # Every way in which seven coins can fall, one by one.
    falls = [bin(coins).count("1") for coins in range(2**7)]
    for heads in range(8):
        unlike = [each for each in falls if abs(each - 3.5) >= abs(heads - 3.5)]
        assert mcnemar(heads, 7 - heads).p == pytest.approx(len(unlike) / 2**7)


def answering(*pairs):
    rows = np.zeros((len(pairs), 10), np.float32)
    for row, (digit, probability) in zip(rows, pairs, strict=True):
        row[:] = (1 - probability) / 9
        row[digit] = probability
    return rows


def test_what_one_alone_reads_is_found_the_surest_error_first() -> None:
    labels = np.array([1, 2, 3, 4, 5, 6, UNLABELLED, 8])
    first = answering((1, 0.9), (2, 0.9), (3, 0.9), (9, 0.6), (9, 0.5), (6, 0.9), (7, 0.9), (8, 1))
    second = answering((1, 0.9), (0, 0.5), (0, 0.8), (4, 0.9), (8, 0.9), (0, 0.6), (1, 0.9), (8, 1))
    blank = np.arange(8) == 7
    found = compare(first, second, labels, blank=blank)
    assert found.first_only.tolist() == [2, 5, 1]
    assert found.second_only.tolist() == [3]
    # The blank one is misread by both.
    assert (found.both_right, found.both_wrong) == (1, 2)
    assert found.test == mcnemar(3, 1)


def test_without_labels_there_is_nothing_to_compare() -> None:
    answers = answering((1, 0.9))
    assert compare(answers, answers, np.array([UNLABELLED])) is None
