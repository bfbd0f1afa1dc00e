import numpy as np
import pytest

from mnist_pad.pictures.rim import inside_rim, rim


def test_the_outermost_values_lie_side_by_side_and_a_corner_counts_for_two():
    picture = np.arange(12).reshape(3, 4)
    assert np.bincount(rim(picture)).tolist() == [2, 1, 1, 2, 1, 0, 0, 1, 2, 1, 1, 2]


@pytest.mark.parametrize("thick", [1, 2, 6])
@pytest.mark.parametrize("dark", [False, True])
def test_a_rim_is_left_out(thick, dark):
    page = np.full((90, 120), 250 if dark else 10, np.uint8)
    page[40:50, 50:60] = 255 - page[0, 0]
    rimmed = np.pad(page, thick, constant_values=255 - int(page[0, 0]))
    rows, columns = inside_rim(rimmed)
    assert np.array_equal(rimmed[rows, columns], page)


def test_a_rim_may_be_at_one_side_and_the_digit_may_touch_it():
    page = np.full((90, 120), 250, np.uint8)
    page[:60, 50:60] = 5
    rimmed = np.pad(page, ((3, 0), (0, 0)), constant_values=5)
    assert inside_rim(rimmed) == (slice(3, 93), slice(0, 120))


def test_what_is_no_rim_stays():
    page = np.full((90, 120), 250, np.uint8)
    bar = page.copy()
    bar[0:5, 4:110] = 5
    half = page.copy()
    half[:, 60:] = 90
    for picture in (page, bar, half, page[:2, :2], page[:0]):
        height, width = picture.shape
        assert inside_rim(picture) == (slice(0, height), slice(0, width))
