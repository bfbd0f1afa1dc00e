import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.pictures.components import components, pieces

MASKS = arrays.arrays(np.bool_, st.tuples(st.integers(1, 16), st.integers(1, 16)))


def flooded(ink: np.ndarray) -> np.ndarray:
    """Label ink by flooding, pixel by pixel."""
    labels = np.zeros(ink.shape, dtype=int)
    for start in map(tuple, np.argwhere(ink)):
        if labels[start]:
            continue
        number, waiting = labels.max() + 1, [start]
        while waiting:
            row, column = waiting.pop()
            if labels[row, column] == 0 and ink[row, column]:
                labels[row, column] = number
                rows = range(max(0, row - 1), min(len(ink), row + 2))
                columns = range(max(0, column - 1), min(ink.shape[1], column + 2))
                waiting += [(near, beside) for near in rows for beside in columns]
    return labels


@settings(deadline=None)
@given(MASKS)
def test_pixels_are_of_one_component_where_ink_can_be_flooded(ink):
    found, expected = components(ink), flooded(ink)
    assert np.array_equal(found.labels > 0, ink)
    pairs = set(zip(found.labels[ink].tolist(), expected[ink].tolist(), strict=True))
    assert len(pairs) == expected.max() == len(found.areas)


@settings(deadline=None)
@given(MASKS)
def test_boxes_and_areas_are_those_of_the_pixels(ink):
    found = components(ink)
    for number, (box, area) in enumerate(zip(found.boxes, found.areas, strict=True)):
        rows, columns = np.nonzero(found.labels == number + 1)
        assert box.tolist() == [rows.min(), columns.min(), rows.max() + 1, columns.max() + 1]
        assert area == len(rows) == np.count_nonzero(found.crop(number))
    assert np.array_equal(found.only(np.ones(len(found.areas), bool)), ink)


@pytest.mark.parametrize("turned", [False, True])
def test_a_spiral_is_one_component(turned):
    ink = np.zeros((41, 41), bool)
    low, high = 0, 40
    while low < high:
        ink[low, low : high + 1] = ink[low : high + 1, high] = True
        ink[high, low + 2 : high + 1] = ink[low + 2 : high + 1, low + 2] = True
        low, high = low + 2, high - 2
    assert len(components(ink.T if turned else ink).areas) == 1


def test_a_large_texture_falls_into_its_grains():
    ink = np.zeros((600, 600), bool)
    ink[::3, ::3] = True
    assert len(components(ink).areas) == 40_000


def test_no_ink_has_no_components():
    for shape in ((0, 0), (5, 0), (7, 9)):
        assert len(components(np.zeros(shape, bool)).boxes) == 0


def test_pieces_know_where_they_lie():
    labels = np.zeros((10, 20), dtype=np.intp)
    labels[2:5, 3:10] = 1
    labels[0, 19] = labels[9, 0] = 2
    found = pieces(labels)
    assert found.boxes.tolist() == [[2, 3, 5, 10], [0, 0, 10, 20]]
    assert found.heights.tolist() == [3, 10]
    assert found.sizes.tolist() == [7, 20]
    assert found.at_rim.tolist() == [False, True]
    assert found.around(0, 2) == (slice(0, 7), slice(1, 12))
