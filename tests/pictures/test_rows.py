import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.pictures.rows import in_rows


def boxes(*lines: list[tuple[int, int]], height: int = 40, width: int = 24) -> np.ndarray:
    """Boxes of digits whose top left corners (x, y) are given."""
    corners = [corner for line in lines for corner in line]
    return np.array([[y, x, y + height, x + width] for x, y in corners])


def test_rows_come_from_the_top_and_each_from_the_left():
    found = in_rows(boxes([(90, 10), (10, 12), (50, 5)], [(60, 80), (20, 84)]))
    assert found == [[1, 2, 0], [4, 3]]


@settings(deadline=None)
@given(st.integers(-18, 18), st.integers(2, 12), st.randoms(use_true_random=False))
def test_a_row_may_rise_fall_and_be_uneven(step, count, random):
    rows = [
        [(30 * k, 400 + 90 * line + step * k + random.randint(-4, 4)) for k in range(count)]
        for line in range(3)
    ]
    expected = [list(range(line * count, line * count + count)) for line in range(3)]
    assert in_rows(boxes(*rows)) == expected


def test_a_small_mark_belongs_to_the_row_beside_it():
    row = boxes([(0, 0), (40, 0)], [(0, 100), (40, 100)])
    small = np.append(row, [[118, 80, 132, 90]], axis=0)
    assert in_rows(small) == [[0, 1], [2, 3, 4]]


def test_no_marks_are_no_rows():
    assert in_rows(np.empty((0, 4), dtype=np.intp)) == []
