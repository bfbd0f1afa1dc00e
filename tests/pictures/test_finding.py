"""Whole pictures: what is found in them, and where."""

import numpy as np
import pytest

from mnist_pad.pictures.reading import find_digits, picture_of, rasterize_picture
from tests.pictures.made import on_paper, written


def page(*numbers: str) -> np.ndarray:
    """Coverage of numbers, one below the other, of 60 pixels' height and 30 apart."""
    rows = [written(number, height=60, pen=5, margin=15) for number in numbers]
    width = max(row.shape[1] for row in rows) + 60
    rows = [np.pad(row, ((0, 0), (30, width - 30 - row.shape[1]))) for row in rows]
    return np.pad(np.concatenate(rows), ((30, 30), (0, 0)))


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """How much of the ink of two 28x28 pictures they have in common, 0 to 1."""
    common = np.minimum(one, other).sum(dtype=float)
    return float(common / max(one.sum(), other.sum()))


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("number", ["7", "10", "42", "1234571"])
def test_a_number_is_found_digit_by_digit(number, inverted):
    grey = on_paper(page(number))
    found = find_digits(255 - grey if inverted else grey).found
    assert len(found) == len(number)
    for sign, mark in zip(number, found, strict=True):
        alone = rasterize_picture(on_paper(page(sign)))
        assert likeness(mark.stages.image, alone.image) > 0.9
        assert (mark.row, mark.touching) == (0, False)


def test_rows_are_read_from_the_top_each_from_the_left():
    found = find_digits(on_paper(page("12", "3", "457"))).found
    assert [mark.row for mark in found] == [0, 0, 1, 2, 2, 2]
    lefts = [mark.box[0] for mark in found]
    assert lefts[0] < lefts[1]
    assert lefts[3] < lefts[4] < lefts[5]


def test_boxes_are_in_the_pictures_own_pixels():
    covered = page("12")
    small = find_digits(on_paper(covered)).found
    large = find_digits(np.kron(on_paper(covered), np.ones((9, 9), np.uint8))).found
    rimmed = find_digits(np.pad(on_paper(covered), 4, constant_values=20)).found
    for one, ninefold, within in zip(small, large, rimmed, strict=True):
        assert np.array(ninefold.box) == pytest.approx(np.array(one.box) * 9, abs=18)
        assert np.array(within.box) == pytest.approx(np.add(one.box, (4, 4, 0, 0)), abs=2)
    rows, columns = np.nonzero(covered[:, : covered.shape[1] // 2] > 0.5)
    x, y, _, height = small[0].box
    assert x == pytest.approx(columns.min(), abs=2)
    assert y + height == pytest.approx(rows.max() + 1, abs=2)


def surroundings() -> dict:
    covered = page("2")
    height, width = covered.shape
    y, x = np.mgrid[0:height, 0:width]
    light = np.full(covered.shape, 220.0)
    frame = np.zeros_like(covered)
    frame[12:-12, 12:-12] = 1
    frame[15:-15, 15:-15] = 0
    line, dot, desk = np.zeros_like(covered), np.zeros_like(covered), light.copy()
    line[-16:-13] = 1
    dot[(y - 12) ** 2 + (x - 14) ** 2 < 16] = 1
    desk[-25:] = 40
    squares = np.where((y % 20 < 2) | (x % 20 < 2), 0.3, 0.0)
    return {
        "frame": (frame, light),
        "line below": (line, light),
        "dot in a corner": (dot, light),
        "squared paper": (squares, light),
        "shadow": (line * 0, np.where(x + 0.4 * y > 100, 220.0, 130.0)),
        "vignette": (line * 0, light * (1.1 - ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2))),
        "desk": (line * 0, desk),
    }


@pytest.mark.parametrize("around", surroundings())
def test_what_lies_around_a_digit_changes_nothing(around):
    covered = page("2")
    added, light = surroundings()[around]
    grey = on_paper(np.maximum(covered, added), light)
    (mark,) = find_digits(grey).found
    assert likeness(mark.stages.image, rasterize_picture(on_paper(covered)).image) > 0.88


@pytest.mark.parametrize("thick", [1, 3, 6])
def test_a_rim_of_ink_changes_nothing(thick):
    plain = on_paper(page("2"))
    rimmed = np.pad(plain, thick, constant_values=20)
    (mark,) = find_digits(rimmed).found
    assert likeness(mark.stages.image, rasterize_picture(plain).image) > 0.95


def test_loops_of_fat_strokes_stay_open():
    thin = rasterize_picture(on_paper(written("0", height=120, pen=14)))
    fat = rasterize_picture(on_paper(written("0", height=120, pen=46)))
    assert thin.image[12:16, 13:15].max() < 60
    assert fat.image[12:16, 13:15].min() < 130


def test_textures_and_lines_alone_are_no_digits():
    random = np.random.default_rng(9)
    cloth = (
        150 + 40 * (np.indices((300, 300)).sum(axis=0) % 6 < 3) + random.normal(0, 9, (300, 300))
    )
    ruled = np.full((300, 400), 230)
    ruled[20::40] = 120
    for picture in (cloth, ruled, random.integers(0, 256, (200, 260))):
        assert find_digits(picture.astype(np.uint8)).found == ()


def test_a_row_of_200_digits_is_read():
    found = find_digits(on_paper(written("4" * 200, height=40, pen=4))).found
    assert len(found) == 200
    assert [mark.box[0] for mark in found] == sorted(mark.box[0] for mark in found)
    assert {mark.row for mark in found} == {0}


def test_several_digits_are_no_single_one():
    grey = on_paper(page("10"))
    assert rasterize_picture(grey) is None
    assert picture_of(grey).coverage.max() == 255
