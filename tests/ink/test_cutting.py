"""Where a wide mark may be cut in two."""

import numpy as np
import pytest

from mnist_pad.ink.cutting import cuts
from tests.writing import circle, line

JOINED = np.concatenate(
    [line((0, 0), (0, 100)), line((0, 100), (70, 50)), circle((100, 50), (30, 50))]
)


def test_every_half_lies_on_its_side_and_nothing_is_lost():
    found = list(cuts([JOINED]))
    assert found
    for left, right in found:
        assert max(piece[:, 0].max() for piece in left) < min(piece[:, 0].min() for piece in right)
        assert sum(map(len, (*left, *right))) == len(JOINED)


def test_a_stroke_that_is_not_cut_is_the_very_same_points():
    beside = line((200, 0), (200, 100))
    left, right = next(cuts([JOINED, beside]))
    assert np.array_equal(right[-1], beside)
    assert len(left) == 1


@pytest.mark.parametrize("wide", [0.3, 0.65])
def test_what_is_narrow_is_not_cut(wide):
    assert not list(cuts([circle((50, 50), (50 * wide, 50))]))


def test_where_many_lines_cross_there_is_no_cut():
    zigzag = line(*[(x, y) for y in range(0, 100, 20) for x in (0, 150)], count=200)
    assert not list(cuts([zigzag]))
