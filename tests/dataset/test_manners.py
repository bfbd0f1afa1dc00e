import numpy as np
import pytest

from mnist_pad.dataset.pen_styles.manners import MANNERS, manners
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes
from mnist_pad.dataset.pen_styles.writer import write
from mnist_pad.ink.raster import draw_digit
from mnist_pad.ink.spans import segments


def drawn(digit: int, name: str, count: int = 60) -> np.ndarray:
    (style,) = (style for style in STYLES if (style.digit, style.name) == (digit, name))
    random = np.random.default_rng(2024)
    strokes = [draw_strokes(style, random) for _ in range(count)]
    return np.stack([draw_digit(segments(tuple(drawing))).image for drawing in strokes])


def of_digit(digit: int, count: int) -> np.ndarray:
    return np.full(count, digit, np.uint8)


def test_every_style_is_of_one_manner() -> None:
    grouped = [
        (digit, name) for digit in MANNERS for names in MANNERS[digit].values() for name in names
    ]
    assert sorted(grouped) == sorted((style.digit, style.name) for style in STYLES)


@pytest.mark.parametrize(
    ("digit", "style", "manner"),
    [
        (0, "closed", "plain"),
        (0, "slashed", "slashed"),
        (0, "slashed far through", "slashed"),
        (0, "slashed backwards", "slashed"),
        (0, "dotted", "dotted"),
        (1, "bar", "bar"),
        (1, "short flag", "flagged"),
        (1, "long flag", "flagged"),
        (1, "flag and foot", "flagged and footed"),
        (1, "foot", "footed"),
        (4, "open", "open"),
        (4, "closed", "closed"),
        (7, "plain", "plain"),
        (7, "hooked", "plain"),
        (7, "crossed", "crossed"),
        (7, "crossed and upright", "crossed"),
        (7, "hooked and crossed", "crossed"),
        (9, "straight stem", "straight"),
        (9, "curled tail", "curled"),
    ],
)
def test_people_are_told_how_they_write(digit, style, manner) -> None:
    told = manners(drawn(digit, style), of_digit(digit, 60))
    assert told.count(manner) >= 54


def test_a_drawing_somewhat_fainter_is_of_the_same_manner() -> None:
    crossed = drawn(7, "crossed", 20)
    fainter = (crossed * 0.8).astype(np.uint8)
    assert manners(fainter, of_digit(7, 20)).count("crossed") >= 18


def test_the_order_is_kept_and_neighbours_do_not_matter() -> None:
    images, labels = write(80, 5)
    together = manners(images, labels)
    apart = [manners(images[i : i + 1], labels[i : i + 1]) for i in range(80)]
    assert [[manner] for manner in together] == apart
    order = np.random.default_rng(1).permutation(80)
    assert manners(images[order], labels[order]) == [together[i] for i in order]


def test_each_digit_has_a_manner_of_its_own() -> None:
    images, labels = write(100, 6)
    for digit, manner in zip(labels.tolist(), manners(images, labels), strict=True):
        assert manner in MANNERS[digit]


@pytest.mark.parametrize("kind", [np.uint8, np.int64])
def test_labels_may_be_any_integers(kind) -> None:
    assert manners(drawn(1, "bar", 2), of_digit(1, 2).astype(kind)) == ["bar", "bar"]


def test_nothing_has_no_manners() -> None:
    assert manners(np.empty((0, 28, 28), np.uint8), np.empty(0, np.uint8)) == []


def test_a_picture_without_ink_is_of_some_manner() -> None:
    told = manners(np.zeros((10, 28, 28), np.uint8), np.arange(10))
    assert all(manner in MANNERS[digit] for digit, manner in enumerate(told))


def test_images_are_left_as_they_are() -> None:
    images, labels = write(20, 3)
    before = images.copy()
    assert manners(images, labels) == manners(images, labels)
    np.testing.assert_array_equal(images, before)
