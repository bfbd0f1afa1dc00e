import numpy as np
import pytest

from mnist_pad.dataset.pen_styles.style import Style
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.dataset.pen_styles.writer import write
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import shipped

NAMES = [f"{style.digit} {style.name}" for style in STYLES]

# What MNIST's own writers do too.
PLAIN = {
    "0 closed",
    "1 bar",
    "2 flat base",
    "2 looped",
    "3 round",
    "4 open",
    "5 one stroke",
    "6 straight",
    "7 plain",
    "8 from the top right",
    "9 straight stem",
}


def drawings(style: Style, count: int) -> list[list[np.ndarray]]:
    random = np.random.default_rng(3)
    return [draw_strokes(style, random) for _ in range(count)]


def images(style: Style, count: int) -> np.ndarray:
    strokes = drawings(style, count)
    return np.stack([draw_digit(segments(tuple(drawing))).image for drawing in strokes])


def named(name: str) -> Style:
    return STYLES[NAMES.index(name)]


def lower(points: np.ndarray, part: float) -> np.ndarray:
    """The points of the lowest part of a drawing."""
    height = points[:, 1]
    return points[height >= height.max() - part * np.ptp(height)]


def test_the_same_seed_writes_the_same_images() -> None:
    first, second, other = write(60, 7), write(60, 7), write(60, 8)
    for one, two in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, two)
    assert (first[0] != other[0]).any()


@pytest.mark.parametrize("count", [0, 1, 10, 57])
def test_images_have_mnists_form_and_balanced_labels(count) -> None:
    pictures, labels = write(count, 1)
    assert pictures.shape == (count, 28, 28)
    assert pictures.dtype == np.uint8
    assert labels.shape == (count,)
    assert labels.dtype == np.uint8
    numbers = np.bincount(labels, minlength=10)
    assert np.ptp(numbers) <= 1
    assert numbers.sum() == count


def test_labels_come_in_no_order_and_images_all_differ() -> None:
    pictures, labels = write(200, 2)
    assert (np.diff(labels.astype(int)) < 0).sum() > 50
    assert len(np.unique(pictures.reshape(200, -1), axis=0)) == 200
    assert (pictures.reshape(200, -1).max(axis=1) == 255).all()


def test_styles_are_drawn_by_their_weight(monkeypatch) -> None:
    chosen: list[Style] = []

    def noted(style: Style, random: np.random.Generator) -> list[np.ndarray]:
        chosen.append(style)
        return [np.array([[0.0, 0.0], [1.0, 1.0]])]

    monkeypatch.setattr("mnist_pad.dataset.pen_styles.writer.draw_strokes", noted)
    write(2_000, 4)
    ones = [style for style in STYLES if style.digit == 1]
    total = sum(style.weight for style in ones)
    for style in ones:
        assert abs(chosen.count(style) / 200 - style.weight / total) < 0.08


def test_every_digit_has_several_styles_with_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    for digit in range(10):
        assert sum(style.digit == digit for style in STYLES) >= 5


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_every_style_draws_within_bounds(style) -> None:
    for strokes in drawings(style, 20):
        points = np.concatenate(strokes)
        assert len(strokes) == len(style.strokes)
        assert len(points) <= 70
        assert np.isfinite(points).all()
        assert (np.abs(points - 0.5) < 1.6).all()
        assert 0.5 < np.ptp(points[:, 1]) < 2.2


def test_a_style_varies_from_one_drawing_to_the_next() -> None:
    for style in STYLES:
        first, second = drawings(style, 2)
        assert np.abs(first[0] - second[0]).max() > 0.005


def test_a_corner_stays_sharper_than_a_bend() -> None:
    def sharpest(name: str) -> float:
        turns = []
        for stroke, *_ in drawings(named(name), 60):
            steps = np.diff(stroke, axis=0)
            headings = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
            turns.append(np.abs(np.diff(headings)).max())
        return float(np.median(turns))

    assert sharpest("7 plain") > 1.5 * sharpest("7 round corner")


def test_feet_bars_and_slashes_are_where_they_belong() -> None:
    for strokes in drawings(named("1 flag and foot"), 40):
        stem, foot = strokes
        assert np.ptp(foot[:, 0]) > np.ptp(lower(stem, 0.3)[:, 0])
        assert foot[:, 1].mean() > stem[:, 1].mean() + 0.25
    for strokes in drawings(named("7 crossed"), 40):
        digit, bar = strokes
        assert digit[:, 1].min() < bar[:, 1].mean() < digit[:, 1].max() - 0.2
    for oval, slash in drawings(named("0 slashed through"), 40):
        assert np.ptp(slash[:, 1]) > 0.6 * np.ptp(oval[:, 1])


def test_a_flag_is_steeper_than_the_bar_of_a_seven() -> None:
    def slope(stroke: np.ndarray, tip: int) -> float:
        across, down = stroke[0] - stroke[tip]
        return float(np.degrees(np.arctan2(down, -across)))

    flags = [slope(strokes[0], 5) for strokes in drawings(named("1 short flag"), 60)]
    bars = [slope(strokes[0], 10) for strokes in drawings(named("7 plain"), 60)]
    assert np.percentile(flags, 10) > 25
    assert np.percentile(bars, 90) < 20


def test_the_shipped_network_reads_the_plain_styles() -> None:
    names = sorted(PLAIN)
    pictures = np.concatenate([images(named(name), 20) for name in names])
    answers = Recognizer(shipped()).probabilities(pictures).argmax(axis=1)
    for name, given in zip(names, answers.reshape(-1, 20), strict=True):
        assert (given == named(name).digit).mean() >= 0.8, name


def test_ink_lies_in_the_field_as_mnists_does() -> None:
    pictures, _ = write(100, 5)
    grey = pictures.astype(float)
    rows = (grey.sum(axis=2) @ np.arange(28)) / grey.sum(axis=(1, 2))
    assert np.abs(rows - 13.5).max() < 0.6
    assert 70 < (grey / 255).sum(axis=(1, 2)).mean() < 130
